import { z } from 'zod'

const withPath = z.strictObject({ path: z.string() })

/** 打开工作区失败的各种原因;owner 为占用者的说明(机器名、使用人)。 */
export const openErrors = {
  STORE_LOCKED: z.strictObject({ owner: z.string() }),
  STORE_NOT_FOUND: withPath,
  /** 钥匙还在,库文件不见了:不是首次使用。 */
  STORE_FILE_MISSING: withPath,
  /** 要登录的地方没有登录。 */
  STORE_SEALED: withPath,
  STORE_NOT_OURS: withPath,
  STORE_FROM_FUTURE: z.strictObject({ found: z.int(), known: z.int() }),
  STORE_READONLY: withPath,
  STORE_KEY_MISSING: withPath,
  STORE_KEY_WRONG: withPath,
  /** 钥匙清单读不懂、被改动过。 */
  STORE_KEY_DAMAGED: z.strictObject({}),
  STORE_DRIVER_UNSUITABLE: withPath,
  STORE_FOLDER_UNSUITABLE: withPath,
  STORE_LOCATION_UNSUITABLE: z.strictObject({ path: z.string(), kind: z.enum(['network', 'removable', 'cloud']) }),
  /** 最近 missing 次保存不在库里;from、to 为提交序号。 */
  STORE_BEHIND_MARK: z.strictObject({ missing: z.int(), from: z.int(), to: z.int() }),
  STORE_FORKED: withPath,
  MIGRATION_FAILED: z.strictObject({ step: z.string() }),
} as const
