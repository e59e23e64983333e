import { must, type TestCore } from '../../support/make-core.ts'

/** 组织的变动与小登记:每处文字都填上。 */
export const fillOrganisations = async (api: TestCore['api'], rootId: string, branchId: string): Promise<void> => {
  const office = await must(api.organisations.add({ parentId: rootId, kind: 'branch', name: '联合党支部', shortName: '联合', code: '代码联合', category: 'management', fromDay: '2020-01-01' }))
  const formed = await must(api.organisations.setBuildForm({ id: office.id, rev: office.rev, buildForm: 'joint', fromDay: '2021-01-01' }))
  await must(api.organisationEvents.changeKind({ id: office.id, rev: formed.rev, kind: 'general_branch', firstBranch: null, day: '2026-05-01', documentNumber: '改设文号', reason: '改设事由' }))
  const ruling = await must(api.normDecisions.add({ fields: { organisationId: branchId, kind: 'exemption', activity: 'party_lecture', fromMonth: '2026-02', toMonth: '2026-02', untilDay: null, reason: '免除理由', approver: '批准某某', document: '免除文号', decidedOn: '2026-02-01' } }))
  await must(api.normDecisions.withdraw({ id: ruling.id, rev: ruling.rev, reason: '撤回原因' }))
  const added = { id: null, rev: null, fromDay: '2025-01-01' } as const
  for (const entry of [
    { list: 'labels', label: 'model', documentNumber: '标签文号', note: '标签备注' },
    { list: 'units', name: '覆盖单位', unitKind: 'work_area', code: '覆盖代码' },
    { list: 'places', placeKind: 'activity_room', name: '阵地名称', address: '阵地地址', area: 60, equippedOn: '2024-06' },
    { list: 'brands', name: '品牌名称', meaning: '品牌内涵' },
  ] as const)
    await must(api.organisationLists.save({ organisationId: branchId, entry: { ...entry, ...added } }))
}
