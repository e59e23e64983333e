import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

let work: TestCore
let branches: readonly string[]
const confirm = { reason: '换办法', password: TEST_PERSON.password }
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'] as const

beforeEach(async () => {
  work = await makeCore()
  const { nodes } = await must(work.api.organisations.tree({}))
  branches = await Promise.all(['一', '二', '三', '四', '五', '六', '七'].map(async (name) => (await must(work.api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name: `第${name}党支部`, shortName: '', code: '', category: 'production', fromDay: '2026-01-01' }))).id))
})
afterEach(() => work.close())

const own = (): string => branches[0] ?? ''
/** 本支部的成本控制照给的分,别的支部都得满分。 */
const scoreMonths = async (months: readonly string[], points: readonly (string | null)[]): Promise<void> => {
  for (const [index, period] of months.entries()) {
    const given = points[index] ?? null
    if (given === null) continue
    for (const branchId of branches) await must(work.api.evaluation.saveManualScore({ branchId, period, indicatorId: 'YJ-02', points: branchId === own() ? given : '7', reason: '按台账' }))
    await must(work.api.evaluation.scorePeriod({ period }))
  }
}
const trend = (period = '2026-11') => must(work.api.evaluation.branchTrend({ branchId: own(), period }))

describe('走势', () => {
  test.each([
    ['一直往上', ['1', '2', '3', '4', '5', '6'], 'up'],
    ['一直往下', ['6', '5', '4', '3', '2', '1'], 'down'],
    ['没有变', ['3', '3', '3', '3', '3', '3'], 'flat'],
    ['三期不下结论', [null, null, null, '1', '3', '6'], 'insufficient'],
  ] as const)('%s', async (_name, points, expected) => {
    await scoreMonths(MONTHS, points)
    const found = await trend()
    expect(found.dimensions.find(({ id }) => id === 'YJ')?.label).toBe(expected)
    expect(found.points.map(({ total }) => total !== null)).toEqual(points.filter((one) => one !== null).map(() => true))
  })

  test('没有算过的月份断开,不当零分;换了方案,前后不连成一段', async () => {
    await scoreMonths(MONTHS, ['1', '2', null, '4', '5', null])
    const before = await trend('2026-10')
    expect(before.points.map(({ total }) => total === null)).toEqual([false, false, true, false, false])
    const draft = await must(work.api.schemes.createFromTemplate({ template: 'wuwei', name: '新办法' }))
    const saved = await must(work.api.schemes.saveDraft({ id: draft.id, rev: draft.rev, effectiveFrom: '2026-11-01', body: draft.body }))
    await must(work.api.schemes.publish({ id: saved.id, rev: saved.rev }, { confirm }))
    await scoreMonths(['2026-11'], ['6'])
    const after = await trend()
    expect(new Set(after.points.map(({ comparable }) => comparable).filter((key) => key !== '')).size).toBe(2)
    expect(after.total).toBe('insufficient')
  })
})

describe('短板', () => {
  test('平均不到六成、在同类里垫底的是短板,写明补齐能多得几分;满分的不在里面', async () => {
    await scoreMonths(MONTHS.slice(2), ['2', '2', '3', '3'])
    const { weaknesses, observed } = await trend()
    expect(observed).toBe(4)
    const cost = weaknesses.find(({ indicatorId }) => indicatorId === 'YJ-02')
    expect(cost).toMatchObject({ status: 'weak', name: '成本控制', percentile: '0', tests: ['absolute', 'relative', 'persistent'] })
    expect(cost?.observations.map(({ achievement }) => achievement)).toEqual(['2/7', '2/7', '3/7', '3/7'])
    await scoreMonths(['2026-08', '2026-09', '2026-10', '2026-11'], ['7', '7', '7', '7'])
    expect((await trend()).weaknesses.some(({ indicatorId }) => indicatorId === 'YJ-02')).toBe(false)
  })
})
