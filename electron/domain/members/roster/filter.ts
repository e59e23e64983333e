import type { ColumnKey, MemberFilter } from '../../../../shared/model/member-columns.ts'
import type { Coded } from './rank.ts'
import type { Vector } from './roster-table.ts'
import type { Cell } from './rows.ts'

export type RowTest = (row: number) => boolean
type ValueTest = (value: Cell | undefined) => boolean
/** 一列的两种取法。 */
export interface ColumnSource {
  vectorOf(key: ColumnKey): Vector
  /** 编好号的:十万行只有几十种值的,每种只比一次。 */
  codedOf(key: ColumnKey): Coded
}
/** 值里可能有几个(党内职务)的列。 */
const MANY = 'partyPosts'

const numberOf = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text))

const isBlank = (value: Cell | undefined): boolean => value === '' || value === null || value === undefined

/** 一个条件 → 一个值合不合。 */
const valueTest = (filter: MemberFilter, isNumber: (key: ColumnKey) => boolean): ValueTest => {
  switch (filter.kind) {
    case 'filled':
      return (value) => isBlank(value) !== filter.filled
    case 'oneOf': {
      const values = new Set(filter.values)
      const withBlank = values.has('')
      if (filter.column === MANY) return (value) => (isBlank(value) ? withBlank : String(value).split(',').some((each) => values.has(each)))
      return (value) => (isBlank(value) ? withBlank : values.has(String(value)))
    }
    case 'contains': {
      const sought = filter.text.toLowerCase()
      return (value) => !isBlank(value) && String(value).toLowerCase().includes(sought)
    }
    case 'range': {
      if (isNumber(filter.column)) {
        const [from, to] = [numberOf(filter.from), numberOf(filter.to)]
        return (value) => !isBlank(value) && (from === null || Number(value) >= from) && (to === null || Number(value) <= to)
      }
      const { from, to } = filter
      // 只到月的:到 2015-07 为止,含七月的每一天;写着 2015-07 的人算在七月里。
      return (value) => {
        if (isBlank(value)) return false
        const text = String(value)
        return (from === '' || text >= from || from.startsWith(text)) && (to === '' || text <= to || text.startsWith(to))
      }
    }
  }
}

/** 一个条件 → 逐行的判断。@param isNumber 自定义的数存成文字,也按大小比。 */
export const createTest = (filter: MemberFilter, { vectorOf, codedOf }: ColumnSource, isNumber: (key: ColumnKey) => boolean): RowTest => {
  const suits = valueTest(filter, isNumber)
  // 找字、看填没填的多是一人一样的列(姓名、证号),编号反倒慢。
  if (filter.kind === 'contains' || filter.kind === 'filled') {
    const vector = vectorOf(filter.column)
    return (row) => suits(vector[row])
  }
  const { codes, values } = codedOf(filter.column)
  const verdicts = Uint8Array.from(values, (value) => (suits(value) ? 1 : 0))
  const ofBlank = suits(null)
  return (row) => {
    const code = codes[row] ?? -1
    return code === -1 ? ofBlank : verdicts[code] === 1
  }
}
