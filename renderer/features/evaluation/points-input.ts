import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import { compareExact, isExact, shortExact } from '../../../shared/util/exact-text.ts'

const text = evaluationText.sheet
const FULL_WIDTH = /[\uff10-\uff19]/g

/** 打字习惯里的写法归成精确数文本:全角数字、全角点、句号当点、`.5`、`3.`。读不懂的原样留着,由检查来说。 */
export const readPoints = (typed: string): string => {
  const plain = typed
    .trim()
    .replaceAll(FULL_WIDTH, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\uff0e\u3002\u00b7]/g, '.')
  if (/^\.\d+$/.test(plain)) return `0${plain}`
  return /^\d+\.$/.test(plain) ? plain.slice(0, -1) : plain
}

export type PointsCheck =
  /** 没有动过,或与已存的相同。 */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'save'; readonly points: string; readonly reason: string }
  /** 不能存:话放在格子下面,打的字不改。 */
  | { readonly kind: 'refused'; readonly words: string; readonly field: 'points' | 'reason' }

/**
 * 一项手工评分能不能存。不夹取、不补零:超出范围就说清楚,留在原处等人改。
 *
 * @param full 本类别满分,精确数文本。
 * @param saved 已存的;没有为 null。
 */
export const checkPoints = (typed: string, typedReason: string, full: string, saved: { readonly points: string; readonly reason: string } | null): PointsCheck => {
  const points = readPoints(typed)
  const reason = typedReason.trim()
  if (points === '') return saved === null ? { kind: 'unchanged' } : { kind: 'withdraw' }
  if (!isExact(points)) return { kind: 'refused', words: text.notNumber, field: 'points' }
  if (compareExact(points, '0') < 0) return { kind: 'refused', words: text.belowZero(shortExact(full)), field: 'points' }
  if (compareExact(points, full) > 0) return { kind: 'refused', words: text.outOfRange(points, shortExact(full)), field: 'points' }
  if (saved !== null && compareExact(points, saved.points) === 0 && reason === saved.reason) return { kind: 'unchanged' }
  if (compareExact(points, full) < 0 && reason === '') return { kind: 'refused', words: text.reasonRequired, field: 'reason' }
  return { kind: 'save', points, reason }
}
