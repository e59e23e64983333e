import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IncomingPerson, TransferFields } from '../../shared/model/transfer.ts'
import { WHOLE_ROSTER } from '../../shared/model/member-columns.ts'
import { BY_SELF } from '../support/audited-office.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'

let core: TestCore
let branchId: string
let otherBranch: string
const idOf = new Map<string, string>()
beforeAll(async () => {
  core = await makeCore()
  branchId = await branchWithMembers(core, ['王建国', '李敏', '张志强', '刘洋'])
  const { nodes } = await must(core.api.organisations.tree({}))
  otherBranch = (await must(core.api.organisations.add({ parentId: nodes[0]?.id ?? null, kind: 'branch', name: '轧钢党支部', shortName: '', code: '002', category: 'production' }))).id
  for (const { id, name } of await rosterOf(branchId)) idOf.set(name, id)
})
afterAll(() => core.close())

const rosterOf = async (organisationId: string) => (await must(core.api.members.list({ organisationId, search: '', memberType: null, offset: 0, limit: 50 }))).rows
const namesIn = async (organisationId: string): Promise<string[]> => (await rosterOf(organisationId)).map(({ name }) => name)
const fields = (changes: Partial<TransferFields> = {}): TransferFields => ({ scope: 'nationwide', number: '', name: '', memberType: 'full', fromName: '', toTitle: '某市委组织部', toName: '某公司党委', reason: '调动', duesPaidUntil: '2026-10', validDays: 10, issuedOn: null, handledBy: '', note: '', ...changes })
const start = (name: string, toBranchId: string | null = null, changes: Partial<TransferFields> = {}) => core.api.transfers.startOut({ memberId: idOf.get(name) ?? '', toBranchId, fields: fields({ name, ...changes }) })
const person: IncomingPerson = { gender: '1', ethnicity: '01', birthDate: '1990-05-06', education: '21', joinedOn: '2020-05-10', regularOn: '2021-05-10', post: '技术员', idNumber: '', mobile: '' }

describe('转出', () => {
  it('草稿 → 开具(当年流水)→ 在途 → 接收;接收之前仍在册,接收那天离开,以前的日子仍在', async () => {
    let letter = await must(start('王建国'))
    expect(letter).toMatchObject({ state: 'draft', fields: { number: '', name: '王建国' } })
    expect(await start('王建国')).toMatchObject({ error: { code: 'NOT_EDITABLE' } })
    letter = await must(core.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-11-01' }))
    expect(letter).toMatchObject({ state: 'issued', validUntil: '2026-11-11', overdue: true, fields: { number: '2026001' } })
    letter = await must(core.api.transfers.move({ id: letter.id, rev: letter.rev, to: 'in_transit', onDay: '2026-11-02', reason: '' }))
    expect(await namesIn(branchId)).toContain('王建国')
    letter = await must(core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-18', receipt: '回执 88 号', person: null }))
    expect(letter).toMatchObject({ state: 'received', receivedOn: '2026-11-18', overdue: false })
    expect(await namesIn(branchId)).not.toContain('王建国')
    // 改他的资料不会让他回来。
    const member = await must(core.api.members.get({ id: idOf.get('王建国') ?? '' }))
    await must(core.api.members.save({ id: member.id, rev: member.rev, fields: { ...member.fields, note: '已转出' } }))
    expect(await namesIn(branchId)).not.toContain('王建国')
    expect(await must(core.api.transfers.move({ id: letter.id, rev: letter.rev, to: 'archived', onDay: '2026-11-20', reason: '' }))).toMatchObject({ state: 'archived' })
  })
  it('编号按年份往下编;抬头、党费没写齐的开不出', async () => {
    const letter = await must(start('李敏', null, { toTitle: '' }))
    expect(await core.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-11-20' })).toMatchObject({ error: { code: 'LETTER_INCOMPLETE' } })
    const complete = await must(core.api.transfers.save({ id: letter.id, rev: letter.rev, fields: fields({ name: '改不了的姓名' }) }))
    expect(await must(core.api.transfers.issue({ id: complete.id, rev: complete.rev, issuedOn: '2026-11-20' }))).toMatchObject({ fields: { number: '2026002', name: '李敏' } })
  })
  it('退回要写缘由;退回之后还在册,可以重新起草', async () => {
    const { rows } = await must(core.api.transfers.list({ organisationId: branchId, direction: 'out', openOnly: true }))
    const letter = rows.find(({ fields: given }) => given.name === '李敏')
    expect(await core.api.transfers.move({ id: letter?.id ?? '', rev: letter?.rev ?? 0, to: 'returned', onDay: '2026-11-20', reason: '' })).toMatchObject({ error: { code: 'REASON_REQUIRED' } })
    await must(core.api.transfers.move({ id: letter?.id ?? '', rev: letter?.rev ?? 0, to: 'returned', onDay: '2026-11-20', reason: '抬头写错' }))
    expect(await namesIn(branchId)).toContain('李敏')
    expect((await must(start('李敏'))).state).toBe('draft')
  })
  it('党委内部的,接收那天到新支部', async () => {
    let letter = await must(start('张志强', otherBranch, { scope: 'within_committee' }))
    letter = await must(core.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-11-10' }))
    await must(core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-15', receipt: '', person: null }))
    expect(await namesIn(branchId)).not.toContain('张志强')
    expect(await namesIn(otherBranch)).toEqual(['张志强'])
  })
  it.each(['2026-10-31', '2026-11-21'])('开具之前、今天之后的接收日期不收:%s', async (receivedOn) => {
    const { rows } = await must(core.api.transfers.list({ organisationId: branchId, direction: 'out', openOnly: true }))
    const draft = rows.find(({ fields: given }) => given.name === '刘洋') ?? (await must(start('刘洋')))
    const letter = draft.state === 'draft' ? await must(core.api.transfers.issue({ id: draft.id, rev: draft.rev, issuedOn: '2026-11-01' })) : draft
    expect(await core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn, receipt: '', person: null })).toMatchObject({ error: { code: 'NOT_EDITABLE' } })
  })
})

describe('转入', () => {
  it('登记、接收:进名册,记着从哪里来;预备党员接着办转正', async () => {
    const letter = await must(core.api.transfers.startIn({ branchId, fields: fields({ name: '周来', memberType: 'probationary', fromName: '某大学党委', number: '外 12', issuedOn: '2026-11-05' }) }))
    expect(await core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-12', receipt: '', person: null })).toMatchObject({ error: { code: 'LETTER_INCOMPLETE' } })
    const received = await must(core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-12', receipt: '', person: { ...person, joinedOn: '2026-05-10', regularOn: null, idNumber: idNumberOf('1990-05-06', 9) } }))
    expect((await must(core.api.members.get({ id: received.memberId ?? '' }))).fields).toMatchObject({ name: '周来', memberType: 'probationary', transferredFrom: '某大学党委', transferredInOn: '2026-11-12', branchId })
    expect((await must(core.api.development.list({ organisationId: branchId, everyone: false }))).rows.find(({ name }) => name === '周来')).toMatchObject({ stage: 'confirmation', admittedOn: '2026-05-10' })
  })
  it('以前从这里转走的,凭证号认出来,回到名册,不另建一个人', async () => {
    const id = idOf.get('王建国') ?? ''
    const before = await must(core.api.members.get({ id }))
    const idNumber = idNumberOf('1976-03-12', 33)
    await must(core.api.members.save({ id, rev: before.rev, fields: { ...before.fields, idNumber } }))
    const letter = await must(core.api.transfers.startIn({ branchId, fields: fields({ name: '王建国', issuedOn: '2026-11-19' }) }))
    const received = await must(core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-20', receipt: '', person: { ...person, joinedOn: '2010-07-01', regularOn: '2011-07-01', idNumber } }))
    expect(received.memberId).toBe(id)
    expect((await namesIn(branchId)).filter((name) => name === '王建国')).toHaveLength(1)
  })
})

describe('流动、失联、慰问', () => {
  const care = { subject: '', toDay: null, code: '1', title: '', authority: '', documentNumber: '', amountFen: null, detail: '' }
  it('流动党员半年没联系的提醒;记一次联系就不提了', async () => {
    const memberId = idOf.get('李敏') ?? ''
    await must(core.api.care.add({ branchId, memberId, fields: { ...care, kind: 'floating', subject: '随便', fromDay: '2026-01-05' } }))
    expect((await must(core.api.care.findings({ organisationId: branchId }))).findings).toMatchObject([{ code: 'contact_due', name: '李敏', dueDay: '2026-07-05' }])
    await must(core.api.care.add({ branchId, memberId, fields: { ...care, kind: 'contact', subject: '李敏', fromDay: '2026-10-01' } }))
    expect((await must(core.api.care.findings({ organisationId: null }))).findings).toEqual([])
    expect((await must(core.api.care.ofMember({ memberId }))).rows.map(({ fields: given }) => [given.kind, given.subject])).toEqual([
      ['contact', '李敏'],
      ['floating', '李敏'],
    ])
  })
  it('慰问可以写职工;用不到的项不留;改、去掉', async () => {
    const added = await must(core.api.care.add({ branchId, memberId: null, fields: { ...care, kind: 'visit', subject: '困难职工老周', fromDay: '2026-02-10', toDay: '2026-03-01', amountFen: 50_000, documentNumber: '不该有' } }))
    expect(added.fields).toMatchObject({ toDay: null, documentNumber: '', amountFen: 50_000 })
    const saved = await must(core.api.care.save({ id: added.id, rev: added.rev, fields: { ...added.fields, amountFen: 60_000 } }))
    await must(core.api.care.remove({ id: saved.id, rev: saved.rev }))
    expect((await must(core.api.care.list({ organisationId: branchId, kind: 'visit' }))).rows).toEqual([])
  })
  it.each([
    ['lost', '2026-01-01', null, '9', '没有这个类别'],
    ['lost', '2026-05-01', '2026-04-30', '1', '止早于起'],
  ] as const)('%s 从 %s 到 %s 类别 %s 不收:%s', async (kind, fromDay, toDay, code, _why) => {
    expect(await core.api.care.add({ branchId, memberId: idOf.get('李敏') ?? '', fields: { ...care, kind, subject: '李敏', fromDay, toDay, code } })).toMatchObject({ error: { code: 'CARE_INCOMPLETE' } })
  })
  it('失联只能是名册上的党员', async () => {
    expect(await core.api.care.add({ branchId, memberId: null, fields: { ...care, kind: 'lost', subject: '某人', fromDay: '2026-01-01' } })).toMatchObject({ error: { code: 'CARE_INCOMPLETE' } })
  })
})

describe('转出以后', () => {
  const listed = async (day: string | null, presence: 'on_roster' | 'departed', name: string) => {
    const { rows } = await must(core.api.roster.browse({ query: { ...WHOLE_ROSTER, day, presence, search: name }, columns: ['name', 'membershipState'], offset: 0, limit: 5 }))
    return rows.map(({ cells }) => cells)
  }
  const away = async (name: string, receivedOn: string): Promise<string> => {
    const memberId = (await must(core.api.members.add({ fields: memberFields(branchId, { name, idNumber: idNumberOf('1988-02-03', 11), joinedOn: '2010-07-01', regularOn: '2011-07-01' }) }))).id
    idOf.set(name, memberId)
    const letter = await must(start(name))
    const issued = await must(core.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-10-20' }))
    await must(core.api.transfers.receive({ id: issued.id, rev: issued.rev, receivedOn, receipt: '', person: null }))
    return memberId
  }
  it('写已转出、哪天、转往哪里;今天的名册没有他,那天以前的还有;按规定可以擦;转回来接着在册', async () => {
    const memberId = await away('孙转出', '2026-11-10')
    expect((await must(core.api.members.get({ id: memberId }))).departure).toEqual({ day: '2026-11-10', toName: '某公司党委' })
    expect(await listed(null, 'departed', '孙转出')).toEqual([['孙转出', '已转出']])
    expect(await listed('2026-11-01', 'on_roster', '孙转出')).toEqual([['孙转出', '正常']])
    expect((await must(core.api.roster.browse({ query: WHOLE_ROSTER, columns: ['name'], offset: 0, limit: 50 }))).rows.map(({ name }) => name)).not.toContain('孙转出')
    expect((await must(core.api.roster.browse({ query: { ...WHOLE_ROSTER, presence: 'departed', filters: [{ kind: 'oneOf', column: 'membershipState', values: ['transferred_out'] }] }, columns: ['name'], offset: 0, limit: 50 }))).rows.map(({ name }) => name)).toContain('孙转出')
    const letter = await must(core.api.transfers.startIn({ branchId, fields: fields({ name: '孙转出', fromName: '某公司党委', number: '9', issuedOn: '2026-11-12' }) }))
    const back = await must(core.api.transfers.receive({ id: letter.id, rev: letter.rev, receivedOn: '2026-11-15', receipt: '', person: { ...person, birthDate: '1988-02-03', idNumber: idNumberOf('1988-02-03', 11) } }))
    expect([back.memberId, (await must(core.api.members.get({ id: memberId }))).departure]).toEqual([memberId, null])
    expect(await listed(null, 'on_roster', '孙转出')).toEqual([['孙转出', '正常']])
    expect((await must(core.api.history.transfer({ id: letter.id, offset: 0 }))).entries.length).toBe(2)
  })
  it('转出了的可以擦除个人资料', async () => {
    const other = (await must(core.api.members.add({ fields: memberFields(branchId, { name: '赵擦除' }) }))).id
    idOf.set('赵擦除', other)
    const letter = await must(start('赵擦除'))
    const issued = await must(core.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-10-20' }))
    await must(core.api.transfers.receive({ id: issued.id, rev: issued.rev, receivedOn: '2026-11-10', receipt: '', person: null }))
    const { rev } = await must(core.api.members.get({ id: other }))
    await must(core.api.members.erase({ id: other, rev }, BY_SELF))
    expect((await must(core.api.members.get({ id: other }))).fields.post).toBe('')
  })
  it('有效天数照「规则和数字」:改了就跟着变', async () => {
    expect((await must(core.api.transfers.defaults({}))).validDays).toEqual({ within_committee: 10, within_province: 30, nationwide: 30 })
    await must(core.api.norms.save({ key: 'transfer_valid_days_away', rev: 0, value: '90', basis: '省委组织部通知' }))
    expect((await must(core.api.transfers.defaults({}))).validDays).toEqual({ within_committee: 10, within_province: 90, nationwide: 90 })
  })
})
