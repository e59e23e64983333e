import { must, type TestCore } from '../../support/make-core.ts'
import { idNumberOf } from '../../support/office.ts'

const votes = { due: 9, present: 8, issued: 8, returned: 8, favour: 8, against: 0, abstain: 0, invalid: 0, writtenFavour: 0, writtenAgainst: 0, writtenAbstain: 0, excluded: [{ name: '不计某某', code: '1' as const, approval: '批复文字', decidedOn: null }] }

/** 发展、转接、关怀:每处文字都填上;志愿书编号、介绍信编号用汉字开头,看得出是文字。 */
export const fillDevelopment = async ({ api, core: { files: { accept } } }: TestCore, branchId: string, memberId: string, otherId: string): Promise<void> => {
  const person = await must(api.development.add({ fields: { branchId, name: '申请某某', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '申请岗位', note: '申请备注', firstStep: 1, transferredInOn: null, idNumber: idNumberOf('1998-05-06', 77), mobile: '申请手机' }, appliedOn: '2026-06-01' }))
  const view = person.steps[14]
  if (view === undefined) throw new Error('no step')
  await must(
    api.development.saveStep({
      personId: person.id,
      step: 15,
      rev: null,
      state: 'draft',
      fields: { ...view.fields, publicityFrom: '2026-06-01', publicityTo: '2026-06-08', publicityResult: '公示结果', people: [{ memberId: null, name: '联系某某' }], meeting: '会议名称', votes, authority: '审批单位', documentNumber: '文号文字', note: '情况文字', filledBy: '填写某某', reviewedBy: '审核某某' },
    }),
  )
  await must(api.development.addDocument({ personId: person.id, document: { step: 1, kind: 'document', name: '材料名称', documentNumber: '材料文号', datedOn: '2026-06-01', note: '材料备注' }, attachment: { file: accept('附件文字.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 7])), thumbnail: accept('小样.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 8])) } }))
  await must(api.development.recordEvent({ personId: person.id, event: { kind: 'terminated', onDay: '2026-07-01', untilDay: null, toStep: null, reason: '终止缘由', documentNumber: '终止文号' } }))
  await must(api.development.recordEvent({ personId: person.id, event: { kind: 'resumed', onDay: '2026-08-01', untilDay: null, toStep: null, reason: '恢复缘由', documentNumber: '恢复文号' } }))
  const [form] = (await must(api.development.addForms({ first: '编号001', count: 1 }))).forms
  if (form !== undefined) await must(api.development.settleForm({ id: form.id, rev: form.rev, state: 'used', personId: person.id, settledOn: '2026-08-02', note: '编号备注' }))
  const letter = { scope: 'nationwide' as const, number: '对方编号', name: '转接某某', memberType: 'full' as const, fromName: '转出单位', toTitle: '抬头单位', toName: '转入单位', reason: '转接事由', duesPaidUntil: '2026-10', validDays: 30, issuedOn: '2026-11-01', handledBy: '办理某某', note: '转接备注' }
  const out = await must(api.transfers.startOut({ memberId, toBranchId: null, fields: letter }))
  const issued = await must(api.transfers.issue({ id: out.id, rev: out.rev, issuedOn: '2026-11-02' }))
  await must(api.transfers.move({ id: issued.id, rev: issued.rev, to: 'suspended', onDay: '2026-11-05', reason: '挂起缘由' }))
  await must(api.transfers.startIn({ branchId, fields: letter }))
  const received = await must(api.transfers.startOut({ memberId: otherId, toBranchId: null, fields: letter }))
  const second = await must(api.transfers.issue({ id: received.id, rev: received.rev, issuedOn: '2026-11-02' }))
  await must(api.transfers.receive({ id: second.id, rev: second.rev, receivedOn: '2026-11-10', receipt: '回执文字', person: null }))
  const care = { subject: '', fromDay: '2026-01-05', toDay: null, code: '1', title: '登记名称', authority: '经办单位', documentNumber: '登记文号', amountFen: null, detail: '登记情况' }
  for (const kind of ['floating', 'lost', 'hardship', 'contact', 'discipline'] as const) await must(api.care.add({ branchId, memberId, fields: { ...care, kind, subject: '某某' } }))
  for (const kind of ['visit', 'award'] as const) await must(api.care.add({ branchId, memberId: null, fields: { ...care, kind, subject: '职工某某' } }))
}
