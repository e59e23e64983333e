import type { MemberType } from '../../../shared/model/member.ts'
import type { Fact } from '../scoring/input.ts'

/** 一名在册党员各必填项的值;空串与 null 为未填。 */
export interface MemberOutline {
  readonly memberId: string
  readonly name: string
  readonly memberType: MemberType
  readonly gender: string
  readonly ethnicity: string
  readonly birthDate: string | null
  readonly education: string
  readonly joinedOn: string | null
  readonly regularOn: string | null
  readonly idNumber: string
  readonly mobile: string
}

const filled = (value: string | null): '1' | '' => (value === null || value === '' ? '' : '1')

/** members 表的一行:只记填没填,个人值不进考核。预备党员还没有转正日期,不算漏填。 */
export const memberFact = (member: MemberOutline, day: string): Fact => ({
  id: member.memberId,
  date: day,
  memberType: member.memberType,
  name: filled(member.name),
  gender: filled(member.gender),
  ethnicity: filled(member.ethnicity),
  birthDate: filled(member.birthDate),
  education: filled(member.education),
  joinedOn: filled(member.joinedOn),
  regularOn: member.memberType === 'probationary' ? '1' : filled(member.regularOn),
  idNumber: filled(member.idNumber),
  mobile: filled(member.mobile),
})
