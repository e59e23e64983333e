import { must, TEST_PERSON, type TestCore } from '../../support/make-core.ts'

const FROZEN = '2026-08'
const confirm = { reason: '展示核对', password: TEST_PERSON.password }

/** 方案的草稿,公示了的一个月和季度,申诉、更正、认定:每处文字都填上。 */
export const fillEvaluation = async ({ api }: TestCore, branchId: string): Promise<void> => {
  await must(api.schemes.createFromTemplate({ template: 'wuwei', name: '草稿方案' }))
  // 出新的一版,带一个要逐个认定的条件。
  const used = (await must(api.schemes.list({}))).schemes.flatMap(({ versions }) => versions).find(({ status }) => status === 'published')
  const draft = await must(api.schemes.createFromVersion({ id: used?.id ?? '', asNew: false, name: '新的一版' }))
  const flagged = await must(api.schemes.saveDraft({ id: draft.id, rev: draft.rev, effectiveFrom: '2026-07-01', body: { ...draft.body, texts: { ...draft.body.texts, flags: { F01: '条件名称' } } } }))
  await must(api.schemes.publish({ id: flagged.id, rev: flagged.rev }, { confirm }))
  await must(api.evaluation.scorePeriod({ period: '2026-09' }))
  await must(api.evaluation.scorePeriod({ period: FROZEN }))
  await must(api.periods.advance({ period: FROZEN, rev: 0, to: 'publicity', publicityDays: 5, approvedBy: '批准机关', document: '公示文号', note: '公示说明' }, { confirm }))
  const objection = await must(api.appeals.raise({ branchId, period: FROZEN, indicatorId: 'GL-05', text: '申诉内容', raisedBy: '申诉某某' }))
  const answered = await must(api.appeals.raise({ branchId, period: FROZEN, indicatorId: 'GL-05', text: '第二件申诉', raisedBy: '申诉某某' }))
  await must(api.appeals.answer({ id: answered.id, rev: answered.rev, upheld: false, reply: '答复内容', decidedBy: '答复机关' }))
  const correction = await must(api.appeals.propose({ branchId, period: FROZEN, objectionId: objection.id, change: { kind: 'event', indicatorId: 'JF-05', occurredOn: '2026-08-10', count: 1, level: null, matter: '更正事项' }, reason: '更正理由', evidence: '更正依据' }))
  await must(api.appeals.decide({ id: correction.id, rev: correction.rev, approve: true, decidedBy: '批准机关', reopenedBy: '重开某某' }, { confirm }))
  const entry = await must(api.standings.decide({ branchId, period: '2026-Q3', kind: 'deviation', code: '', value: '3', reason: '认定理由', document: '认定文号', decidedBy: '认定机关', decidedOn: '2026-09-30' }))
  await must(api.standings.withdraw({ id: entry.id, rev: entry.rev, reason: '撤回认定' }))
  await must(api.standings.decide({ branchId, period: '2026-Q3', kind: 'deviation', code: '', value: '4', reason: '认定理由', document: '认定文号', decidedBy: '认定机关', decidedOn: '2026-09-30' }))
  await must(api.standings.decide({ branchId, period: '2026-Q3', kind: 'flag', code: 'F01', value: '', reason: '认定理由', document: '认定文号', decidedBy: '认定机关', decidedOn: '2026-09-30' }))
  await must(api.standings.compute({ period: '2026-Q3' }))
}
