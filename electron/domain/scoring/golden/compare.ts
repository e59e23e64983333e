// 比对预期与实际。只比预期里写出的东西;数、文本、状态必须相等。
// 次序没有意义的清单(标记、星级效果)不论先后;没有写标记就是不许有标记。
// 标准分的 z 允许 0.000001 的差,其余没有容差。
import { compare, parseNumber, rational, subtract, tryNumber } from '../rational.ts'

type Bag = Readonly<Record<string, unknown>>

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const UNORDERED: ReadonlySet<string> = new Set(['flags', 'starEffects'])
const Z_TOLERANCE = rational(1n, 1_000_000n)

function isNear(expected: unknown, actual: unknown): boolean {
  if (tryNumber(expected) === null || tryNumber(actual) === null) return false
  const distance = subtract(parseNumber(expected), parseNumber(actual))
  return compare(distance.n < 0n ? subtract(rational(0n), distance) : distance, Z_TOLERANCE) <= 0
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function sortedTexts(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value)).sort()
}

function differ(path: string, expected: unknown, actual: unknown): string {
  return `${path || '/'}: expected ${show(expected)}, got ${show(actual)}`
}

function compareArrays(path: string, key: string, expected: readonly unknown[], actual: unknown): string | null {
  if (!Array.isArray(actual) || actual.length !== expected.length) return differ(path, expected, actual)
  if (UNORDERED.has(key)) {
    const same = JSON.stringify(sortedTexts(expected)) === JSON.stringify(sortedTexts(actual))
    return same ? null : differ(path, expected, actual)
  }
  for (const [index, item] of expected.entries()) {
    const found = difference(`${path}/${index}`, key, item, actual[index])
    if (found !== null) return found
  }
  return null
}

function compareBags(path: string, expected: Bag, actual: unknown): string | null {
  if (!isBag(actual)) return differ(path, expected, actual)
  for (const [key, value] of Object.entries(expected)) {
    const found = difference(`${path}/${key}`, key, value, actual[key])
    if (found !== null) return found
  }
  const isIndicator = 'state' in expected && 'points' in expected
  if (isIndicator && !('flags' in expected)) return difference(`${path}/flags`, 'flags', [], actual['flags'] ?? [])
  return null
}

function difference(path: string, key: string, expected: unknown, actual: unknown): string | null {
  if (Array.isArray(expected)) return compareArrays(path, key, expected, actual)
  if (isBag(expected)) return compareBags(path, expected, actual)
  if (Object.is(expected, actual)) return null
  if (path.startsWith('/z/') && isNear(expected, actual)) return null
  return differ(path, expected, actual)
}

/** 第一处不同,写成“路径: expected …, got …”;没有不同为 null。拒绝的案例只比代码(位置仅供参考)。 */
export function firstDifference(expected: unknown, actual: unknown): string | null {
  if (isBag(expected) && 'error' in expected) {
    return difference('', '', { error: expected['error'] }, actual)
  }
  // 没有总分的评价只比状态、覆盖率、各指标状态与否决。
  if (isBag(expected) && (expected['status'] === 'insufficient' || expected['status'] === 'blocked') && isBag(expected['indicators'])) {
    const { status, coverage, vetoes, total, totalExact, lines, indicators } = expected
    const states = Object.entries(indicators).map(([id, one]) => [id, isBag(one) ? { state: one['state'] } : one])
    return difference('', '', { status, coverage, vetoes, total, totalExact, lines, indicators: Object.fromEntries(states) }, actual)
  }
  return difference('', '', expected, actual)
}
