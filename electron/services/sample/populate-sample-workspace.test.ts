import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleReferenceDay } from '../../data/sample/calendar.ts'
import { checkIdNumber } from '../../domain/roster/id-number.ts'
import { checkBeforeFinish } from '../../domain/meetings/finish-checks.ts'
import { findBrokenAudit } from '../../store/audit-chain.ts'
import { createStore, type Store } from '../../store/open-store.ts'
import { createMeetingRepo, type MeetingRecord } from '../../store/repos/meeting-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo, type BranchEntry } from '../../store/repos/organisation-repo.ts'
import { meetingFieldsSchema } from '../../../shared/model/meeting.ts'
import { memberFieldsSchema } from '../../../shared/model/member.ts'
import { createDuePeople } from '../meetings/due-people.ts'
import { createYearNorms } from '../meetings/year-norms.ts'
import { createUuidV7 } from '../system-ports.ts'
import { createWorkspaceScope } from '../workspace-scope.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { populateSampleWorkspace, SAMPLE_NAME } from './populate-sample-workspace.ts'

const folders: string[] = []
const stores: Store[] = []
/** @param today 本机今天;示例不应随它变。 */
const buildSample = (today: string): Store => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-sample-'))
  folders.push(folder)
  const store = createStore(join(folder, 'workspace'))
  stores.push(store)
  let now = Date.parse(`${today}T01:00:00Z`)
  const ids = createUuidV7(() => now++)
  store.db.prepare("INSERT INTO workspace (id, name, kind, created_at) VALUES (?, ?, 'sample', 0)").run(ids.next(), SAMPLE_NAME)
  const unused = (): never => {
    throw new Error('not used here')
  }
  const ports = { clock: { now: () => now++, today: () => today }, ids, log: { write: () => undefined }, printer: { renderPdf: unused }, folders: { config: folder, documents: folder }, app: { version: '0', build: 'test' }, machine: 'test', scryptLogN: 2 }
  populateSampleWorkspace(createWorkspaceScope(store, ports, () => undefined))
  return store
}

let store: Store
let branches: BranchEntry[]
let records: MeetingRecord[]
beforeAll(() => {
  store = buildSample(sampleReferenceDay)
  branches = createOrganisationRepo(store.db).branches(sampleReferenceDay)
  records = branches.flatMap((branch) => createMeetingRepo(store.db).rowsForHandbook(branch.id, 2026))
})
afterAll(() => {
  for (const each of stores) each.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('示例企业的组织与名册', () => {
  it('至少 20 个支部,五类各至少 4 个,代码从 001 起', () => {
    expect(branches.length).toBeGreaterThanOrEqual(20)
    expect(branches.map((branch) => branch.code).toSorted()).toEqual(Array.from({ length: branches.length }, (_, index) => String(index + 1).padStart(3, '0')))
    for (const category of ['production', 'auxiliary', 'management', 'market', 'mixed']) expect(branches.filter((branch) => branch.category === category).length).toBeGreaterThanOrEqual(4)
  })
  it('党委、两个总支、支部都在树上,支部都有书记', () => {
    const nodes = createOrganisationRepo(store.db).tree(sampleReferenceDay)
    expect(nodes.filter((node) => node.kind === 'party_committee').map((node) => node.name)).toEqual([SAMPLE_NAME])
    expect(nodes.filter((node) => node.kind === 'general_branch').length).toBe(2)
    expect(nodes.filter((node) => node.kind === 'branch' && node.secretaryName === '')).toEqual([])
    expect(nodes[0]?.fullMembers).toBeGreaterThan(230)
    expect(nodes[0]?.probationaryMembers).toBeGreaterThan(5)
  })
  it('党员 240 名以上,资料合格,证号校验正确且一看就是编的,姓名不重', () => {
    const members = createMemberRepo(store.db).someForMatching('', 10_000)
    expect(members.length).toBeGreaterThanOrEqual(240)
    for (const { id: _id, rev: _rev, ...fields } of members) {
      expect(memberFieldsSchema.parse(fields)).toEqual(fields)
      expect(checkIdNumber(fields.idNumber)).toMatchObject({ ok: true, regionCode: '230000', birthDate: fields.birthDate, gender: fields.gender })
      expect(fields.mobile).toMatch(/^1300000\d{4}$/)
    }
    expect(new Set(members.map((member) => member.name)).size).toBe(members.length)
  })
  it('有自定义项目、画出来的证件照(PNG)、附了扫描件的发展材料', () => {
    const { db } = store
    const count = (sql: string): unknown => db.prepare(sql).pluck().get()
    expect(count('SELECT count(*) FROM custom_field')).toBe(3)
    expect(count("SELECT count(*) FROM member WHERE custom <> '{}'")).toBeGreaterThan(8)
    expect(count('SELECT count(*) FROM member_personal WHERE photo_blob IS NOT NULL')).toBe(6)
    expect(count('SELECT count(*) FROM development_document WHERE blob IS NOT NULL AND deleted_at IS NULL')).toBeGreaterThan(0)
    const blobs = createBlobStore(store.paths.blobs, store.key)
    for (const name of blobs.names()) expect(blobs.get(name)?.subarray(1, 4).toString('latin1')).toBe('PNG')
  })
  it('有不设支委会的、不设小组的、年内成立的支部', () => {
    const organisations = createOrganisationRepo(store.db)
    const rows = branches.map((branch) => ({ posts: organisations.postsOf(branch.id, sampleReferenceDay).length, groups: organisations.groupsOf(branch.id, sampleReferenceDay).length, foundedOn: organisations.read(branch.id, sampleReferenceDay)?.foundedOn ?? '' }))
    expect(rows.some((row) => row.posts === 1)).toBe(true)
    expect(rows.some((row) => row.posts > 1 && row.groups === 0)).toBe(true)
    expect(rows.some((row) => row.foundedOn.startsWith('2026'))).toBe(true)
  })
})

describe('示例企业的会议记录', () => {
  it('每条都合格;办结的都过得了办结前检查', () => {
    for (const record of records) {
      expect(meetingFieldsSchema.parse(record.fields)).toEqual(record.fields)
      if (record.state === 'finished') expect(checkBeforeFinish(record.fields, record.quorum, sampleReferenceDay).filter((check) => check.level === 'must')).toEqual([])
    }
    expect(records.filter((record) => record.state === 'draft').length).toBeGreaterThan(5)
  })
  it('应到名单就是当日该到的人', () => {
    const duePeople = createDuePeople(store, () => sampleReferenceDay)
    for (const record of records.filter((_, index) => index % 11 === 0)) {
      const { meetingType, partyGroupId, startAt, attendance } = record.fields
      expect(attendance.map(({ memberId, hasVote }) => [memberId, hasVote])).toEqual(duePeople.of(record.branchId, meetingType, partyGroupId, startAt.slice(0, 10)).map(({ memberId, hasVote }) => [memberId, hasVote]))
    }
  })
  it('正文通顺不缺字,少有雷同', () => {
    for (const { fields } of records) expect(`${fields.title}${fields.content}`).not.toMatch(/undefined|《《|》》|,,|。。|\s{2}/)
    const written = records.filter((record) => record.fields.content !== '')
    expect(new Set(written.map((record) => record.fields.content)).size).toBeGreaterThan(written.length * 0.95)
  })
  it('大多数按规范开了,也有缺的;有一次大会到会不够', () => {
    const yearNorms = createYearNorms(store)
    const periods = branches.flatMap((branch) => yearNorms.of(branch.id, 2026, sampleReferenceDay).flatMap((row) => row.periods))
    const count = (state: string): number => periods.filter((period) => period.state === state).length
    expect(count('overdue')).toBeGreaterThan(20)
    expect(count('due')).toBeGreaterThan(20)
    expect(count('done') / (count('done') + count('overdue'))).toBeGreaterThan(0.88)
    expect(records.filter((record) => record.state === 'finished' && !record.quorum.reached).map((record) => [record.branchName, record.fields.resolutions.length])).toEqual([['国际业务部党支部', 0]])
  })
  it('接收、转正在大会上议过,入党与转正日期就是大会那天', () => {
    const days = (kind: string): string[] => records.filter((record) => record.fields.topics.some((topic) => topic.kind === kind)).map((record) => record.fields.startAt.slice(0, 10))
    expect(days('admission')).toEqual(['2026-06-24', '2026-06-24', '2026-06-24'])
    expect(days('confirmation')).toEqual(['2026-06-24', '2026-06-24', '2026-06-24'])
  })
})

it('已成立的支部有几个月的成绩', () => {
  const scored = store.db.prepare("SELECT period, count(*) FROM score_result GROUP BY period ORDER BY period").raw().all() as [string, number][]
  expect(scored.length).toBeGreaterThan(1)
  for (const [, count] of scored) expect(count).toBe(branches.length)
})

describe('写法与真用时一样', () => {
  it('库完好,外键相符,审计链不断,每条记录都有版本', () => {
    expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(store.db.pragma('foreign_key_check')).toEqual([])
    expect(findBrokenAudit(store.db)).toBeNull()
    for (const table of ['organisation', 'member', 'meeting']) expect(store.db.prepare(`SELECT count(*) FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM record_version v WHERE v.table_name = '${table}' AND v.record_id = t.id AND v.rev = t.rev)`).pluck().get()).toBe(0)
  })
  it('哪天造出来都一样', () => {
    const contentOf = (each: Store): unknown => [
      each.db.prepare('SELECT m.name, m.birth_date, m.joined_on, m.post, p.id_number, p.mobile FROM member m JOIN member_personal p ON p.member_id = m.id ORDER BY p.mobile').raw().all(),
      each.db.prepare("SELECT o.code, m.title, m.start_at, m.place, m.host, m.content, m.state, date(m.finished_at / 1000, 'unixepoch') FROM meeting m JOIN organisation o ON o.id = m.branch_id ORDER BY 1, 3, 2, 7").raw().all(),
      each.db.prepare('SELECT o.code, m.start_at, m.title, a.position, a.name, a.status, a.reason, a.has_vote FROM attendance a JOIN meeting m ON m.id = a.meeting_id JOIN organisation o ON o.id = m.branch_id ORDER BY 1, 2, 3, m.state, 4').raw().all(),
      each.db.prepare('SELECT n.name, p.name, p.post, p.from_day FROM organisation_post p JOIN organisation_name n ON n.organisation_id = p.organisation_id ORDER BY 1, 3, 2').raw().all(),
      each.db.prepare('SELECT o.code, r.period, r.status, r.total_published, r.star FROM score_result r JOIN organisation o ON o.id = r.branch_id ORDER BY 1, 2').raw().all(),
    ]
    expect(contentOf(buildSample('2029-03-05'))).toEqual(contentOf(store))
  })
})
