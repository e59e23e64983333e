import type { Norms } from '../../../../shared/data/norms/norm-registry.ts'
import { committeeRules, leaderCountRules, upperCommitteeRules } from './committee-rules.ts'
import type { Finding, HealthCheck, HealthSubject } from './finding.ts'
import { secretaryRules, vacancyRules } from './leader-rules.ts'
import { sizeRules } from './size-rules.ts'
import { temporaryRules, termRules } from './term-rules.ts'

const CHECKS: readonly HealthCheck[] = [sizeRules, temporaryRules, committeeRules, leaderCountRules, upperCommitteeRules, secretaryRules, vacancyRules, termRules]

/** 一个组织的全部检查结果:不合规定的在前,同样的按条目次序。 */
export const checkOrganisation = (subject: HealthSubject, norms: Norms, today: string): Finding[] =>
  CHECKS.flatMap((check) => check(subject, norms, today)).toSorted((a, b) => (a.severity === b.severity ? (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) : a.severity === 'breach' ? -1 : 1))
