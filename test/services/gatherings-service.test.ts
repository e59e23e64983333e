import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MeetingDetail, MeetingFields, MeetingType } from '../../shared/model/meeting.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { resolutionRow, topicRow } from '../support/meeting-rows.ts'
import { memberFields } from '../support/office.ts'

/** 一个八名正式党员的支部;今天 2026-11-20。 */
let test: TestCore
let branch = ''
let people: string[] = []
beforeEach(async () => {
  test = await makeCore()
  const { api } = test
  const { nodes } = await must(api.organisations.tree({}))
  branch = (await must(api.organisations.add({ parentId: nodes[0]?.id ?? '', kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2020-01-01' }))).id
  people = []
  for (const name of ['王一', '李二', '张三', '赵四', '钱五', '孙六', '周七', '吴八']) people.push((await must(api.members.add({ fields: memberFields(branch, { name }) }))).id)
})
afterEach(() => test.close())

const hold = async (meetingType: MeetingType, changes: (fields: MeetingFields) => Partial<MeetingFields> = () => ({}), day = '2026-11-10'): Promise<MeetingDetail> => {
  const made = await must(test.api.meetings.create({ branchId: branch, meetingType, partyGroupId: null, day }))
  const fields = { ...made.fields, endAt: `${day} 17:00`, place: '会议室', host: '王一', recorder: '李二', lecturer: '王一', content: '按议程进行。', topics: [topicRow()] }
  return must(test.api.meetings.save({ id: made.id, rev: made.rev, fields: { ...fields, ...changes(fields) } }))
}
const finish = async (meeting: MeetingDetail): Promise<MeetingDetail> => must(test.api.meetings.finish({ id: meeting.id, rev: meeting.rev }))
const listed = async (state: 'open' | 'closed' | 'dropped' | null = null) => (await must(test.api.followUps.list({ organisationId: branch, state, year: null }))).rows

describe('一场会算作几类', () => {
  it('大会上讲党课:两样的应办都算办了', async () => {
    await finish(await hold('general_meeting', () => ({ alsoTypes: ['party_lecture', 'general_meeting', 'group_meeting'] })))
    const { norms } = await must(test.api.meetings.yearOverview({ branchId: branch, year: 2026 }))
    const done = (rule: string) => norms.find((row) => row.rule === rule)?.periods.at(-1)?.done
    expect([done('LIF-01'), done('LIF-04')]).toEqual([1, 1])
    // 重复的、主要的一类、要挂小组的不留。
    expect((await must(test.api.meetings.list({ branchId: branch, year: 2026, meetingType: null }))).rows[0]?.alsoTypes).toEqual(['party_lecture'])
  })
})

describe('不计入应到', () => {
  it('写明情形的不算在有表决权的应到里;撤掉情形,表决权照名册恢复', async () => {
    const draft = await hold('general_meeting', ({ attendance }) => ({ attendance: attendance.map((row, index) => (index === 7 ? { ...row, status: 'absent' as const, reasonNote: '卧床', exclusion: 'bedridden' as const, exclusionNote: '厂党组〔2026〕3 号,10 月 20 日大会通过', hasVote: false } : row)) }))
    expect(draft.counts).toMatchObject({ due: 8, votingDue: 7, votingPresent: 7 })
    const back = await must(test.api.meetings.save({ id: draft.id, rev: draft.rev, fields: { ...draft.fields, attendance: draft.fields.attendance.map((row) => ({ ...row, exclusion: '' as const, exclusionNote: '' })) } }))
    expect(back.counts.votingDue).toBe(8)
    expect(back.fields.attendance[7]).toMatchObject({ hasVote: true, exclusionNote: '' })
  })
})

describe('表决、评议、述职随记录存下,算出结果', () => {
  it('接收预备党员:书面意见计票,结果随读随算', async () => {
    const vote = { kind: 'admission', subject: '郑九', isSecret: true, issued: 5, returned: 5, approve: 4, against: 1, abstain: 0, invalid: 0, writtenApprove: 1, writtenAgainst: 0, writtenAbstain: 0 } as const
    const draft = await hold('general_meeting', ({ attendance }) => ({ topics: [topicRow({ kind: 'admission' })], votes: [vote], attendance: attendance.map((row, index) => (index > 4 ? { ...row, status: 'on_leave' as const, reason: 'on_duty' as const } : row)) }))
    expect(draft.voteOutcomes).toEqual([{ base: 8, present: 5, canHold: true, approve: 5, needed: 5, passed: true, faults: [] }])
    expect((await must(test.api.meetings.get({ id: draft.id }))).fields.votes).toEqual([vote])
  })
  it('民主评议:应到的人人在册,姓名以名册为准;优秀超过三分之一只请核对', async () => {
    const draft = await hold('democratic_appraisal', ({ appraisals }) => ({ appraisals: appraisals.map((row, index) => ({ ...row, name: '别的名字', grade: index < 3 ? ('excellent' as const) : ('qualified' as const) })) }))
    expect([draft.fields.appraisals.length, draft.fields.appraisals[0]?.name, draft.excellentLimit]).toEqual([8, '王一', 2])
    expect(draft.checks).toEqual([{ level: 'check', code: 'excellent_over_quota', field: 'appraisals' }])
    expect((await finish(draft)).state).toBe('finished')
  })
  it('名册上没有的人不能参评', async () => {
    const draft = await hold('democratic_appraisal')
    const stranger = { ...draft.fields.appraisals[0]!, memberId: '01890a5d-ac96-774b-bcce-b302099a8057' }
    expect(await test.api.meetings.save({ id: draft.id, rev: draft.rev, fields: { ...draft.fields, appraisals: [stranger] } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('上报、审批、评价、退回', () => {
  it('办结后上报,上级审批、评价;各步的时刻、意见、等次都在', async () => {
    const done = await finish(await hold('theme_day'))
    expect(await test.api.meetings.review({ id: done.id, rev: done.rev, decision: 'approve', opinion: '', grade: '', returnDueOn: null })).toMatchObject({ error: { code: 'NOT_SUBMITTED' } })
    const sent = await must(test.api.meetings.submit({ id: done.id, rev: done.rev }))
    const approved = await must(test.api.meetings.review({ id: sent.id, rev: sent.rev, decision: 'approve', opinion: '同意', grade: '', returnDueOn: null }))
    const judged = await must(test.api.meetings.review({ id: sent.id, rev: approved.rev, decision: 'evaluate', opinion: '准备充分', grade: 'good', returnDueOn: null }))
    expect([sent.state, approved.state, judged.state]).toEqual(['submitted', 'approved', 'evaluated'])
    expect(judged.review).toMatchObject({ opinion: '准备充分', grade: 'good', returnedCount: 0 })
    expect(judged.review.submittedAt).not.toBeNull()
    // 审批过的还能改:写明原因退回草稿,旧版本留着。
    const reopened = await must(test.api.meetings.reopen({ id: judged.id, rev: judged.rev, reason: '补记发言' }))
    expect(reopened.state).toBe('draft')
    const { entries } = await must(test.api.history.meeting({ id: judged.id, offset: 0 }))
    expect(entries[0]?.reason).toBe('补记发言')
    expect(entries.some(({ changes }) => changes.some(({ field, to }) => field === 'meeting.review_grade' && to === '好'))).toBe(true)
  })
  it('退回要写意见,可定期限;退回几次都记着,改好再报', async () => {
    const done = await finish(await hold('theme_day'))
    const sent = await must(test.api.meetings.submit({ id: done.id, rev: done.rev }))
    const asked = { id: sent.id, rev: sent.rev, decision: 'return' as const, grade: '' as const, returnDueOn: '2026-11-25' }
    expect(await test.api.meetings.review({ ...asked, opinion: '  ' })).toMatchObject({ error: { code: 'OPINION_REQUIRED' } })
    const returned = await must(test.api.meetings.review({ ...asked, opinion: '议题没有写清' }))
    expect([returned.state, returned.review.returnedCount, returned.review.returnDueOn]).toEqual(['returned', 1, '2026-11-25'])
    const again = await must(test.api.meetings.submit({ id: sent.id, rev: (await finish(returned)).rev }))
    // 首次办结的时刻不因退回而变:订正不是补报。
    expect([again.state, again.finishedAt]).toEqual(['submitted', done.finishedAt])
  })
})

describe('督办、销号', () => {
  it('办结立案,改决议跟着改,去掉的收走;销了号的不动', async () => {
    const [first, second] = [resolutionRow({ text: '修好活动室', owner: '李二', dueOn: '2026-11-15' }), resolutionRow({ kind: 'rectification', problem: '学习少', text: '每周学一次', dueOn: '2026-12-01' })]
    const done = await finish(await hold('theme_day', () => ({ resolutions: [first, second] })))
    expect((await listed()).map(({ text, isOverdue, kind }) => [text, isOverdue, kind])).toEqual([
      ['修好活动室', true, 'resolution'],
      ['每周学一次', false, 'rectification'],
    ])
    const [repair] = await listed()
    const closed = await must(test.api.followUps.close({ id: repair!.id, rev: repair!.rev, result: '已修好,党员试用满意', closedOn: '2026-11-14' }))
    expect([closed.state, closed.isOverdue]).toEqual(['closed', false])
    const reopened = await must(test.api.meetings.reopen({ id: done.id, rev: done.rev, reason: '改决议' }))
    const changed = await must(test.api.meetings.save({ id: done.id, rev: reopened.rev, fields: { ...reopened.fields, resolutions: [{ ...first, text: '修好活动室和宣传栏' }, resolutionRow({ text: '新添一项' })] } }))
    await finish(changed)
    expect((await listed()).map(({ text, state }) => [text, state])).toEqual([
      ['新添一项', 'open'],
      ['修好活动室', 'closed'],
    ])
  })
  it('延期、不再办、重新督办;日期不对的不收', async () => {
    await finish(await hold('theme_day', () => ({ resolutions: [resolutionRow({ text: '采购图书', dueOn: '2026-11-15' })] })))
    const [row] = await listed()
    const at = (each: { id: string; rev: number }) => ({ id: each.id, rev: each.rev })
    expect(await test.api.followUps.extend({ ...at(row!), extendedTo: '2026-11-15', reason: '等货' })).toMatchObject({ error: { code: 'DAY_UNSUITABLE' } })
    const longer = await must(test.api.followUps.extend({ ...at(row!), extendedTo: '2026-12-10', reason: '等货' }))
    expect([longer.extendedTo, longer.isOverdue]).toEqual(['2026-12-10', false])
    expect(await test.api.followUps.close({ ...at(longer), result: '好了', closedOn: '2026-11-21' })).toMatchObject({ error: { code: 'DAY_UNSUITABLE' } })
    const dropped = await must(test.api.followUps.drop({ ...at(longer), reason: '改由工会采购' }))
    expect(await test.api.followUps.extend({ ...at(dropped), extendedTo: '2026-12-20', reason: '等货' })).toMatchObject({ error: { code: 'NOT_EDITABLE' } })
    expect((await must(test.api.followUps.reopen({ ...at(dropped), reason: '工会没有办' }))).state).toBe('open')
    expect((await must(test.api.followUps.list({ organisationId: null, state: null, year: 2026 }))).counts).toEqual({ open: 1, overdue: 0, dueSoon: 0, closed: 0 })
    const { entries } = await must(test.api.history.followUp({ id: row!.id, offset: 0 }))
    expect(entries.map(({ reason }) => reason)).toEqual(['工会没有办', '改由工会采购', '等货', ''])
  })
  it('作废的记录,在办的事项一起收走', async () => {
    const done = await finish(await hold('theme_day', () => ({ resolutions: [resolutionRow({ text: '采购图书' })] })))
    await must(test.api.meetings.voidRecord({ id: done.id, rev: done.rev, reason: '重复录入' }))
    expect(await listed()).toEqual([])
  })
})

it('改过的、评过的、督办过的,从头核对都相符', async () => {
  const done = await finish(await hold('organisational_life', () => ({ alsoTypes: ['democratic_appraisal', 'debriefing'], sittings: [{ startAt: '2026-11-10 20:00', endAt: '2026-11-10 21:00', place: '夜班' }], problems: [{ target: '班子', problem: '学习少', source: '自查' }], criticisms: [{ critic: '王一', criticised: '李二', opinion: '多发言' }], debriefs: [{ name: '王一', goodVotes: 7, fairVotes: 1, averageVotes: 0, poorVotes: 0, comment: '好', problem: '' }], resolutions: [resolutionRow()], appraisals: people.map((memberId) => ({ memberId, name: '', selfNote: '', peerNote: '', excellentVotes: 1, qualifiedVotes: 2, basicVotes: 0, unqualifiedVotes: 0, grade: 'qualified' as const, opinion: '' })) })))
  await must(test.api.meetings.reopen({ id: done.id, rev: done.rev, reason: '补记' }))
  const report = await must(test.api.audit.verify({ externalHead: '' }))
  expect(report).toMatchObject({ sound: true })
})

it('第一议题自动列成台账:篇目、领学人,措施办到哪一步;作废的不列', async () => {
  const topics = [topicRow({ title: '学习重要讲话', isFirstTopic: true, publishedOn: '2026-10-30', leader: '李二' }), topicRow({ title: '通报工作' })]
  await finish(await hold('general_meeting', () => ({ topics, resolutions: [resolutionRow({ text: '制定落实措施' })] })))
  const voided = await hold('theme_day', () => ({ topics }))
  await must(test.api.meetings.voidRecord({ id: voided.id, rev: voided.rev, reason: '重复录入' }))
  const { rows } = await must(test.api.meetings.firstTopics({ organisationId: null, year: 2026 }))
  expect(rows.map(({ title, day, publishedOn, leader, measures, openMeasures }) => [title, day, publishedOn, leader, measures, openMeasures])).toEqual([['学习重要讲话', '2026-11-10', '2026-10-30', '李二', 1, 1]])
  expect((await must(test.api.meetings.firstTopics({ organisationId: branch, year: 2025 }))).rows).toEqual([])
})
