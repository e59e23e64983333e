import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WHOLE } from '../../electron/rpc/access.ts'
import { createDispatch } from '../../electron/rpc/dispatch.ts'
import { openGate } from '../../electron/rpc/open-gate.ts'
import { createMemberWriter } from '../../electron/services/members/member-writer.ts'
import { createMeetingHandlers } from '../../electron/services/meetings-service.ts'
import { createUuidV7 } from '../../electron/services/system-ports.ts'
import { createWorkspaceScope, type WorkspaceScope } from '../../electron/services/workspace-scope.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { createStore } from '../../electron/store/open-store.ts'
import { createMeetingRepo } from '../../electron/store/repos/meeting-repo.ts'
import { createCategoryRepo } from '../../electron/store/repos/category-repo.ts'
import { createOrganisationWrites } from '../../electron/store/repos/organisation-writes.ts'
import { meetingsContract } from '../../shared/contract/meetings.contract.ts'
import type { MeetingDetail, MeetingFields } from '../../shared/model/meeting.ts'
import { EMPTY_MEMBER, type MemberFields } from '../../shared/model/member.ts'
import type { PartyPostCode } from '../../shared/model/organisation.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import type { PushMessage } from '../../shared/rpc/messages.ts'
import { createTestClock, must } from '../support/make-core.ts'
import { attendanceRow, resolutionRow, topicRow } from '../support/meeting-rows.ts'

const contract = { meetings: meetingsContract }
const person: Omit<MemberFields, 'branchId'> = {
  ...EMPTY_MEMBER,
  name: '',
  gender: '1',
  ethnicity: '01',
  birthDate: '1980-01-01',
  education: '',
  memberType: 'full',
  joinedOn: '2006-06-30',
  regularOn: '2007-06-30',
  post: '',
  membershipState: 'normal',
  workNumber: '',
  note: '',
  partyGroupId: null,
  idNumber: '',
  mobile: '',
  telephone: '',
  address: '',
}

interface Fixture {
  readonly scope: WorkspaceScope
  readonly api: Client<typeof contract>['meetings']
  readonly clock: ReturnType<typeof createTestClock>
  readonly events: PushMessage[]
  readonly root: string
  readonly branch: string
  readonly otherBranch: string
  readonly group: string
  readonly people: Readonly<Record<string, string>>
  dirty(): string[]
  close(): void
}

/** 一个支部:书记、两名委员、一名普通党员、一名预备党员;另有一个支部。 */
const build = (): Fixture => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-meetings-'))
  const clock = createTestClock()
  const ids = createUuidV7(() => clock.now())
  const store = createStore(join(folder, 'workspace'))
  store.db.prepare("INSERT INTO workspace (id, name, kind, created_at) VALUES (?, '测试单位党委', 'office', 0)").run(ids.next())
  const events: PushMessage[] = []
  const unused = (): never => {
    throw new Error('not used here')
  }
  const scope = createWorkspaceScope(
    store,
    { clock, ids, log: { write: () => undefined }, printer: { renderPdf: unused }, folders: { config: folder, documents: folder }, app: { version: '0', build: 'test' }, machine: 'test', scryptLogN: 2 },
    (event, payload) => events.push({ event, payload }),
  )
  const organisations = createOrganisationWrites(store.db, ids.next)
  const writer = createMemberWriter(scope)
  const made = scope.write('organisation', 'test.build', (transaction) => {
    const add = (parentId: string | null, kind: 'party_committee' | 'branch' | 'party_group', name: string, fromDay: string): string =>
      organisations.add(transaction, { parentId, kind, name, shortName: '', code: '', category: kind === 'branch' ? 'production' : null, fromDay })
    const root = add(null, 'party_committee', '测试单位党委', '2000-01-01')
    createCategoryRepo(store.db).add(transaction, { code: 'production', name: '生产', builtIn: true })
    const branch = add(root, 'branch', '炼铁作业区党支部', '2000-01-01')
    const otherBranch = add(root, 'branch', '轧钢作业区党支部', '2000-01-01')
    const group = add(branch, 'party_group', '第一党小组', '2000-01-01')
    organisations.saveBasics(transaction, branch, 1, { code: '001', foundedOn: '2000-01-01', meetingPlace: '二楼会议室', themeDay: '每月25日', note: '' })
    const member = (name: string, changes: Partial<MemberFields> = {}): string => writer.add(transaction, { ...person, branchId: branch, name, ...changes }, { fromDay: '2010-01-01' })
    const people: Record<string, string> = {
      王建国: member('王建国', { partyGroupId: group }),
      李敏: member('李敏'),
      张志强: member('张志强'),
      吴刚: member('吴刚', { partyGroupId: group }),
      孙鹏: member('孙鹏', { memberType: 'probationary', joinedOn: '2026-03-20', regularOn: null, partyGroupId: group }),
      外支部人: member('外支部人', { branchId: otherBranch }),
    }
    const post = (name: string, code: PartyPostCode): void => organisations.addPost(transaction, branch, { memberId: people[name] ?? null, name, post: code, duty: '', manner: '', document: '', fromDay: '2025-01-01' })
    post('王建国', 'secretary')
    post('李敏', 'organization_member')
    post('张志强', 'discipline_member')
    return { root, branch, otherBranch, group, people }
  })
  const handlers: Readonly<Record<string, unknown>> = { ...createMeetingHandlers(scope) }
  const dispatch = createDispatch({
    contract,
    handlerOf: (_group, name) => handlers[name] as ((input: unknown, context: unknown) => unknown) | undefined,
    gate: openGate(WHOLE),
    classify: () => null,
    now: clock.now,
    createId: ids.next,
    log: { failure: ({ error }) => console.error(error), slow: () => undefined },
  })
  const api = createClient(contract, { request: (text, options) => dispatch(text, options), onPush: () => () => undefined }, ids.next).meetings
  return {
    scope,
    api,
    clock,
    events,
    ...made,
    dirty: () => store.db.prepare('SELECT period FROM score_dirty WHERE branch_id = ? ORDER BY period').pluck().all(made.branch) as string[],
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let f: Fixture
beforeEach(() => {
  f = build()
})
afterEach(() => f.close())

const names = (detail: MeetingDetail): string[] => detail.fields.attendance.map((row) => row.name)
const create = (meetingType: MeetingFields['meetingType'], day: string, partyGroupId: string | null = null): Promise<MeetingDetail> => must(f.api.create({ branchId: f.branch, meetingType, partyGroupId, day }))
const complete = (fields: MeetingFields): MeetingFields => ({ ...fields, recorder: '李敏', lecturer: '王建国', topics: [topicRow({ title: '通报三季度考核结果', kind: 'report', isFirstTopic: false })], content: '会议通报了三季度考核结果。' })
const finished = async (meetingType: MeetingFields['meetingType'], day: string, change: (fields: MeetingFields) => MeetingFields = (fields) => fields): Promise<MeetingDetail> => {
  const draft = await create(meetingType, day)
  const saved = await must(f.api.save({ id: draft.id, rev: draft.rev, fields: change(complete(draft.fields)) }))
  return must(f.api.finish({ id: saved.id, rev: saved.rev }))
}

describe('新建', () => {
  it('党员大会:全体党员应到,预备党员没有表决权,地点与主持预填', async () => {
    const detail = await create('general_meeting', '2026-11-20')
    expect(detail).toMatchObject({ state: 'draft', rev: 1, branchName: '炼铁作业区党支部', counts: { due: 5, present: 5, absent: 0, onLeave: 0, votingDue: 4, votingPresent: 4 } })
    expect(detail.fields).toMatchObject({ title: '2026年第4季度支部党员大会', startAt: '2026-11-20 15:00', endAt: '2026-11-20 16:00', place: '二楼会议室', host: '王建国', recorder: '', content: '', topics: [], resolutions: [] })
    expect(names(detail)).toEqual(['王建国', '李敏', '张志强', '吴刚', '孙鹏'])
  })
  it('支委会是委员,党小组会是组员', async () => {
    expect(names(await create('committee_meeting', '2026-11-03'))).toEqual(['王建国', '李敏', '张志强'])
    const group = await create('group_meeting', '2026-11-10', f.group)
    expect(names(group)).toEqual(['王建国', '吴刚', '孙鹏'])
    expect(group.fields.title).toBe('2026年11月第一党小组会')
    expect(group.partyGroupName).toBe('第一党小组')
  })
  it('只有一个小组时不必选小组;别的支部的小组不收', async () => {
    expect((await create('group_meeting', '2026-11-10')).fields.partyGroupId).toBe(f.group)
    expect(await f.api.create({ branchId: f.otherBranch, meetingType: 'group_meeting', partyGroupId: f.group, day: '2026-11-10' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
  it('照上次同类带来时刻、地点、主持、记录人,不带内容、议题、决议', async () => {
    await finished('theme_day', '2026-10-25', (fields) => ({ ...fields, startAt: '2026-10-25 08:30', endAt: '2026-10-25 10:40', place: '仓储中心', host: '李敏', recorder: '吴刚' }))
    expect((await create('theme_day', '2026-11-25')).fields).toMatchObject({ startAt: '2026-11-25 08:30', endAt: '2026-11-25 10:40', place: '仓储中心', host: '李敏', recorder: '吴刚', lecturer: '', content: '', topics: [], resolutions: [] })
  })
  it('同一周期的第二次写明次数', async () => {
    await create('committee_meeting', '2026-11-03')
    expect((await create('committee_meeting', '2026-11-24')).fields.title).toBe('2026年11月第2次支部委员会会议')
    expect((await create('committee_meeting', '2026-12-01')).fields.title).toBe('2026年12月支部委员会会议')
  })
  it('只给支部建', async () => {
    expect(await f.api.create({ branchId: f.root, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-20' })).toMatchObject({ ok: false, error: { code: 'NOT_A_BRANCH' } })
    expect(await f.api.create({ branchId: '01890a5d-ac96-774b-bcce-b302099a8057', meetingType: 'theme_day', partyGroupId: null, day: '2026-11-20' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('名册按开会当日', () => {
  it('后来转入的人、后来入党的人不算当时应到', async () => {
    const writer = createMemberWriter(f.scope)
    f.scope.write('member', 'test.move', (transaction) => {
      const id = f.people['外支部人'] ?? ''
      writer.save(transaction, id, null, { ...person, name: '外支部人', branchId: f.branch }, { fromDay: '2026-06-01' })
    })
    expect(names(await create('party_lecture', '2026-05-31'))).not.toContain('外支部人')
    expect(names(await create('party_lecture', '2026-06-01'))).toContain('外支部人')
    // 孙鹏 2026-03-20 入党。
    expect(names(await create('theme_day', '2026-03-10'))).not.toContain('孙鹏')
  })
  it('开会那天还没转正的没有表决权', async () => {
    const writer = createMemberWriter(f.scope)
    f.scope.write('member', 'test.confirm', (transaction) => writer.save(transaction, f.people['孙鹏'] ?? '', null, { ...person, name: '孙鹏', branchId: f.branch, joinedOn: '2025-06-20', regularOn: '2026-06-20' }))
    expect((await create('general_meeting', '2026-06-19')).counts).toMatchObject({ due: 5, votingDue: 4 })
    expect((await create('general_meeting', '2026-06-20')).counts).toMatchObject({ due: 5, votingDue: 5 })
  })
  it('刷新名单保留已点的到会情况', async () => {
    const draft = await create('theme_day', '2026-11-20')
    const attendance = draft.fields.attendance.filter((row) => row.name !== '李敏').map((row) => (row.name === '吴刚' ? { ...row, status: 'on_leave' as const, reason: 'on_duty' as const } : row))
    const saved = await must(f.api.save({ id: draft.id, rev: draft.rev, fields: { ...draft.fields, attendance } }))
    const refreshed = await must(f.api.refreshAttendance({ id: saved.id, rev: saved.rev }))
    expect(refreshed.counts).toMatchObject({ due: 5, present: 4, onLeave: 1 })
    expect(refreshed.fields.attendance.find((row) => row.name === '吴刚')).toMatchObject({ status: 'on_leave', reason: 'on_duty' })
  })
})

describe('保存', () => {
  it('整份替换议题、决议、名单;没有变动不升修订号', async () => {
    const draft = await create('general_meeting', '2026-11-20')
    const fields: MeetingFields = {
      ...complete(draft.fields),
      topics: [
        topicRow({ title: '传达学习', kind: 'study', isFirstTopic: true }),
        topicRow({ title: '工作报告', kind: 'report', isFirstTopic: false }),
      ],
      resolutions: [resolutionRow({ text: '同意工作报告', owner: '李敏', dueOn: '2026-12-10' })],
      attendance: draft.fields.attendance.map((row, index) => (index === 3 ? { ...row, status: 'absent', reason: 'other', reasonNote: '外出未报备' } : row)),
    }
    const saved = await must(f.api.save({ id: draft.id, rev: 1, fields }))
    expect(saved).toMatchObject({ rev: 2, fields, counts: { due: 5, present: 4, absent: 1, votingPresent: 3 } })
    expect(await must(f.api.get({ id: draft.id }))).toEqual(saved)
    const events = f.events.length
    expect((await must(f.api.save({ id: draft.id, rev: 2, fields }))).rev).toBe(2)
    expect(f.events.length).toBe(events)
    expect((await must(f.api.save({ id: draft.id, rev: 2, fields: { ...fields, topics: [] } }))).rev).toBe(3)
    expect(f.scope.store.db.prepare("SELECT count(*) FROM record_version WHERE table_name = 'meeting' AND record_id = ?").pluck().get(draft.id)).toBe(3)
  })
  it('两处同改:后到的收到现在的修订号,先存的不丢', async () => {
    const draft = await create('general_meeting', '2026-11-20')
    await must(f.api.save({ id: draft.id, rev: 1, fields: { ...draft.fields, content: '先存的' } }))
    expect(await f.api.save({ id: draft.id, rev: 1, fields: { ...draft.fields, content: '后到的' } })).toMatchObject({ ok: false, error: { code: 'STALE', data: { currentRev: 2 } } })
    expect((await must(f.api.get({ id: draft.id }))).fields.content).toBe('先存的')
  })
  it('不能给预备党员加表决权,名单里的人须在册;到会的不留原因', async () => {
    const draft = await create('general_meeting', '2026-11-20')
    const attendance = draft.fields.attendance.map((row) => ({ ...row, hasVote: true, reason: 'sick_leave' as const }))
    const saved = await must(f.api.save({ id: draft.id, rev: 1, fields: { ...draft.fields, attendance } }))
    expect(saved.fields.attendance.at(-1)).toMatchObject({ name: '孙鹏', hasVote: false, reason: '' })
    const stranger = attendanceRow({ memberId: '01890a5d-ac96-774b-bcce-b302099a8057', name: '无此人' })
    expect(await f.api.save({ id: draft.id, rev: saved.rev, fields: { ...draft.fields, attendance: [stranger] } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect((await must(f.api.get({ id: draft.id }))).rev).toBe(saved.rev)
  })
})

describe('办结、改一下、作废', () => {
  it('缺项时说出缺什么,一项也不落库', async () => {
    const draft = await create('party_lecture', '2026-11-20')
    const result = await f.api.finish({ id: draft.id, rev: 1 })
    expect(result).toMatchObject({ ok: false, error: { code: 'CHECKS_FAILED' } })
    const codes = (await must(f.api.get({ id: draft.id }))).checks.map((check) => check.code)
    expect(codes).toEqual(['recorder_missing', 'lecturer_missing', 'topic_missing', 'content_missing'])
  })
  it('日期还没到不能办结', async () => {
    const draft = await create('theme_day', '2026-11-25')
    const saved = await must(f.api.save({ id: draft.id, rev: 1, fields: complete(draft.fields) }))
    expect(await f.api.finish({ id: saved.id, rev: saved.rev })).toMatchObject({ ok: false, error: { code: 'CHECKS_FAILED', data: { checks: [{ level: 'must', code: 'in_future', field: 'startAt' }] } } })
    f.clock.set('2026-11-25')
    expect((await must(f.api.finish({ id: saved.id, rev: saved.rev }))).state).toBe('finished')
  })
  it('新建、办结、退回修改、再办结、作废,步步留版本,相关月份待重算', async () => {
    const done = await finished('general_meeting', '2026-02-10')
    expect(done).toMatchObject({ state: 'finished', rev: 3, checks: [] })
    expect(f.dirty()).toEqual(['2026-02', '2026-03'])
    expect(await f.api.save({ id: done.id, rev: 3, fields: done.fields })).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })
    expect(await f.api.finish({ id: done.id, rev: 3 })).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })

    const reopened = await must(f.api.reopen({ id: done.id, rev: 3, reason: '补记决议' }))
    expect(reopened).toMatchObject({ state: 'draft', rev: 4 })
    const moved = await must(f.api.save({ id: done.id, rev: 4, fields: { ...done.fields, startAt: '2026-05-10 15:00', endAt: '2026-05-10 16:00' } }))
    const again = await must(f.api.finish({ id: done.id, rev: moved.rev }))
    expect(f.dirty()).toEqual(['2026-02', '2026-03', '2026-05', '2026-06'])

    const gone = await must(f.api.voidRecord({ id: done.id, rev: again.rev, reason: '重复录入' }))
    expect(gone.state).toBe('voided')
    for (const attempt of [f.api.reopen({ id: gone.id, rev: gone.rev, reason: '再看' }), f.api.voidRecord({ id: gone.id, rev: gone.rev, reason: '再看' })]) expect(await attempt).toMatchObject({ ok: false, error: { code: 'NOT_EDITABLE' } })

    const versions = f.scope.store.db.prepare("SELECT body FROM record_version WHERE table_name = 'meeting' AND record_id = ? ORDER BY rev").pluck().all(done.id) as string[]
    expect(versions.map((body) => JSON.parse(body) as { state: string; reason?: string; attendance: unknown[] }).map(({ state, reason, attendance }) => [state, reason, attendance.length])).toEqual([
      ['draft', undefined, 4],
      ['draft', undefined, 4],
      ['finished', undefined, 4],
      ['draft', '补记决议', 4],
      ['draft', undefined, 4],
      ['finished', undefined, 4],
      ['voided', '重复录入', 4],
    ])
    expect(findBrokenAudit(f.scope.store.db)).toBeNull()
    expect(f.events.at(-1)).toEqual({ event: 'meetings.changed', payload: { ids: [done.id], branchIds: [f.branch] } })
  })
  it('订正不改首次办结的时刻', async () => {
    const repo = createMeetingRepo(f.scope.store.db)
    const done = await finished('theme_day', '2026-11-10')
    const first = repo.read(done.id)?.finishedAt
    f.clock.set('2026-12-20')
    const reopened = await must(f.api.reopen({ id: done.id, rev: done.rev, reason: '订正错字' }))
    await must(f.api.finish({ id: done.id, rev: reopened.rev }))
    expect(repo.read(done.id)?.finishedAt).toBe(first)
  })
  it('草稿的改动不引起重算', async () => {
    const draft = await create('theme_day', '2026-11-10')
    await must(f.api.save({ id: draft.id, rev: 1, fields: complete(draft.fields) }))
    expect(f.dirty()).toEqual([])
  })
})

describe('一年的规范完成情况', () => {
  it('应办、已办、草稿与最近的记录', async () => {
    await finished('general_meeting', '2026-03-10')
    await finished('theme_day', '2026-11-10')
    const draft = await create('theme_day', '2026-10-25')
    const overview = await must(f.api.yearOverview({ branchId: f.branch, year: 2026 }))
    expect(overview).toMatchObject({ branchName: '炼铁作业区党支部', asOf: '2026-11-20' })
    const summary = overview.norms.map(({ rule, applicable, requiredToDate, doneToDate }) => [rule, applicable, requiredToDate, doneToDate])
    expect(summary).toEqual([
      ['LIF-01', true, 4, 1],
      ['LIF-02', true, 11, 0],
      ['LIF-03', true, 11, 0],
      ['LIF-04', true, 4, 0],
      ['LIF-05', true, 11, 1],
      ['LIF-06', true, 1, 0],
      ['LIF-07', true, 1, 0],
      ['LIF-08', true, 3, 0],
      ['LIF-09', true, 1, 0],
    ])
    expect(overview.norms[4]?.periods[9]).toMatchObject({ period: '2026-10', state: 'overdue', done: 0, drafts: 1, meetingIds: [draft.id] })
    expect(overview.recent.map((row) => row.startAt.slice(0, 10))).toEqual(['2026-11-10', '2026-10-25', '2026-03-10'])
  })
  it('到会不够的党员大会可以办结留档,但不算开成', async () => {
    const done = await finished('general_meeting', '2026-11-10', (fields) => ({ ...fields, attendance: fields.attendance.map((row, index) => (index < 3 ? { ...row, status: 'on_leave', reason: 'on_duty' } : row)) }))
    expect(done).toMatchObject({ state: 'finished', quorum: { rule: 'ordinary', base: 4, present: 1, needed: 2, reached: false }, checks: [{ level: 'check', code: 'quorum_not_reached' }] })
    const overview = await must(f.api.yearOverview({ branchId: f.branch, year: 2026 }))
    expect(overview.norms[0]?.periods[3]).toMatchObject({ done: 0, state: 'due', meetingIds: [done.id] })
    expect(createMeetingRepo(f.scope.store.db).summaries(f.branch, '2026-11-01', '2026-11-30')).toMatchObject([{ id: done.id, counts: { due: 5, present: 2, votingDue: 4, votingPresent: 1 }, quorum: { reached: false }, finishedOn: '2026-11-20' }])
  })
  it('没有支委会、没有小组的支部:两行不适用;不是支部的不给', async () => {
    const overview = await must(f.api.yearOverview({ branchId: f.otherBranch, year: 2026 }))
    expect(overview.norms.filter((row) => !row.applicable).map((row) => row.rule)).toEqual(['LIF-02', 'LIF-03'])
    expect(await f.api.yearOverview({ branchId: f.root, year: 2026 })).toMatchObject({ ok: false, error: { code: 'NOT_A_BRANCH' } })
  })
})

describe('列表与选人', () => {
  it('按年、按类型,新的在前', async () => {
    await finished('theme_day', '2026-09-10')
    await finished('theme_day', '2026-10-10')
    await create('general_meeting', '2025-12-10')
    const { rows } = await must(f.api.list({ branchId: f.branch, year: 2026, meetingType: null }))
    expect(rows.map((row) => [row.startAt.slice(0, 10), row.state, row.quorumReached])).toEqual([
      ['2026-10-10', 'finished', true],
      ['2026-09-10', 'finished', true],
    ])
    expect((await must(f.api.list({ branchId: f.branch, year: 2026, meetingType: 'group_meeting' }))).rows).toEqual([])
  })
  it.each([
    ['建国', ['王建国']],
    ['wjg', ['王建国']],
    ['wangjianguo', ['王建国']],
    ['WJG', ['王建国']],
    ['sunp', ['孙鹏']],
    ['外支部人', []],
    ['%', []],
  ])('%s 找到 %j', async (search, expected) => {
    expect((await must(f.api.suggestPeople({ branchId: f.branch, search }))).people.map((each) => each.name)).toEqual(expected)
  })
  it('手册取一年的记录:按类型、日期,不含作废', async () => {
    const later = await finished('theme_day', '2026-10-10')
    const first = await finished('general_meeting', '2026-11-10')
    const dropped = await finished('theme_day', '2026-09-10')
    await must(f.api.voidRecord({ id: dropped.id, rev: dropped.rev, reason: '重复' }))
    expect(createMeetingRepo(f.scope.store.db).rowsForHandbook(f.branch, 2026).map((record) => record.id)).toEqual([first.id, later.id])
  })
})
