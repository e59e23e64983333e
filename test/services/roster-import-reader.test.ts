import { writeXlsx, type CellValue } from 'hucre'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../electron/import-worker/sheet-sink.ts'
import { seed } from '../support/faults/amount.ts'
import type { SheetCell, SheetData } from '../../electron/domain/roster/sheet.ts'

const read = async (bytes: Uint8Array): Promise<readonly SheetData[]> => {
  const collector = createSheetCollector()
  await readWorkbook(Buffer.from(bytes), 'a.xlsx', collector.add)
  return collector.sheets
}

/** 任何能写进格子的文字(除了 _x0041_ 这样的字面:库写的时候没有转义,Excel 打开也会变成 A):汉字、扩展区、合并符、换行、XML 记号。 */
const text = fc.string({ unit: fc.oneof(fc.constantFrom('王', '<', '&', '"', "'", '\n', '\t', ' ', '𠮷', '=', ']]>', '中'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '' && !/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]/u.test(value))
const day = fc.date({ min: new Date('1921-07-01'), max: new Date('2026-11-20'), noInvalidDate: true }).map((date) => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000))
const cell = fc.oneof({ weight: 6, arbitrary: text }, fc.integer({ min: -1e9, max: 1e9 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.boolean(), day, fc.constant(null))
/** 负零写进文件就是零。 */
const expected = (value: CellValue): SheetCell => (value instanceof Date ? { kind: 'date', text: value.toISOString().slice(0, 10) } : value === 0 ? 0 : (value as SheetCell))

test('表格库写出来的任何一张表,读回来一格不差', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 }), fc.boolean(), async (rows, hidden) => {
      const bytes = await writeXlsx({ sheets: [{ name: '说明', rows: [['x']] }, { name: '名 册', rows: rows.map((row) => [...row]), hidden }] })
      const [first, second] = await read(bytes)
      expect([first?.name, first?.rows, second?.name, second?.hidden]).toEqual(['说明', [['x']], '名 册', hidden])
      const width = 8
      const square = (table: readonly (readonly SheetCell[])[]): SheetCell[][] => rows.map((_, row) => Array.from({ length: width }, (_unused, column) => table[row]?.[column] ?? null))
      expect(square(second?.rows ?? [])).toEqual(square(rows.map((row) => row.map(expected))))
    }),
    { numRuns: 300, seed },
  )
})
