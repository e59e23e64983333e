import type { CorrectionChange, CorrectionKind } from '../../../shared/model/evaluation-period.ts'
import { compareExact, isExact } from '../../../shared/util/exact-text.ts'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'

const text = appealsText.propose

/** 正在填的更正:各种共用一份,换种类时不丢别的。 */
export interface ChangeDraft {
  readonly kind: CorrectionKind
  readonly indicatorId: string | null
  /** 这一项的满分;不是改手工分的为 null。 */
  readonly full: string | null
  /** 这一项按等级计分,要选等级。 */
  readonly hasLevels: boolean
  readonly points: string
  readonly occurredOn: string | null
  readonly count: number | null
  readonly level: string | null
  readonly matter: string
  readonly index: number | null
}
export const BLANK_CHANGE: ChangeDraft = { kind: 'manual', indicatorId: null, full: null, hasLevels: false, points: '', occurredOn: null, count: 1, level: null, matter: '', index: null }
/** 换了种类、支部、月份,原来挑的就不是那一件了。 */
export const NOTHING_CHOSEN = { indicatorId: null, full: null, hasLevels: false, level: null, index: null } as const
export const CHANGE_KINDS: readonly CorrectionKind[] = ['manual', 'event', 'event_withdrawn', 'veto', 'veto_withdrawn', 'exemption', 'exemption_withdrawn', 'records']

type Gaps = Partial<Record<keyof ChangeDraft, string>>

const isWithin = (points: string, full: string | null): boolean => isExact(points) && compareExact(points, '0') >= 0 && (full === null || compareExact(points, full) <= 0)

/** 还缺什么、哪里不对。 */
export const gapsOf = ({ kind, indicatorId, full, hasLevels, points, occurredOn, count, level, index }: ChangeDraft): Gaps => {
  if (kind === 'records') return {}
  if (kind === 'event_withdrawn' || kind === 'veto_withdrawn') return index === null ? { index: text.whichRequired } : {}
  return {
    ...(indicatorId === null ? { indicatorId: text.indicatorRequired } : {}),
    ...(kind === 'manual' && !isWithin(points.trim(), full) ? { points: text.pointsRequired(full) } : {}),
    ...(kind === 'event' && occurredOn === null ? { occurredOn: text.dayRequired } : {}),
    ...(kind === 'event' && count === null ? { count: text.countRequired } : {}),
    ...(kind === 'event' && hasLevels && level === null ? { level: text.levelRequired } : {}),
  }
}

/** 填齐了的写成契约要的样子;没有填齐为 null。 */
export const changeOf = (draft: ChangeDraft): CorrectionChange | null => {
  if (Object.keys(gapsOf(draft)).length > 0) return null
  const { kind, indicatorId, hasLevels, index } = draft
  if (kind === 'records') return { kind }
  if (kind === 'event_withdrawn' || kind === 'veto_withdrawn') return index === null ? null : { kind, index }
  if (indicatorId === null) return null
  if (kind === 'manual') return { kind, indicatorId, points: draft.points.trim() }
  if (kind === 'event') return draft.occurredOn === null ? null : { kind, indicatorId, occurredOn: draft.occurredOn, count: draft.count ?? 1, level: hasLevels ? draft.level : null, matter: draft.matter.trim() }
  return { kind, indicatorId }
}
