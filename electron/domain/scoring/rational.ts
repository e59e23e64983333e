// 精确有理数。正式成绩全程不用浮点数:分子分母都是 BigInt,分母恒为正,恒为最简。
import { ScoringError } from './scoring-error.ts'

export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }
export const HUNDRED: Rational = { n: 100n, d: 1n }

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  // 绝大多数数值很小,用普通整数求公约数快得多;结果仍是精确的。
  if (x <= SAFE && y <= SAFE) {
    let p = Number(x)
    let q = Number(y)
    while (q !== 0) [p, q] = [q, p % q]
    return BigInt(p)
  }
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('zero denominator')
  const sign = d < 0n ? -1n : 1n
  const g = gcd(n, d) * sign
  return { n: n / g, d: d / g }
}

export function fromInteger(value: number | bigint): Rational {
  return { n: BigInt(value), d: 1n }
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(%?)$/
const FRACTION = /^([+-]?\d+)\/(\d+)$/

function parseText(text: string): Rational | null {
  const fraction = FRACTION.exec(text)
  if (fraction !== null) {
    const d = BigInt(fraction[2] ?? '0')
    return d === 0n ? null : rational(BigInt(fraction[1] ?? '0'), d)
  }
  const decimal = DECIMAL.exec(text)
  if (decimal === null) return null
  const whole = decimal[2] ?? ''
  const part = decimal[3] ?? ''
  if (whole === '' && part === '') return null
  const digits = BigInt(whole + part)
  const n = decimal[1] === '-' ? -digits : digits
  const scale = part.length + (decimal[4] === '%' ? 2 : 0)
  return scale === 0 ? { n, d: 1n } : rational(n, 10n ** BigInt(scale))
}

/** 能读成数就返回数,否则返回 null(用于记录里的比较条件)。 */
export function tryNumber(value: unknown): Rational | null {
  if (typeof value === 'string') return parseText(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? fromInteger(value) : null
  return null
}

/** 读入一个数:整数或“小数、分数、百分数”文本。带小数的 JSON 数已经丢失了用户键入的内容,一律拒绝。 */
export function parseNumber(value: unknown): Rational {
  const parsed = tryNumber(value)
  if (parsed === null) throw new ScoringError('BAD_NUMBER', String(value))
  return parsed
}

export function optionalNumber(value: unknown): Rational | null {
  return value === null || value === undefined ? null : parseNumber(value)
}

export function numberOr(value: unknown, fallback: Rational): Rational {
  return value === null || value === undefined ? fallback : parseNumber(value)
}

export function add(a: Rational, b: Rational): Rational {
  if (a.n === 0n) return b
  if (b.n === 0n) return a
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b))
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.n === 0n || b.n === 0n) return ZERO
  return rational(a.n * b.n, a.d * b.d)
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n)
}

export function compare(a: Rational, b: Rational): number {
  const left = a.d === b.d ? a.n : a.n * b.d
  const right = a.d === b.d ? b.n : b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** 达成度恒在 0 与 1 之间。 */
export function clampUnit(a: Rational): Rational {
  return maximum(ZERO, minimum(ONE, a))
}

export function isUnit(a: Rational): boolean {
  return a.n >= 0n && a.n <= a.d
}

export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO
  for (const value of values) total = add(total, value)
  return total
}

/** 规范文本:整数;有限小数不留尾零;其余为最简分数 n/d。 */
export function toText(a: Rational): string {
  if (a.d === 1n) return a.n.toString()
  let rest = a.d
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) {
    rest /= 2n
    twos += 1
  }
  while (rest % 5n === 0n) {
    rest /= 5n
    fives += 1
  }
  if (rest !== 1n) return `${a.n}/${a.d}`
  const places = Math.max(twos, fives)
  return unitsToText((a.n * 10n ** BigInt(places)) / a.d, places)
}

/** 把“最小单位的个数”写成固定位数的小数,零不带负号。 */
export function unitsToText(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString()
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`
}
