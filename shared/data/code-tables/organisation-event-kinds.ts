import type { OrganisationEventKind } from '../../model/organisation-event.ts'
import type { CodeTable } from './code-table.ts'

/** 组织变动的种类。 */
export const organisationEventKinds = [
  { code: 'founding', name: '成立' },
  { code: 'renaming', name: '改名' },
  { code: 'moving', name: '划转' },
  { code: 'merging', name: '合并' },
  { code: 'splitting', name: '拆分' },
  { code: 'upgrading', name: '改设' },
  { code: 'revoking', name: '撤销' },
] as const satisfies CodeTable<OrganisationEventKind>
