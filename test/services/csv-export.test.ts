import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeCsv } from '../../electron/services/export/csv-export.ts'
import type { ExportCell } from '../../electron/services/export/export-sheet.ts'
import { exportNumber, exportText } from '../../electron/services/export/export-text.ts'
import { PAYLOADS } from '../fixtures/attacks/payloads.ts'
import { seed } from '../support/faults/amount.ts'

/** 自己写的小解析器(RFC 4180),不与写的一方共用代码。 */
const parse = (text: string): readonly (readonly { readonly text: string; readonly quoted: boolean }[])[] => {
  const rows: { text: string; quoted: boolean }[][] = []
  let row: { text: string; quoted: boolean }[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"'
    let value = ''
    if (quoted) {
      at++
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (text[at] === undefined) throw new Error('unclosed quote')
        if (text[at] === '"') at++
        value += text[at] ?? ''
        at++
      }
      at++
    } else
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        value += text[at] ?? ''
        at++
      }
    row.push({ text: value, quoted })
    if (text[at] === ',') at++
    else {
      if (text.slice(at, at + 2) !== '\r\n') throw new Error(`bad line end at ${at}`)
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
const write = (rows: readonly (readonly ExportCell[])[]) => decode(writeCsv({ columns: [{ heading: '姓名', kind: 'text' }, { heading: '得分', kind: 'number' }], rows }))
const DANGEROUS = /^[\s\u3000']*[=+\-@\t\n＝＋－＠]/
const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/

/** 打开后:每一格要么是真数,要么不会被当成公式;去掉撇号后与原文一样。 */
const assertInert = (rows: readonly (readonly ExportCell[])[]): void => {
  const text = write(rows)
  expect(text.startsWith('\ufeff')).toBe(true)
  const read = parse(text.slice(1)).slice(1)
  expect(read.length).toBe(rows.length)
  for (const [index, row] of read.entries()) {
    for (const [column, cell] of row.entries()) {
      const given = rows[index]?.[column] ?? null
      const number = column === 1 && given !== null ? exportNumber(given) : null
      if (given === null) expect(cell).toEqual({ text: '', quoted: false })
      else if (number !== null) {
        expect(cell.quoted).toBe(false)
        expect(cell.text).toMatch(NUMBER)
        expect(Number(cell.text)).toBe(Object.is(number, -0) ? 0 : number)
      } else {
        const wanted = exportText(String(given))
        expect(cell.quoted).toBe(true)
        expect(cell.text).toBe(DANGEROUS.test(wanted) ? `'${wanted}` : wanted)
        expect(cell.text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(DANGEROUS.test(cell.text) ? cell.text.slice(1) : cell.text).toBe(wanted)
      }
    }
  }
}

describe('逗号分隔(F50)', () => {
  test('样子:签名、表头、引号、数不加引号、行尾', () => {
    expect(write([['王"建国",\n支部', 87.5], ['=1+1', '-60.25'], [null, null], ['＝1', '1/3']])).toBe('\ufeff"姓名","得分"\r\n"王""建国"",\n支部",87.5\r\n"\'=1+1",-60.25\r\n,\r\n"\'＝1","1/3"\r\n')
  })
  test('标题与说明在表头之上,也不会变成公式', () => {
    const text = decode(writeCsv({ columns: [{ heading: '@a', kind: 'text' }], rows: [], title: '=1+1', notes: ['+x'] }))
    expect(text).toBe('\ufeff"\'=1+1"\r\n"\'+x"\r\n"\'@a"\r\n')
  })
  test('每一条恶意文字在两种列里', () => assertInert(PAYLOADS.map(({ text }) => [text, text])))
  test('随便什么,读回来一样', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', ' ', '＝', '\u3000', 'a', '1'), maxLength: 12 }))
    fc.assert(fc.property(fc.array(fc.tuple(text, fc.oneof(text, fc.double(), fc.constant(null))), { maxLength: 20 }), assertInert), { seed, numRuns: 300 })
  })
})
