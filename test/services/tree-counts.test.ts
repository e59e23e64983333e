import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rosterBrowserOf, rosterCountsOf } from '../../electron/services/members/roster-browser.ts'
import { WHOLE } from '../../electron/rpc/access.ts'
import { createOrganisationRepo } from '../../electron/store/repos/organisation-repo.ts'
import { WHOLE_ROSTER } from '../../shared/model/member-columns.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
beforeAll(async () => {
  office = makeOffice()
  const [one, two] = [await office.addBranch('炼铁党支部', { code: '001', fromDay: '2015-01-01' }), await office.addBranch('轧钢党支部', { code: '002', fromDay: '2018-01-01' })]
  const group = await office.addOrganisation(one.id, 'party_group', '第一党小组')
  const joined = ['2010-07-01', '2016-05', '2020-03-10', '2026-06-24', null] as const
  for (const [index, joinedOn] of joined.entries()) {
    const { id, rev, fields } = await office.addMember(one.id, { name: `党员${'甲乙丙丁戊'[index] ?? ''}`, joinedOn, regularOn: joinedOn === null ? null : `${Number(joinedOn.slice(0, 4)) + 1}${joinedOn.slice(4)}`, partyGroupId: index % 2 === 0 ? group.id : null })
    if (index === 1) {
      office.clock.set('2026-11-25')
      await must(office.api.members.save({ id, rev, fields: { ...fields, branchId: two.id, partyGroupId: null } }))
    }
    if (index === 2) {
      office.clock.set('2026-12-05')
      await must(office.api.members.save({ id, rev, fields: { ...fields, membershipState: 'left' } }))
    }
  }
}, 60_000)
afterAll(() => office.close())

it('哪一天的树,从内存里数的与从库里数的一样', () => {
  // 读进来一次,就预读好了。
  rosterBrowserOf(office.scope)(WHOLE_ROSTER, WHOLE)
  const repo = createOrganisationRepo(office.scope.store.db)
  const counts = rosterCountsOf(office.scope)
  const day = fc.date({ min: new Date('2008-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(fc.oneof(day, fc.constantFrom('2026-11-24', '2026-11-25', '2026-12-04', '2026-12-05', '2026-06-24', '2016-05-01', '2016-04-30')), (chosen) => {
      const ready = counts(chosen)
      expect(ready).not.toBeNull()
      expect(repo.tree(chosen, ready ?? undefined)).toEqual(repo.tree(chosen))
    }),
  )
})
