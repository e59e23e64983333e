import type { PayerCategory } from '../../model/dues.ts'
import type { CodeTable } from './code-table.ts'

/** 交纳人群(《党费收缴规定》第一至六条);困难减免由批准的减免推出,不在这里。 */
export const payerCategories = [
  { code: 'employed', name: '按月领工资', shortName: '在职' },
  { code: 'annual_salary', name: '年薪制', shortName: '年薪' },
  { code: 'self_employed', name: '不按月取得收入', shortName: '个体' },
  { code: 'retired', name: '离退休', shortName: '退休' },
  { code: 'farmer', name: '农民', shortName: '农民' },
  { code: 'no_income', name: '学生、下岗失业、低保抚恤', shortName: '无固定收入' },
] as const satisfies CodeTable<PayerCategory>
