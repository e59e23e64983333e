import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AUDITED_PERIOD, fillAuditedOffice, type AuditedOffice } from '../support/audited-office.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'
import { makeSeparated } from '../support/separated-office.ts'
import { resolutionRow, topicRow } from '../support/meeting-rows.ts'

const NUMBER = idNumberOf('1969-02-11', 303)
let test: TestCore
let office: AuditedOffice
beforeEach(async () => {
  test = await makeCore()
  office = await fillAuditedOffice(test)
})
afterEach(() => test.close())

const addMember = (changes: Parameters<typeof memberFields>[1] = {}) => must(test.api.members.add({ fields: memberFields(office.branch, { name: '录错了', idNumber: NUMBER, ...changes }) }))
const bin = async () => (await must(test.api.bin.list({}))).rows
const removeMember = (id: string, rev: number) => test.api.bin.removeMember({ id, rev, reason: '重复录入' })
const removeMeeting = (id: string, rev: number) => test.api.bin.removeMeeting({ id, rev, reason: '录错支部' })
const addDraft = () => must(test.api.meetings.create({ branchId: office.branch, meetingType: 'party_lecture', partyGroupId: null, day: '2026-11-18' }))
/** 与名册、人数、会议、规范、成绩有关的全部查询的结果。 */
const everything = async (): Promise<unknown> => {
  const { api } = test
  const list = (search: string) => must(api.members.list({ organisationId: null, search, memberType: null, offset: 0, limit: 500 }))
  const meeting = await must(api.meetings.list({ branchId: office.branch, year: 2026, meetingType: null }))
  const { nodes } = await must(api.organisations.tree({}))
  return {
    roster: await list(''),
    found: await list('录错了'),
    counts: nodes.map(({ id, fullMembers, probationaryMembers }) => [id, fullMembers, probationaryMembers]),
    meeting,
    year: await must(api.meetings.yearOverview({ branchId: office.branch, year: 2026 })),
    people: await must(api.meetings.suggestPeople({ branchId: office.branch, search: '' })),
    scores: (await must(api.evaluation.scorePeriod({ period: AUDITED_PERIOD }))).results.map(({ branchId, total }) => [branchId, total]),
  }
}

describe('删掉录错的党员', () => {
  it('各处都看不到,和从来没有过一样;取回来又和原来一样,只有修订号往前走', async () => {
    const before = await everything()
    const { id, rev } = await addMember()
    const with1 = await everything()
    expect(with1).not.toEqual(before)
    test.pushed.length = 0
    expect(await codeOf(removeMember(id, rev))).toBe('ok')
    expect(test.pushed.map(({ event }) => event).toSorted()).toEqual(['members.changed', 'organisations.changed'])
    expect(await everything()).toEqual(before)
    expect(await codeOf(test.api.members.get({ id }))).toBe('NOT_FOUND')
    const [row] = await bin()
    expect(row).toMatchObject({ table: 'member', id, title: '录错了', branchName: '炼铁党支部', deletedBy: TEST_PERSON.displayName, reason: '重复录入' })
    // 删掉的不能再改、再删、看敏感项、排进名单。
    expect(await codeOf(removeMember(id, row?.rev ?? 0))).toBe('NOT_FOUND')
    expect(await codeOf(test.api.members.reveal({ id, field: 'idNumber', purpose: '核对信息' }))).toBe('NOT_FOUND')
    expect((await addDraft()).fields.attendance.some(({ memberId }) => memberId === id)).toBe(false)

    expect(await codeOf(test.api.bin.restoreMember({ id, rev: 1 }))).toBe('STALE')
    await must(test.api.bin.restoreMember({ id, rev: row?.rev ?? 0 }))
    expect(await bin()).toEqual([])
    const back = await must(test.api.members.get({ id }))
    expect(back.masked.idNumber).toContain(NUMBER.slice(-4))
    expect((await must(test.api.members.reveal({ id, field: 'idNumber', purpose: '核对信息' }))).value).toBe(NUMBER)
    expect(await codeOf(test.api.bin.restoreMember({ id, rev: back.rev }))).toBe('NOT_FOUND')
    expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
    const history = (await must(test.api.history.member({ id, offset: 0 }))).entries.map(({ action, reason }) => [action, reason])
    expect(history).toEqual([
      ['取回党员', ''],
      ['删除党员', '重复录入'],
      ['新增党员', ''],
    ])
  })

  it('证号让出来给录对的那一位;那时再取回,说明与谁重了;让开了就取得回', async () => {
    const { id, rev } = await addMember()
    await must(removeMember(id, rev))
    const right = await addMember({ name: '录对了' })
    const [row] = await bin()
    const refused = await test.api.bin.restoreMember({ id, rev: row?.rev ?? 0 })
    expect(refused).toMatchObject({ ok: false, error: { code: 'DUPLICATE_ID_NUMBER', data: { name: '录对了', branchName: '炼铁党支部' } } })
    const { fields } = await must(test.api.members.get({ id: right.id }))
    await must(test.api.members.save({ id: right.id, rev: right.rev, fields: { ...fields, idNumber: '' } }))
    await must(test.api.bin.restoreMember({ id, rev: row?.rev ?? 0 }))
    expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
  })

  it('没有证号的、删了又取回再删的', async () => {
    const { id, rev } = await addMember({ idNumber: '' })
    await must(removeMember(id, rev))
    await must(test.api.bin.restoreMember({ id, rev: rev + 1 }))
    await must(removeMember(id, rev + 2))
    await must(test.api.bin.restoreMember({ id, rev: rev + 3 }))
    expect((await must(test.api.members.get({ id }))).masked.idNumber).toBe('')
  })

  it('有来历的不能删:在会议名单里的(草稿也算)、任过职的;版本不对、没有这个人', async () => {
    const [secretary] = office.members
    const { rev } = await must(test.api.members.get({ id: secretary }))
    expect(await codeOf(removeMember(secretary, rev))).toBe('RECORD_IN_USE')
    const listed = await addMember()
    const draft = await addDraft()
    expect(draft.fields.attendance.map(({ memberId }) => memberId)).toContain(listed.id)
    expect(await codeOf(removeMember(listed.id, listed.rev))).toBe('RECORD_IN_USE')
    await must(test.api.meetings.save({ id: draft.id, rev: draft.rev, fields: { ...draft.fields, attendance: draft.fields.attendance.filter(({ memberId }) => memberId !== listed.id) } }))
    expect(await codeOf(removeMember(listed.id, listed.rev + 1))).toBe('STALE')
    expect(await codeOf(removeMember(listed.id, listed.rev))).toBe('ok')
    expect(await codeOf(removeMember(office.root, 1))).toBe('NOT_FOUND')
    expect(await bin()).toHaveLength(1)
  })

  it('算过的成绩标为待重算', async () => {
    await must(test.api.evaluation.scorePeriod({ period: '2026-11' }))
    const { id, rev } = await addMember()
    await must(test.api.evaluation.scorePeriod({ period: '2026-11' }))
    const stale = async () => (await must(test.api.evaluation.periodOverview({ period: '2026-11' }))).results.find(({ branchId }) => branchId === office.branch)?.stale
    expect(await stale()).toBe(false)
    await must(removeMember(id, rev))
    expect(await stale()).toBe(true)
  })
})

describe('删掉没办结过的记录', () => {
  it('各处都看不到;取回来内容一样', async () => {
    const before = await everything()
    const draft = await addDraft()
    const full = await must(test.api.meetings.save({ id: draft.id, rev: draft.rev, fields: { ...draft.fields, title: '专题党课', topics: [topicRow({ title: '学习', kind: 'study', isFirstTopic: true })], resolutions: [resolutionRow({ text: '抓落实', owner: '', dueOn: null })] } }))
    test.pushed.length = 0
    expect(await codeOf(removeMeeting(full.id, full.rev))).toBe('ok')
    expect(test.pushed.map(({ event }) => event)).toEqual(['meetings.changed'])
    expect(await everything()).toEqual(before)
    expect(await codeOf(test.api.meetings.get({ id: full.id }))).toBe('NOT_FOUND')
    const [row] = await bin()
    expect(row).toMatchObject({ table: 'meeting', title: '专题党课（2026-11-18）', reason: '录错支部' })
    await must(test.api.bin.restoreMeeting({ id: full.id, rev: row?.rev ?? 0 }))
    expect((await must(test.api.meetings.get({ id: full.id }))).fields).toEqual(full.fields)
    expect(await must(test.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true })
  })

  it('办结过的(退回了也算)不能删', async () => {
    const meeting = await must(test.api.meetings.get({ id: office.meeting }))
    expect(await codeOf(removeMeeting(meeting.id, meeting.rev))).toBe('NOT_EDITABLE')
    const reopened = await must(test.api.meetings.reopen({ id: meeting.id, rev: meeting.rev, reason: '补记' }))
    expect(await codeOf(removeMeeting(meeting.id, reopened.rev))).toBe('NOT_EDITABLE')
  })
})

describe('看得到的范围', () => {
  it('支部的人只看到、只取得回自己支部的', async () => {
    const separated = await makeSeparated()
    try {
      const { api } = separated
      await separated.signIn(separated.officers.security)
      const root = (await must(api.accounts.list({}))).units[0]?.id ?? ''
      const clerk = await separated.addPerson('clerk', '刘青', [{ role: 'committee_office', unitId: root }])
      const branch = (name: string, code: string) => must(api.organisations.add({ parentId: root, kind: 'branch', name, shortName: '', code, category: 'production' }))
      const [own, other] = [await branch('炼铁党支部', '001'), await branch('轧钢党支部', '002')]
      for (const { id } of [own, other]) {
        const member = await must(api.members.add({ fields: memberFields(id, { name: '重名' }) }))
        await must(api.bin.removeMember({ id: member.id, rev: member.rev, reason: '录错' }))
      }
      const whole = (await must(api.bin.list({}))).rows
      expect(whole).toHaveLength(2)
      expect(whole[0]).toMatchObject({ deletedBy: clerk.displayName })
      await separated.addPerson('secretary', '齐观', [{ role: 'branch_secretary', unitId: own.id }])
      const seen = (await must(api.bin.list({}))).rows
      expect(seen.map(({ branchName }) => branchName)).toEqual(['炼铁党支部'])
      const hidden = whole.find(({ branchName }) => branchName === '轧钢党支部')
      expect(await codeOf(api.bin.restoreMember({ id: hidden?.id ?? '', rev: hidden?.rev ?? 0 }))).toBe('FORBIDDEN')
      expect(await codeOf(api.bin.restoreMember({ id: seen[0]?.id ?? '', rev: seen[0]?.rev ?? 0 }))).toBe('ok')
    } finally {
      separated.close()
    }
  })
})

describe('登记错的发展对象', () => {
  const addCandidate = (changes: { readonly name?: string } = {}) =>
    must(test.api.development.add({ fields: { branchId: office.branch, name: '登记错了', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '', note: '', firstStep: 1, transferredInOn: null, idNumber: NUMBER, mobile: null, ...changes }, appliedOn: '2026-10-08' }))
  const names = async () => (await must(test.api.development.list({ organisationId: null, everyone: true }))).rows.map(({ name }) => name)

  it('删了看板上就没有了,证号让出来;取回来还是原来的样子', async () => {
    const { id, rev } = await addCandidate()
    expect(await codeOf(test.api.bin.removeCandidate({ id, rev, reason: '登记错人' }))).toBe('ok')
    expect(await names()).not.toContain('登记错了')
    expect(await codeOf(test.api.development.get({ id }))).toBe('NOT_FOUND')
    const [row] = await bin()
    expect(row).toMatchObject({ table: 'development_person', id, title: '登记错了', reason: '登记错人' })
    expect(await codeOf(test.api.bin.restoreCandidate({ id, rev: row?.rev ?? 0 }))).toBe('ok')
    expect(await must(test.api.development.reveal({ id, field: 'idNumber', purpose: '核对证件' }))).toMatchObject({ value: NUMBER })
    expect((await must(test.api.audit.verify({ externalHead: '' }))).sound).toBe(true)
  })
  it('证号后来登记给了录对的那一位,就取不回', async () => {
    const { id, rev } = await addCandidate()
    await must(test.api.bin.removeCandidate({ id, rev, reason: '登记错人' }))
    await addCandidate({ name: '登记对了' })
    expect(await test.api.bin.restoreCandidate({ id, rev: (await bin())[0]?.rev ?? 0 })).toMatchObject({ error: { code: 'DUPLICATE_ID_NUMBER', data: { name: '登记对了' } } })
  })
  it('领了志愿书编号的、入了名册的不能删', async () => {
    const { id, rev } = await addCandidate()
    const form = (await must(test.api.development.addForms({ first: '770001', count: 1 }))).forms.find(({ number }) => number === '770001')
    await must(test.api.development.settleForm({ id: form?.id ?? '', rev: form?.rev ?? 0, state: 'used', personId: id, settledOn: '2026-11-01', note: '' }))
    expect(await codeOf(test.api.bin.removeCandidate({ id, rev, reason: '登记错人' }))).toBe('CANDIDATE_IN_USE')
    const { id: memberId } = await must(test.api.members.add({ fields: memberFields(office.branch, { name: '新预备', memberType: 'probationary', regularOn: null, joinedOn: '2026-06-01' }) }))
    const enrolled = await must(test.api.development.enrol({ memberId }))
    expect(await codeOf(test.api.bin.removeCandidate({ id: enrolled.id, rev: enrolled.rev, reason: '登记错人' }))).toBe('CANDIDATE_IN_USE')
  })
})
