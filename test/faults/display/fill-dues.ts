import { must, type TestCore } from '../../support/make-core.ts'

/** 党费:每处文字都填上;第一个人那个月有登记,历史里才有。 */
export const fillDues = async (api: TestCore['api'], branchId: string, memberId: string, month: string): Promise<void> => {
  const payer = { branchId, memberId }
  await must(api.dues.saveAssessment({ ...payer, id: null, rev: 1, fields: { category: 'employed', changedFrom: '2026-01', amounts: [{ itemCode: 'post_wage', direction: 'add', amountFen: 486_237 }], fixedFen: null, assessedOn: '2026-01-10', confirmedOn: null, note: '核定备注' } }))
  await must(api.dues.addExemption({ ...payer, fields: { fromMonth: '2026-11', toMonth: '2026-12', amountFen: 0, reason: '减免理由', decidedOn: '2026-10-28' } }))
  const [exemption] = (await must(api.dues.assessments({ branchId, month }))).exemptions
  if (exemption !== undefined) await must(api.dues.approveExemption({ branchId, id: exemption.id, rev: exemption.rev, approvedBy: '批准党委', approvedOn: '2026-10-30' }))
  await must(api.dues.saveEntry({ branchId, cell: { memberId, month: '2026-08', rev: null }, fields: { paidFen: 4_862, paidOn: '2026-08-10', method: 'proxy', proxyName: '代交某某', receiptNumber: '收据字号', handler: '经手某某', place: '流入地支部', note: '明细备注' } }))
  await must(api.dues.fillMonth({ branchId, month, paidOn: `${month}-10`, method: 'transfer', handler: '经手某某' }))
  const [rule] = (await must(api.dues.rules({}))).rules
  if (rule !== undefined) await must(api.dues.saveRule({ id: null, rev: 1, fromMonth: '2027-01', basis: '标准依据', body: rule.body }))
  await must(api.dues.saveDonation({ branchId, id: null, rev: 1, fields: { memberId, paidOn: '2026-07-01', amountFen: 100_000, forwardedOn: null, receiptNumber: '收据编号', note: '多交备注' } }))
  await must(api.dues.saveHandover({ branchId, id: null, rev: 1, fields: { fromMonth: month, toMonth: month, handedOn: '2026-10-08', amountFen: 4_862, payerName: '上交某某', receiverName: '收款某某', receiptNumber: '收据号码', note: '上交备注' } }))
}
