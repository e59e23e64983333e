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
    for (const [indicatorId, points] of Object.entries({ 'DW-04': '2.4', 'DW-06': '3', 'GL-08': '1.5', 'YJ-01': '8.55', 'YJ-02': '7', 'YJ-03': '6.3', 'YJ-04': '5', 'FW-01': '3.6', 'PP-01': '3', 'PP-02': '3' })) await calls.manual(branch, indicatorId, points)
    const event = { branchId: branch.id, period: PERIOD, occurredOn: '2026-09-20', reason: '有文件' }
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'KF-01', level: 'late', count: 2, matter: '' }))
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'JF-03', level: null, count: 1, matter: '安全生产先进' }))
    await must(work.api.evaluation.addEvent({ ...event, indicatorId: 'JF-04', level: null, count: 1, matter: '安全生产先进' }))
    return branch
  }

  test('总分、各行、参考星', async () => {
    const portrait = await calls.portraitOf(await build())
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
    const portrait = await calls.portraitOf(await build())
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
    const portrait = await calls.portraitOf(await build())
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
    const sheet = await calls.sheetOf(await build())
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
    expect(lineOf(await calls.sheetOf(branch), 'GL-01')).toMatchObject({ state: 'scored', achievement: '0' })
    work.meeting(branch, { type: 'general_meeting', day: '2026-08-10', present: 5 })
    expect(lineOf(await calls.sheetOf(branch), 'GL-01')).toMatchObject({ achievement: '1' })
  })

  test('没有党小组、不设支委会的不考,不是零分', async () => {
    const sheet = await calls.sheetOf(work.branch({ code: '001', members: 6, committee: false }))
    expect(lineOf(sheet, 'GL-02').state).toBe('exempt')
    expect(lineOf(sheet, 'GL-03').state).toBe('exempt')
    expect(lineOf(sheet, 'DW-01').achievement).toBe('1')
  })

  test('应设支委会没有设,设置项零分', async () => {
    expect(lineOf(await calls.sheetOf(work.branch({ code: '001', members: 7, committee: false })), 'DW-01').achievement).toBe('0')
  })

  test('没有登记届满日是缺项', async () => {
    expect(lineOf(await calls.sheetOf(work.branch({ code: '001', termDue: null })), 'DW-02').state).toBe('zero_missing')
  })

  test('当月一条记录也没有,记录规范是缺项', async () => {
    expect(lineOf(await calls.sheetOf(work.branch({ code: '001' })), 'GL-09').state).toBe('zero_missing')
  })
})

test('各类别用各自的业绩分值;综合管理类不考产量', async () => {
  const market = work.branch({ code: '001', category: 'market' })
  const management = work.branch({ code: '002', category: 'management' })
  const marks = async (branch: BranchMade) => {
    const sheet = await calls.sheetOf(branch)
    return ['YJ-01', 'YJ-02', 'YJ-03', 'YJ-04'].map((id) => lineOf(sheet, id).fullMark)
  }
  expect(await marks(market)).toEqual(['12', '8', '6', '4'])
  expect(await marks(management)).toEqual([null, '8', '16', '6'])
  expect(lineOf(await calls.sheetOf(management), 'YJ-01').state).toBe('not_applicable')
  expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: management.id, period: PERIOD, indicatorId: 'YJ-01', points: '0', reason: '没有' }))).toBe('INDICATOR_UNSUITABLE')
})
