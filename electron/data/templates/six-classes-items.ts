import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import type { Rule } from '../../domain/scoring/rule.ts'
import { item, recordedOrRated, YEARLY } from './compose.ts'

/** 八十项里的一项:名称、分值、看什么;有登记的先由记录算。 */
export type SixRow = readonly [name: string, full: 1 | 2, evidence: string, rule?: Rule]

const wording = (full: number, rule: Rule | undefined): string => (rule === undefined ? `做到得 ${full} 分，部分做到酌情给分，没有做到不得分。` : `满分 ${full} 分，先按全年记录折算；另行评分的，以评分为准。`)

/** 一类的各项,编号照次序。 */
export const sixItems = (dim: string, rows: readonly SixRow[]): readonly TemplateItem[] =>
  rows.map(([name, full, evidence, rule], index) => item(`${dim}-${String(index + 1).padStart(2, '0')}`, dim, full, [name, wording(full, rule), evidence], { ...YEARLY, ...(rule === undefined ? {} : recordedOrRated(rule)) }))
