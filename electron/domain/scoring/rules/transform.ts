// 把量变成达成度:原样、对目标、两端点间直线、分档。结果恒在 0 与 1 之间。
import { assertNever } from '../../../../shared/util/assert-never.ts'
import {
  ONE,
  ZERO,
  clampUnit,
  compare,
  divide,
  numberOr,
  optionalNumber,
  parseNumber,
  subtract,
  type Rational,
} from '../rational.ts'
import type { Band, Transform } from '../rule.ts'

/** min 档取达到的最高界;max 档取未超过的最低界;都没有就是 0。 */
function bandOf(value: Rational, bands: readonly Band[]): Rational {
  let best: { readonly limit: Rational; readonly a: Rational } | null = null
  for (const band of bands) {
    const min = optionalNumber(band.min)
    const limit = min ?? optionalNumber(band.max)
    if (limit === null) continue
    const side = min === null ? -1 : 1
    if (compare(value, limit) * side < 0) continue
    if (best === null || compare(limit, best.limit) * side > 0) best = { limit, a: parseNumber(band.a) }
  }
  return best === null ? ZERO : best.a
}

function linear(value: Rational, lo: Rational, hi: Rational): Rational {
  const span = subtract(hi, lo)
  // 两端点重合时退化为“达到即满分”。
  if (span.n === 0n) return compare(value, hi) >= 0 ? ONE : ZERO
  return divide(subtract(value, lo), span)
}

function shape(value: Rational, transform: Transform): Rational {
  const mode = transform.mode ?? 'identity'
  switch (mode) {
    case 'identity':
      return value
    case 'target': {
      const target = numberOr(transform.target, ONE)
      if (target.n === 0n) return value.n >= 0n ? ONE : ZERO
      return divide(value, target)
    }
    case 'linear':
      return linear(value, numberOr(transform.lo, ZERO), numberOr(transform.hi, ONE))
    case 'bands':
      return bandOf(value, transform.bands ?? [])
    default:
      return assertNever(mode)
  }
}

export function applyTransform(value: Rational, transform: Transform | null | undefined): Rational {
  return clampUnit(transform === null || transform === undefined ? value : shape(value, transform))
}
