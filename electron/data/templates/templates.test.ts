import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeRule } from '../../../shared/i18n/zh-CN/rule-sentence.ts'
import { schemeBodySchema } from '../../../shared/model/scheme.ts'
import { categorySums, checkBody } from '../../domain/evaluation/check-body.ts'
import { SCHEME_TEMPLATES } from './index.ts'

const BUILT_IN = ['production', 'auxiliary', 'management', 'market', 'mixed']
const countOf = (key: string, ...kinds: readonly string[]): number => SCHEME_TEMPLATES.find((one) => one.key === key)?.body.scheme.indicators.filter(({ kind }) => kinds.includes(kind)).length ?? 0
const bodyOf = (key: string) => {
  const found = SCHEME_TEMPLATES.find((one) => one.key === key)
  if (found === undefined) throw new Error(key)
  return found.body
}

describe.each(SCHEME_TEMPLATES)('$key', ({ body }) => {
  it('五个类别都能发布,形状收得下,单位自加的类别也一样', () => {
    expect(checkBody(body, [...BUILT_IN, 'logistics'])).toEqual([])
    expect(schemeBodySchema.safeParse(body).error?.issues).toBeUndefined()
    expect(new Set(categorySums(body.scheme, BUILT_IN).map(({ sum }) => sum))).toEqual(new Set([String(body.scheme.fullTotal)]))
  })
  it('名称、说明写明是示例;文字、等级、分法齐全,没有多余的', () => {
    expect(body.name).toMatch(/（示例）$/)
    expect(body.note).toContain('示例')
    expect(Object.keys(body.texts.indicators).toSorted()).toEqual(body.scheme.indicators.map(({ id }) => id).toSorted())
    for (const { id, levels } of body.scheme.indicators) {
      const text = body.texts.indicators[id]
      expect([text?.name, text?.wording, text?.evidence].every((part) => part !== undefined && part !== ''), id).toBe(true)
      expect(Object.keys(text?.levels ?? {}), id).toEqual(Object.keys(levels ?? {}))
      for (const group of body.texts.tagGroups ?? []) if (text?.tags !== undefined) expect(group.values.map(({ code }) => code), id).toContain(text.tags[group.code])
    }
  })
  it('自动的规则说得成一句话,没有露出代码', () => {
    const rules = body.scheme.indicators.flatMap(({ rule }) => rule ?? [])
    // 收下以后就是编辑器里的样子。
    for (const rule of schemeBodySchema.parse(body).scheme.indicators.flatMap((one) => one.rule ?? [])) expect(describeRule(rule)).not.toMatch(/[a-z]{3}/)
    expect(rules.every(({ type }) => type !== undefined)).toBe(true)
  })
})

it('各模板的结构与来源说的一样', () => {
  expect(countOf('eight-aspects', 'base')).toBe(27)
  expect([bodyOf('eight-aspects').scheme.dimensions.length, countOf('eight-aspects', 'bonus'), countOf('eight-aspects', 'veto'), bodyOf('eight-aspects').scheme.basePeriod]).toEqual([8, 5, 4, 'quarter'])
  expect([bodyOf('six-classes').scheme.dimensions.length, countOf('six-classes', 'base')]).toEqual([6, 80])
  const { stars } = bodyOf('six-classes').scheme
  expect([stars?.levels.map(({ star }) => star), stars?.quota?.map(({ star, count }) => [star, count]), stars?.gates]).toEqual([[3, 4, 5], [[5, 3], [4, 11], [3, 29]], [{ star: 3, type: 'flag', flag: 'commitment_kept' }]])
  expect(bodyOf('six-classes').scheme.indicators.find(({ id }) => id === 'FJ-01')?.effects).toEqual([{ type: 'revoke_star', lock: 2 }])
  const four = bodyOf('four-powers')
  for (const { id } of four.scheme.dimensions) expect(new Set(four.scheme.indicators.filter(({ kind, dim }) => kind === 'base' && dim === id).map((one) => four.texts.indicators[one.id]?.tags?.['source'])).size, id).toBe(4)
  expect([countOf('university-staff', 'base'), countOf('university-students', 'base')]).toEqual([19, 15])
  // 24 条,其中 12、13、19、21 兼有加扣,各分成两项。
  expect(countOf('town-line', 'bonus', 'deduct')).toBe(28)
  expect([countOf('six-haves', 'base'), countOf('quality-system', 'base')]).toEqual([9, 11])
})

it('说明文档里的表与模板逐行一致', () => {
  const rows = readFileSync(join(import.meta.dirname, '../../../docs/evaluation-templates.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(rows.map((row) => row.slice(1, 9))).toEqual(
    SCHEME_TEMPLATES.map(({ key, body: { name, scheme } }) => {
      const regular = scheme.indicators.filter(({ kind }) => kind === 'base' || kind === 'special')
      const events = ['bonus', 'deduct', 'veto'].map((kind) => String(scheme.indicators.filter((one) => one.kind === kind).length))
      return [`\`${key}\``, name.replaceAll('（', '(').replaceAll('）', ')'), scheme.basePeriod === 'quarter' ? '季' : regular.every(({ period }) => period === 'year') ? '年' : '月', `${scheme.dimensions.length} × ${regular.length}`, String(scheme.fullTotal), `${regular.filter(({ source }) => source === 'auto').length} + ${regular.filter(({ source }) => source === 'hybrid').length}`, events.join('、'), (scheme.stars?.levels ?? []).map(({ star }) => star).join('、') || '无']
    }),
  )
})
