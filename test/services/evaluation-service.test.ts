import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, evaluationCalls, type EvaluationCalls, lineOf, PERIOD } from '../support/evaluation-calls.ts'
import { makeEvaluation, type EvaluationFixture, type BranchMade } from '../support/evaluation-fixture.ts'
import { must } from '../support/make-core.ts'

let work: EvaluationFixture
let calls: EvaluationCalls
beforeEach(() => {
  work = makeEvaluation()
  calls = evaluationCalls(work.api)
})
afterEach(() => work.close())

describe('录入的规矩', () => {
  test.each<[string, { indicatorId: string; points: string; reason?: string }, string]>([
    ['满分不必写原因', { indicatorId: 'DW-06', points: '3' }, 'ok'],
    ['低于满分要写原因', { indicatorId: 'DW-06', points: '2.99' }, 'REASON_REQUIRED'],
    ['低于满分写了原因', { indicatorId: 'DW-06', points: '2.99', reason: '1 人迟交' }, 'ok'],
    ['超过满分', { indicatorId: 'DW-06', points: '3.01' }, 'OUT_OF_RANGE'],
    ['负分', { indicatorId: 'DW-06', points: '-1', reason: '不行' }, 'OUT_OF_RANGE'],
    ['分母为零', { indicatorId: 'DW-06', points: '1/0', reason: '不行' }, 'OUT_OF_RANGE'],
    ['分数也收', { indicatorId: 'DW-06', points: '8/3', reason: '9 人中 8 人' }, 'ok'],
    ['自动指标不收手工分', { indicatorId: 'GL-02', points: '4' }, 'INDICATOR_UNSUITABLE'],
    ['本月不考的不收', { indicatorId: 'DW-03', points: '4' }, 'INDICATOR_UNSUITABLE'],
    ['加分项不是评分项', { indicatorId: 'JF-01', points: '1' }, 'INDICATOR_UNSUITABLE'],
    ['没有的指标', { indicatorId: 'ZZ-99', points: '1' }, 'INDICATOR_UNSUITABLE'],
  ])('%s', async (_title, given, code) => {
    const branch = work.branch({ code: '001' })
    expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: branch.id, period: PERIOD, reason: '', ...given }))).toBe(code)
  })

  test('超出时告诉满分是多少,按本类别', async () => {
    const branch = work.branch({ code: '001', category: 'auxiliary' })
    const result = await work.api.evaluation.saveManualScore({ branchId: branch.id, period: PERIOD, indicatorId: 'YJ-01', points: '9', reason: '' })
    expect(result).toMatchObject({ ok: false, error: { code: 'OUT_OF_RANGE', data: { full: '4' } } })
  })

  test.each<[string, { indicatorId: string; level: string | null }, string]>([
    ['有等级的要选等级', { indicatorId: 'KF-01', level: null }, 'INDICATOR_UNSUITABLE'],
    ['没有这个等级', { indicatorId: 'KF-01', level: 'toString' }, 'INDICATOR_UNSUITABLE'],
    ['没有等级的不带等级', { indicatorId: 'KF-02', level: 'late' }, 'INDICATOR_UNSUITABLE'],
    ['否决不是扣分', { indicatorId: 'FJ-01', level: null }, 'INDICATOR_UNSUITABLE'],
    ['合适', { indicatorId: 'KF-03', level: 'warning' }, 'ok'],
  ])('加扣分:%s', async (_title, given, code) => {
    const branch = work.branch({ code: '001' })
    expect(await codeOf(work.api.evaluation.addEvent({ branchId: branch.id, period: PERIOD, occurredOn: '2026-09-01', count: 1, matter: '', reason: '有据', ...given }))).toBe(code)
  })

  test('不是支部的、没有的、没有方案的月份', async () => {
    const branch = work.branch({ code: '001' })
    expect(await codeOf(work.api.evaluation.branchSheet({ branchId: work.rootId, period: PERIOD }))).toBe('NOT_A_BRANCH')
    expect(await codeOf(work.api.evaluation.branchSheet({ branchId: '00000000-0000-7000-8000-000000000000', period: PERIOD }))).toBe('NOT_FOUND')
    expect(await codeOf(work.api.evaluation.branchSheet({ branchId: branch.id, period: '2025-12' }))).toBe('NO_SCHEME')
  })

  test('撤回要对得上支部、月份与修订号', async () => {
    const branch = work.branch({ code: '001' })
    const sheet = await must(work.api.evaluation.addEvent({ branchId: branch.id, period: PERIOD, indicatorId: 'KF-02', occurredOn: '2026-09-01', count: 1, level: null, matter: '', reason: '通报' }))
    const { id, rev } = sheet.events[0]!
    const withdraw = (changes: { period?: string; rev?: number }) => work.api.evaluation.withdrawEvent({ branchId: branch.id, period: PERIOD, id, rev, reason: '误录', ...changes })
    expect(await codeOf(withdraw({ period: '2026-08' }))).toBe('NOT_FOUND')
    expect(await codeOf(withdraw({ rev: rev + 1 }))).toBe('STALE')
    expect((await must(withdraw({}))).events).toEqual([])
    expect(await codeOf(withdraw({}))).toBe('NOT_FOUND')
  })
})

describe('修订', () => {
  const revisions = (branch: BranchMade) =>
    work.scope.store.db.prepare(`SELECT revision, input_hash AS hash, json_extract(body, '$.indicators."DW-06".achievement') AS achievement FROM score_result WHERE branch_id = ? AND period = ? ORDER BY revision`).all(branch.id, PERIOD) as { revision: number; hash: string; achievement: string }[]

  test('依据没变不添修订;改正留着旧的', async () => {
    const branch = work.branch({ code: '001' })
    expect((await calls.scoreAll()).changed).toBe(1)
    expect((await calls.scoreAll()).changed).toBe(0)
    expect(revisions(branch)).toHaveLength(1)
    await calls.manual(branch, 'DW-06', '2')
    await calls.manual(branch, 'DW-06', '2')
    await calls.manual(branch, 'DW-06', '2.5')
    const history = revisions(branch)
    expect(history.map((score) => [score.revision, score.achievement])).toEqual([
      [1, '0'],
      [2, '2/3'],
      [3, '5/6'],
    ])
    expect(() => work.scope.store.db.prepare('UPDATE score_result SET revision = 9').run()).toThrow(/append-only/)
    const back = await must(work.api.evaluation.withdrawManualScore({ branchId: branch.id, period: PERIOD, indicatorId: 'DW-06' }))
    expect(lineOf(back, 'DW-06')).toMatchObject({ state: 'zero_missing', manual: null })
    // 撤回之后的依据与第 1 个修订一样,仍是新的一个修订。
    expect(back.summary.revision).toBe(4)
    expect(revisions(branch).at(-1)?.hash).toBe(history[0]?.hash)
  })

  test('会议变了成绩就旧,重算之后不旧;不影响分数的变动不添修订', async () => {
    const branch = work.branch({ code: '001' })
    await calls.scoreAll()
    expect((await calls.sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 1 })
    work.meeting(branch, { type: 'theme_day', day: '2026-09-05' })
    work.markDirty(branch.id, PERIOD)
    expect((await calls.sheetOf(branch)).summary).toMatchObject({ stale: true, revision: 1 })
    expect((await calls.scoreAll()).changed).toBe(1)
    expect((await calls.sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 2 })
    work.meeting(branch, { type: 'theme_day', day: '2026-09-12', state: 'draft' })
    work.markDirty(branch.id, PERIOD)
    expect((await calls.scoreAll()).changed).toBe(0)
    expect((await calls.sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 2 })
  })

  test('换了类别,成绩要重算;原来的分超过新满分的按缺项', async () => {
    const branch = work.branch({ code: '001' })
    await calls.manual(branch, 'YJ-01', '9')
    work.scope.store.db.prepare("UPDATE organisation_category SET category_code = 'auxiliary' WHERE organisation_id = ?").run(branch.id)
    expect((await calls.sheetOf(branch)).summary.stale).toBe(true)
    await calls.scoreAll()
    expect(lineOf(await calls.sheetOf(branch), 'YJ-01')).toMatchObject({ state: 'zero_missing', fullMark: '4' })
    expect((await calls.sheetOf(branch)).summary.stale).toBe(false)
  })

  test('每次录入都有审计,并且只通知一次', async () => {
    const branch = work.branch({ code: '001' })
    await calls.manual(branch, 'DW-06', '3')
    const rows = work.scope.store.db.prepare("SELECT table_name FROM audit_log WHERE procedure = 'evaluation.saveManualScore' ORDER BY seq").pluck().all()
    expect(rows).toEqual(['manual_score', 'score_result'])
    expect(work.pushed.filter((push) => push.event === 'evaluation.changed')).toEqual([{ event: 'evaluation.changed', payload: { branchIds: [branch.id], periods: [PERIOD] } }])
  })
})

describe('总览与画像', () => {
  test('同类排名:同分同名次;未计算的不排;按类别、名次排列', async () => {
    const [a, b, c] = [work.branch({ code: '001' }), work.branch({ code: '002' }), work.branch({ code: '003' })]
    const other = work.branch({ code: '004', category: 'market' })
    await calls.manual(c, 'DW-06', '3')
    await calls.manual(a, 'DW-06', '1')
    await calls.manual(b, 'DW-06', '1')
    const overview = await calls.overview()
    expect(overview).toMatchObject({ schemeName: '五维堡垒指数（示例）', schemeVersion: 1 })
    expect(overview.results.map((result) => [result.branchCode, result.rank])).toEqual([
      ['003', { rank: 1, of: 3, tied: false }],
      ['001', { rank: 2, of: 3, tied: true }],
      ['002', { rank: 2, of: 3, tied: true }],
      ['004', null],
    ])
    expect(overview.results.at(-1)).toMatchObject({ branchId: other.id, status: null, total: null, revision: 0 })
  })

  test('中位数不含本支部,三个同类起才有', async () => {
    const made = ['001', '002', '003', '004'].map((code) => work.branch({ code }))
    for (const [index, branch] of made.entries()) await calls.manual(branch, 'YJ-01', String(index))
    const portrait = await calls.portraitOf(made[0]!)
    // 业绩轴:本支部 0/30;其余 1、2、3 分,中位 2/30。
    expect(portrait.axes.find((axis) => axis.id === 'YJ')).toMatchObject({ value: '0.0', median: '6.7', vetoed: false })
    expect(portrait.peerCount).toBe(3)
  })

  test('还没有计算:各轴是缺口,不是零', async () => {
    const portrait = await calls.portraitOf(work.branch({ code: '001' }))
    expect(portrait.axes.every((axis) => axis.value === null)).toBe(true)
    expect(portrait).toMatchObject({ drawable: false, closed: false, lines: [], nextStar: null, computedAt: null })
  })

  test('方案里看得到五维、等级、星级', async () => {
    const scheme = await must(work.api.evaluation.scheme({ period: PERIOD }))
    expect(scheme.dimensions.map((dimension) => dimension.name)).toEqual(['星级队伍', '星级管理', '星级业绩', '星级服务', '星级品牌'])
    expect(scheme.indicators.find((indicator) => indicator.id === 'KF-01')?.levels).toEqual([
      { code: 'late', name: '逾期', points: '0.5' },
      { code: 'untrue', name: '不实', points: '2' },
    ])
    expect(scheme.stars.at(-1)).toEqual({ star: 5, min: '90' })
  })
})
