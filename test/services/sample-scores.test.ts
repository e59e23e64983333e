import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleBranches } from '../../electron/data/sample/organisations.ts'
import { samplePeriods, sampleSteps } from '../../electron/data/sample/score-entries.ts'
import { wuweiBaolei } from '../../electron/data/templates/wuwei-baolei.ts'
import { populateSampleScores } from '../../electron/services/evaluation/populate-sample-scores.ts'
import { createScoreRepo } from '../../electron/store/repos/score-repo.ts'
import { makeEvaluation, type EvaluationFixture } from '../support/evaluation-fixture.ts'
import { must } from '../support/make-core.ts'

let work: EvaluationFixture
beforeAll(() => {
  work = makeEvaluation()
  work.inBulk(() => {
    for (const { code, category, members, groups } of sampleBranches) {
      const branch = work.branch({ code, category, members, groups })
      for (const period of samplePeriods) {
        for (const type of ['committee_meeting', 'theme_day', 'general_meeting', 'party_lecture'] as const) work.meeting(branch, { type, day: `${period}-10` })
        for (const groupId of branch.groupIds) work.meeting(branch, { type: 'group_meeting', day: `${period}-12`, groupId })
      }
    }
  })
  populateSampleScores(work.scope)
})
afterAll(() => work.close())

const resultsOf = async (period: string) => (await must(work.api.evaluation.periodOverview({ period }))).results

describe('示例企业的月评价', () => {
  test.each([...samplePeriods])('%s:全部算出,高低有别,合情合理', async (period) => {
    const results = await resultsOf(period)
    expect(results).toHaveLength(sampleBranches.length)
    expect(results.every((result) => result.status === 'scored' && !result.stale && result.revision === 1)).toBe(true)
    const totals = results.map((result) => Number(result.total))
    expect(Math.min(...totals)).toBeGreaterThan(65)
    expect(Math.max(...totals)).toBeLessThanOrEqual(100)
    expect(Math.max(...totals) - Math.min(...totals)).toBeGreaterThan(10)
  })

  test('只有一起否决,最高二星;有缺项,有豁免', async () => {
    const all = (await Promise.all(samplePeriods.map(resultsOf))).flat()
    const vetoed = all.filter((result) => result.vetoCount > 0)
    expect(vetoed.map((result) => [result.branchCode, result.period, result.star])).toEqual([['006', '2026-09', 2]])
    expect(all.filter((result) => result.missingCount > 0)).toHaveLength(5)
    const exempted = (await resultsOf('2026-09')).find((result) => result.branchCode === '012')!
    const sheet = await must(work.api.evaluation.branchSheet({ branchId: exempted.branchId, period: '2026-09' }))
    expect(sheet.lines.find((line) => line.indicator.id === 'PP-02')?.state).toBe('exempt')
  })

  test('低于满分的都写了原因,没有一项超过满分', () => {
    const bad = work.scope.store.db.prepare("SELECT count(*) FROM manual_score WHERE reason = '' AND points NOT IN ('2', '3', '4', '6', '7', '8', '9', '12', '16')").pluck().get()
    expect(bad).toBe(0)
  })

  test('再算一遍,一个修订也不添', async () => {
    expect((await must(work.api.evaluation.scorePeriod({ period: '2026-09' }))).changed).toBe(0)
    expect(createScoreRepo(work.scope.store.db).latestOfPeriod('2026-09').every((score) => score.revision === 1)).toBe(true)
  })

  test('示例给每个月度、季度的手工指标都备了几档', () => {
    const needed = wuweiBaolei.scheme.indicators.filter((indicator) => (indicator.kind === 'base' || indicator.kind === 'special') && indicator.source !== 'auto' && indicator.period !== 'year').map((indicator) => indicator.id)
    expect(Object.keys(sampleSteps).toSorted()).toEqual(needed.toSorted())
  })
})
