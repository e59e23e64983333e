import type { PartyPostCode } from '../../../../shared/model/organisation.ts'
import { committeeSize, hasCommittee, secretaryOf } from '../committee.ts'
import { breach, notice, when, type Finding, type HealthCheck } from './finding.ts'

/** 支委会应有的三职(支部工作条例第二十条),可以一人兼几职。 */
const DUTIES = ['organization_member', 'publicity_member', 'discipline_member'] as const satisfies readonly PartyPostCode[]
const isLeader = (post: PartyPostCode): boolean => post === 'secretary' || post === 'deputy_secretary'

/** 支部班子的人数与职务(ORG-11、12、13)。 */
export const committeeRules: HealthCheck = ({ kind, buildForm, fullMembers, posts }, norms) => {
  if (kind !== 'branch' || buildForm === 'temporary') return []
  const size = committeeSize(posts)
  const hasOrdinary = posts.some(({ post }) => !isLeader(post) && post !== 'group_leader')
  const isExpected = fullMembers >= norms('branch_committee_from')
  const sizeFinding = (): readonly Finding[] => {
    if (size > norms('branch_committee_max')) return [breach('ORG-11', 'committee_high', size)]
    if (size > norms('branch_committee_general')) return [notice('ORG-11', 'committee_general', size)]
    // 书记、副书记两人是不设支委会时的正常配备;有了委员才算设而不足。
    if (size > 0 && size < norms('branch_committee_min') && hasOrdinary) return [breach('ORG-11', 'committee_low', size)]
    return when(size < norms('branch_committee_min') && isExpected, () => breach('ORG-11', 'committee_expected', fullMembers))
  }
  return [...sizeFinding(), ...when(!isExpected && hasCommittee(posts), () => notice('ORG-13', 'committee_optional', fullMembers)), ...(hasCommittee(posts) ? DUTIES.filter((duty) => !posts.some(({ post }) => post === duty)).map((duty) => notice('ORG-12', 'duty_missing', duty)) : [])]
}

/** 书记、副书记各几人,是不是同一个人(ORG-12、13、16、18)。 */
export const leaderCountRules: HealthCheck = ({ kind, posts }, norms) => {
  if (kind === 'party_group') return []
  const holders = (code: PartyPostCode): string[] => posts.filter(({ post }) => post === code).map(({ memberId, name }) => memberId ?? name)
  const [secretaries, deputies] = [holders('secretary'), holders('deputy_secretary')]
  const most = kind === 'branch' ? norms('branch_deputies_max') : norms('committee_deputies_max')
  const rule = kind === 'branch' ? 'ORG-12' : 'ORG-16'
  return [
    ...when(secretaries.length > 1, () => breach(rule, 'secretaries_over', secretaries.length)),
    ...when(deputies.length > most, () => (kind === 'branch' ? breach : notice)(rule, 'deputies_over', deputies.length, most)),
    ...when(deputies.some((person) => secretaries.includes(person)), () => notice('ORG-18', 'same_person_leaders', secretaryOf(posts))),
  ]
}

/** 党总支、党委的委员人数(ORG-16);设了常委会的按全委会、常委会分别看。 */
export const upperCommitteeRules: HealthCheck = ({ kind, posts }, norms) => {
  if (kind !== 'general_branch' && kind !== 'party_committee') return []
  const size = committeeSize(posts)
  if (size === 0) return []
  const standing = new Set(posts.filter(({ post }) => post === 'standing_member').map(({ memberId, name }) => memberId ?? name)).size
  const range = (least: number, general: number, most: number): readonly Finding[] => {
    if (size > most) return [notice('ORG-16', 'upper_high', size, most)]
    if (size > general) return [notice('ORG-16', 'upper_general', size, general)]
    return when(size < least, () => notice('ORG-16', 'upper_low', size, least))
  }
  if (kind === 'general_branch') return range(norms('general_branch_committee_min'), norms('general_branch_committee_general'), norms('general_branch_committee_max'))
  if (standing === 0) return range(norms('party_committee_min'), norms('party_committee_general'), norms('party_committee_max'))
  return [
    ...range(norms('full_committee_min'), norms('full_committee_max'), norms('full_committee_max')),
    ...when(standing < norms('standing_committee_min'), () => notice('ORG-16', 'standing_low', standing, norms('standing_committee_min'))),
    ...when(standing > norms('standing_committee_max'), () => notice('ORG-16', 'standing_high', standing, norms('standing_committee_max'))),
  ]
}
