// 记录的筛选条件与有效性条件。
import type { Fact } from './input.ts'
import { lookup } from './lookup.ts'
import { daysBetween, readDate } from './period.ts'
import { compare, divide, fromInteger, parseNumber, toText, tryNumber } from './rational.ts'
import type { FieldCondition, Operators, Validity, Where } from './rule.ts'

function isOperators(condition: FieldCondition): condition is Operators {
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition)
}

function isAbsent(value: unknown): boolean {
  return value === null || value === undefined
}

/** 相等:两边都是文本时按原文比(编号“01”不等于“1”),有一边是数时按数值比。 */
function isEqual(a: unknown, b: unknown): boolean {
  if (isAbsent(a) || isAbsent(b)) return isAbsent(a) && isAbsent(b)
  if (a === b) return true
  if (typeof a === 'number' || typeof b === 'number') {
    const left = tryNumber(a)
    const right = tryNumber(b)
    return left !== null && right !== null && compare(left, right) === 0
  }
  return false
}

/** 大小:能当数就按数比(含分数文本),否则按文本比(日期即如此)。缺值没有大小。 */
function order(a: unknown, b: unknown): number | null {
  const left = tryNumber(a)
  const right = tryNumber(b)
  if (left !== null && right !== null) return compare(left, right)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return null
}

function holds(name: string, value: unknown, wanted: unknown): boolean {
  switch (name) {
    case 'eq':
      return isEqual(value, wanted)
    case 'ne':
      return !isEqual(value, wanted)
    case 'in':
      return Array.isArray(wanted) && wanted.some((one) => isEqual(value, one))
    case 'exists':
      return isAbsent(value) !== wanted
    case 'gte':
    case 'lte':
    case 'gt':
    case 'lt': {
      const sign = order(value, wanted)
      if (sign === null) return false
      return name === 'gte' ? sign >= 0 : name === 'lte' ? sign <= 0 : name === 'gt' ? sign > 0 : sign < 0
    }
    default:
      return false
  }
}

const SUBJECTS: ReadonlySet<string> = new Set(['field', 'ratio', 'lag'])

function satisfies(operators: Operators, value: unknown): boolean {
  for (const [name, wanted] of Object.entries(operators)) {
    if (SUBJECTS.has(name) || wanted === undefined) continue
    if (!holds(name, value, wanted)) return false
  }
  return true
}

function matches(condition: FieldCondition, value: unknown): boolean {
  if (Array.isArray(condition)) return condition.some((one) => isEqual(value, one))
  return isOperators(condition) ? satisfies(condition, value) : isEqual(value, condition)
}

export function matchesWhere(fact: Fact, where: Where | null | undefined): boolean {
  if (where === null || where === undefined) return true
  for (const [field, condition] of Object.entries(where)) {
    if (!matches(condition, lookup(fact, field))) return false
  }
  return true
}

/** 两字段之比:有一个缺失或除数为 0 时条件不成立。 */
function ratioHolds(rule: Validity, fact: Fact, fields: readonly [string, string]): boolean {
  const top = lookup(fact, fields[0])
  const bottom = lookup(fact, fields[1])
  if (isAbsent(top) || isAbsent(bottom)) return false
  const divisor = parseNumber(bottom)
  return divisor.n !== 0n && satisfies(rule, toText(divide(parseNumber(top), divisor)))
}

/** 两日期相隔天数:有一个缺失时条件不成立。 */
function lagHolds(rule: Validity, fact: Fact, fields: readonly [string, string]): boolean {
  const first = readDate(lookup(fact, fields[0]))
  const second = readDate(lookup(fact, fields[1]))
  if (first === null || second === null) return false
  return satisfies(rule, toText(fromInteger(daysBetween(first, second))))
}

export function isValidFact(fact: Fact, rules: readonly Validity[] | null | undefined): boolean {
  for (const rule of rules ?? []) {
    const { field, ratio, lag } = rule
    if (ratio !== null && ratio !== undefined) {
      if (!ratioHolds(rule, fact, ratio)) return false
    } else if (lag !== null && lag !== undefined) {
      if (!lagHolds(rule, fact, lag)) return false
    } else if (!satisfies(rule, lookup(fact, field ?? ''))) {
      return false
    }
  }
  return true
}
