import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rosterVocabulary } from '../../../electron/data/header-synonyms/roster-vocabulary.ts'
import { readWorkbook } from '../../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../../electron/import-worker/sheet-sink.ts'
import { checkCodeOf } from '../../../electron/domain/roster/id-number.ts'
import type { HeaderColumn } from '../../../electron/domain/roster/map-headers.ts'
import { readRow } from '../../../electron/domain/roster/read-row.ts'
import { amount, seed } from '../../support/faults/amount.ts'
import { rosterSheet, withSheet } from '../../support/malformed/book.ts'

const idNumber = fc.tuple(fc.constantFrom('110101', '230102', '310104', '440305', '659001', '810000'), fc.date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 })).map(([region, date, serial]) => {
  const body = `${region}${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return body + checkCodeOf(body)
})

const COLUMNS: readonly HeaderColumn[] = [{ index: 1, header: '公民身份号码', field: 'idNumber' }]
/** 证号格子依次写成这样,经工作簿读出来的值或拒收的代码。 */
const read = async (cells: readonly string[]): Promise<string[]> => {
  const collector = createSheetCollector()
  await readWorkbook(withSheet(rosterSheet(cells.map((cell) => ({ 公民身份号码: cell })))), 'a.xlsx', collector.add)
  return cells.map((_, index) => {
    const { values, findings } = readRow('表', index + 2, collector.sheets[0]?.rows[index + 1] ?? [], COLUMNS, new Map(), rosterVocabulary)
    return values.idNumber ?? findings.find((finding) => finding.severity === 'refuse')?.code ?? 'nothing'
  })
}
const fullWidth = (text: string): string => Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('')
const spaced = (text: string): string => `${text.slice(0, 6)} ${text.slice(6, 14)}\u3000${text.slice(14)}`
/** Excel 存数只有 15 位有效数字,写进文件的是这样的文字。 */
const rounded = (id: string): string => `${id.slice(0, 15)}000`
const scientific = (id: string): string => `${id[0] ?? ''}.${id.slice(1, 15)}E+17`

test('F29 任何一个证号:文字的各种写法读出来都是它本身', async () => {
  await fc.assert(
    fc.asyncProperty(idNumber, async (id) => {
      const texts = [id, ` ${id} `, fullWidth(id), spaced(id), `'${id}`, id.toLowerCase(), `${id.slice(0, 9)}\u200b${id.slice(9)}`]
      expect([texts, await read(texts)]).toEqual([texts, texts.map(() => id)])
    }),
    { numRuns: amount(60, 600), seed },
  )
}, 120_000)

test('F29 任何一个证号存成数、科学记数、末三位成了零:都说精度已丢失,从不写入一个改了样的号', async () => {
  await fc.assert(
    fc.asyncProperty(idNumber, async (id) => {
      const digits = id.replace('X', '0')
      const lost = [`<c><v>${rounded(digits)}</v></c>`, `<c><v>${scientific(digits)}</v></c>`, `<c><v>${digits}</v></c>`, scientific(digits), fullWidth(scientific(digits)), `${digits.slice(0, 1)}E+17`]
      // 末三位本来就是零而校验又对的极少:真号照收,其余说精度已丢失。
      const text = rounded(digits)
      const cells = [...lost, text]
      expect([cells, await read(cells)]).toEqual([cells, [...lost.map(() => 'id_precision_lost'), checkCodeOf(text.slice(0, 17)) === '0' ? text : 'id_precision_lost']])
    }),
    { numRuns: amount(60, 600), seed },
  )
}, 120_000)

test('F29 证号差一位、少一位、多一位:拒收,不写入', async () => {
  await fc.assert(
    fc.asyncProperty(idNumber, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), async (id, place, change) => {
      const digit = Number(id[place]?.replace('X', '0'))
      const altered = id.slice(0, place) + String((digit + change) % 10) + id.slice(place + 1)
      for (const verdict of await read([altered, id.slice(0, place) + id.slice(place + 1), id.slice(0, place) + '7' + id.slice(place)])) expect(verdict).toMatch(/^id_(bad|precision|fifteen)/)
    }),
    { numRuns: amount(60, 600), seed },
  )
}, 120_000)
