// 标准分与稳健标准分,六位小数。全程整数运算:根号用整数平方根,结果与机器无关。
// 稳健:0.6745 ×(值 - 中位数)/ 中位绝对差;中位绝对差为 0 时除以 1.253314 × 平均绝对差;没有离散则为 0。
import {
  ZERO,
  divide,
  fromInteger,
  multiply,
  parseNumber,
  subtract,
  sum,
  unitsToText,
  type Rational,
} from '../rational.ts'
import { roundText, type Rounding } from '../rounding.ts'
import { mean, median } from '../statistics.ts'

const SIX: Rounding = { decimals: 6, mode: 'half_up' }
const ROBUST = parseNumber('0.6745')
const MEAN_DEVIATION = parseNumber('1.253314')

export interface ZScores {
  readonly z: readonly (string | null)[]
  readonly robust: readonly (string | null)[]
}

function integerRoot(value: bigint): bigint {
  if (value < 2n) return value
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2))
  for (;;) {
    const next = (guess + value / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** 四舍五入到六位的 √q,带给定的符号。 */
function rootText(q: Rational, isNegative: boolean): string {
  const doubled = integerRoot((q.n * 4n * 10n ** 12n) / q.d)
  const units = (doubled + 1n) / 2n
  return unitsToText(isNegative ? -units : units, SIX.decimals)
}

function standardTexts(values: readonly Rational[]): (value: Rational) => string {
  const centre = mean(values) ?? ZERO
  const squares = sum(values.map((value) => multiply(subtract(value, centre), subtract(value, centre))))
  if (squares.n === 0n) return () => unitsToText(0n, SIX.decimals)
  const variance = divide(squares, fromInteger(values.length - 1))
  return (value) => {
    const distance = subtract(value, centre)
    return rootText(divide(multiply(distance, distance), variance), distance.n < 0n)
  }
}

function magnitude(value: Rational): Rational {
  return value.n < 0n ? subtract(ZERO, value) : value
}

function robustTexts(values: readonly Rational[]): (value: Rational) => string {
  const centre = median(values) ?? ZERO
  const distances = values.map((value) => magnitude(subtract(value, centre)))
  const mad = median(distances) ?? ZERO
  const average = mean(distances) ?? ZERO
  if (average.n === 0n) return () => unitsToText(0n, SIX.decimals)
  const factor = mad.n === 0n ? divide(fromInteger(1), multiply(MEAN_DEVIATION, average)) : divide(ROBUST, mad)
  return (value) => roundText(multiply(subtract(value, centre), factor), SIX)
}

/** null 的值不参与,位置留空。 */
export function zScores(values: readonly (Rational | null)[]): ZScores {
  const known = values.filter((value) => value !== null)
  const z = standardTexts(known)
  const robust = robustTexts(known)
  return {
    z: values.map((value) => (value === null ? null : z(value))),
    robust: values.map((value) => (value === null ? null : robust(value))),
  }
}
