import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wuweiBaolei } from '../../electron/data/templates/wuwei-baolei.ts'
import { publishVersion, SchemeRefused } from '../../electron/services/evaluation/publish-scheme.ts'
import { createSchemeRepo } from '../../electron/store/repos/scheme-repo.ts'
import { createScoreRepo } from '../../electron/store/repos/score-repo.ts'
import { makeEvaluation, type BranchMade, type EvaluationFixture } from '../support/evaluation-fixture.ts'
import { must } from '../support/make-core.ts'

let work: EvaluationFixture
beforeEach(() => {
  work = makeEvaluation()
})
afterEach(() => work.close())

const PERIOD = '2026-09'
const codeOf = async (result: Promise<{ readonly ok: boolean; readonly error?: { readonly code: string; readonly data: unknown } }>) => {
  const settled = await result
  return settled.ok ? 'ok' : settled.error?.code
}
const manual = async (branch: BranchMade, indicatorId: string, points: string, period = PERIOD) => must(work.api.evaluation.saveManualScore({ branchId: branch.id, period, indicatorId, points, reason: '按台账核定' }))
const sheetOf = (branch: BranchMade, period = PERIOD) => must(work.api.evaluation.branchSheet({ branchId: branch.id, period }))
const portraitOf = (branch: BranchMade, period = PERIOD) => must(work.api.evaluation.branchPortrait({ branchId: branch.id, period }))
const scoreAll = (period = PERIOD) => must(work.api.evaluation.scorePeriod({ period }))
const lineOf = (sheet: Awaited<ReturnType<typeof sheetOf>>, id: string) => sheet.lines.find((line) => line.indicator.id === id)!

/** 9 月(季末)应考的手工项,全部给满分。 */
const FULL_MARKS = { 'DW-04': '3', 'DW-06': '3', 'GL-08': '2', 'YJ-01': '9', 'YJ-02': '7', 'YJ-03': '7', 'YJ-04': '7', 'FW-01': '4', 'FW-02': '3', 'PP-01': '4', 'PP-02': '3' }
const fullMeetings = (branch: BranchMade): void => {
  for (const type of ['general_meeting', 'committee_meeting', 'party_lecture', 'theme_day'] as const) work.meeting(branch, { type, day: '2026-09-15' })
  for (const groupId of branch.groupIds) work.meeting(branch, { type: 'group_meeting', day: '2026-09-16', groupId })
}
const perfect = async (given: Parameters<EvaluationFixture['branch']>[0]): Promise<BranchMade> => {
  const branch = work.branch(given)
  fullMeetings(branch)
  for (const [indicatorId, points] of Object.entries(FULL_MARKS)) await manual(branch, indicatorId, points)
  return branch
}

describe('一个生产类支部的 9 月,与纸上算的一样', () => {
  /*
   * 9 月是季末:年度项(学时、民主评议、谈心、满意度、品牌)不考,分值在本维度内摊给应考的项。
   * 维度 | 应考分值 | 倍数    | 各项得分                                                         | 小计
   * 队伍 | 16       | 20/16  | 设置4 换届3 发展2.4 名册3 党费3 = 15.4                            | 19.25
   * 管理 | 24       | 30/24  | 大会5 支委会4 小组1.5(两组开一组) 党课0 党日5 安排1.5 记录1.8 = 18.8 | 23.5
   * 业绩 | 30       | 1      | 产量8.55 成本7 质量6.3 安全5                                      | 26.85
   * 服务 | 7        | 10/7   | 问题清单3.6 志愿服务缺项0                                         | 36/7
   * 品牌 | 7        | 10/7   | 载体3 共建3                                                      | 60/7
   * 合计 69.6 + 96/7;扣分 2 次逾期 -1;加分:同一事项就高 +6(不是 6+4)。
   * 总分 74.6 + 96/7 = 3091/35 = 88.3142… → 88.31,四星,距五星 1.69。
   */
  const build = async (): Promise<BranchMade> => {
    const branch = work.branch({ code: '001', groups: 2 })
    work.meeting(branch, { type: 'general_meeting', day: '2026-07-10', present: 6 })
    work.meeting(branch, { type: 'committee_meeting', day: '2026-09-02' })
    work.meeting(branch, { type: 'group_meeting', day: '2026-09-08', groupId: branch.groupIds[0]! })
    work.meeting(branch, { type: 'group_meeting', day: '2026-09-22', groupId: branch.groupIds[0]! })
    work.meeting(branch, { type: 'theme_day', day: '2026-09-05', place: '' })
    for (const [indicatorId, points] of Object.entries({ 'DW-04': '2.4', 'DW-06': '3', 'GL-08': '1.5', 'YJ-01': '8.55', 'YJ-02': '7', 'YJ-03': '6.3', 'YJ-04': '5', 'FW-01': '3.6', 'PP-01': '3', 'PP-02': '3' })) await manual(branch, indicatorId, points)
    const event = { branchId: branch.id, period: PERIOD, occurredOn: '2026-09-20', reason: '有文件' }
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'KF-01', level: 'late', count: 2, matter: '' }))
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'JF-03', level: null, count: 1, matter: '安全生产先进' }))
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'JF-04', level: null, count: 1, matter: '安全生产先进' }))
    return branch
  }

  test('总分、各行、参考星', async () => {
    const portrait = await portraitOf(await build())
    expect(portrait.summary).toMatchObject({ status: 'scored', total: '88.31', star: 4, missingCount: 1, vetoCount: 0, stale: false })
    expect(portrait.totalExact).toBe('3091/35')
    expect(portrait.coverage).toBe('27/28')
    expect(portrait.lines.map((line) => [line.name, line.exact, line.shown])).toEqual([
      ['星级队伍', '19.25', '19.25'],
      ['星级管理', '23.5', '23.50'],
      ['星级业绩', '26.85', '26.85'],
      ['星级服务', '36/7', '5.14'],
      ['星级品牌', '60/7', '8.57'],
      ['扣分', '-1', '-1.00'],
      ['扣至零分为止', '0', '0.00'],
      ['加分', '6', '6.00'],
      ['总分封顶', '0', '0.00'],
      ['否决', '0', '0.00'],
    ])
    expect(portrait.nextStar).toEqual({ star: 5, missing: '1.69' })
  })

  test('雷达各轴:得分率百分数一位小数;没有三个同类就没有中位数', async () => {
    const portrait = await portraitOf(await build())
    expect(portrait.axes.map((axis) => [axis.name, axis.value, axis.full, axis.score, axis.median])).toEqual([
      ['星级队伍', '96.3', '20', '19.25', null],
      ['星级管理', '78.3', '30', '23.50', null],
      ['星级业绩', '89.5', '30', '26.85', null],
      ['星级服务', '51.4', '10', '5.14', null],
      ['星级品牌', '85.7', '10', '8.57', null],
    ])
    expect(portrait).toMatchObject({ drawable: true, closed: true, peerCount: 0 })
  })

  test('失分从多到少,带原因;缺项标明缺项', async () => {
    const portrait = await portraitOf(await build())
    expect(portrait.losses.map((loss) => [loss.name, loss.lost, loss.state, loss.reason])).toEqual([
      ['志愿服务和帮扶慰问', '4.29', 'zero_missing', ''],
      ['党课', '3.75', 'scored', '应办 1 次，计入 0 次'],
      ['安全', '2.00', 'scored', '按台账核定'],
      ['党小组会', '1.88', 'scored', '应办 2 次，计入 1 次'],
      ['示范岗、责任区、突击队和攻关项目运行', '1.43', 'scored', '按台账核定'],
      ['材料报送逾期或不实', '1.00', 'scored', '有文件'],
      ['积极分子培养和发展计划完成', '0.75', 'scored', '按台账核定'],
      ['质量合格、服务满意', '0.70', 'scored', '按台账核定'],
    ])
  })

  test('评分表:缺的是「缺项」,不到期的是「不考」,都不是零分', async () => {
    const sheet = await sheetOf(await build())
    expect(lineOf(sheet, 'FW-02')).toMatchObject({ state: 'zero_missing', fullMark: '3', effectiveMark: '30/7', points: '0' })
    expect(lineOf(sheet, 'DW-03')).toMatchObject({ state: 'not_due', fullMark: '4', effectiveMark: null, points: null })
    expect(lineOf(sheet, 'GL-03')).toMatchObject({ state: 'scored', achievement: '0.5', effectiveMark: '3.75', points: '1.875' })
    expect(lineOf(sheet, 'GL-09')).toMatchObject({ achievement: '0.9' })
    expect(lineOf(sheet, 'YJ-01').manual).toMatchObject({ points: '8.55', reason: '按台账核定' })
  })

  test('依据:计入的与没计入的逐条列出', async () => {
    const branch = await build()
    work.meeting(branch, { type: 'group_meeting', day: '2026-09-25', groupId: branch.groupIds[1]!, state: 'draft' })
    const explained = await must(work.api.evaluation.explainIndicator({ branchId: branch.id, period: PERIOD, indicatorId: 'GL-03' }))
    expect(explained).toMatchObject({ source: 'auto', achievement: '0.5' })
    expect(explained.parts).toHaveLength(1)
    expect(explained.parts[0]).toMatchObject({ table: 'meetings', required: '2' })
    expect(explained.parts[0]!.counted.map((fact) => [fact.date, fact.label])).toEqual([['2026-09-08', '2026-09-08 group_meeting']])
    expect(explained.parts[0]!.rejected.map((fact) => [fact.date, fact.reason])).toEqual([
      ['2026-09-22', 'distinct'],
      ['2026-09-25', 'valid_if'],
    ])
  })
})

describe('自动计分', () => {
  test('到会不够法定人数的党员大会不算', async () => {
    const branch = work.branch({ code: '001' })
    work.meeting(branch, { type: 'general_meeting', day: '2026-09-10', present: 4 })
    expect(lineOf(await sheetOf(branch), 'GL-01')).toMatchObject({ state: 'scored', achievement: '0' })
    work.meeting(branch, { type: 'general_meeting', day: '2026-08-10', present: 5 })
    expect(lineOf(await sheetOf(branch), 'GL-01')).toMatchObject({ achievement: '1' })
  })

  test('没有党小组、不设支委会的不考,不是零分', async () => {
    const sheet = await sheetOf(work.branch({ code: '001', members: 6, committee: false }))
    expect(lineOf(sheet, 'GL-02').state).toBe('exempt')
    expect(lineOf(sheet, 'GL-03').state).toBe('exempt')
    expect(lineOf(sheet, 'DW-01').achievement).toBe('1')
  })

  test('应设支委会没有设,设置项零分', async () => {
    expect(lineOf(await sheetOf(work.branch({ code: '001', members: 7, committee: false })), 'DW-01').achievement).toBe('0')
  })

  test('没有登记届满日是缺项', async () => {
    expect(lineOf(await sheetOf(work.branch({ code: '001', termDue: null })), 'DW-02').state).toBe('zero_missing')
  })

  test('当月一条记录也没有,记录规范是缺项', async () => {
    expect(lineOf(await sheetOf(work.branch({ code: '001' })), 'GL-09').state).toBe('zero_missing')
  })
})

test('各类别用各自的业绩分值;综合管理类不考产量', async () => {
  const market = work.branch({ code: '001', category: 'market' })
  const management = work.branch({ code: '002', category: 'management' })
  const marks = async (branch: BranchMade) => {
    const sheet = await sheetOf(branch)
    return ['YJ-01', 'YJ-02', 'YJ-03', 'YJ-04'].map((id) => lineOf(sheet, id).fullMark)
  }
  expect(await marks(market)).toEqual(['12', '8', '6', '4'])
  expect(await marks(management)).toEqual([null, '8', '16', '6'])
  expect(lineOf(await sheetOf(management), 'YJ-01').state).toBe('not_applicable')
  expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: management.id, period: PERIOD, indicatorId: 'YJ-01', points: '0', reason: '没有' }))).toBe('INDICATOR_UNSUITABLE')
})

describe('否决、加分封顶、豁免', () => {
  test('满分支部被否决:分数不变,参考星最高二星,不给距下一星', async () => {
    const branch = await perfect({ code: '001' })
    expect((await portraitOf(branch)).summary).toMatchObject({ total: '100.00', star: 5 })
    const sheet = await must(work.api.evaluation.recordVeto({ branchId: branch.id, period: PERIOD, indicatorId: 'FJ-02', decidedOn: '2026-09-28', decidedBy: '安全部', reason: '较大责任事故' }))
    expect(sheet.summary).toMatchObject({ total: '100.00', star: 2, vetoCount: 1 })
    const portrait = await portraitOf(branch)
    expect(portrait).toMatchObject({ starCap: 2, nextStar: null, vetoes: [{ indicatorId: 'FJ-02', reason: '较大责任事故' }] })
    const withdrawn = await must(work.api.evaluation.withdrawVeto({ branchId: branch.id, period: PERIOD, id: sheet.vetoes[0]!.id, rev: sheet.vetoes[0]!.rev, reason: '复核撤销' }))
    expect(withdrawn.summary).toMatchObject({ star: 5, vetoCount: 0 })
  })

  test('加分合计封顶 10', async () => {
    const branch = await perfect({ code: '001' })
    for (const matter of ['甲', '乙']) await must(work.api.evaluation.addEvent({ branchId: branch.id, period: PERIOD, indicatorId: 'JF-02', occurredOn: '2026-09-01', count: 1, level: null, matter, reason: '证书' }))
    const portrait = await portraitOf(branch)
    expect(portrait.lines.find((line) => line.key === 'bonus')).toMatchObject({ exact: '10' })
    expect(portrait.summary.total).toBe('110.00')
  })

  test('豁免的不考,分值摊给本维度其他项', async () => {
    const branch = work.branch({ code: '001' })
    fullMeetings(branch)
    const before = await sheetOf(branch)
    expect(lineOf(before, 'DW-06').state).toBe('zero_missing')
    const after = await must(work.api.evaluation.exempt({ branchId: branch.id, period: PERIOD, indicatorId: 'DW-06', reason: '党费由总支统收', approvedBy: '组织部' }))
    expect(lineOf(after, 'DW-06')).toMatchObject({ state: 'exempt', points: null, exemption: { reason: '党费由总支统收' } })
    expect(lineOf(after, 'DW-01').effectiveMark).toBe('80/13')
    const back = await must(work.api.evaluation.withdrawExemption({ branchId: branch.id, period: PERIOD, id: lineOf(after, 'DW-06').exemption!.id }))
    expect(lineOf(back, 'DW-06').state).toBe('zero_missing')
  })
})

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
  test('依据没变不添修订;改正留着旧的', async () => {
    const branch = work.branch({ code: '001' })
    const scores = createScoreRepo(work.scope.store.db)
    expect((await scoreAll()).changed).toBe(1)
    expect((await scoreAll()).changed).toBe(0)
    expect(scores.history(branch.id, PERIOD)).toHaveLength(1)
    await manual(branch, 'DW-06', '2')
    await manual(branch, 'DW-06', '2')
    await manual(branch, 'DW-06', '2.5')
    const history = scores.history(branch.id, PERIOD)
    expect(history.map((score) => [score.revision, score.result.indicators['DW-06']?.achievement])).toEqual([
      [1, '0'],
      [2, '2/3'],
      [3, '5/6'],
    ])
    expect(() => work.scope.store.db.prepare('UPDATE score_result SET revision = 9').run()).toThrow(/append-only/)
    const back = await must(work.api.evaluation.withdrawManualScore({ branchId: branch.id, period: PERIOD, indicatorId: 'DW-06' }))
    expect(lineOf(back, 'DW-06')).toMatchObject({ state: 'zero_missing', manual: null })
    // 撤回之后的依据与第 1 个修订一样,仍是新的一个修订。
    expect(back.summary.revision).toBe(4)
    expect(scores.head(branch.id, PERIOD)?.inputHash).toBe(history[0]?.inputHash)
  })

  test('会议变了成绩就旧,重算之后不旧;不影响分数的变动不添修订', async () => {
    const branch = work.branch({ code: '001' })
    await scoreAll()
    expect((await sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 1 })
    work.meeting(branch, { type: 'theme_day', day: '2026-09-05' })
    work.markDirty(branch.id, PERIOD)
    expect((await sheetOf(branch)).summary).toMatchObject({ stale: true, revision: 1 })
    expect((await scoreAll()).changed).toBe(1)
    expect((await sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 2 })
    work.meeting(branch, { type: 'theme_day', day: '2026-09-12', state: 'draft' })
    work.markDirty(branch.id, PERIOD)
    expect((await scoreAll()).changed).toBe(0)
    expect((await sheetOf(branch)).summary).toMatchObject({ stale: false, revision: 2 })
  })

  test('换了类别,成绩要重算;原来的分超过新满分的按缺项', async () => {
    const branch = work.branch({ code: '001' })
    await manual(branch, 'YJ-01', '9')
    work.scope.store.db.prepare("UPDATE organisation_category SET category_code = 'auxiliary' WHERE organisation_id = ?").run(branch.id)
    expect((await sheetOf(branch)).summary.stale).toBe(true)
    await scoreAll()
    expect(lineOf(await sheetOf(branch), 'YJ-01')).toMatchObject({ state: 'zero_missing', fullMark: '4' })
    expect((await sheetOf(branch)).summary.stale).toBe(false)
  })

  test('每次录入都有审计,并且只通知一次', async () => {
    const branch = work.branch({ code: '001' })
    await manual(branch, 'DW-06', '3')
    const rows = work.scope.store.db.prepare("SELECT table_name FROM audit_log WHERE procedure = 'evaluation.saveManualScore' ORDER BY seq").pluck().all()
    expect(rows).toEqual(['manual_score', 'score_result'])
    expect(work.pushed.filter((push) => push.event === 'evaluation.changed')).toEqual([{ event: 'evaluation.changed', payload: { branchIds: [branch.id], periods: [PERIOD] } }])
  })
})

describe('总览与画像', () => {
  test('同类排名:同分同名次;未计算的不排;按类别、名次排列', async () => {
    const [a, b, c] = [work.branch({ code: '001' }), work.branch({ code: '002' }), work.branch({ code: '003' })]
    const other = work.branch({ code: '004', category: 'market' })
    await manual(c, 'DW-06', '3')
    await manual(a, 'DW-06', '1')
    await manual(b, 'DW-06', '1')
    const overview = await must(work.api.evaluation.periodOverview({ period: PERIOD }))
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
    for (const [index, branch] of made.entries()) await manual(branch, 'YJ-01', String(index))
    const portrait = await portraitOf(made[0]!)
    // 业绩轴:本支部 0/30;其余 1、2、3 分,中位 2/30。
    expect(portrait.axes.find((axis) => axis.id === 'YJ')).toMatchObject({ value: '0.0', median: '6.7', vetoed: false })
    expect(portrait.peerCount).toBe(3)
  })

  test('还没有计算:各轴是缺口,不是零', async () => {
    const portrait = await portraitOf(work.branch({ code: '001' }))
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

describe('计算全部支部', () => {
  test('取消之后,已算的保留', async () => {
    work.inBulk(() => {
      for (let index = 1; index <= 60; index += 1) work.branch({ code: String(index).padStart(3, '0'), members: 1 })
    })
    const controller = new AbortController()
    const result = await work.api.evaluation.scorePeriod({ period: PERIOD }, { signal: controller.signal, onProgress: ({ done }) => done >= 10 && controller.abort() })
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    const scored = (await must(work.api.evaluation.periodOverview({ period: PERIOD }))).results.filter((one) => one.status !== null).length
    expect(scored).toBeGreaterThanOrEqual(10)
    expect(scored).toBeLessThan(60)
    expect((await scoreAll()).changed).toBe(60 - scored)
  })

  test('1,000 个支部、25 项指标,连取数与存库', { timeout: 120_000 }, async () => {
    const count = 1000
    work.inBulk(() => {
      for (let index = 1; index <= count; index += 1) {
        const branch = work.branch({ code: String(index).padStart(4, '0'), category: ['production', 'auxiliary', 'management', 'market', 'mixed'][index % 5]!, members: 8, groups: 1 })
        for (const type of ['general_meeting', 'committee_meeting', 'theme_day'] as const) work.meeting(branch, { type, day: '2026-09-10' })
      }
    })
    const started = performance.now()
    expect((await scoreAll()).changed).toBe(count)
    const first = performance.now() - started
    const again = performance.now()
    expect((await scoreAll()).changed).toBe(0)
    const second = performance.now() - again
    const look = performance.now()
    await sheetOf({ id: (await must(work.api.evaluation.periodOverview({ period: PERIOD }))).results[0]!.branchId, memberIds: [], groupIds: [] })
    console.info(`1,000 branches: first ${Math.round(first)} ms, unchanged ${Math.round(second)} ms, overview and one sheet ${Math.round(performance.now() - look)} ms`)
    expect(first).toBeLessThan(60_000)
  })
})

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
    expect(refusal(() => publish({ indicators: replaced('GL-05', { rule: { type: 'count', source: 'photos', required: 1 } }) }))).toEqual([['UNKNOWN_TABLE', 'GL-05', 'photos']])
    expect(refusal(() => publish({ indicators: replaced('GL-05', { rule: { type: 'count', source: 'meetings', where: { mood: 'good' }, required: { param: 'wishes' } } }) }))).toEqual([
      ['UNKNOWN_FIELD', 'GL-05', 'meetings.mood'],
      ['UNKNOWN_PARAM', 'GL-05', 'wishes'],
    ])
    expect(createSchemeRepo(work.scope.store.db).publishedVersions()).toHaveLength(1)
  })

  test('分值加不到 100、缺名称', () => {
    expect(refusal(() => publish({ indicators: replaced('GL-05', { full: 6 }) })).map((fault) => (fault as string[])[0])).toEqual(['FULL_SUM', 'FULL_SUM', 'FULL_SUM', 'FULL_SUM', 'FULL_SUM'])
    expect(refusal(() => publish({}, { ...wuweiBaolei.texts, dimensions: { ...wuweiBaolei.texts.dimensions, PP: '' } }))).toEqual([['TEXT_MISSING', 'PP']])
  })

  test('新版本自生效月起用,以前的月份仍用旧版本;发布后不能改', async () => {
    publish({ bonus: { cap: 5, noDuplicateMatter: true } })
    expect((await must(work.api.evaluation.scheme({ period: '2026-09' }))).version).toBe(1)
    expect((await must(work.api.evaluation.scheme({ period: '2026-10' }))).version).toBe(2)
    expect(() => work.scope.store.db.prepare("UPDATE scheme_version SET body = '{}'").run()).toThrow(/immutable/)
  })
})
