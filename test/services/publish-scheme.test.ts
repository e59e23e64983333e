import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wuweiBaolei } from '../../electron/data/templates/wuwei-baolei.ts'
import { publishVersion, SchemeRefused } from '../../electron/services/evaluation/schemes/publish-scheme.ts'
import { createSchemeRepo } from '../../electron/store/repos/scheme-repo.ts'
import { makeEvaluation, type EvaluationFixture } from '../support/evaluation-fixture.ts'
import { must } from '../support/make-core.ts'

let work: EvaluationFixture
beforeEach(() => {
  work = makeEvaluation()
})
afterEach(() => work.close())

describe('发布', () => {
  const publish = (changes: Partial<(typeof wuweiBaolei)['scheme']>, texts = wuweiBaolei.texts) => {
    const repo = createSchemeRepo(work.scope.store.db)
    const body = { ...wuweiBaolei, scheme: { ...wuweiBaolei.scheme, ...changes }, texts }
    work.scope.write('evaluation', 'test', (transaction) => publishVersion(repo, transaction, { id: work.scope.ports.ids.next(), schemeId: repo.publishedVersions()[0]!.schemeId, ownerUnit: work.rootId, version: 2, effectiveFrom: '2026-10-01', body, categories: ['production', 'auxiliary', 'management', 'market', 'mixed'] }))
  }
  const refusal = (action: () => void): readonly unknown[] => {
    try {
      action()
    } catch (error) {
      if (error instanceof SchemeRefused) return error.faults
      throw error
    }
    return []
  }
  const replaced = (id: string, changes: object) => wuweiBaolei.scheme.indicators.map((indicator) => (indicator.id === id ? { ...indicator, ...changes } : indicator))

  test('规则读了词汇表之外的东西,不能发布,库里不留痕迹', () => {
    expect(refusal(() => publish({ indicators: replaced('GL-05', { rule: { type: 'count', source: 'photos', required: 1 } }) }))).toEqual([{ code: 'UNKNOWN_TABLE', place: 'GL-05', detail: 'photos' }])
    expect(refusal(() => publish({ indicators: replaced('GL-05', { rule: { type: 'count', source: 'meetings', where: { mood: 'good' }, required: { param: 'wishes' } } }) }))).toEqual([
      { code: 'UNKNOWN_FIELD', place: 'GL-05', detail: 'meetings.mood' },
      { code: 'UNKNOWN_PARAM', place: 'GL-05', detail: 'wishes' },
    ])
    expect(createSchemeRepo(work.scope.store.db).publishedVersions()).toHaveLength(1)
  })

  test('分值加不到 100、缺名称', () => {
    expect(refusal(() => publish({ indicators: replaced('GL-05', { full: 6 }) }))).toEqual(['auxiliary', 'management', 'market', 'mixed', 'production'].map((place) => ({ code: 'FULL_SUM', place, detail: '101' })))
    expect(refusal(() => publish({}, { ...wuweiBaolei.texts, dimensions: { ...wuweiBaolei.texts.dimensions, PP: '' } }))).toEqual([{ code: 'TEXT_MISSING', place: 'PP', detail: '' }])
  })

  test('新版本自生效月起用,以前的月份仍用旧版本;发布后不能改', async () => {
    publish({ bonus: { cap: 5, noDuplicateMatter: true } })
    expect((await must(work.api.evaluation.scheme({ period: '2026-09' }))).version).toBe(1)
    expect((await must(work.api.evaluation.scheme({ period: '2026-10' }))).version).toBe(2)
    expect(() => work.scope.store.db.prepare("UPDATE scheme_version SET body = '{}'").run()).toThrow(/immutable/)
  })
})
