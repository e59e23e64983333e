import { plainPinyin } from '../../domain/members/name-pinyin.ts'

const LONGEST_BASE = 28
const FALLBACK = 'category'

/** 分类名称 → 代码:全拼,须以字母开头;与用过的重复就加 _2、_3。代码一经使用不再改。 */
export const createCategoryCode = (name: string, used: ReadonlySet<string>): string => {
  const base = plainPinyin(name).replace(/^[0-9]+/u, '').slice(0, LONGEST_BASE)
  const stem = base === '' ? FALLBACK : base
  if (!used.has(stem)) return stem
  for (let number = 2; ; number++) if (!used.has(`${stem}_${number}`)) return `${stem}_${number}`
}
