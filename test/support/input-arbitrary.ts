import fc from 'fast-check'
import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly maxItems?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly maximum?: number
  readonly minimum?: number
}

const NASTY = ['', ' ', '0', '-1', 'NULL', "'; DROP TABLE member; --", '=1+1', '<img src=x onerror=alert(1)>', '__proto__', 'constructor', '\u0000', '\u202e', '%', '_', '\\', '𠮷野', 'x'.repeat(5000), '1/0', '87.5', '2026-02-30', '9999-12-31', '0000-00-00', '2026-13', '2026-11-20 25:00']
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const DATES = ['2026-11-20', '2026-09', '2026-Q3', '2026', '2026-11-01', '2020-01-01', '2026-11-20 09:00', '1000-01', '2200-12-31']

/** 字符串:库里真有的标识、像样的日期、刁钻的文字、随机文字;形状里写了式样、长短的,多半照着来。 */
const strings = (schema: JsonSchema, everything: readonly string[]): fc.Arbitrary<string> => {
  // 标识只填在要标识的地方:当成文字存进去,以后就分不清是漏出来的还是自己填的。
  const known = schema.format === 'uuid' ? everything : everything.filter((text) => !UUID.test(text))
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u')
  const fits = (text: string): boolean => (pattern?.test(text) ?? true) && text.length >= (schema.minLength ?? 0) && text.length <= (schema.maxLength ?? Infinity)
  const fitting = [...known, ...DATES, ...NASTY, '1', '0.5', 'a'].filter(fits)
  const anything = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known, ...DATES, ...NASTY) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) })
  if (fitting.length === 0) return anything
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...fitting) }, { weight: schema.format === 'uuid' ? 3 : 0, arbitrary: fc.uuid({ version: 7 }) }, { weight: pattern === null ? 8 : 1, arbitrary: anything })
}

const integers = ({ minimum = -3, maximum = 3000 }: JsonSchema): fc.Arbitrary<number> => {
  const [min, max] = [Math.max(minimum, -3), Math.min(maximum, 3000)]
  return fc.oneof({ weight: 8, arbitrary: fc.integer({ min, max: Math.min(max, min + 3) }) }, { weight: 4, arbitrary: fc.integer({ min, max }) }, { weight: min <= 2026 && max >= 2026 ? 8 : 0, arbitrary: fc.constant(2026) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, Number.MAX_SAFE_INTEGER) })
}

const fromSchema = (schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const variants = schema.anyOf ?? schema.oneOf
  if (variants !== undefined) return fc.oneof(...variants.map((part) => fromSchema(part, known)))
  switch (schema.type) {
    case 'object': {
      const entries = Object.entries(schema.properties ?? {})
      return fc.record(Object.fromEntries(entries.map(([key, part]) => [key, fromSchema(part, known)])), { requiredKeys: entries.map(([key]) => key).filter((key) => schema.required?.includes(key) ?? false), noNullPrototype: true })
    }
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, known), { maxLength: Math.min(schema.maxItems ?? 4, 4) })
    case 'string':
      return strings(schema, known)
    case 'integer':
      return integers(schema)
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case undefined:
    default:
      return fc.jsonValue()
  }
}

/** 由契约里的输入形状造出像样的输入(多半能过核对,内容刁钻),偶尔改坏一处。 */
export const shapedInput = (schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> => {
  const base = fromSchema(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, known)
  const broken = fc.tuple(base, fc.string({ maxLength: 10 }), fc.jsonValue()).map(([value, key, extra]) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, [key]: extra } : extra))
  return fc.oneof({ weight: 4, arbitrary: base }, { weight: 1, arbitrary: broken })
}
