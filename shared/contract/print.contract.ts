import { z } from 'zod'
import { idSchema, yearSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { job } from './define.ts'

const none = z.strictObject({})

export const printContract = {
  /** 一个支部一年的工作手册,A4 双面装订 PDF。预览、文件、打印是同一份。 */
  handbook: job({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser'],
    scope: [{ organisation: 'branchId' }],
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ branchId: idSchema, year: yearSchema }),
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int(), drafts: z.int() }),
    errors: { NOT_FOUND: none, NOT_A_BRANCH: none, NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
}
