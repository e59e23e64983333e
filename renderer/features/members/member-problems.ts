import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { memberChangesSchema, type MemberChanges } from '../../../shared/model/member.ts'

export type MemberProblems = Partial<Record<keyof MemberChanges, string>>

const text = membersText
const LABELS: Record<keyof MemberChanges, string> = {
  ...text.fields,
  branchId: text.fields.branch,
  partyGroupId: text.fields.group,
}

const sentenceOf = (field: keyof MemberChanges): string => {
  if (field === 'name') return text.problems.name
  if (field === 'idNumber') return text.problems.idNumber
  if (field === 'branchId') return text.problems.branch
  return text.problems.other(LABELS[field])
}
const isField = (key: unknown): key is keyof MemberChanges => typeof key === 'string' && key in LABELS

/** 送去保存之前,按契约的形状逐项看一遍;字段 → 一句话。 */
export const memberProblems = (fields: MemberChanges): MemberProblems => {
  const result = memberChangesSchema.safeParse(fields)
  if (result.success) return {}
  const problems: MemberProblems = {}
  for (const issue of result.error.issues) {
    const field = issue.path[0]
    if (isField(field)) problems[field] = sentenceOf(field)
  }
  return problems
}
export const firstProblem = (fields: MemberChanges): string | null => Object.values(memberProblems(fields))[0] ?? null

/** 证号里带着出生日期和性别;只在没有填过时带出,不盖掉填过的。 */
export const withIdNumber = (fields: Pick<MemberChanges, 'birthDate' | 'gender'>, typed: string): Partial<MemberChanges> => {
  const idNumber = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase().slice(0, 18)
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { idNumber }
  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  const gender = Number(idNumber[16]) % 2 === 1 ? '1' : '2'
  return { idNumber, ...(fields.birthDate === null ? { birthDate } : {}), ...(fields.gender === '0' ? { gender } : {}) }
}
