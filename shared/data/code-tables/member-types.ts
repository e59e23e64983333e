import type { MemberType } from '../../model/member.ts'
import type { CodeTable } from './code-table.ts'

/** 人员类别。 */
export const memberTypes = [
  { code: 'full', name: '正式党员', shortName: '正式' },
  { code: 'probationary', name: '预备党员', shortName: '预备' },
] as const satisfies CodeTable<MemberType>
