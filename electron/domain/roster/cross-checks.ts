import type { MemberFields, MemberType } from '../../../shared/model/member.ts'
import type { ImportReasonCode } from '../../../shared/model/roster-import.ts'
import { checkIdNumber } from './id-number.ts'
import { addYears, agrees, isBefore } from './read-date.ts'
import type { FindingValues, RowValues, Severity } from './read-row.ts'
import type { RosterField } from './vocabulary.ts'

/** 记一条理由。 */
export type Find = (field: RosterField, code: ImportReasonCode, severity: Severity, values?: FindingValues) => void

/** 入党须年满十八岁(党章第一条);预备期一年(发展党员工作细则第三十条)。 */
const ADULT_YEARS = 18
const PROBATION_YEARS = 1

export interface PersonalFacts {
  readonly gender: '0' | '1' | '2' | '9' | undefined
  readonly birthDate: string | undefined
}

/**
 * 证号与性别、出生日期对账:没填的由证号带出;只到月的由证号补足;不一致的提醒,仍以文件所填为准
 * (档案日期可以与证件不同,改哪一个由人决定)。
 */
export const reconcileIdNumber = (values: Readonly<RowValues>, today: string, find: Find): PersonalFacts => {
  const check = values.idNumber === undefined ? null : checkIdNumber(values.idNumber)
  if (check === null || !check.ok) return { gender: values.gender, birthDate: values.birthDate }
  if (isBefore(today, check.birthDate)) {
    find('idNumber', 'id_bad_birth', 'refuse', { text: check.birthDate })
    return { gender: values.gender, birthDate: values.birthDate }
  }
  const statedGender = values.gender === '1' || values.gender === '2' ? values.gender : undefined
  if (statedGender === undefined) find('gender', 'gender_from_id', 'note', { text: check.gender })
  else if (statedGender !== check.gender) find('gender', 'gender_mismatch', 'warn', { text: statedGender, other: check.gender })
  if (values.birthDate === undefined) find('birthDate', 'birth_from_id', 'note', { text: check.birthDate })
  else if (!agrees(values.birthDate, check.birthDate)) find('birthDate', 'birth_mismatch', 'warn', { text: values.birthDate, other: check.birthDate })
  else if (values.birthDate.length < check.birthDate.length) find('birthDate', 'birth_from_id', 'note', { text: check.birthDate })
  return {
    gender: statedGender ?? check.gender,
    birthDate: values.birthDate === undefined || agrees(values.birthDate, check.birthDate) ? check.birthDate : values.birthDate,
  }
}

/** 出生、入党、转正三个日期的先后,按合并后的值判断(文件没填的用库里的)。memberType 为 null 是定不下类别。 */
export const checkDates = (fields: MemberFields, memberType: MemberType | null, values: Readonly<RowValues>, today: string, find: Find): void => {
  const { birthDate, joinedOn, regularOn } = fields
  for (const [field, date] of [['birthDate', birthDate], ['joinedOn', joinedOn], ['regularOn', regularOn]] as const) if (date !== null && isBefore(today, date)) find(field, 'date_in_future', 'refuse', { text: date })
  for (const field of ['joinedOn', 'regularOn'] as const) {
    const month = fields[field]
    if (month?.length === 7 && month === values[field]) find(field, 'date_month_only', 'warn', { text: month })
  }

  if (joinedOn === null) find('joinedOn', 'joined_missing', 'warn')
  else if (birthDate !== null && isBefore(joinedOn, addYears(birthDate, ADULT_YEARS))) find('joinedOn', 'joined_too_young', 'warn', { text: joinedOn, limit: ADULT_YEARS })

  if (joinedOn !== null && regularOn !== null) {
    if (isBefore(regularOn, joinedOn)) find('regularOn', 'regular_before_joined', 'refuse', { text: regularOn, other: joinedOn })
    else if (isBefore(regularOn, addYears(joinedOn, PROBATION_YEARS))) find('regularOn', 'regular_less_than_year', 'warn', { text: regularOn, other: joinedOn })
  }
  if (memberType === 'full' && regularOn === null) find('regularOn', 'regular_missing', 'warn')
  if (memberType === 'probationary' && regularOn !== null) find('regularOn', 'regular_on_probationary', 'warn', { text: regularOn })
}
