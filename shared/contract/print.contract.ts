import { z } from 'zod'
import { idSchema, lineSchema, yearSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { SECTION_KEYS, sectionChoiceSchema, sectionKeySchema } from '../model/volume-sections.ts'
import { command, job, query } from './define.ts'

const none = z.strictObject({})
const roles = ['committee_office', 'branch_secretary', 'branch_organiser'] as const
const scope = [{ organisation: 'branchId' }] as const
const branchYear = { branchId: idSchema, year: yearSchema }
const branchErrors = { NOT_FOUND: none, NOT_A_BRANCH: none }
const printErrors = { ...branchErrors, NOTHING_TO_PRINT: none, NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none }
/** 做好的一份:下载的用一次即废,预览的可反复取,登记打印也凭它;drafts 是其中还是草稿的份数。 */
const made = z.strictObject({ file: fileRefSchema, preview: fileRefSchema, pages: z.int(), drafts: z.int() })

export const printContract = {
  /** 一个支部一年的工作手册,A4 双面装订 PDF。预览、文件、打印是同一份。 */
  handbook: job({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject(branchYear), output: made, errors: printErrors }),
  /** 单独一节。 */
  section: job({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject({ ...branchYear, section: sectionKeySchema }), output: made, errors: printErrors }),
  /** 只打上次登记打印以后有变动的页,连同换页说明;已经装订的页码不动,长出来的编续页。 */
  changes: job({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject(branchYear), output: made, errors: { ...printErrors, NOT_PRINTED_YET: none, NOTHING_CHANGED: none } }),
  /** 空白表,供手写;filled 时先印上名册、日期一类。 */
  blanks: job({
    roles,
    scope,
    confirmation: 'none',
    audit: 'print',
    input: z.strictObject({ ...branchYear, sections: z.array(sectionKeySchema).min(1).max(SECTION_KEYS.length), copies: z.int().min(1).max(50), filled: z.boolean() }),
    output: made,
    errors: printErrors,
  }),
  /** 整本或一节写成 Word,可以接着改;标题、表格、页码、目录都是真的。 */
  word: job({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject({ ...branchYear, section: sectionKeySchema.nullable() }), output: z.strictObject({ file: fileRefSchema }), errors: { ...branchErrors, NOTHING_TO_PRINT: none } }),
  /** 登记:这一份已经打印、存了文件,纸面上的册子就是它。以后只打改动的页照它比。 */
  keep: command({ roles, scope, confirmation: 'none', audit: 'print', input: z.strictObject({ branchId: idSchema, ticket: lineSchema(60) }), output: none, errors: { FILE_EXPIRED: none } }),
  /** 一个支部一年印到哪里了:各节有几份、几份草稿,上次打印是何时,之后变了几处。 */
  overview: query({
    roles,
    scope,
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject(branchYear),
    output: z.strictObject({
      sections: z.array(z.strictObject({ key: sectionKeySchema, on: z.boolean(), leaves: z.int(), drafts: z.int(), hasBlank: z.boolean() })),
      last: z.strictObject({ printedAt: z.number(), printedBy: lineSchema(40), pages: z.int(), changed: z.int() }).nullable(),
    }),
    errors: branchErrors,
  }),
  /** 单位怎么排自己的册子。 */
  sectionChoice: query({ roles, scope: 'none', confirmation: 'none', audit: 'none', input: none, output: sectionChoiceSchema, errors: {} }),
  saveSections: command({ roles: ['committee_office'], scope: 'workspace', confirmation: 'none', audit: 'policy', input: sectionChoiceSchema, output: none, errors: {} }),
}
