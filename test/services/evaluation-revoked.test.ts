import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEvaluationParts } from '../../electron/services/evaluation/evaluation-parts.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let [kept, ended] = ['', '']
beforeEach(async () => {
  office = makeOffice()
  kept = (await office.addBranch('炼钢党支部', { code: '001', fromDay: '2020-01-01', category: 'production' })).id
  const branch = await office.addBranch('轧钢党支部', { code: '002', fromDay: '2020-01-01', category: 'production' })
  ended = branch.id
  const person = await office.addMember(ended, { name: '王建国' })
  office.clock.set('2026-11-10')
  const { rev, fields } = await must(office.api.members.get({ id: person.id }))
  await must(office.api.members.save({ id: person.id, rev, fields: { ...fields, branchId: kept } }))
  const current = await must(office.api.organisations.get({ id: ended }))
  await must(office.api.organisationEvents.revoke({ id: ended, rev: current.rev, day: '2026-11-16', documentNumber: '党发〔2026〕9 号', reason: '机构调整' }))
  office.clock.set('2026-12-05')
})
afterEach(() => office.close())

it('月内撤销的支部,那个月还考,以后不考;看的是最后还是支部的那天', () => {
  const { branches, facts } = createEvaluationParts(office.scope)
  const ids = (period: string) => branches.all(period).map(({ id }) => id)
  expect(ids('2026-10')).toEqual([kept, ended])
  expect(ids('2026-11')).toEqual([kept, ended])
  expect(ids('2026-12')).toEqual([kept])
  expect(branches.find(ended, '2026-11')).toMatchObject({ name: '轧钢党支部', category: 'production' })
  expect(() => branches.find(ended, '2026-12')).toThrow()
  // 撤销前一天的名册:人已经转走。
  expect(facts.load(ended, '2026-11', [{ type: 'value', value: { fn: 'max', source: 'organisation', field: 'fullMembers' } }]).ledger['organisation']?.[0]).toMatchObject({ date: '2026-11-15', fullMembers: 0 })
})
