import { sampleDues } from '../../data/sample/dues.ts'
import { computeBase } from '../../domain/dues/compute-base.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import type { AssessmentFields, EntryFields, ItemAmount } from '../../../shared/model/dues.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createDuesLedgers } from '../dues/dues-ledgers.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BuiltBranch } from './build-organisations.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

const SEED = 20_261_107
const FEN = 100

/** 一张看着像的工资表:岗位工资、基本工资、奖金,减五险一金与个税。 */
const wageAmounts = (random: SeededRandom): ItemAmount[] => {
  const { least, spread } = sampleDues.wage
  const gross = (least + random.below(spread)) * FEN
  const part = (percent: number): number => Math.round((gross * percent) / 100)
  const add = (itemCode: string, amountFen: number): ItemAmount => ({ itemCode, direction: 'add', amountFen })
  const deduct = (itemCode: string, amountFen: number): ItemAmount => ({ itemCode, direction: 'deduct', amountFen })
  const [post, base] = [part(45), part(30)]
  return [add('post_wage', post), add('base_wage', base), add('bonus', gross - post - base), deduct('pension_insurance', part(8)), deduct('medical_insurance', part(2)), deduct('unemployment_insurance', part(0.5)), deduct('housing_fund', part(10)), deduct('income_tax', gross > 700_000 ? part(2) : 0)]
}

/** 示例的党费:年初核定,按月登记,有一人欠交、一人少交、一人补交、一人免交、一人在流入地交;按季上交。 */
export const buildSampleDues = (scope: WorkspaceScope, transaction: Transaction, branches: readonly BuiltBranch[]): void => {
  const writes = createDuesWrites(scope.store.db, () => scope.ports.ids.next())
  const ledgers = createDuesLedgers(scope)
  const random = createSeededRandom(SEED)
  const { year, months, assessedOn, entries, story, texts } = sampleDues
  for (const { id: branchId, spec, secretary, committee } of branches) {
    const handler = committee[1]?.name ?? secretary.name
    for (const { memberId, monthlyFen } of ledgers.ledger(branchId, year).rows) {
      // 年内转过来的,在原支部核定过了。
      if (monthlyFen !== null) continue
      const amounts = wageAmounts(random)
      const fields: AssessmentFields = { category: 'employed', changedFrom: `${year}-01`, amounts, fixedFen: null, assessedOn, confirmedOn: assessedOn, note: '' }
      writes.saveAssessment(transaction, branchId, memberId, null, 1, fields, computeBase(amounts))
    }
    if (!entries.includes(spec.code)) continue
    const told = spec.code === story.branch
    const { rows } = ledgers.ledger(branchId, year)
    const exempted = told ? rows[story.exempted] : undefined
    if (exempted !== undefined) {
      writes.addExemption(transaction, branchId, exempted.memberId, { fromMonth: story.exemptFrom, toMonth: `${year}-12`, amountFen: 0, reason: texts.exemptReason, decidedOn: story.decidedOn })
      const made = ledgers.repo.exemptions([exempted.memberId])[0]
      if (made !== undefined) writes.approveExemption(transaction, made.id, made.rev, texts.approvedBy, story.approvedOn)
    }
    const collected = new Map<string, number>()
    ledgers.ledger(branchId, year).rows.forEach(({ memberId, cells }, index) => {
      for (const { month, dueFen, state } of cells) {
        if (state !== 'unpaid' || dueFen === null || !months.includes(month) || (told && index === story.unpaid && month >= story.unpaidFrom)) continue
        const [isShort, isLate, isAway] = [told && index === story.short && month === story.shortMonth, told && index === story.late && month === story.lateMonth, told && index === story.away]
        const paidFen = isShort ? dueFen - (dueFen % FEN) - 500 : dueFen
        const fields: EntryFields = { paidFen, paidOn: isLate ? story.latePaidOn : `${month}-${story.payDay}`, method: 'transfer', proxyName: '', receiptNumber: '', handler, place: isAway ? texts.awayPlace : '', note: isLate ? texts.lateNote : '' }
        writes.saveEntry(transaction, { branchId, memberId, month }, null, dueFen, fields)
        if (!isAway) collected.set(month, (collected.get(month) ?? 0) + paidFen)
      }
    })
    for (const { from, to, on } of sampleDues.handovers) {
      const amountFen = [...collected].filter(([month]) => from <= month && month <= to).reduce((sum, [, fen]) => sum + fen, 0)
      if (amountFen > 0) writes.saveHandover(transaction, branchId, null, 1, { fromMonth: from, toMonth: to, handedOn: on, amountFen, payerName: handler, receiverName: texts.receiver, receiptNumber: '', note: '' })
    }
    const giver = told ? rows[story.giver] : undefined
    if (giver !== undefined) writes.saveDonation(transaction, branchId, null, 1, { memberId: giver.memberId, paidOn: story.givenOn, amountFen: story.givenFen, forwardedOn: story.forwardedOn, receiptNumber: '', note: texts.donationNote })
  }
}
