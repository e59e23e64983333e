import type { Database } from 'better-sqlite3'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { BY_SELF, fillAuditedOffice, type AuditedOffice } from '../../support/audited-office.ts'
import { codeOf } from '../../support/evaluation-calls.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { scanForErased } from '../../support/leaks/scan-for-erased.ts'
import { PERSON } from '../../support/leaks/canaries.ts'
import { makeCore, must, type TestCore } from '../../support/make-core.ts'
import { idNumberOf, memberFields } from '../../support/office.ts'
import { keyOf, openRaw } from '../../support/raw-store.ts'

const CROWD = amount(60, 2000)
const ERASED = ['idNumber', 'mobile', 'telephone', 'address', 'note'] as const
const CANARIES = ERASED.map((field) => ({ what: field, value: PERSON[field] }))
const NEW_POST = '曾任的岗位写在这里以便查找'

let test: TestCore
let office: AuditedOffice
let db: Database
beforeAll(async () => {
  test = await makeCore()
  office = await fillAuditedOffice(test)
  const folder = join(test.folder, 'workspace')
  db = openRaw(folder, await keyOf(folder))
}, patience(60, 600))
afterAll(() => {
  db.close()
  test.close()
})

const scan = () => {
  db.pragma('wal_checkpoint(TRUNCATE)')
  return scanForErased(db, CANARIES).hits
}
const addPerson = async (): Promise<string> => (await must(test.api.members.add({ fields: memberFields(office.branch, { name: PERSON.name, gender: '2', idNumber: PERSON.idNumber, mobile: PERSON.mobile, telephone: PERSON.telephone, address: PERSON.address, note: PERSON.note, birthDate: '1971-08-23' }) }))).id
const change = async (id: string, changes: Partial<ReturnType<typeof memberFields>>): Promise<number> => {
  const { rev, fields } = await must(test.api.members.get({ id }))
  return (await must(test.api.members.save({ id, rev, fields: { ...fields, ...changes } }))).rev
}
/** 互不相同,先后也打乱:索引的页要分裂。 */
const numberFor = (turn: number): string => idNumberOf(`19${60 + ((turn * 7) % 39)}-0${1 + (turn % 9)}-1${turn % 8}`, turn % 1000)
const erase = async (id: string) => test.api.members.erase({ id, rev: (await must(test.api.members.get({ id }))).rev }, BY_SELF)
const verified = async (externalHead = '') => must(test.api.audit.verify({ externalHead }))

describe('F60 离开的人,资料要擦掉', () => {
  it('行、旧版本、没存完的表单、统计里的样本都没有了,库里解开来逐页看也一个字节不剩;审计链、版本链完好,抄过的链头仍在', async () => {
    const id = await addPerson()
    await change(id, { post: NEW_POST })
    // 党费核算里的收入、减免的原因也是个人情况。
    const assessed = { category: 'employed' as const, changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add' as const, amountFen: 531_977 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: PERSON.note }
    await must(test.api.dues.saveAssessment({ branchId: office.branch, memberId: id, id: null, rev: 1, fields: assessed }))
    await must(test.api.dues.addExemption({ branchId: office.branch, memberId: id, fields: { fromMonth: '2026-11', toMonth: '2026-12', amountFen: 0, reason: PERSON.note, decidedOn: '2026-10-28' } }))
    const meeting = await must(test.api.meetings.create({ branchId: office.branch, meetingType: 'theme_day', partyGroupId: null, day: '2026-11-18' }))
    await must(test.api.session.keepDraft({ key: `member:${id}`, body: JSON.stringify({ mobile: PERSON.mobile }) }))
    await must(test.api.session.keepDraft({ key: 'member:new', body: JSON.stringify({ idNumber: PERSON.idNumber }) }))
    await must(test.api.session.keepDraft({ key: 'member:other', body: '{"name":"别人"}' }))
    // 有许多别的人、许多次改动:页面分裂合并过。
    const random = createSeededRandom(seed)
    const crowd: string[] = []
    for (let turn = 0; turn < CROWD; turn++) crowd.push((await must(test.api.members.add({ fields: memberFields(office.branch, { name: `众人${turn}`, idNumber: numberFor(turn), note: '备注'.repeat(random.below(100)) }) }))).id)
    for (let turn = 0; turn < CROWD; turn++) await change(random.pick(crowd), { note: '改动'.repeat(random.below(150)) })
    db.exec('ANALYZE')
    const before = scan()
    // 控制:擦之前每一项都找得到,这样找不到才算数。
    expect(new Set(before.map(({ what }) => what))).toEqual(new Set(ERASED))

    const head = await office.head()
    expect(await codeOf(erase(id))).toBe('NOT_EDITABLE')
    await change(id, { membershipState: 'left' })
    expect(await codeOf(test.api.members.erase({ id, rev: 1 }, BY_SELF))).toBe('STALE')
    expect(await codeOf(test.api.members.erase({ id, rev: 1 }))).toBe('CONFIRMATION_REQUIRED')
    const started = performance.now()
    expect(await codeOf(erase(id))).toBe('ok')
    const milliseconds = performance.now() - started
    const hits = scan()
    figure('F60', '擦除一个人', `擦之前 ${before.length} 处,擦之后 ${hits.length} 处;${milliseconds.toFixed(0)} 毫秒`)
    expect(hits).toEqual([])

    expect(db.prepare("SELECT count(*) FROM dues_assessment WHERE base_fen <> 0 AND member_id = ?").pluck().get(id)).toBe(0)
    // 姓名、会议出勤属组织档案,留着。
    const kept = await must(test.api.members.get({ id }))
    expect(kept).toMatchObject({ masked: { idNumber: '', mobile: '', telephone: '', address: '' }, fields: { name: PERSON.name, birthDate: null, ethnicity: '', education: '', post: '', note: '', gender: '0', membershipState: 'left', joinedOn: '1998-07-01' } })
    expect((await must(test.api.meetings.get({ id: meeting.id }))).fields.attendance.some(({ memberId, name }) => memberId === id && name === PERSON.name)).toBe(true)
    expect((await must(test.api.session.drafts({}))).drafts.map(({ key }) => key)).toEqual(['member:other'])
    expect(await verified(head)).toMatchObject({ sound: true, headFound: true, altered: [] })
    const history = await must(test.api.history.member({ id, offset: 0 }))
    expect(history.entries[0]).toMatchObject({ action: '擦除个人资料', reason: BY_SELF.confirm.reason, changes: [{ label: '个人资料', to: '（已按规定擦除）' }] })
    expect(JSON.stringify(history)).not.toContain(NEW_POST)
    // 审计里只有条数;旧版本的摘要还在,秘密没有了,试不回去。
    const audited = db.prepare("SELECT detail FROM audit_log WHERE procedure = 'members.erase'").pluck().get() as string
    expect(JSON.parse(audited)).toEqual({ action: 'erase', versions: 6, drafts: 2 })
    expect(db.prepare("SELECT count(*) FROM record_version WHERE table_name = 'member' AND record_id = ? AND erased_at IS NOT NULL AND body = '{}' AND digest IS NOT NULL").pluck().get(id)).toBe(3)
    // 之后还能改,也核对得过。
    await change(id, { workNumber: '补记' })
    expect(await verified(head)).toMatchObject({ sound: true, headFound: true })
  }, patience(90, 900))

  it('在回收站里的人也能擦:证号只在版本里,一样不剩', async () => {
    const id = await addPerson()
    const { rev } = await must(test.api.members.get({ id }))
    // 别的会议没有他,才删得了。
    await must(test.api.bin.removeMember({ id, rev, reason: '录错了人' }))
    expect(new Set(scan().map(({ what }) => what))).toContain('idNumber')
    const removed = (await must(test.api.bin.list({}))).rows.find((row) => row.id === id)
    expect(await codeOf(test.api.members.erase({ id, rev: removed?.rev ?? 0 }, BY_SELF))).toBe('ok')
    expect(scan()).toEqual([])
    expect(await verified()).toMatchObject({ sound: true })
    // 取回来的是擦过的样子,证号不会回来。
    const again = (await must(test.api.bin.list({}))).rows.find((row) => row.id === id)
    await must(test.api.bin.restoreMember({ id, rev: again?.rev ?? 0 }))
    expect((await must(test.api.members.get({ id }))).masked.idNumber).toBe('')
    expect(await verified()).toMatchObject({ sound: true })
  })
})
