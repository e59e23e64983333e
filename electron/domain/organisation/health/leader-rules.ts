import { addMonths, daysBetween } from '../../../../shared/util/day-arithmetic.ts'
import { breach, notice, when, type HealthCheck } from './finding.ts'

/** 书记的党龄(ORG-14,自转正之日算)与由谁担任(ORG-15)。 */
export const secretaryRules: HealthCheck = ({ kind, secretary }, norms, today) => {
  if (kind !== 'branch' || secretary === null) return []
  if (secretary.memberType === 'probationary') return [breach('ORG-14', 'secretary_probationary')]
  const { regularOn, managementLevel } = secretary
  // 一般由本单位主要负责人或其他负责人担任,也可以派专职的:只请核对(ORG-15)。没填管理层级的不猜。
  const ordinary = when(managementLevel === 'ordinary', () => notice('ORG-15', 'secretary_ordinary'))
  if (regularOn === null) return ordinary
  // 只写到月的,按那个月的 1 日算。
  const enough = addMonths(regularOn.length === 7 ? `${regularOn}-01` : regularOn, norms('secretary_standing_years') * 12)
  return [...when(today < enough, () => breach('ORG-14', 'secretary_standing', regularOn)), ...ordinary]
}

/** 空缺(ORG-17):及时补选;拖久了算不合规定。党小组组长另见 ORG-04。 */
export const vacancyRules: HealthCheck = ({ kind, posts, vacancies, term }, norms, today) => {
  if (kind === 'party_group') return []
  const limit = norms('vacancy_days')
  const listed = vacancies.map(({ post, since, count }) => (daysBetween(since, today) > limit ? breach('ORG-17', 'vacancy_long', post, since, count, limit) : notice('ORG-17', 'vacancy', post, since, count)))
  // 没有登记任期的,空缺只看书记,也不知道从哪天起。
  return [...listed, ...when(term === null && !posts.some(({ post }) => post === 'secretary'), () => notice('ORG-17', 'vacancy', 'secretary', '', 1))]
}
