import { z } from 'zod'
import { idSchema, requiredLineSchema, revSchema, yearSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { yearClosingSchema } from '../model/year-closing.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const roles = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const scope = [{ organisation: 'branchId' }] as const
const branchYear = { branchId: idSchema, year: yearSchema }
const printErrors = { NOT_FOUND: none, NOT_A_BRANCH: none, NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none }

export const volumesContract = {
  /** 下级全部支部的整本手册,一个支部一份 PDF,装进几个压缩包(每包不太大)。正文只给本支部看的不印。 */
  batch: job({
    roles: ['committee_office'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ organisationId: idSchema, year: yearSchema }),
    output: z.strictObject({ files: z.array(fileRefSchema), branches: z.int(), pages: z.int(), failed: z.array(z.string()) }),
    errors: printErrors,
  }),
  /** 一个支部封存过的各年,连重新打开过的。 */
  closings: query({ roles, scope, confirmation: 'none', audit: 'none', input: z.strictObject({ branchId: idSchema }), output: z.strictObject({ closings: z.array(yearClosingSchema) }), errors: {} }),
  /** 封存一年:PDF、表格、附件、指纹清单合成一个压缩包,存在工作区里;之后那一年的记录不能改。还有草稿的不能封。 */
  close: job({
    roles: ['committee_office', 'branch_secretary'],
    scope,
    confirmation: 'confirm',
    audit: 'export',
    input: z.strictObject(branchYear),
    output: z.strictObject({ file: fileRefSchema, pages: z.int() }),
    errors: { ...printErrors, YEAR_HAS_DRAFTS: z.strictObject({ count: z.int() }), YEAR_NOT_OVER: none },
  }),
  /** 再取一份封存的档案,与封存时逐字节相同。 */
  download: command({ roles, scope, confirmation: 'none', audit: 'export', input: z.strictObject({ branchId: idSchema, closedAt: z.int() }), output: z.strictObject({ file: fileRefSchema }), errors: { NOT_FOUND: none, ARCHIVE_LOST: none } }),
  /** 重新打开:上级定,写明原因;封存的那份留着。 */
  reopen: command({ roles: ['committee_office'], scope, confirmation: 'confirm', audit: 'export', input: z.strictObject({ ...branchYear, rev: revSchema, reason: requiredLineSchema(200) }), output: none, errors: { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) } }),
  /** 换书记的交接清单:没办完的、缺的记录、要紧的日子、移交的东西和签字。 */
  handover: job({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject(branchYear), output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int() }), errors: printErrors }),
}
