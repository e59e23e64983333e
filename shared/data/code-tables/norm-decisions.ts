import type { NormDecisionKind } from '../../model/norm-decision.ts'
import type { CodeTable } from './code-table.ts'

/** 上级对规范的决定。 */
export const normDecisionKinds = [
  { code: 'exemption', name: '免除' },
  { code: 'unlock', name: '解锁' },
] as const satisfies CodeTable<NormDecisionKind>
