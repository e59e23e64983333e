import type { HistoryEntry } from '../../../shared/contract/audit.contract.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import { excerpt } from './excerpt.ts'
import { columnLabel, columnWord, shownColumns, type Names } from './field-words.ts'

export type Change = HistoryEntry['changes'][number]
export type Body = Readonly<Record<string, unknown>>

/** 一行前后两个样子,逐列说明;头一个版本从空的算起。敏感项遮着比:遮住的部分改了也说有改动。 */
export const diffColumns = (table: string, before: Body | null, after: Body, names: Names): Change[] =>
  shownColumns(table).flatMap((column): Change[] => {
    const [old, next] = [before?.[column] ?? null, after[column] ?? null]
    if (old === next) return []
    const [from, to] = [columnWord(table, column, old, names), columnWord(table, column, next, names)]
    const isSame = from === to
    if (isSame && (to === '' || before === null)) return []
    return [{ field: `${table}.${column}`, label: columnLabel(table, column), ...(isSame ? { from, to: historyText.changedUnderMask(to) } : excerpt(from, to)) }]
  })
