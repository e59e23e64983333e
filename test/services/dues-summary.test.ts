import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDuesHandlers } from '../../electron/services/dues-service.ts'
import { createNormHandlers } from '../../electron/services/norms-service.ts'
import type { AssessmentFields, DuesSummaryRow } from '../../shared/model/dues.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

const YEAR = 2026
let office: Office
let dues: ReturnType<Office['clientOf']>['dues']
let norms: ReturnType<Office['clientOf']>['norms']
let [iron, steel] = ['', '']

const wage = (yuan: number): AssessmentFields => ({ category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: yuan * 100 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '' })
const person = async (name: string): Promise<string> => {
  const { id } = await office.addMember(iron, { name })
  await must(dues.saveAssessment({ branchId: iron, memberId: id, id: null, rev: 1, fields: wage(4_000) }))
  return id
}
/** 不看存着的,从登记表直接合出来的样子。 */
const fromLedger = async (branchId: string): Promise<Partial<DuesSummaryRow>> => {
  const { rows, months } = await must(dues.ledger({ branchId, year: YEAR }))
  return {
    branchId,
    people: rows.length,
    months: months.map(({ month, dueFen, paidFen, unpaidPeople, recorded }) => ({ month, dueFen, paidFen, unpaidPeople, recorded })),
    dueFen: rows.reduce((sum, { dueFen }) => sum + dueFen, 0),
    paidFen: rows.reduce((sum, { paidFen }) => sum + paidFen, 0),
    collectedFen: months.reduce((sum, { collectedFen }) => sum + collectedFen, 0),
    arrearsPeople: rows.filter(({ arrearsLevel }) => arrearsLevel !== 'none').length,
  }
}
const kept = (): number => office.scope.store.db.prepare('SELECT count(*) FROM dues_summary').pluck().get() as number
const summary = async (): Promise<DuesSummaryRow[]> => (await must(dues.summary({ organisationId: null, year: YEAR }))).rows
/** 汇总总与登记相符,存着的和刚算的都一样。 */
const agrees = async (): Promise<void> => {
  const expected = await Promise.all([iron, steel].map(fromLedger))
  expect(await summary()).toMatchObject(expected)
  expect(await summary()).toMatchObject(expected)
}

beforeEach(async () => {
  office = makeOffice()
  ;({ dues, norms } = office.clientOf({ dues: createDuesHandlers(office.scope), norms: createNormHandlers(office.scope) }))
  iron = (await office.addBranch('炼铁党支部', { code: '001', fromDay: '2020-01-01' })).id
  steel = (await office.addBranch('炼钢党支部', { code: '002', fromDay: '2020-01-01' })).id
})
afterEach(() => office.close())

it('看过的存下,再看不用重推;谁动了哪个支部,只有它重推', async () => {
  const wang = await person('王建国')
  await agrees()
  expect(kept()).toBe(2)
  await must(dues.saveCells({ branchId: iron, paidOn: '2026-10-15', cells: [{ memberId: wang, month: '2026-10', rev: null, paidFen: 4_000 }] }))
  expect(kept()).toBe(1)
  await agrees()
})

it('不论从哪里改,汇总都与登记相符', async () => {
  const [wang, li] = [await person('王建国'), await person('李卫东')]
  const steps: readonly (readonly [what: string, run: () => Promise<unknown>])[] = [
    ['整月登记', () => must(dues.fillMonth({ branchId: iron, month: '2026-03', paidOn: '2026-03-10', method: 'transfer', handler: '' }))],
    ['只有一人交', () => must(dues.saveCells({ branchId: iron, paidOn: '2026-10-15', cells: ['04', '05', '06', '07', '08', '09', '10'].map((month) => ({ memberId: wang, month: `2026-${month}`, rev: null, paidFen: 4_000 })) }))],
    ['改核定', async () => {
      const current = (await must(dues.assessments({ branchId: iron, month: '2026-11' }))).rows.find(({ memberId }) => memberId === wang)?.current
      await must(dues.saveAssessment({ branchId: iron, memberId: wang, id: current?.id ?? null, rev: current?.rev ?? 1, fields: wage(6_000) }))
    }],
    ['免交', async () => {
      await must(dues.addExemption({ branchId: iron, memberId: li, fields: { fromMonth: '2026-09', toMonth: '2026-12', amountFen: 0, reason: '家中重病', decidedOn: '2026-08-28' } }))
      const made = (await must(dues.assessments({ branchId: iron, month: '2026-11' }))).exemptions[0]
      await must(dues.approveExemption({ branchId: iron, id: made?.id ?? '', rev: made?.rev ?? 1, approvedBy: '公司党委', approvedOn: '2026-09-01' }))
    }],
    ['改入党日期', async () => {
      const member = await must(office.api.members.get({ id: li }))
      await must(office.api.members.save({ id: li, rev: member.rev, fields: { ...member.fields, joinedOn: '2026-06-01', regularOn: null, memberType: 'probationary' } }))
    }],
    ['转到另一个支部', async () => {
      const member = await must(office.api.members.get({ id: wang }))
      office.clock.set('2026-11-25')
      await must(office.api.members.save({ id: wang, rev: member.rev, fields: { ...member.fields, branchId: steel } }))
    }],
    ['改提醒的月数', () => must(norms.save({ key: 'dues_yellow_months', value: '2', basis: '本单位规定', rev: 0 }))],
    ['过了一个月', async () => office.clock.set('2026-12-03')],
    ['过了年', async () => office.clock.set('2027-02-03')],
  ]
  for (const [what, run] of steps) {
    await agrees()
    await run()
    try {
      await agrees()
    } catch (error) {
      throw new Error(what, { cause: error })
    }
  }
})

it('欠交清单与登记表相符', async () => {
  const [wang, li] = [await person('王建国'), await person('李卫东')]
  await must(dues.saveCells({ branchId: iron, paidOn: '2026-10-15', cells: ['05', '06', '07', '08', '09', '10'].map((month) => ({ memberId: wang, month: `2026-${month}`, rev: null, paidFen: 4_000 })) }))
  const { rows } = await must(dues.arrears({ organisationId: null }))
  expect(rows).toMatchObject([{ branchId: iron, memberId: li, months: 6, level: 'lapse' }])
})
