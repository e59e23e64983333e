import type { ColumnKey, MemberFilter } from '../../../../shared/model/member-columns.ts'
import type { Vector } from './roster-table.ts'

export type RowTest = (row: number) => boolean
/** 值里可能有几个(党内职务)的列。 */
const MANY = 'partyPosts'

const numberOf = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text))

/** 一个条件 → 逐行的判断。@param isNumber 自定义的数存成文字,也按大小比。 */
export const createTest = (filter: MemberFilter, vectorOf: (key: ColumnKey) => Vector, isNumber: (key: ColumnKey) => boolean): RowTest => {
  const vector = vectorOf(filter.column)
  const blank = (row: number): boolean => vector[row] === '' || vector[row] === null || vector[row] === undefined
  switch (filter.kind) {
    case 'filled':
      return (row) => blank(row) !== filter.filled
    case 'oneOf': {
      const values = new Set(filter.values)
      const withBlank = values.has('')
      if (filter.column === MANY) return (row) => (blank(row) ? withBlank : String(vector[row]).split(',').some((value) => values.has(value)))
      return (row) => (blank(row) ? withBlank : values.has(String(vector[row])))
    }
    case 'contains': {
      const sought = filter.text.toLowerCase()
      return (row) => !blank(row) && String(vector[row]).toLowerCase().includes(sought)
    }
    case 'range': {
      if (isNumber(filter.column)) {
        const [from, to] = [numberOf(filter.from), numberOf(filter.to)]
        return (row) => {
          if (blank(row)) return false
          const value = Number(vector[row])
          return (from === null || value >= from) && (to === null || value <= to)
        }
      }
      const { from, to } = filter
      // 只到月的:到 2015-07 为止,含七月的每一天;写着 2015-07 的人算在七月里。
      return (row) => {
        if (blank(row)) return false
        const value = String(vector[row])
        return (from === '' || value >= from || from.startsWith(value)) && (to === '' || value <= to || value.startsWith(to))
      }
    }
  }
}
