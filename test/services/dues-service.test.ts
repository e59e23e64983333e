import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDuesHandlers } from '../../electron/services/dues-service.ts'
import { createCareHandlers } from '../../electron/services/care-service.ts'
import { createHistoryHandlers } from '../../electron/services/history/history-service.ts'
import type { AssessmentFields, EntryFields, LedgerCell } from '../../shared/model/dues.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let dues: ReturnType<Office['clientOf']>['dues']
let branchId: string

beforeEach(async () => {
  office = makeOffice()
  dues = office.clientOf({ dues: createDuesHandlers(office.scope) }).dues
  branchId = (await office.addBranch('炼钢党支部', { code: '001', fromDay: '2020-01-01' })).id
})
afterEach(() => office.close())

const wage = (yuan: number, changedFrom = '2026-01', changes: Partial<AssessmentFields> = {}): AssessmentFields => ({
  category: 'employed',
  changedFrom,
  amounts: [
    { itemCode: 'post_wage', direction: 'add', amountFen: yuan * 100 + 50_000 },
    { itemCode: 'income_tax', direction: 'deduct', amountFen: 50_000 },
  ],
  fixedFen: null,
  assessedOn: '2026-01-10',
  confirmedOn: null,
  note: '',
  ...changes,
})
const entry = (changes: Partial<EntryFields> = {}): EntryFields => ({ paidFen: null, paidOn: null, method: '', proxyName: '', receiptNumber: '', handler: '', place: '', note: '', ...changes })
const person = async (name: string, yuan: number | null = 4_000): Promise<string> => {
  const { id } = await office.addMember(branchId, { name })
  if (yuan !== null) await must(dues.saveAssessment({ branchId, memberId: id, id: null, rev: 1, fields: wage(yuan) }))
  return id
}
const cell = async (memberId: string, month: string): Promise<LedgerCell> => {
  const { rows } = await must(dues.ledger({ branchId, year: Number(month.slice(0, 4)) }))
  const found = rows.find((row) => row.memberId === memberId)?.cells.find((each) => each.month === month)
  if (found === undefined) throw new Error('no such cell')
  return found
}

describe('月登记', () => {
  it('整月按应交登记一次,没核定的不动;再按一次没有可登记的', async () => {
    const [wang, li] = [await person('王建国'), await person('李卫东', null)]
    const first = await must(dues.fillMonth({ branchId, month: '2026-10', paidOn: '2026-10-15', method: 'transfer', handler: '张丽' }))
    expect(first.filled).toBe(1)
    expect(await cell(wang, '2026-10')).toMatchObject({ state: 'paid', dueFen: 4_000, fields: { paidFen: 4_000, paidOn: '2026-10-15', method: 'transfer', handler: '张丽' } })
    expect((await cell(li, '2026-10')).state).toBe('unassessed')
    expect((await must(dues.fillMonth({ branchId, month: '2026-10', paidOn: null, method: '', handler: '' }))).filled).toBe(0)
  })
  it('逐格登记:少交、补交、清掉', async () => {
    const wang = await person('王建国')
    const patch = await must(dues.saveCells({ branchId, paidOn: '2026-11-20', cells: [{ memberId: wang, month: '2026-10', rev: null, paidFen: 4_000 }, { memberId: wang, month: '2026-11', rev: null, paidFen: 3_000 }] }))
    expect(patch.rows[0]?.cells.slice(9, 11).map(({ state }) => state)).toEqual(['late', 'short'])
    expect(patch.months[10]).toMatchObject({ dueFen: 4_000, paidFen: 3_000, unpaidPeople: 1, recorded: true })
    const { rev } = await cell(wang, '2026-10')
    await must(dues.saveCells({ branchId, paidOn: null, cells: [{ memberId: wang, month: '2026-10', rev, paidFen: null }] }))
    expect(await cell(wang, '2026-10')).toMatchObject({ state: 'unpaid', fields: { paidFen: null, paidOn: null } })
  })
  it('别处已经登记过,不覆盖', async () => {
    const wang = await person('王建国')
    const input = { branchId, paidOn: null, cells: [{ memberId: wang, month: '2026-10', rev: null, paidFen: 4_000 }] }
    await must(dues.saveCells(input))
    expect(await dues.saveCells(input)).toMatchObject({ ok: false, error: { code: 'STALE' } })
  })
  it('登记过的月份按当时的应交,标准变了也不动', async () => {
    const wang = await person('王建国')
    await must(dues.fillMonth({ branchId, month: '2026-03', paidOn: null, method: '', handler: '' }))
    await must(dues.saveAssessment({ branchId, memberId: wang, id: null, rev: 1, fields: wage(6_000, '2026-02') }))
    expect((await cell(wang, '2026-03')).dueFen).toBe(4_000)
    expect((await cell(wang, '2026-04')).dueFen).toBe(9_000)
  })
  it('在流入地交的不算本支部收的,下个月接着写那个地方', async () => {
    const wang = await person('王建国')
    await must(dues.saveEntry({ branchId, cell: { memberId: wang, month: '2026-09', rev: null }, fields: entry({ paidFen: 4_000, place: '哈尔滨市道里区' }) }))
    await must(dues.fillMonth({ branchId, month: '2026-10', paidOn: null, method: '', handler: '' }))
    expect((await cell(wang, '2026-10')).fields?.place).toBe('哈尔滨市道里区')
    const { months } = await must(dues.ledger({ branchId, year: 2026 }))
    expect(months[9]).toMatchObject({ paidFen: 4_000, collectedFen: 0 })
  })
  it('别的支部的人、不在册的人登记不进来', async () => {
    const other = (await office.addBranch('轧钢党支部', { code: '002' })).id
    const { id } = await office.addMember(other, { name: '赵大海' })
    expect(await dues.saveEntry({ branchId, cell: { memberId: id, month: '2026-09', rev: null }, fields: entry({ paidFen: 100 }) })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('核定与减免', () => {
  it('基数由科目算出;同一个月只核定一次', async () => {
    const wang = await person('王建国', 5_000)
    const { rows, rule } = await must(dues.assessments({ branchId, month: '2026-11' }))
    expect(rule.id).toBeNull()
    expect(rows[0]?.current).toMatchObject({ baseFen: 500_000, basisPoints: 100, monthlyFen: 5_000, effectiveFrom: '2026-01' })
    expect(await dues.saveAssessment({ branchId, memberId: wang, id: null, rev: 1, fields: wage(1) })).toMatchObject({ ok: false, error: { code: 'DUPLICATE_CODE' } })
    const current = rows[0]?.current
    if (current == null) throw new Error('not assessed')
    await must(dues.saveAssessment({ branchId, memberId: wang, id: current.id, rev: current.rev, fields: wage(3_000) }))
    expect((await cell(wang, '2026-11')).dueFen).toBe(1_500)
    await must(dues.withdrawAssessment({ branchId, id: current.id, rev: current.rev + 1 }))
    expect((await cell(wang, '2026-11')).state).toBe('unassessed')
  })
  it('免交要批准才作数', async () => {
    const wang = await person('王建国')
    await must(dues.addExemption({ branchId, memberId: wang, fields: { fromMonth: '2026-10', toMonth: '2026-12', amountFen: 0, reason: '家中重病', decidedOn: '2026-09-28' } }))
    expect((await cell(wang, '2026-10')).state).toBe('unpaid')
    const exemption = (await must(dues.assessments({ branchId, month: '2026-11' }))).exemptions[0]
    if (exemption === undefined) throw new Error('no exemption')
    await must(dues.approveExemption({ branchId, id: exemption.id, rev: exemption.rev, approvedBy: '公司党委', approvedOn: '2026-10-08' }))
    expect((await cell(wang, '2026-10')).state).toBe('exempt')
    await must(dues.withdrawExemption({ branchId, id: exemption.id, rev: exemption.rev + 1 }))
    expect((await cell(wang, '2026-10')).state).toBe('unpaid')
  })
  it('标准另起一版,自施行月起算', async () => {
    const wang = await person('王建国', 4_862)
    const { rules } = await must(dues.rules({}))
    const body = rules[0]?.body
    if (body === undefined) throw new Error('no rule')
    await must(dues.saveRule({ id: null, rev: 1, fromMonth: '2026-07', basis: '公司党发〔2026〕5 号', body: { ...body, rounding: { unit: 'yuan', mode: 'down' } } }))
    expect([(await cell(wang, '2026-06')).dueFen, (await cell(wang, '2026-07')).dueFen]).toEqual([4_862, 4_800])
    expect(await dues.saveRule({ id: null, rev: 1, fromMonth: '2008-04', basis: '改旧账', body })).toMatchObject({ ok: false, error: { code: 'DUPLICATE_CODE' } })
  })
})

describe('上交、欠交、异动', () => {
  it('收的与交上去的对得上;撤回的不算', async () => {
    await person('王建国')
    await person('李卫东', 2_000)
    for (const month of ['2026-01', '2026-02', '2026-03']) await must(dues.fillMonth({ branchId, month, paidOn: null, method: '', handler: '' }))
    const fields = { fromMonth: '2026-01', toMonth: '2026-03', handedOn: '2026-04-02', amountFen: 15_000, payerName: '张丽', receiverName: '党委办公室', receiptNumber: '0001', note: '' }
    await must(dues.saveHandover({ branchId, id: null, rev: 1, fields }))
    const money = await must(dues.money({ branchId, year: 2026 }))
    expect(money).toMatchObject({ collectedFen: 15_000, handedFen: 15_000, handovers: [{ collectedFen: 15_000 }] })
    expect(money.months.map(({ coveredBy }) => coveredBy !== null)).toEqual([true, true, true, ...Array.from({ length: 9 }, () => false)])
    const [handover] = money.handovers
    if (handover === undefined) throw new Error('no handover')
    await must(dues.withdrawHandover({ branchId, id: handover.id, rev: handover.rev }))
    expect((await must(dues.money({ branchId, year: 2026 }))).handedFen).toBe(0)
  })
  it('大额:一次 1000 元及以上', async () => {
    const wang = await person('王建国')
    const give = (amountFen: number) => must(dues.saveDonation({ branchId, id: null, rev: 1, fields: { memberId: wang, paidOn: '2026-07-01', amountFen, forwardedOn: null, receiptNumber: '', note: '' } }))
    await give(99_999)
    await give(100_000)
    expect((await must(dues.money({ branchId, year: 2026 }))).donations.map(({ isLarge }) => isLarge)).toEqual([false, true])
  })
  it('连续欠三个月黄色、五个月红色、六个月按自行脱党;没登记的月份不算', async () => {
    const [wang, li] = [await person('王建国'), await person('李卫东')]
    for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) await must(dues.saveCells({ branchId, paidOn: `${month}-10`, cells: [{ memberId: li, month, rev: null, paidFen: 4_000 }] }))
    expect((await must(dues.arrears({ organisationId: null }))).rows).toMatchObject([{ memberId: wang, months: 6, level: 'lapse' }])
    await must(dues.saveCells({ branchId, paidOn: '2026-07-10', cells: [{ memberId: wang, month: '2026-07', rev: null, paidFen: 4_000 }] }))
    expect((await must(dues.arrears({ organisationId: office.root }))).rows).toMatchObject([{ months: 3, level: 'yellow' }])
    expect(await must(dues.reminders({ branchId }))).toMatchObject({ arrears: 1, worst: 3, unassessed: 0 })
  })
  it('汇总:各支部十二个月,只含管得到的', async () => {
    await person('王建国')
    await office.addBranch('轧钢党支部', { code: '002' })
    await must(dues.fillMonth({ branchId, month: '2026-10', paidOn: null, method: '', handler: '' }))
    const { rows } = await must(dues.summary({ organisationId: null, year: 2026 }))
    expect(rows.map(({ branchName, people, paidFen, collectedFen }) => [branchName, people, paidFen, collectedFen])).toEqual([
      ['炼钢党支部', 1, 4_000, 4_000],
      ['轧钢党支部', 0, 0, 0],
    ])
  })
  it('异动:新接收、补交、欠交', async () => {
    const li = await person('李卫东')
    await office.addMember(branchId, { name: '孙小梅', memberType: 'probationary', joinedOn: '2026-10-12', regularOn: null })
    await must(dues.saveCells({ branchId, paidOn: '2026-10-20', cells: [{ memberId: li, month: '2026-08', rev: null, paidFen: 4_000 }, { memberId: li, month: '2026-10', rev: null, paidFen: 4_000 }] }))
    const { lines } = await must(dues.changes({ branchId, month: '2026-10' }))
    expect(lines.map(({ kind, memberName }) => `${kind} ${memberName}`)).toEqual(['admitted 孙小梅', 'late_payment 李卫东'])
  })
  it('异动:出国(境)记在流动登记里,当月出去的、回来的都列', async () => {
    const li = await person('李卫东')
    const { care } = office.clientOf({ care: createCareHandlers(office.scope) })
    const base = { kind: 'floating' as const, subject: '李卫东', code: '3', title: '德国', authority: '', documentNumber: '', amountFen: null, detail: '' }
    await must(care.add({ branchId, memberId: li, fields: { ...base, fromDay: '2026-08-05', toDay: '2026-10-20' } }))
    await must(care.add({ branchId, memberId: li, fields: { ...base, code: '1', fromDay: '2026-10-01', toDay: null } }))
    const detailsOf = async (month: string) => (await must(dues.changes({ branchId, month }))).lines.filter(({ kind }) => kind === 'abroad').map(({ detail }) => detail)
    expect([await detailsOf('2026-08'), await detailsOf('2026-09'), await detailsOf('2026-10')]).toEqual([['2026-08-05 出国（境），德国'], [], ['2026-10-20 回国']])
  })
})

it('一格的来历:改了几次,从多少改成多少', async () => {
  const wang = await person('王建国')
  const history = office.clientOf({ history: createHistoryHandlers(office.scope) }).history
  const at = { memberId: wang, month: '2026-10' }
  await must(dues.saveEntry({ branchId, cell: { ...at, rev: null }, fields: entry({ paidFen: 4_000 }) }))
  await must(dues.saveEntry({ branchId, cell: { ...at, rev: 1 }, fields: entry({ paidFen: 4_862, method: 'cash' }) }))
  const { title, entries } = await must(history.dues({ branchId, cell: at, offset: 0 }))
  expect(title).toBe('王建国 2026-10 党费')
  expect(entries[0]?.changes.map(({ label, from, to }) => `${label} ${from}→${to}`)).toEqual(['实交 40.00→48.62', '方式 →现金'])
})
it('每人的金额不进审计正文', async () => {
  const wang = await person('王建国', 4_862)
  await must(dues.saveEntry({ branchId, cell: { memberId: wang, month: '2026-10', rev: null }, fields: entry({ paidFen: 48_62, proxyName: '赵大海', note: '病假代交' }) }))
  const details = office.scope.store.db.prepare("SELECT group_concat(detail) FROM audit_log WHERE kind = 'dues'").pluck().get() as string
  for (const secret of ['4862', '486200', '536200', '赵大海', '病假']) expect(details).not.toContain(secret)
})
