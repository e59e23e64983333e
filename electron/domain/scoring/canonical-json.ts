// 规范 JSON:键按码元排序,没有空白,数写成文本。同样的输入得到同样的字节,供别处求摘要。
import { compareText } from './lookup.ts'
import { ScoringError } from './scoring-error.ts'

function numberText(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new ScoringError('BAD_NUMBER', String(value))
  return JSON.stringify(value.toString())
}

/** 值为 undefined 的键等于没有这个键;数组里的 undefined 写成 null。 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value)
    case 'number':
    case 'bigint':
      return numberText(value)
    case 'object': {
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
      const entries = Object.entries(value).filter(([, item]) => item !== undefined)
      entries.sort(([a], [b]) => compareText(a, b))
      return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
    }
    case 'undefined':
    case 'function':
    case 'symbol':
      return 'null'
    default:
      return 'null'
  }
}
