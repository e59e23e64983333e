import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

let work: TestCore
let branches: readonly { readonly id: string; readonly name: string }[]
const confirm = { reason: '党委会议定', password: TEST_PERSON.password }

beforeEach(async () => {
  work = await makeCore()
  const { nodes } = await must(work.api.organisations.tree({}))
  branches = await Promise.all(
    ['第一党支部', '第二党支部', '第三党支部', '第四党支部'].map(async (name) => {
      const made = await must(work.api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name, shortName: '', code: '', category: 'production' }))
      return { id: made.id, name }
    }),
  )
})
afterEach(() => work.close())

/** 过些天再来:屏幕早锁了,先解开。 */
const goTo = async (day: string): Promise<void> => {
  work.clock.set(day)
  await must(work.api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
}
const at = (index: number): string => branches[index]?.id ?? ''
const score = (index: number, period: string, points: Readonly<Record<string, string>>) => Promise.all(Object.entries(points).map(([indicatorId, value]) => must(work.api.evaluation.saveManualScore({ branchId: at(index), period, indicatorId, points: value, reason: '按台账' }))))
const periodOf = async (period: string) => {
  const found = (await must(work.api.periods.list({ year: 2026 }))).periods.find((one) => one.period === period)
  if (found === undefined) throw new Error(`no period ${period}`)
  return found
}
const advance = async (period: string, to: 'self_assessed' | 'reviewed' | 'publicity' | 'closed') => work.api.periods.advance({ period, rev: (await periodOf(period)).rev, to, publicityDays: 5, approvedBy: '党委会', document: '', note: '' }, { confirm })
const standing = async (period: string, index: number) => {
  const row = (await must(work.api.standings.overview({ period }))).rows.find(({ branchId }) => branchId === at(index))
  if (row === undefined) throw new Error('no row')
  return row
}

describe('评价期一步一步往前走', () => {
  test('没有算完不能公示;公示以后录入不收、重算不做、方案不能往里插', async () => {
    work.clock.set('2026-11-20')
    await score(0, '2026-11', { 'YJ-01': '9' })
    expect(await codeOf(advance('2026-11', 'publicity'))).toBe('PERIOD_NOT_READY')
    await must(work.api.evaluation.scorePeriod({ period: '2026-11' }))
    expect(await must(advance('2026-11', 'self_assessed'))).toMatchObject({ state: 'self_assessed' })
    expect(await codeOf(advance('2026-11', 'self_assessed'))).toBe('PERIOD_STATE_UNSUITABLE')
    const published = await must(advance('2026-11', 'publicity'))
    // 11 月 20 日(周五)起五个工作日,到下周五。
    expect(published).toMatchObject({ state: 'publicity', publicityFrom: '2026-11-20', publicityTo: '2026-11-27', branches: 4, computed: 4, stale: 0 })
    expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: at(0), period: '2026-11', indicatorId: 'YJ-01', points: '8', reason: '改' }))).toBe('PERIOD_CLOSED')
    expect(await codeOf(work.api.evaluation.scorePeriod({ period: '2026-11' }))).toBe('PERIOD_CLOSED')
    expect(await codeOf(work.api.periods.goBack({ period: '2026-11', rev: published.rev }, { confirm }))).toBe('PERIOD_STATE_UNSUITABLE')
    const draft = await must(work.api.schemes.createFromTemplate({ template: 'wuwei', name: '新办法' }))
    const early = await must(work.api.schemes.saveDraft({ id: draft.id, rev: draft.rev, effectiveFrom: '2026-11-01', body: draft.body }))
    expect(await codeOf(work.api.schemes.publish({ id: early.id, rev: early.rev }, { confirm }))).toBe('EFFECTIVE_DAY_UNSUITABLE')
    expect(await codeOf(advance('2026-11', 'closed'))).toBe('PERIOD_NOT_READY')
    await goTo('2026-11-28')
    expect(await must(advance('2026-11', 'closed'))).toMatchObject({ state: 'closed', closedOn: '2026-11-28' })
  })

  test('公示以前可以退回一步', async () => {
    const reviewed = await must(advance('2026-11', 'reviewed'))
    expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: at(0), period: '2026-11', indicatorId: 'YJ-01', points: '8', reason: '改' }))).toBe('PERIOD_CLOSED')
    expect(await must(work.api.periods.goBack({ period: '2026-11', rev: reviewed.rev }, { confirm }))).toMatchObject({ state: 'self_assessed' })
    expect(await codeOf(work.api.evaluation.saveManualScore({ branchId: at(0), period: '2026-11', indicatorId: 'YJ-01', points: '8', reason: '改' }))).toBe('ok')
  })
})

describe('公示以后:申诉、更正、作证', () => {
  const publish = async (): Promise<void> => {
    await score(0, '2026-11', { 'YJ-01': '5', 'YJ-02': '7' })
    await must(work.api.evaluation.addEvent({ branchId: at(0), period: '2026-11', indicatorId: 'KF-02', occurredOn: '2026-11-05', count: 1, level: null, matter: '', reason: '通报批评' }))
    await must(work.api.evaluation.scorePeriod({ period: '2026-11' }))
    await must(advance('2026-11', 'publicity'))
  }
  const summary = async () => (await must(work.api.evaluation.branchSheet({ branchId: at(0), period: '2026-11' }))).summary

  test('申诉、采纳、更正、新修订:旧的留着,新的重算得出同一份', async () => {
    await publish()
    const before = await summary()
    expect(await must(work.api.appeals.prove({ branchId: at(0), period: '2026-11', revision: null }))).toMatchObject({ same: true, revision: before.revision })
    const objection = await must(work.api.appeals.raise({ branchId: at(0), period: '2026-11', indicatorId: 'KF-02', text: '通报的是别的支部', raisedBy: '王书记' }))
    const { events } = await must(work.api.appeals.frozen({ branchId: at(0), period: '2026-11' }))
    expect(events).toEqual([{ index: 0, indicatorId: 'KF-02', occurredOn: '2026-11-05', count: '1', level: null, matter: '' }])
    const correction = await must(work.api.appeals.propose({ branchId: at(0), period: '2026-11', objectionId: objection.id, change: { kind: 'event_withdrawn', index: 0 }, reason: '核对通报原件', evidence: '通报〔2026〕3 号' }))
    expect(correction).toMatchObject({ seq: 1, state: 'pending', indicatorId: 'KF-02' })
    expect(await summary()).toEqual(before)
    expect(await must(work.api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '党委会', reopenedBy: '' }, { confirm }))).toMatchObject({ state: 'approved', revision: before.revision + 1 })
    const after = await summary()
    expect(Number(after.total) - Number(before.total)).toBeCloseTo(2)
    expect(await must(work.api.appeals.prove({ branchId: at(0), period: '2026-11', revision: before.revision }))).toMatchObject({ same: true })
    expect(await must(work.api.appeals.prove({ branchId: at(0), period: '2026-11', revision: null }))).toMatchObject({ same: true, revision: before.revision + 1 })
    await must(work.api.appeals.answer({ id: objection.id, rev: objection.rev, upheld: true, reply: '已更正', decidedBy: '党委办公室' }))
    expect(await codeOf(work.api.appeals.answer({ id: objection.id, rev: objection.rev + 1, upheld: true, reply: '再答', decidedBy: '党委办公室' }))).toBe('WITHDRAWN')
  })

  test.each([
    ['手工分超过满分', { kind: 'manual', indicatorId: 'YJ-01', points: '99' }, 'OUT_OF_RANGE'],
    ['没有这个指标的否决', { kind: 'veto', indicatorId: 'FJ-99' }, 'INDICATOR_UNSUITABLE'],
    ['没有这一件', { kind: 'event_withdrawn', index: 7 }, 'NOT_FOUND'],
    ['手工分', { kind: 'manual', indicatorId: 'YJ-01', points: '9' }, 'ok'],
    ['照现在的记录', { kind: 'records' }, 'ok'],
  ] as const)('更正说得通才收:%s', async (_name, change, expected) => {
    await publish()
    expect(await codeOf(work.api.appeals.propose({ branchId: at(0), period: '2026-11', objectionId: null, change, reason: '核对', evidence: '' }))).toBe(expected)
  })

  test('没有公示的没有更正;关账以后要写谁批准重开', async () => {
    expect(await codeOf(work.api.appeals.frozen({ branchId: at(0), period: '2026-11' }))).toBe('NOT_FOUND')
    await publish()
    await goTo('2026-12-08')
    await must(advance('2026-11', 'closed'))
    const correction = await must(work.api.appeals.propose({ branchId: at(0), period: '2026-11', objectionId: null, change: { kind: 'manual', indicatorId: 'YJ-01', points: '9' }, reason: '核对', evidence: '' }))
    expect(await codeOf(work.api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '党委会', reopenedBy: '' }, { confirm }))).toBe('REOPENER_REQUIRED')
    expect(await codeOf(work.api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '党委会', reopenedBy: '党委书记' }, { confirm }))).toBe('ok')
  })
})

describe('季度星级', () => {
  test('三个月合成、定星、排名;认定的起作用,党委另作的决定并列', async () => {
    work.clock.set('2026-11-20')
    for (const period of ['2026-10', '2026-11'] as const) {
      for (const [index, points] of (['9', '7', '5', '3'] as const).entries()) await score(index, period, { 'YJ-01': points, 'YJ-02': '7', 'YJ-03': '7', 'YJ-04': '7' })
      await must(work.api.evaluation.scorePeriod({ period }))
    }
    expect(await must(work.api.standings.compute({ period: '2026-Q4' }))).toEqual({ changed: 4 })
    expect(await must(work.api.standings.compute({ period: '2026-Q4' }))).toEqual({ changed: 0 })
    const [first, last] = [await standing('2026-Q4', 0), await standing('2026-Q4', 3)]
    expect(first.rank).toEqual({ rank: 1, of: 4, tied: false })
    expect(last.rank).toEqual({ rank: 4, of: 4, tied: false })
    expect(first.parts.map(({ period, total }) => [period, total !== null])).toEqual([['2026-10', true], ['2026-11', true], ['2026-12', false]])
    const award = await must(work.api.standings.decide({ branchId: at(3), period: '2026-Q4', kind: 'direct_award', code: '', value: '5', reason: '获全国先进', document: '中组发〔2026〕1 号', decidedBy: '上级党委', decidedOn: '2026-11-18' }))
    expect((await standing('2026-Q4', 3)).stale).toBe(true)
    await must(work.api.standings.compute({ period: '2026-Q4' }))
    expect(await standing('2026-Q4', 3)).toMatchObject({ star: 5, stale: false, reasons: ['direct'] })
    await must(work.api.standings.withdraw({ id: award.id, rev: award.rev, reason: '弄错了' }))
    await must(work.api.standings.decide({ branchId: at(3), period: '2026-Q4', kind: 'deviation', code: '', value: '3', reason: '党委会另有考虑', document: '', decidedBy: '党委会', decidedOn: '2026-11-19' }))
    await must(work.api.standings.compute({ period: '2026-Q4' }))
    const decided = await standing('2026-Q4', 3)
    expect([decided.decidedStar, decided.star === 5]).toEqual([3, false])
    expect(await codeOf(work.api.standings.decide({ branchId: at(3), period: '2026-Q4', kind: 'direct_award', code: '', value: '8', reason: '没有这一级', document: '', decidedBy: '党委会', decidedOn: '2026-11-19' }))).toBe('DECISION_UNSUITABLE')
  })

  test('认定了却不改变结果的:再算一次就不再说要重算;党委另作的决定不用重算', async () => {
    work.clock.set('2026-11-20')
    for (const period of ['2026-10', '2026-11'] as const) {
      for (const index of [0, 1, 2, 3]) await score(index, period, { 'YJ-01': '7' })
      await must(work.api.evaluation.scorePeriod({ period }))
    }
    await must(work.api.standings.compute({ period: '2026-Q4' }))
    const { star } = await standing('2026-Q4', 0)
    const given = { branchId: at(0), period: '2026-Q4', code: '', reason: '照实记', document: '', decidedBy: '党委会', decidedOn: '2026-11-19' }
    await must(work.api.standings.decide({ ...given, kind: 'deviation', value: '5' }))
    expect((await standing('2026-Q4', 0)).stale).toBe(false)
    await must(work.api.standings.decide({ ...given, kind: 'direct_award', value: String(star ?? 0) }))
    expect((await standing('2026-Q4', 0)).stale).toBe(true)
    expect(await must(work.api.standings.compute({ period: '2026-Q4' }))).toEqual({ changed: 0 })
    expect(await standing('2026-Q4', 0)).toMatchObject({ star, stale: false })
  })

  test('各月都公示了才能公示季度;更正以后本支部的星跟着变,别的支部已公布的不往下拿', async () => {
    work.clock.set('2026-11-20')
    for (const period of ['2026-10', '2026-11'] as const) {
      for (const [index, points] of (['9', '7', '5', '3'] as const).entries()) await score(index, period, { 'YJ-01': points, 'YJ-02': '7', 'YJ-03': '7', 'YJ-04': '7' })
      await must(work.api.evaluation.scorePeriod({ period }))
    }
    await must(work.api.standings.compute({ period: '2026-Q4' }))
    expect(await codeOf(advance('2026-Q4', 'publicity'))).toBe('PERIOD_NOT_READY')
    await must(advance('2026-10', 'publicity'))
    await must(advance('2026-11', 'publicity'))
    await must(advance('2026-Q4', 'publicity'))
    expect(await codeOf(work.api.standings.compute({ period: '2026-Q4' }))).toBe('PERIOD_CLOSED')
    const before = await Promise.all([0, 1, 2, 3].map((index) => standing('2026-Q4', index)))
    const correction = await must(work.api.appeals.propose({ branchId: at(3), period: '2026-11', objectionId: null, change: { kind: 'manual', indicatorId: 'YJ-01', points: '9' }, reason: '核对', evidence: '' }))
    await must(work.api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '党委会', reopenedBy: '' }, { confirm }))
    const after = await Promise.all([0, 1, 2, 3].map((index) => standing('2026-Q4', index)))
    expect(Number(after[3]?.total)).toBeGreaterThan(Number(before[3]?.total))
    for (const index of [0, 1, 2]) expect(after[index]?.star).toBe(before[index]?.star)
  })
})
