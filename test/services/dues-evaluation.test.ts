import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDuesHandlers } from '../../electron/services/dues-service.ts'
import { populateScheme } from '../../electron/services/evaluation/schemes/populate-scheme.ts'
import { createEvaluationParts } from '../../electron/services/evaluation/evaluation-parts.ts'
import type { Rule } from '../../electron/domain/scoring/rule.ts'
import { must } from '../support/make-core.ts'
import { makeOffice, type Office } from '../support/office.ts'

const RULE: Rule = { type: 'ratio', num: { fn: 'count', source: 'dues', where: { onTime: 1 } }, den: { fn: 'count', source: 'dues' }, emptyDen: 'missing' }
let office: Office
let dues: ReturnType<Office['clientOf']>['dues']
let branchId: string
beforeEach(async () => {
  office = makeOffice()
  dues = office.clientOf({ dues: createDuesHandlers(office.scope) }).dues
  branchId = (await office.addBranch('炼钢党支部', { code: '001', fromDay: '2020-01-01', category: 'production' })).id
})
afterEach(() => office.close())

it('按月交纳:足额按时、补交、少交、没交各是一种;没登记的月份、不用交的人没有', async () => {
  const people: Record<string, string> = {}
  for (const name of ['按时', '补交', '少交', '没交', '没核定']) {
    const { id } = await office.addMember(branchId, { name })
    people[name] = id
    if (name !== '没核定') await must(dues.saveAssessment({ branchId, memberId: id, id: null, rev: 1, fields: { category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 400_000 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '' } }))
  }
  const pay = (name: string, paidFen: number, paidOn: string) => must(dues.saveCells({ branchId, paidOn, cells: [{ memberId: people[name] ?? '', month: '2026-09', rev: null, paidFen }] }))
  await pay('按时', 4_000, '2026-09-12')
  await pay('补交', 4_000, '2026-10-08')
  await pay('少交', 3_000, '2026-09-12')
  const { facts } = createEvaluationParts(office.scope)
  const { ledger, labelOf } = facts.load(branchId, '2026-09', [RULE])
  const rows = (ledger['dues'] ?? []).map((fact): [string, unknown] => [labelOf('dues', String(fact['id'])), [fact['date'], fact['onTime'], fact['late'], fact['unpaid']]])
  expect(rows).toHaveLength(4)
  expect(Object.fromEntries(rows)).toEqual({ 按时: ['2026-09-01', 1, 0, 0], 补交: ['2026-09-01', 0, 1, 0], 少交: ['2026-09-01', 0, 0, 1], 没交: ['2026-09-01', 0, 0, 1] })
  expect(facts.load(branchId, '2026-08', [RULE]).ledger['dues']).toEqual([])
})

it('登记过的月份算过成绩,登记一动就要重算', async () => {
  const { id } = await office.addMember(branchId, { name: '王建国' })
  const { db } = office.scope.store
  const parts = createEvaluationParts(office.scope)
  populateScheme(office.scope)
  const branch = parts.branches.find(branchId, '2026-09')
  office.scope.write('evaluation', 'evaluation.scorePeriod', (transaction) => parts.scorer.store(transaction, branch.id, '2026-09', parts.scorer.compute(branch, '2026-09')))
  const dirty = () => db.prepare('SELECT period FROM score_dirty WHERE branch_id = ?').pluck().all(branchId)
  db.prepare('DELETE FROM score_dirty').run()
  await must(dues.saveCells({ branchId, paidOn: '2026-09-12', cells: [{ memberId: id, month: '2026-09', rev: null, paidFen: 4_000 }] }))
  expect(dirty()).toEqual(['2026-09'])
})
