import type { CodeTable } from './code-table.ts'

/** 内置的支部分类(考核用);单位可在库里自加,内置的不能改。 */
export const builtInBranchCategories = [
  { code: 'production', name: '生产' },
  { code: 'auxiliary', name: '辅助' },
  { code: 'management', name: '综合管理' },
  { code: 'market', name: '市场经营' },
  { code: 'mixed', name: '非公改制' },
] as const satisfies CodeTable
