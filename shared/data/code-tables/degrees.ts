import type { Degree } from '../../model/member.ts'
import type { CodeTable } from './code-table.ts'

/** 学位 GB/T 6864 的大类。 */
export const degrees = [
  { code: '2', name: '博士' },
  { code: '3', name: '硕士' },
  { code: '4', name: '学士' },
  { code: '1', name: '名誉博士' },
] as const satisfies CodeTable<Exclude<Degree, ''>>
