import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { readXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { ExportSheet } from '../../electron/services/export/export-sheet.ts'
import { exportNumber, exportText } from '../../electron/services/export/export-text.ts'
import { sheetNames, writeWorkbook } from '../../electron/services/export/workbook-export.ts'
import { PAYLOADS } from '../fixtures/attacks/payloads.ts'
import { seed } from '../support/faults/amount.ts'

/** 压缩包里的各部分:名字 → 文字。 */
const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const file = Buffer.from(bytes)
  const parts = new Map<string, string>()
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = file.readUInt32LE(end + 16)
  for (let index = file.readUInt16LE(end + 10); index > 0; index--) {
    const [method, size, nameLength, extra, comment, offset] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
    const data = file.subarray(from, from + size)
    parts.set(name, (method === 8 ? inflateRawSync(data) : data).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
/** 没有公式、没有外部链接、没有宏;除了数与空,全是文字格。 */
const assertInert = (bytes: Uint8Array): void => {
  const parts = partsOf(bytes)
  expect([...parts.keys()].filter((name) => !/^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app)\.xml|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/theme1\.xml|xl\/worksheets\/sheet\d+\.xml)$/.test(name))).toEqual([])
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'))
  expect(sheets.length).toBeGreaterThan(0)
  for (const [, xml] of sheets) {
    expect(xml).not.toMatch(/<f[ >/]|<hyperlink|<oleObject|<control|<legacyDrawing|<drawing/)
    for (const [, attributes = ''] of xml.matchAll(/<c ([^>]*)>/g)) expect(attributes).toMatch(/ t="s"|^r="[A-Z]+\d+"( s="\d+")?\/?$/)
  }
  for (const [name, xml] of parts) {
    expect(xml, name).not.toMatch(/TargetMode="External"|<!ENTITY|<!DOCTYPE/)
    // XML 里不许有的字,有一个整份文件就打不开。
    expect(xml, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  }
}
const rowsOf = async (bytes: Uint8Array) => (await readXlsx(bytes)).sheets[0]?.rows ?? []
const sheet = (rows: ExportSheet['rows'], more: Partial<ExportSheet> = {}): ExportSheet => ({ name: '表', columns: [{ heading: '姓名', kind: 'text', width: 16 }, { heading: '得分', kind: 'number' }], rows, ...more })

describe('写成表格(F50)', () => {
  test('文字是文字,数是数,日期是文字,空是空;表头之上有标题与说明,表头冻结', async () => {
    const bytes = await writeWorkbook([sheet([['王建国', 87.5], ['2026-11-20', '60.25'], ['230102197603120011', null], ['000123', '1/3']], { title: '考核得分', notes: ['导出人：李敏', '用途：存档'] })])
    expect(await rowsOf(bytes)).toEqual([['考核得分'], ['导出人：李敏'], ['用途：存档'], ['姓名', '得分'], ['王建国', 87.5], ['2026-11-20', 60.25], ['230102197603120011'], ['000123', '1/3']].map((row) => expect.arrayContaining(row)))
    const xml = partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toContain('ySplit="4"')
    expect(xml).toMatch(/<col min="1" max="1" width="16"/)
    assertInert(bytes)
  })
  test('文字列的格子用「文本」格式:改一下再回车也不会变成公式', async () => {
    const parts = partsOf(await writeWorkbook([sheet([['=1+1', 1]])]))
    const style = /<c r="A2" t="s" s="(\d+)"|<c r="A2" s="(\d+)" t="s"/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')
    const styles = parts.get('xl/styles.xml') ?? ''
    const formats = [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '').matchAll(/<xf ([^>]*)>/g)].map((found) => found[1] ?? '')
    const id = /numFmtId="(\d+)"/.exec(formats[Number(style?.[1] ?? style?.[2])] ?? '')?.[1] ?? ''
    // 49 是内置的「@」;自己登记一个「@」也一样。
    expect(id === '49' || styles.includes(`numFmtId="${id}" formatCode="@"`)).toBe(true)
  })
  test('没有作者、机器名', async () => {
    const core = partsOf(await writeWorkbook([sheet([])])).get('docProps/core.xml') ?? ''
    expect(core).not.toMatch(/creator|lastModifiedBy/)
  })
  test('每一条恶意文字放在每一种位置:读回来一样,没有一格是公式', async () => {
    const rows = PAYLOADS.map(({ text }) => [text, text])
    const bytes = await writeWorkbook([sheet(rows, { columns: PAYLOADS.slice(0, 2).map(({ text }) => ({ heading: text, kind: 'text' })), title: '=1+1', notes: PAYLOADS.map(({ text }) => text) })])
    assertInert(bytes)
    const read = await rowsOf(bytes)
    const expected = PAYLOADS.map(({ text }) => exportText(text))
    expect(read.slice(1, 1 + PAYLOADS.length).map((row) => row[0] ?? '')).toEqual(expected)
    expect(read.slice(2 + PAYLOADS.length).map((row) => [row[0] ?? '', row[1] ?? ''])).toEqual(expected.map((text) => [text, text]))
  })
  test('随便什么文字与数,读回来一样', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...PAYLOADS.map(({ text }) => text))), fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('87.50', '-0.25', '1/3', '', '1e5', '12345678901234567890'), fc.constant(null))), { minLength: 1, maxLength: 30 }), async (rows) => {
        const bytes = await writeWorkbook([sheet(rows)])
        assertInert(bytes)
        const read = (await rowsOf(bytes)).slice(1)
        expect(read.map((row) => [row[0] ?? '', row[1] ?? null])).toEqual(rows.map(([text, value]) => [exportText(text), value === null ? null : (exportNumber(value) ?? exportText(String(value)))].map((cell) => (Object.is(cell, -0) ? 0 : cell))))
      }),
      { seed, numRuns: 60 },
    )
  })
  test('一格太长的截短,不切坏半个字', async () => {
    const [, row] = await rowsOf(await writeWorkbook([sheet([['𠮷'.repeat(20_000), 1]])]))
    const text = String(row?.[0])
    expect(text.length).toBeLessThanOrEqual(32_767)
    expect(text.endsWith('…')).toBe(true)
  })
})

describe('表名', () => {
  test('不许用的字、太长、重名、保留名', () => {
    expect(sheetNames(['a/b:c*?[d]\\e', '', "'单'", 'History', '支部', '支部', 'ZB', 'zb', '党'.repeat(50), '党'.repeat(50)])).toEqual(['a b c   d  e', 'Sheet2', '单', 'Sheet4', '支部', '支部 (2)', 'ZB', 'zb (2)', '党'.repeat(31), `${'党'.repeat(27)} (2)`])
  })
  test('每一条恶意文字都能当表名', async () => {
    const names = sheetNames(PAYLOADS.map(({ text }) => text))
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(PAYLOADS.length)
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(31)
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/)
    }
    const bytes = await writeWorkbook(PAYLOADS.slice(0, 40).map(({ text }) => sheet([], { name: text })))
    assertInert(bytes)
    expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual(names.slice(0, 40))
  })
})

describe('写出去的文字与数', () => {
  test('控制字符、变向字符、半个字去掉;换行统一;零宽连接符留着', () => {
    expect(exportText('a\u0000\u001b[31m\u202eb\u2066\ufeff\ud800\r\nc\rd\u2028e\tf\u007f\u0085g')).toBe('a[31mb\ufffd\nc\nd\ne\tf\ng')
    expect(exportText('👨‍👩‍👧 买买提·艾力')).toBe('👨‍👩‍👧 买买提·艾力')
  })
  test.each([['87.50', 87.5], ['0', 0], ['-1', -1], [3, 3], ['1/3', null], ['', null], ['007', null], ['1e5', null], ['+1', null], ['１', null], ['230102197603120011', null], [Number.NaN, null], [Infinity, null], [null, null], ['0.1234567890123456', null]] as const)('%j 当数写:%j', (given, wanted) => expect(exportNumber(given)).toBe(wanted))
})
