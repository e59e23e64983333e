import { parseReference } from '../xlsx/references.ts'
import { CannotPatch, type createMarkedStyles } from './marked-styles.ts'
import { columnLetters, type SheetMark } from './sheet-marks.ts'

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const FORMULA = /<((?:\w+:)?)f\b[^>]*?(?:\/>|>[\s\S]*?<\/\1f>)/g

/** 一行里的各格:要涂的换样式,没有这一格的补一个空的,次序照旧。 */
const markRow = (inner: string, prefix: string, row: number, marks: readonly SheetMark[], styles: ReturnType<typeof createMarkedStyles>): string => {
  const waiting = new Map(marks.map((mark) => [mark.column, mark]))
  const cell = new RegExp(`<${prefix}c\\b([^>]*?)(/?)>`, 'g')
  let made = ''
  let last = 0
  let column = -1
  const insertBefore = (limit: number): void => {
    for (const [at, mark] of [...waiting].filter(([at]) => at < limit).toSorted(([one], [other]) => one - other)) {
      made += `<${prefix}c r="${columnLetters(at)}${row}" s="${styles.marked(undefined, mark.severity)}"/>`
      waiting.delete(at)
    }
  }
  for (const found of inner.matchAll(cell)) {
    const [whole, attributes = '', selfClosed = ''] = found
    const reference = attribute(whole, 'r')
    const place = reference === undefined ? null : parseReference(reference)
    if (reference !== undefined && place === null) throw new CannotPatch('cell reference')
    column = place === null ? column + 1 : place.column - 1
    made += inner.slice(last, found.index)
    insertBefore(column)
    const mark = waiting.get(column)
    if (mark === undefined) made += whole
    else {
      const bare = attributes.replace(/\ss="[^"]*"/, '')
      made += `<${prefix}c${bare} s="${styles.marked(attribute(whole, 's'), mark.severity)}"${selfClosed}>`
      waiting.delete(column)
    }
    last = found.index + whole.length
  }
  made += inner.slice(last)
  insertBefore(Number.POSITIVE_INFINITY)
  return made
}

/** 一张表的原文:涂上色,公式只留算好的值(公式从不带出去);其余一字不动。 */
export const markCells = (text: string, marks: readonly SheetMark[], styles: ReturnType<typeof createMarkedStyles>): string => {
  const byRow = Map.groupBy(marks, (mark) => mark.row)
  const rowTag = /<((?:\w+:)?)row\b([^>]*?)(\/?)>/g
  let made = ''
  let last = 0
  let number = 0
  for (let found = rowTag.exec(text); found !== null; found = rowTag.exec(text)) {
    const [whole, prefix = '', , selfClosed = ''] = found
    const stated = attribute(whole, 'r')
    number = stated === undefined ? number + 1 : Number(stated)
    const wanted = byRow.get(number)
    const end = selfClosed === '/' ? rowTag.lastIndex : text.indexOf(`</${prefix}row>`, rowTag.lastIndex)
    if (end < 0) throw new CannotPatch('open row')
    if (wanted === undefined) continue
    const inner = selfClosed === '/' ? '' : text.slice(rowTag.lastIndex, end)
    const open = selfClosed === '/' ? `${whole.slice(0, -2)}>` : whole
    made += `${text.slice(last, found.index)}${open}${markRow(inner, prefix, number, wanted, styles)}${selfClosed === '/' ? `</${prefix}row>` : ''}`
    last = end
    byRow.delete(number)
    rowTag.lastIndex = end
  }
  if (byRow.size > 0) throw new CannotPatch('row not in the sheet')
  return withoutFormulas(made + text.slice(last))
}

export const withoutFormulas = (text: string): string => text.replaceAll(FORMULA, '')
