import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkVocabulary } from '../../domain/evaluation/check-vocabulary.ts'
import { schemeForCategory } from '../../domain/evaluation/category-scheme.ts'
import { isDue } from '../../domain/scoring/applicability.ts'
import { nominalMarks } from '../../domain/scoring/nominal-marks.ts'
import { parsePeriod } from '../../domain/scoring/period.ts'
import { prepareScheme } from '../../domain/scoring/prepare-scheme.ts'
import { sum, toText } from '../../domain/scoring/rational.ts'
import { validateScheme } from '../../domain/scoring/validate-scheme.ts'
import { wuweiBaolei } from './wuwei-baolei.ts'

const BUILT_IN = ['production', 'auxiliary', 'management', 'market', 'mixed']
const { scheme, texts } = wuweiBaolei
const regular = scheme.indicators.filter((indicator) => indicator.kind === 'base' || indicator.kind === 'special')

describe('五维堡垒指数模板', () => {
  test('五个类别都能发布,没有一条问题', () => {
    expect(validateScheme(scheme, BUILT_IN)).toEqual([])
    expect(checkVocabulary(scheme)).toEqual([])
  })

  test('单位自加的类别用缺省分值,合计仍是 100', () => {
    expect(validateScheme(scheme, [...BUILT_IN, 'logistics'])).toEqual([])
  })

  test.each([
    ['production', ['9', '7', '7', '7']],
    ['auxiliary', ['4', '8', '9', '9']],
    ['management', [null, '8', '16', '6']],
    ['market', ['12', '8', '6', '4']],
    ['mixed', ['9', '7', '7', '7']],
    ['logistics', ['9', '7', '7', '7']],
  ])('类别 %s 的业绩四项分值 %j,总分 100', (category, expected) => {
    const marks = nominalMarks(prepareScheme(schemeForCategory(scheme, category)), category)
    expect(['YJ-01', 'YJ-02', 'YJ-03', 'YJ-04'].map((id) => (marks.has(id) ? toText(marks.get(id)!) : null))).toEqual(expected)
    expect(toText(sum(marks.values()))).toBe('100')
  })

  test('每个维度每个月都有要考的指标,雷达图不会因为日历而缺轴', () => {
    for (let month = 1; month <= 12; month += 1) {
      const period = parsePeriod(`2026-${String(month).padStart(2, '0')}`)
      for (const dimension of scheme.dimensions) expect(regular.some((indicator) => indicator.dim === dimension.id && isDue(indicator, period)), `${dimension.id} ${month}`).toBe(true)
    }
  })

  test('维度满分 20、30、30、10、10', () => {
    const full = scheme.dimensions.map(({ id }) => regular.filter((indicator) => indicator.dim === id).reduce((total, indicator) => total + Number(indicator.full), 0))
    expect(full).toEqual([20, 30, 30, 10, 10])
  })

  test('有登记的指标自动计分,还没有登记的由人评', () => {
    const automatic = regular.filter((indicator) => indicator.source === 'auto').map((indicator) => indicator.id)
    expect(automatic).toEqual(['DW-01', 'DW-02', 'DW-05', 'GL-01', 'GL-02', 'GL-03', 'GL-04', 'GL-05', 'GL-09'])
    for (const indicator of regular) expect(indicator.rule !== undefined, indicator.id).toBe(indicator.source !== 'manual')
  })

  test('名称、评分标准、佐证齐全;等级都有名称;没有多余的文字', () => {
    expect(Object.keys(texts.indicators).toSorted()).toEqual(scheme.indicators.map((indicator) => indicator.id).toSorted())
    for (const indicator of scheme.indicators) {
      const text = texts.indicators[indicator.id] ?? { name: '', wording: '', evidence: '' }
      expect([text.name, text.wording, text.evidence].every((part) => part !== ''), indicator.id).toBe(true)
      expect(Object.keys(text.levels ?? {})).toEqual(Object.keys(indicator.levels ?? {}))
    }
    expect(Object.keys(texts.dimensions)).toEqual(scheme.dimensions.map((dimension) => dimension.id))
  })

  test.each([
    ['FJ-01', 2],
    ['FJ-02', 2],
    ['FJ-03', 2],
    ['FJ-04', 4],
  ])('否决 %s 最高 %i 星', (id, star) => {
    expect(scheme.indicators.find((indicator) => indicator.id === id)?.effects).toEqual([{ type: 'cap_star', star }])
  })

  test('星级只用下界,最低一级从 0 起', () => {
    expect(scheme.stars?.levels.map((level) => [level.star, level.min])).toEqual([
      [1, 0],
      [2, 60],
      [3, 70],
      [4, 80],
      [5, 90],
    ])
  })

  test('说明文档里的表与数据逐行一致', () => {
    const rows = readFileSync(join(import.meta.dirname, '../../../docs/evaluation-preset.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| [A-Z]{2}-\d\d \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('(', '（').replaceAll(')', '）')))
    expect(rows.map((row) => row[1])).toEqual(scheme.indicators.map((indicator) => indicator.id))
    for (const [index, indicator] of scheme.indicators.entries()) {
      const row = rows[index] ?? []
      expect(row[2]).toBe(texts.indicators[indicator.id]?.name)
      if (!regular.includes(indicator)) continue
      expect([row[3], row[5]], indicator.id).toEqual([String(indicator.full), indicator.source === 'auto' ? '自动' : indicator.source === 'hybrid' ? '自动,可改评' : '手工'])
      const months = indicator.dueMonths === undefined ? '每月' : indicator.period === 'quarter' ? '季末' : `${indicator.dueMonths?.join('、')} 月`
      expect(row[4], indicator.id).toBe(months)
      if (indicator.fullByCategory) expect(row[7]).toContain(BUILT_IN.map((category) => indicator.fullByCategory?.[category]).join('、'))
    }
  })
})
