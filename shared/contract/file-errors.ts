import { z } from 'zod'
import { fileLimitSchema } from '../model/roster-import.ts'

const none = z.strictObject({})

/** 交来的文件读不了:凭据过期、太大、不是表格、加了密、太复杂、坏了。读工作簿的过程都声明这些。 */
export const fileErrors = {
  FILE_EXPIRED: none,
  FILE_TOO_LARGE: z.strictObject({ limitMegabytes: z.int() }),
  FILE_EMPTY: none,
  FILE_NOT_WORKBOOK: none,
  FILE_ENCRYPTED: none,
  FILE_OLD_EXCEL: none,
  FILE_WPS_FORMAT: none,
  /** 超过的是哪一条上限、是多少。 */
  FILE_TOO_COMPLEX: z.strictObject({ limit: fileLimitSchema, most: z.int() }),
  /** 坏在哪张表、第几行附近;不知道的为空串与 0。 */
  FILE_DAMAGED: z.strictObject({ sheet: z.string().max(100), row: z.int().min(0) }),
  FILE_NOT_TEXT: none,
} as const
