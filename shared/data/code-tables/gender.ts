import type { CodeTable } from './code-table.ts'

/** 性别 GB/T 2261.1。 */
export const genders = [
  { code: '1', name: '男' },
  { code: '2', name: '女' },
  { code: '0', name: '未知' },
  { code: '9', name: '未说明' },
] as const satisfies CodeTable<'0' | '1' | '2' | '9'>
