/**
 * 精确数的文本(整数、有限小数、`n/d`)在界面上的比较与取位。全部用 BigInt,不经浮点,
 * 因此与核心公布的数一位不差。
 */
interface Fraction {
  readonly n: bigint
  /** 恒为正。 */
  readonly d: bigint
}

const SHAPE = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/

const parse = (text: string): Fraction | null => {
  const found = SHAPE.exec(text.trim())
  if (found === null) return null
  const [, sign, whole = '0', decimals, divisor] = found
  const d = divisor !== undefined ? BigInt(divisor) : decimals !== undefined ? 10n ** BigInt(decimals.length) : 1n
  if (d === 0n) return null
  const n = BigInt(decimals === undefined ? whole : whole + decimals)
  return { n: sign === '-' ? -n : n, d }
}

/** 是不是精确数的文本。 */
export const isExact = (text: string): boolean => parse(text) !== null

/** a 小于、等于、大于 b:-1、0、1;有一个不是精确数时抛 RangeError。 */
export const compareExact = (a: string, b: string): -1 | 0 | 1 => {
  const left = parse(a)
  const right = parse(b)
  if (left === null || right === null) throw new RangeError(`not exact: ${left === null ? a : b}`)
  const difference = left.n * right.d - right.n * left.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * 取到几位小数,四舍五入(远离零)。
 *
 * @param scale 先乘几倍;得分率变百分数给 100。
 * @returns 固定位数的文本,如 `66.7`;不是精确数时原样返回。
 */
export const roundExact = (text: string, places: number, scale = 1): string => {
  const value = parse(text)
  if (value === null) return text
  const factor = 10n ** BigInt(places)
  const n = value.n * BigInt(scale) * factor
  const magnitude = n < 0n ? -n : n
  const rounded = (2n * magnitude + value.d) / (2n * value.d)
  const digits = rounded.toString().padStart(places + 1, '0')
  const body = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return n < 0n && rounded !== 0n ? `-${body}` : body
}

/** 两个精确数相乘,仍是精确文本;有一个不是精确数时抛 RangeError。 */
export const multiplyExact = (a: string, b: string): string => {
  const left = parse(a)
  const right = parse(b)
  if (left === null || right === null) throw new RangeError(`not exact: ${left === null ? a : b}`)
  return `${left.n * right.n}/${left.d * right.d}`
}

/** 给人看的分数:最多两位小数,尾部的零去掉(满分 20、满分 3.5)。 */
export const shortExact = (text: string): string => {
  const rounded = roundExact(text, 2)
  return rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded
}
