import { afterAll, beforeAll, expect, it } from 'vitest'
import { WHOLE, type Access } from '../../electron/rpc/access.ts'
import { createFirstPage } from '../../electron/services/members/first-page.ts'
import { rosterBrowserOf } from '../../electron/services/members/roster-browser.ts'
import { createRosterIndex } from '../../electron/services/members/roster-index.ts'
import { DEFAULT_COLUMNS, WHOLE_ROSTER, type MemberQuery } from '../../shared/model/member-columns.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let [iron, group] = ['', '']
beforeAll(async () => {
  office = makeOffice()
  iron = (await office.addBranch('炼铁党支部', { code: '002', fromDay: '2015-01-01' })).id
  const steel = (await office.addBranch('炼钢党支部', { code: '001', fromDay: '2018-01-01' })).id
  group = (await office.addOrganisation(iron, 'party_group', '第一党小组')).id
  for (const [index, name] of ['甲', '乙', '丙', '丁', '戊', '己'].entries())
    await office.addMember(index % 2 === 0 ? iron : steel, { name: `党员${name}`, sortOrder: index === 4 ? 1 : 0, partyGroupId: index === 0 ? group : null, ...(index === 5 ? { joinedOn: '2027-01-01', regularOn: null, memberType: 'probationary' } : {}) })
  // 转过支部的、离开了的。
  const moved = await office.addMember(iron, { name: '党员庚' })
  const left = await office.addMember(steel, { name: '党员辛' })
  office.clock.set('2026-11-25')
  await must(office.api.members.save({ id: moved.id, rev: moved.rev, fields: { ...moved.fields, branchId: steel } }))
  await must(office.api.members.save({ id: left.id, rev: left.rev, fields: { ...left.fields, membershipState: 'left' } }))
}, 60_000)
afterAll(() => office.close())

/** 整本读完之后的同一段。 */
const whole = (query: MemberQuery, access: Access, offset: number, limit: number) => {
  const selection = rosterBrowserOf(office.scope)(query, access)
  const { total, full, probationary } = selection.totals()
  return { rows: Array.from({ length: Math.max(0, Math.min(limit, selection.rows.length - offset)) }, (_, place) => selection.shown(offset + place, DEFAULT_COLUMNS)), groups: [], totals: { total, full, probationary, mix: null } }
}

it('还没读完时的第一屏,与读完之后的一样', () => {
  // 自己的一份:还没有读。
  const first = createFirstPage(office.scope, createRosterIndex(office.scope), 0)
  const onlyIron: Access = { ...WHOLE, isWhole: false, covers: (id) => id === iron }
  for (const [query, access] of [
    [WHOLE_ROSTER, WHOLE],
    [{ ...WHOLE_ROSTER, organisationId: iron }, WHOLE],
    [{ ...WHOLE_ROSTER, day: '2027-03-01' }, WHOLE],
    [{ ...WHOLE_ROSTER, day: '2026-11-22' }, WHOLE],
    [WHOLE_ROSTER, onlyIron],
  ] as const)
    for (const [offset, limit] of [[0, 100], [0, 2], [2, 2]] as const) expect(first(query, access, DEFAULT_COLUMNS, offset, limit)).toEqual(whole(query, access, offset, limit))
})

it('筛选、查找、小组、往后很远的,等整本读完', () => {
  const first = createFirstPage(office.scope, createRosterIndex(office.scope), 0)
  for (const [query, offset] of [
    [{ ...WHOLE_ROSTER, search: '甲' }, 0],
    [{ ...WHOLE_ROSTER, sort: [{ column: 'age', descending: false }] }, 0],
    [{ ...WHOLE_ROSTER, organisationId: group }, 0],
    [WHOLE_ROSTER, 5_000],
  ] as const)
    expect(first({ ...query, sort: [...query.sort] }, WHOLE, DEFAULT_COLUMNS, offset, 100)).toBeNull()
})
