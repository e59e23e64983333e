// 规则是否认得:类型、汇总函数、变换、时间窗都在六种规则的词表之内。
// 输入可能来自导入的文件,所以按“未知的值”逐项检查。
type Bag = Readonly<Record<string, unknown>>

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return value === undefined || value === null || (typeof value === 'string' && words.includes(value))
}

const WINDOWS = ['period', 'quarter', 'half', 'year', 'ytd'] as const
const FUNCTIONS = ['count', 'sum', 'avg', 'max', 'min'] as const
const MODES = ['identity', 'target', 'linear', 'bands'] as const
const SCORES = ['proportional', 'deduct', 'all_or_nothing'] as const
const COMBINES = ['weighted_mean', 'min', 'max', 'product'] as const

function isKnownSelection(rule: Bag): boolean {
  return typeof rule['source'] === 'string' && isOneOf(rule['window'], WINDOWS)
}

function isKnownAggregate(value: unknown): boolean {
  if (!isBag(value)) return false
  if ('param' in value || 'const' in value) return true
  return value['fn'] !== undefined && isOneOf(value['fn'], FUNCTIONS) && isKnownSelection(value)
}

function isKnownTransform(value: unknown): boolean {
  return value === undefined || value === null || (isBag(value) && isOneOf(value['mode'], MODES))
}

export function isKnownRule(rule: unknown): boolean {
  if (!isBag(rule)) return false
  switch (rule['type']) {
    case 'count':
      return isKnownSelection(rule) && (!isBag(rule['score']) || isOneOf(rule['score']['mode'], SCORES))
    case 'ratio':
      return isKnownAggregate(rule['num']) && isKnownAggregate(rule['den']) && isKnownTransform(rule['transform'])
    case 'value':
      return isKnownAggregate(rule['value']) && isKnownTransform(rule['transform'])
    case 'timeliness':
    case 'completeness':
      return isKnownSelection(rule)
    case 'composite': {
      const parts = rule['parts']
      if (!isOneOf(rule['op'], COMBINES) || !Array.isArray(parts)) return false
      return parts.every((part: unknown) => isBag(part) && isKnownRule(part['rule']))
    }
    default:
      return false
  }
}
