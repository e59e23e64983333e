import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createContactHandlers } from '../../electron/services/contacts-service.ts'
import type { ContactFields, CrossPostFields } from '../../shared/model/contact.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let branch: string
beforeEach(async () => {
  office = makeOffice()
  branch = (await office.addBranch('高炉党支部')).id
})
afterEach(() => office.close())
const api = () => office.clientOf({ contacts: createContactHandlers(office.scope) }).contacts
const list = () => must(api().list({}))
const crossPost = (changes: Partial<CrossPostFields> = {}): CrossPostFields => ({ organisationId: branch, memberId: null, name: '王建国', partyPost: '党委书记', administrativePost: '董事长', direction: 'party_to_company', document: '董字〔2026〕1 号', note: '', fromDay: '2026-01-01', toDay: null, ...changes })
const contact = (changes: Partial<ContactFields> = {}): ContactFields => ({ organisationId: office.root, kind: 'instructor', memberId: null, name: '赵指导', fromUnit: '党群工作部', duties: '', agreement: '', period: 'quarter', minimum: 1, grade: '', note: '', objects: [{ organisationId: branch, name: '高炉党支部' }, { organisationId: null, name: '华盛公司' }], fromDay: '2026-01-01', toDay: null, ...changes })

describe('交叉任职', () => {
  it('登记、改、去掉', async () => {
    await must(api().saveCrossPost({ crossPost: null, fields: crossPost() }))
    const [made] = (await list()).crossPosts
    expect(made).toMatchObject({ rev: 1, organisationName: '高炉党支部', direction: 'party_to_company', toDay: null })
    await must(api().saveCrossPost({ crossPost: { id: made?.id ?? '', rev: 1 }, fields: crossPost({ toDay: '2026-10-01' }) }))
    expect((await list()).crossPosts).toMatchObject([{ rev: 2, toDay: '2026-10-01' }])
    expect(await api().saveCrossPost({ crossPost: { id: made?.id ?? '', rev: 1 }, fields: crossPost() })).toMatchObject({ ok: false, error: { code: 'STALE' } })
    expect(await api().removeCrossPost({ organisationId: office.root, crossPost: { id: made?.id ?? '', rev: 2 } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    await must(api().removeCrossPost({ organisationId: branch, crossPost: { id: made?.id ?? '', rev: 2 } }))
    expect((await list()).crossPosts).toEqual([])
  })
  it('止日早于起日的不收', async () => expect(await api().saveCrossPost({ crossPost: null, fields: crossPost({ toDay: '2025-01-01' }) })).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } }))
})

describe('联系关系', () => {
  it('走访记在对象名下,差几次说得清;换对象是一次修改', async () => {
    await must(api().saveContact({ contact: null, fields: contact() }))
    const first = (await list()).contacts[0]
    expect(first).toMatchObject({ current: { firstDay: '2026-10-01', lastDay: '2026-12-31' }, standings: [{ name: '高炉党支部', missing: 1, missedBefore: 1 }, { name: '华盛公司', missing: 1 }] })
    const id = first?.id ?? ''
    await must(api().saveVisit({ organisationId: office.root, contact: { id }, visit: null, fields: { objectName: '华盛公司', day: '2026-10-09', note: '调研' } }))
    const visited = (await list()).contacts[0]
    expect(visited?.standings).toMatchObject([{ missing: 1 }, { missing: 0, thisPeriod: 1, lastVisit: '2026-10-09' }])
    const visit = visited?.visits[0]
    await must(api().removeVisit({ organisationId: office.root, visit: { id: visit?.id ?? '', rev: 1 } }))
    await must(api().saveContact({ contact: { id, rev: 1 }, fields: contact({ objects: [{ organisationId: null, name: '华盛公司' }] }) }))
    expect((await list()).contacts[0]).toMatchObject({ rev: 2, visits: [], standings: [{ name: '华盛公司', missing: 1 }] })
    await must(api().removeContact({ organisationId: office.root, contact: { id, rev: 2 } }))
    expect((await list()).contacts).toEqual([])
  })
})
