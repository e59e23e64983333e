import type { BrowsedRow, ColumnKey, MemberQuery } from '../../../shared/model/member-columns.ts'
import { MEMBER_COLUMNS, isBuiltIn } from '../../../shared/model/member-columns.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { MOST_LIST_ROWS } from '../../../shared/model/list-document.ts'
import type { OutputColumn } from '../../components/list-actions.tsx'
import { api } from '../../platform/api.ts'
import type { ColumnBook } from './roster-columns.ts'

const CUSTOM_WIDTH = 14

/** 打印的花名册:列就是屏幕上的,敏感项遮着。 */
export const printColumns = (columns: readonly ColumnKey[], book: ColumnBook): readonly OutputColumn<BrowsedRow>[] => [
  { label: rosterListText.table.order, kind: 'number', width: 6, value: (_row, index) => index + 1 },
  ...columns.map((key, place): OutputColumn<BrowsedRow> => ({ label: book.label(key), kind: book.kind(key) === 'date' ? 'date' : 'text', width: isBuiltIn(key) ? MEMBER_COLUMNS[key].width : CUSTOM_WIDTH, value: (row) => row.cells[place] ?? '' })),
]

/** 打印要的各行,自第 from 行起的一册;取不来就当没有,由打印那一步说明。 */
export const printRows = async (query: MemberQuery, columns: readonly ColumnKey[], from: number): Promise<readonly BrowsedRow[]> => {
  const result = await api.roster.browse({ query, columns: [...columns], offset: from, limit: MOST_LIST_ROWS })
  return result.ok ? result.value.rows : []
}
