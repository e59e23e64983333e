import { cleanLine, compareKey } from './clean-text.ts'
import { cellText, type SheetCell, type SheetData } from './sheet.ts'
import type { RosterField } from './vocabulary.ts'

/** F 是这一种导入认得的列;每种都有 name(认表头离不开的那一列)与 sequence(序号,只用来认表头)。 */
export interface HeaderColumn<F extends string = RosterField> {
  /** 从 0 起的列号。 */
  readonly index: number
  /** 表头原文(去掉换行)。 */
  readonly header: string
  /** null 表示这一列不用。 */
  readonly field: F | null
}
export type HeaderMap<F extends string = RosterField> =
  | { readonly kind: 'found'; /** 数据从这一行(从 0 起)开始 */ readonly firstRow: number; readonly columns: readonly HeaderColumn<F>[] }
  | { readonly kind: 'duplicated'; readonly header: string }
  | { readonly kind: 'missing' }

/** 表头最多在前这么多行里找;上面可以有标题、填报单位、日期等行。 */
export const HEADER_SEARCH_ROWS = 20

/** 一张表的表头说法 → (字段, 确切程度);由数据建成,一次建好反复用。 */
export type HeaderIndex<F extends string = RosterField> = ReadonlyMap<string, readonly { readonly field: F; readonly rank: number }[]>

export const buildHeaderIndex = <F extends string>(headers: Readonly<Record<F, readonly string[]>>): HeaderIndex<F> => {
  const index = new Map<string, { field: F; rank: number }[]>()
  for (const field of Object.keys(headers) as F[]) {
    for (const [rank, word] of headers[field].entries()) {
      const key = compareKey(word)
      const entries = index.get(key) ?? []
      entries.push({ field, rank })
      index.set(key, entries)
    }
  }
  return index
}

/** 另加几列:列名就是说法,比别的都确切(办公室自己起的名字)。 */
export const extendHeaderIndex = <F extends string>(index: HeaderIndex<F>, columns: readonly (readonly [field: F, word: string])[]): HeaderIndex<F> => {
  if (columns.length === 0) return index
  const extended = new Map(index)
  for (const [field, word] of columns) extended.set(compareKey(word), [{ field, rank: 0 }, ...(index.get(compareKey(word)) ?? [])])
  return extended
}

/** 表头的比对键:去掉必填星号、末尾冒号,括号里的补充说明(如「(年月日)」)另试一次。 */
const headerKeys = (text: string): readonly string[] => {
  const key = compareKey(text).replaceAll(/[*:]/g, '')
  const bare = key.replaceAll(/\([^()]*\)|\[[^[\]]*\]|\u3010[^\u3011]*\u3011/g, '')
  return bare === key || bare === '' ? [key] : [key, bare]
}

const meaningsOf = <F extends string>(index: HeaderIndex<F>, text: string): readonly { readonly field: F; readonly rank: number }[] => {
  for (const key of headerKeys(text)) {
    const found = index.get(key)
    if (found !== undefined) return found
  }
  return []
}

interface Candidate<F extends string> {
  readonly columns: readonly HeaderColumn<F>[]
  readonly fields: ReadonlySet<string>
  readonly duplicated: string | null
}

/** 把一行文字当表头,给每列定字段:先按第一种意思,越确切的说法越先占用;占不到的再按第二种意思。 */
const assign = <F extends string>(index: HeaderIndex<F>, texts: readonly string[]): Candidate<F> => {
  const wishes: { column: number; field: F; rank: number; meaning: number }[] = []
  const seen = new Map<string, number>()
  let duplicated: string | null = null
  for (const [column, text] of texts.entries()) {
    const meanings = meaningsOf(index, text)
    for (const [meaning, wish] of meanings.entries()) wishes.push({ column, meaning, ...wish })
    const key = headerKeys(text)[0] ?? ''
    if (meanings.length > 0 && meanings[0]?.field !== 'sequence') {
      if (seen.has(key)) duplicated ??= text
      seen.set(key, column)
    }
  }
  wishes.sort((left, right) => left.meaning - right.meaning || left.rank - right.rank || left.column - right.column)
  const byColumn = new Map<number, F>()
  const fields = new Set<string>()
  for (const wish of wishes) {
    if (byColumn.has(wish.column) || fields.has(wish.field)) continue
    byColumn.set(wish.column, wish.field)
    fields.add(wish.field)
  }
  const columns: HeaderColumn<F>[] = []
  for (const [column, text] of texts.entries()) if (text !== '') columns.push({ index: column, header: text.slice(0, 100), field: byColumn.get(column) ?? null })
  return { columns, fields, duplicated }
}

const rowTexts = (row: readonly SheetCell[]): string[] => Array.from(row, (cell) => cleanLine(cellText(cell).slice(0, 200)).text)

/**
 * 在前 20 行里找表头:至少要有姓名和另一个认得的列,取认得最多的一行。
 * 两行的表头(上一行是「党内情况」之类的大项)用上一行补下一行的空格子。从不按位置猜列。
 */
export const findHeader = <F extends string>(sheet: SheetData, index: HeaderIndex<F>): HeaderMap<F> => {
  let best: { readonly row: number; readonly candidate: Candidate<F>; readonly score: number } | null = null
  const limit = Math.min(sheet.rows.length, HEADER_SEARCH_ROWS)
  let above: readonly string[] = []
  for (let row = 0; row < limit; row += 1) {
    const texts = rowTexts(sheet.rows[row] ?? [])
    const filled = Array.from({ length: Math.max(texts.length, above.length) }, (_, column) => texts[column] || (above[column] ?? ''))
    const own = assign(index, texts)
    // 只有本行自己就认得列,才拿上一行来补;否则上一行的表头会连着一行数据被当成表头。
    const candidates = own.fields.size > 0 ? [own, assign(index, filled)] : []
    // 上一行是「1月」横着合并、下一行是「应交、实交」的:两行连起来认。
    const joined = assign(index, joinRows(above, texts))
    if (joined.fields.size > 0) candidates.push(joined)
    const isUnder = (candidate: Candidate<F>): boolean => best !== null && row === best.row + 1 && (candidate === joined || sameColumns(best.candidate, candidate))
    for (const candidate of candidates) {
      const score = [...candidate.fields].filter((field) => field !== 'sequence').length
      if (candidate.fields.has('name') && score >= 2 && (best === null || score > best.score || (score === best.score && isUnder(candidate)))) best = { row, candidate, score }
    }
    above = texts
  }
  if (best === null) return { kind: 'missing' }
  if (best.candidate.duplicated !== null) return { kind: 'duplicated', header: best.candidate.duplicated.slice(0, 100) }
  return { kind: 'found', firstRow: best.row + 1, columns: best.candidate.columns }
}

/** 上一行的文字向右铺到下一个有字的格子,与本行连起来;上下一样(竖着合并)的只写一次。 */
const joinRows = (above: readonly string[], texts: readonly string[]): string[] => {
  let current = ''
  return Array.from({ length: Math.max(texts.length, above.length) }, (_, column) => {
    const [over, own] = [above[column] ?? '', texts[column] ?? '']
    if (over !== '') current = over
    return own === '' || own === current ? over : `${current}${own}`
  })
}

const SHOWN_HEADERS = 8
const SHOWN_CHARACTERS = 20
/** 认不出表头时,给人看文件里像表头的那一行(第一个有两格以上文字的):看得出是选错了文件,还是列名不一样。带一串数字的是某个人的资料,不念出来。 */
export const headerLikeTexts = (sheet: SheetData): string[] => {
  for (const row of sheet.rows.slice(0, HEADER_SEARCH_ROWS)) {
    const texts = rowTexts(row).filter((text) => text !== '')
    if (texts.length >= 2) return texts.filter((text) => !/\d{6}/.test(text.normalize('NFKC'))).slice(0, SHOWN_HEADERS).map((text) => text.slice(0, SHOWN_CHARACTERS))
  }
  return []
}

/** 一行当作表头时的各列,还没有对上字段;人指认表头时用。 */
export const columnsAt = <F extends string>(row: readonly SheetCell[]): HeaderColumn<F>[] => rowTexts(row).flatMap((header, index) => (header === '' ? [] : [{ index, header: header.slice(0, 100), field: null }]))

/** 竖向合并的表头占两行时,两行的列完全一样,数据从后一行之下开始。 */
const sameColumns = <F extends string>(left: Candidate<F>, right: Candidate<F>): boolean => left.columns.length === right.columns.length && left.columns.every((column, place) => column.index === right.columns[place]?.index && column.field === right.columns[place]?.field)

/** 换页重复的表头行:每个有字的格子都与表头相同。 */
export const repeatsHeader = <F extends string>(row: readonly SheetCell[], columns: readonly HeaderColumn<F>[]): boolean => {
  // 绝大多数行看一眼姓名列就知道不是。
  const name = columns.find((column) => column.field === 'name')
  if (name === undefined || compareKey(cellText(row[name.index]).slice(0, 200)) !== compareKey(name.header)) return false
  const texts = rowTexts(row)
  const named = columns.filter((column) => (texts[column.index] ?? '') !== '')
  return named.length >= 2 && named.every((column) => compareKey(texts[column.index] ?? '') === compareKey(column.header))
}
