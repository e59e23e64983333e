import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('规范 JSON', () => {
  it('键排序、没有空白、数写成文本、没有的键不写', () => {
    expect(canonicalJson({ b: [1, null, '中"'], a: { d: true, c: undefined }, B: 2n })).toBe(
      '{"B":"2","a":{"d":true},"b":["1",null,"中\\""]}',
    )
  })

  it('带小数的数拒绝', () => {
    expect(() => canonicalJson({ a: 0.5 })).toThrow(expect.objectContaining({ code: 'BAD_NUMBER' }))
  })

  it('键的先后无所谓', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string())), (table) => {
        const reversed = Object.fromEntries(Object.entries(table).toReversed())
        expect(canonicalJson(reversed)).toBe(canonicalJson(table))
        expect(() => JSON.parse(canonicalJson(table))).not.toThrow()
      }),
    )
  })
})
