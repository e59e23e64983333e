import { suitsCustomField } from '../members/custom-value.ts'
import { cleanLine, compareKey } from './clean-text.ts'
import { readDate } from './read-date.ts'
import type { FieldReading } from './read-values.ts'
import { cellText, plainCell } from './sheet.ts'
import { CUSTOM, type CustomColumn } from './vocabulary.ts'

const LIMIT = 200
const QUOTED = 30

/** 自定义项按它的类型读:数、日期、几选一读不成的不写入,请人核对。 */
export const readCustom = ({ cell, values, note, vocabulary, is1904 }: FieldReading, column: CustomColumn): void => {
  const field = vocabulary.customs?.get(column)
  if (field === undefined) return
  const line = cleanLine(cellText(cell))
  if (line.removedInvisible) note('unsafe_characters_removed', 'note')
  if (line.text.length > LIMIT) return note('text_too_long', 'refuse', { limit: LIMIT, text: String(line.text.length) })
  const read = (): string => {
    if (field.kind === 'number') {
      const value = plainCell(cell)
      return typeof value === 'number' ? String(value) : line.text.normalize('NFKC').replaceAll(/[\s,]/g, '')
    }
    if (field.kind === 'date') {
      const date = readDate(cell, is1904)
      return date.ok ? date.value : line.text
    }
    return field.kind === 'choice' ? (field.choices.find((choice) => compareKey(choice) === compareKey(line.text)) ?? line.text) : line.text
  }
  const value = read()
  if (value === '') return undefined
  if (suitsCustomField(field, value)) values.custom = { ...values.custom, [column.slice(CUSTOM.length)]: value }
  else note('custom_unsuitable', 'warn', { text: line.text.slice(0, QUOTED), other: field.kind, names: field.choices })
  return undefined
}
