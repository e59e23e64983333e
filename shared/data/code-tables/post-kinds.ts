import type { PostKind } from '../../model/member.ts'
import type { CodeTable } from './code-table.ts'

/** 岗位类别:一线生产、专业技术、经营管理。 */
export const postKinds = [
  { code: 'front_line', name: '一线' },
  { code: 'technical', name: '技术' },
  { code: 'management', name: '管理' },
] as const satisfies CodeTable<Exclude<PostKind, ''>>
