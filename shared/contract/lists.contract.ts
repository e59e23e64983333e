import { z } from 'zod'
import { fileRefSchema } from '../model/files.ts'
import { listRequestSchema } from '../model/list-document.ts'
import { job } from './define.ts'

const none = z.strictObject({})
const readers = ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'] as const

/** 每张列表都能导出、打印:界面把眼前的那张表交来,核心写成文件。表里本来没有的(遮着的证号)这里也没有。 */
export const listsContract = {
  /** 导出为 .xlsx。 */
  exportSheet: job({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'export',
    input: listRequestSchema,
    output: z.strictObject({ file: fileRefSchema, rows: z.int() }),
    errors: { NOTHING_TO_PRINT: none },
  }),
  /** 做成 PDF:A4,表宽的自动横放,表头每页重复。 */
  print: job({
    roles: readers,
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'print',
    input: listRequestSchema,
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int(), landscape: z.boolean() }),
    errors: { NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
}
