import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { evaluationCalls, type EvaluationCalls, lineOf, PERIOD } from '../support/evaluation-calls.ts'
import { makeEvaluation, type EvaluationFixture, type BranchMade } from '../support/evaluation-fixture.ts'
import { must } from '../support/make-core.ts'

let work: EvaluationFixture
let calls: EvaluationCalls
beforeEach(() => {
  work = makeEvaluation()
  calls = evaluationCalls(work.api)
})
afterEach(() => work.close())

/** 9 月(季末)应考的手工项,全部给满分。 */
const FULL_MARKS = { 'DW-04': '3', 'DW-06': '3', 'GL-08': '2', 'YJ-01': '9', 'YJ-02': '7', 'YJ-03': '7', 'YJ-04': '7', 'FW-01': '4', 'FW-02': '3', 'PP-01': '4', 'PP-02': '3' }
const fullMeetings = (branch: BranchMade): void => {
  for (const type of ['general_meeting', 'committee_meeting', 'party_lecture', 'theme_day'] as const) work.meeting(branch, { type, day: '2026-09-15' })
  for (const groupId of branch.groupIds) work.meeting(branch, { type: 'group_meeting', day: '2026-09-16', groupId })
}
const perfect = async (given: Parameters<EvaluationFixture['branch']>[0]): Promise<BranchMade> => {
  const branch = work.branch(given)
  fullMeetings(branch)
  for (const [indicatorId, points] of Object.entries(FULL_MARKS)) await calls.manual(branch, indicatorId, points)
  return branch
}

describe('否决、加分封顶、豁免', () => {
  test('满分支部被否决:分数不变,参考星最高二星,不给距下一星', async () => {
    const branch = await perfect({ code: '001' })
    expect((await calls.portraitOf(branch)).summary).toMatchObject({ total: '100.00', star: 5 })
    const sheet = await must(work.api.evaluation.recordVeto({ branchId: branch.id, period: PERIOD, indicatorId: 'FJ-02', decidedOn: '2026-09-28', decidedBy: '安全部', reason: '较大责任事故' }))
    expect(sheet.summary).toMatchObject({ total: '100.00', star: 2, vetoCount: 1 })
    const portrait = await calls.portraitOf(branch)
    expect(portrait).toMatchObject({ starCap: 2, nextStar: null, vetoes: [{ indicatorId: 'FJ-02', reason: '较大责任事故' }] })
    const withdrawn = await must(work.api.evaluation.withdrawVeto({ branchId: branch.id, period: PERIOD, id: sheet.vetoes[0]!.id, rev: sheet.vetoes[0]!.rev, reason: '复核撤销' }))
    expect(withdrawn.summary).toMatchObject({ star: 5, vetoCount: 0 })
  })

  test('加分合计封顶 10', async () => {
    const branch = await perfect({ code: '001' })
    for (const matter of ['甲', '乙']) await must(work.api.evaluation.addEvent({ branchId: branch.id, period: PERIOD, indicatorId: 'JF-02', occurredOn: '2026-09-01', count: 1, level: null, matter, reason: '证书' }))
    const portrait = await calls.portraitOf(branch)
    expect(portrait.lines.find((line) => line.key === 'bonus')).toMatchObject({ exact: '10' })
    expect(portrait.summary.total).toBe('110.00')
  })

  test('豁免的不考,分值摊给本维度其他项', async () => {
    const branch = work.branch({ code: '001' })
    fullMeetings(branch)
    const before = await calls.sheetOf(branch)
    expect(lineOf(before, 'DW-06').state).toBe('zero_missing')
    const after = await must(work.api.evaluation.exempt({ branchId: branch.id, period: PERIOD, indicatorId: 'DW-06', reason: '党费由总支统收', approvedBy: '组织部' }))
    expect(lineOf(after, 'DW-06')).toMatchObject({ state: 'exempt', points: null, exemption: { reason: '党费由总支统收' } })
    expect(lineOf(after, 'DW-01').effectiveMark).toBe('80/13')
    const back = await must(work.api.evaluation.withdrawExemption({ branchId: branch.id, period: PERIOD, id: lineOf(after, 'DW-06').exemption!.id }))
    expect(lineOf(back, 'DW-06').state).toBe('zero_missing')
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
    const scored = (await calls.overview()).results.filter((one) => one.status !== null).length
    expect(scored).toBeGreaterThanOrEqual(10)
    expect(scored).toBeLessThan(60)
    expect((await calls.scoreAll()).changed).toBe(60 - scored)
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
    expect((await calls.scoreAll()).changed).toBe(count)
    const first = performance.now() - started
    const again = performance.now()
    expect((await calls.scoreAll()).changed).toBe(0)
    const second = performance.now() - again
    const look = performance.now()
    await calls.sheetOf({ id: (await calls.overview()).results[0]!.branchId })
    console.info(`1,000 branches: first ${Math.round(first)} ms, unchanged ${Math.round(second)} ms, overview and one sheet ${Math.round(performance.now() - look)} ms`)
    expect(first).toBeLessThan(60_000)
  })
})
