import type { OrganisationListEntry } from '../../../shared/model/organisation-lists.ts'

/** 示例企业的沿革与小登记,均为虚构。 */
export const sampleRenaming = { code: '018', from: '进出口贸易部党支部', day: '2023-04-03', documentNumber: '示党发〔2023〕12号', reason: '部门更名' } as const
export const sampleMoving = { code: '023', day: '2024-01-08', documentNumber: '示党发〔2024〕2号', reason: '划归营销服务中心管理' } as const

type Entry<L extends OrganisationListEntry['list']> = Omit<Extract<OrganisationListEntry, { list: L }>, 'id' | 'rev'>
/** 哪个支部、哪一条。 */
export const sampleListEntries: readonly { readonly code: string; readonly entry: Entry<'labels'> | Entry<'units'> | Entry<'places'> | Entry<'brands'> }[] = [
  { code: '001', entry: { list: 'labels', fromDay: '2025-07-01', label: 'model', documentNumber: '示党发〔2025〕18号', note: '集团示范党支部' } },
  { code: '001', entry: { list: 'brands', fromDay: '2025-03-01', name: '炉火先锋', meaning: '急难险重任务面前，党员站在炉前' } },
  { code: '001', entry: { list: 'places', fromDay: '2021-06-01', placeKind: 'activity_room', name: '铸造车间党员活动室', address: '一号厂房二楼东侧', area: 68, equippedOn: '2021-05' } },
  { code: '001', entry: { list: 'units', fromDay: '2005-04-12', name: '铸造车间', unitKind: 'work_area', code: 'ZZ-01' } },
  { code: '008', entry: { list: 'labels', fromDay: '2026-03-02', label: 'weak', documentNumber: '示党发〔2026〕6号', note: '组织生活不正常，整顿半年' } },
  { code: '012', entry: { list: 'places', fromDay: '2020-01-01', placeKind: 'service_centre', name: '集团党群服务中心', address: '办公楼一楼', area: 240, equippedOn: '2019-12' } },
  { code: '012', entry: { list: 'brands', fromDay: '2024-07-01', name: '同心桥', meaning: '党委和一线之间的一座桥' } },
  { code: '021', entry: { list: 'units', fromDay: '2015-07-16', name: '示例精密铸件有限公司', unitKind: 'mixed_enterprise', code: '91230100MA00000001' } },
  { code: '022', entry: { list: 'units', fromDay: '2017-11-23', name: '示例液压件有限公司', unitKind: 'mixed_enterprise', code: '91230100MA00000002' } },
]

/** 改名之后的简称。 */
export const sampleRenamedShort = '国际业务部'
