import type { CorrectionChange, CorrectionKind } from '../../../shared/model/evaluation-period.ts'
import { isExact } from '../../../shared/util/exact-text.ts'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'

const text = appealsText.propose

/** 正在填的更正:各种共用一份,换种类时不丢别的。 */
export interface ChangeDraft {
  readonly kind: CorrectionKind
  readonly indicatorId: string | null
  readonly points: string
  readonly occurredOn: string | null
  readonly count: number | null
  readonly level: string | null
  readonly matter: string
  readonly index: number | null
}
export const BLANK_CHANGE: ChangeDraft = { kind: 'manual', indicatorId: null, points: '', occurredOn: null, count: 1, level: null, matter: '', index: null }
export const CHANGE_KINDS: readonly CorrectionKind[] = ['manual', 'event', 'event_withdrawn', 'veto', 'veto_withdrawn', 'exemption', 'exemption_withdrawn', 'records']

type Gaps = Partial<Record<keyof ChangeDraft, string>>

/** 还缺什么;hasLevels 为这一项按等级计分,要选等级。 */
export const gapsOf = ({ kind, indicatorId, points, occurredOn, count, level, index }: ChangeDraft, hasLevels: boolean): Gaps => {
  if (kind === 'records') return {}
  if (kind === 'event_withdrawn' || kind === 'veto_withdrawn') return index === null ? { index: text.whichRequired } : {}
  return {
    ...(indicatorId === null ? { indicatorId: text.indicatorRequired } : {}),
    ...(kind === 'manual' && !isExact(points.trim()) ? { points: text.pointsRequired } : {}),
    ...(kind === 'event' && occurredOn === null ? { occurredOn: text.dayRequired } : {}),
    ...(kind === 'event' && count === null ? { count: text.count } : {}),
    ...(kind === 'event' && hasLevels && level === null ? { level: text.levelRequired } : {}),
  }
}

/** 填齐了的写成契约要的样子;没有填齐为 null。 */
export const changeOf = (draft: ChangeDraft, hasLevels: boolean): CorrectionChange | null => {
  if (Object.keys(gapsOf(draft, hasLevels)).length > 0) return null
  const { kind, indicatorId, index } = draft
  if (kind === 'records') return { kind }
  if (kind === 'event_withdrawn' || kind === 'veto_withdrawn') return index === null ? null : { kind, index }
  if (indicatorId === null) return null
  if (kind === 'manual') return { kind, indicatorId, points: draft.points.trim() }
  if (kind === 'event') return draft.occurredOn === null ? null : { kind, indicatorId, occurredOn: draft.occurredOn, count: draft.count ?? 1, level: hasLevels ? draft.level : null, matter: draft.matter.trim() }
  return { kind, indicatorId }
}
