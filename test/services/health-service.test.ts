import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHealthHandlers } from '../../electron/services/health-service.ts'
import { createLeadingGroupHandlers } from '../../electron/services/leading-groups-service.ts'
import { createNormHandlers } from '../../electron/services/norms-service.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'
import { termFields } from '../support/term-fields.ts'

let office: Office
beforeEach(() => {
  office = makeOffice()
})
afterEach(() => office.close())
const api = () => office.clientOf({ health: createHealthHandlers(office.scope), terms: createLeadingGroupHandlers(office.scope), norms: createNormHandlers(office.scope) })
const check = async (organisationId: string | null, onlyThis = false) => must(api().health.list({ organisationId, onlyThis }))
const rulesOf = async (organisationId: string) => (await check(organisationId, true)).findings.map(({ rule, severity }) => `${rule}${severity === 'breach' ? ' !' : ''}`)
const post = { id: null, rev: null, memberId: null as string | null, name: '王建国', post: 'secretary' as const, duty: '', manner: '' as const, document: '', fromDay: '2025-03-01', toDay: null }

describe('组织健康检查', () => {
  it('新建的空支部:人数、书记、任期;处理好一样少一样', async () => {
    const { id } = await office.addBranch('高炉党支部', { fromDay: '2020-01-01' })
    expect(await rulesOf(id)).toEqual(['ORG-01 !', 'ORG-17', 'ORG-21'])
    const members = await Promise.all([1, 2, 3].map((number) => office.addMember(id, { name: `党员${number}` })))
    expect(await rulesOf(id)).toEqual(['ORG-17', 'ORG-21'])
    await must(api().terms.saveTerm({ organisationId: id, term: { id: null, rev: null, fields: termFields('2025-03-01') } }))
    expect(await rulesOf(id)).toEqual(['ORG-17 !'])
    await must(api().terms.savePost({ organisationId: id, post: { ...post, memberId: members[0]?.id ?? null } }))
    expect(await rulesOf(id)).toEqual([])
  })
  it('说明哪里不对、怎么办、是哪个组织;只看一处或连下级', async () => {
    const general = await office.addOrganisation(office.root, 'general_branch', '炼铁党总支')
    const branch = await office.addOrganisation(general.id, 'branch', '高炉党支部')
    const { findings, examined } = await check(general.id)
    expect([examined, new Set(findings.map(({ organisationName }) => organisationName))]).toEqual([2, new Set(['炼铁党总支', '高炉党支部'])])
    expect(findings.find(({ rule }) => rule === 'ORG-01')).toEqual({ organisationId: branch.id, organisationName: '高炉党支部', kind: 'branch', rule: 'ORG-01', severity: 'breach', sentence: '正式党员 0 人，不足 3 人', advice: '与相近的单位组建联合党支部，或并入别的支部' })
    expect((await check(general.id, true)).examined).toBe(1)
    expect((await check(null)).examined).toBe(3)
  })
  it('书记党龄不足一年;数字改了就按新的', async () => {
    const { id } = await office.addBranch('机关党支部', { fromDay: '2020-01-01' })
    const people = await Promise.all(Array.from({ length: 6 }, (_, number) => office.addMember(id, { name: `党员${number}`, regularOn: number === 0 ? '2026-01-10' : '1999-07-01' })))
    await must(api().terms.saveTerm({ organisationId: id, term: { id: null, rev: null, fields: termFields('2025-03-01') } }))
    await must(api().terms.savePost({ organisationId: id, post: { ...post, memberId: people[0]?.id ?? null, name: '党员0' } }))
    expect(await rulesOf(id)).toEqual(['ORG-14 !'])
    await must(api().norms.save({ key: 'groups_expected_from', rev: 0, value: '6', basis: '厂党发〔2026〕3 号' }))
    expect(await rulesOf(id)).toEqual(['ORG-14 !', 'ORG-04'])
  })
  it('临时党支部不看任期,也不上换届时间线', async () => {
    const { id } = await office.addBranch('抢修突击队临时党支部', { fromDay: '2026-09-01' })
    const { rev } = await must(office.api.organisations.get({ id }))
    await must(office.api.organisations.setBuildForm({ id, rev, buildForm: 'temporary', fromDay: '2026-09-01' }))
    expect(await rulesOf(id)).toEqual(['ORG-17'])
    expect((await must(api().terms.timeline({ organisationId: id }))).lines).toEqual([])
  })
})
