import { writeXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeError } from '../../shared/i18n/zh-CN/errors.ts'
import { runReader } from '../../electron/import-worker/run-reader.ts'
import { oleFile } from '../support/malformed/wrong-types.ts'
import { zip } from '../support/malformed/zip-file.ts'
import { rawWorkbook, ROSTER_HEADER, rosterRow, sheetXml, workbook } from '../support/nasty-files.ts'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
})
afterAll(() => office.close())

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024)
const roster = () => workbook([ROSTER_HEADER, rosterRow(1)])
const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0])

describe('读不了的文件:说清是什么,什么也不写', () => {
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['0 字节', 'a.xlsx', () => new Uint8Array(), 'FILE_EMPTY'],
    ['只有空白', 'a.csv', () => Buffer.from(' \r\n\r\n'), 'FILE_EMPTY'],
    ['PDF', 'a.xlsx', () => Buffer.from('%PDF-1.7 x'), 'FILE_NOT_WORKBOOK'],
    ['PNG', 'a.xlsx', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'FILE_NOT_WORKBOOK'],
    ['网页存成 .xls', 'a.xls', () => Buffer.from('\ufeff<html><table><tr><td>姓名</td></tr></table></html>'), 'FILE_NOT_WORKBOOK'],
    ['XML 表格 2003', 'a.xls', () => Buffer.from('<?xml version="1.0"?><Workbook></Workbook>'), 'FILE_NOT_WORKBOOK'],
    ['二进制乱码', 'a.csv', () => Buffer.from([1, 2, 0, 3, 255, 254, 0, 9]), 'FILE_NOT_WORKBOOK'],
    ['Word 文档', 'a.xlsx', () => zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'FILE_NOT_WORKBOOK'],
    ['普通压缩包', 'a.xlsx', () => zip([{ name: 'x.txt', content: Buffer.from('x') }]), 'FILE_NOT_WORKBOOK'],
    ['旧 .xls 的空壳', 'a.xls', () => oleFile('Root Entry', 'Workbook'), 'FILE_DAMAGED'],
    ['旧 .xls 的空壳改名', 'a.xlsx', () => oleFile('Root Entry', 'Book'), 'FILE_DAMAGED'],
    ['WPS .et', 'a.et', () => oleFile('Root Entry', 'Workbook'), 'FILE_WPS_FORMAT'],
    ['旧 Word', 'a.xlsx', () => oleFile('Root Entry', 'WordDocument'), 'FILE_NOT_WORKBOOK'],
    ['有打开密码', 'a.xlsx', async () => writeXlsx({ sheets: [{ name: 'S', rows: [['姓名']] }], encryption: { password: 'x', spinCount: 1000 } }), 'FILE_ENCRYPTED'],
    ['加密的压缩包', 'a.xlsx', () => zip([{ name: 'xl/workbook.xml', content: Buffer.from('x'), flags: 1 }]), 'FILE_ENCRYPTED'],
    ['拷断了', 'a.xlsx', async () => (await roster()).slice(0, 900), 'FILE_DAMAGED'],
    ['中间坏了', 'a.xlsx', async () => (await roster()).map((byte, index) => (index > 200 && index < 1200 ? byte ^ 0x5a : byte)), 'FILE_DAMAGED'],
    ['压缩炸弹:申报 310 MB', 'a.xlsx', () => rawWorkbook(sheetXml([]), { extra: [{ name: 'xl/media/a.bin', content: zeros(1), declared: 310 * 1024 * 1024 }] }), 'FILE_TOO_COMPLEX'],
    ['压缩炸弹:压缩比过大', 'a.xlsx', () => rawWorkbook(sheetXml([]), { extra: [{ name: 'xl/media/a.bin', content: zeros(20) }] }), 'FILE_TOO_COMPLEX'],
    ['条目太多', 'a.xlsx', () => zip([{ name: 'xl/workbook.xml', content: Buffer.from('x') }, ...Array.from({ length: 2000 }, (_, index) => ({ name: `x${index}`, content: Buffer.from('x') }))]), 'FILE_TOO_COMPLEX'],
    ['申报 1 KB、实有 60 MB', 'a.xlsx', () => rawWorkbook(sheetXml([]) + ' '.repeat(60 * 1024 * 1024), { declared: 1024 }), 'FILE_DAMAGED'],
    ['申报 0、实有内容', 'a.xlsx', () => rawWorkbook(sheetXml([['姓名']]), { declared: 0 }), 'FILE_DAMAGED'],
    ['左上到右下角各一格', 'a.xlsx', () => rawWorkbook('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'), 'FILE_TOO_COMPLEX'],
    ['300 列', 'a.xlsx', () => workbook([Array.from({ length: 300 }, (_, index) => `列${index}`)]), 'FILE_TOO_COMPLEX'],
    ['十万多行的 CSV', 'a.csv', () => Buffer.from('姓名,性别\n' + '甲,男\n'.repeat(100_020)), 'FILE_TOO_COMPLEX'],
    ['不是任何编码', 'a.csv', () => Buffer.from([0xd0, 0xd5, 0xff, 0xff, 0x2c, 0x80]), 'FILE_NOT_TEXT'],
    ['只有表头', 'a.xlsx', () => workbook([ROSTER_HEADER]), 'NO_ROWS'],
    ['没有表头', 'a.xlsx', () => workbook([rosterRow(1), rosterRow(2)]), 'HEADER_NOT_FOUND'],
    ['空工作表', 'a.xlsx', () => workbook([[]]), 'HEADER_NOT_FOUND'],
    ['两列同名', 'a.xlsx', () => workbook([[...ROSTER_HEADER, '姓 名'], rosterRow(1)]), 'HEADER_DUPLICATED'],
    ['GBK 而缺列', 'a.csv', () => gbk, 'NO_ROWS'],
  ])('%s', async (_title, name, make, code) => {
    const result = await office.preview(name, await make())
    expect(result.ok ? 'ok' : result.error.code).toBe(code)
  })

  test('很远处只有一个空格:照样读', async () => {
    const sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row><row r="150000"><c r="A150000" t="inlineStr"><is><t xml:space="preserve"> \u3000</t></is></c></row></sheetData></worksheet>'
    expect(await office.preview('a.xlsx', rawWorkbook(sheet))).not.toMatchObject({ error: { code: 'FILE_TOO_COMPLEX' } })
  })
  test('超过 30 MB', async () => {
    expect(await office.preview('a.csv', Buffer.alloc(30 * 1024 * 1024 + 1, 0x61))).toMatchObject({ ok: false, error: { code: 'FILE_TOO_LARGE', data: { limitMegabytes: 30 } } })
  })
  test('凭据不存在', async () => {
    expect(await office.api.imports.preview({ kind: 'members', file: { ticket: 'x'.repeat(43), name: 'a.xlsx', size: 1 }, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
  })
  test('找不到表头时告诉有哪些表、看到的是什么、要哪些列;某个人的证号不念出来', async () => {
    const expected = ['姓名', '公民身份号码', '人员类别', '加入党组织日期']
    expect(await office.preview('a.xlsx', await workbook([['甲']], [['乙', '丙']]))).toMatchObject({ ok: false, error: { data: { sheets: ['Sheet1', 'Sheet2'], found: ['乙', '丙'], expected } } })
    const data = await office.preview('a.xlsx', await workbook([['王建国', '230102198005170011', 36708, '2000-07-01']]))
    expect(data).toMatchObject({ ok: false, error: { data: { found: ['王建国', '36708', '2000-07-01'] } } })
    expect(data.ok ? '' : describeError(data.error.code, data.error.data).cause).toBe('没有找到“姓名、公民身份号码、人员类别、加入党组织日期”列，看到的是“王建国、36708、2000-07-01”。')
  })
})

describe('线程的上限', () => {
  const never = new AbortController().signal
  const csv = (rows: number) => new Uint8Array(Buffer.from(`姓名,性别\n${'王建国,男\n'.repeat(rows)}`))
  test('内存不够:拒收,程序照常', async () => {
    await expect(runReader(csv(99_000), 'a.csv', { signal: never, heapMegabytes: 8 })).rejects.toMatchObject({ rejection: { code: 'FILE_TOO_COMPLEX', data: { limit: 'memory', most: 8 } } })
  })
  test('超时:拒收', async () => {
    await expect(runReader(csv(10), 'a.csv', { signal: never, milliseconds: 1 })).rejects.toMatchObject({ rejection: { code: 'FILE_TOO_COMPLEX', data: { limit: 'time' } } })
  })
  test('读的时候取消:什么也不留', async () => {
    const controller = new AbortController()
    const file = office.core.files.accept('a.xlsx', await workbook([ROSTER_HEADER, ...Array.from({ length: 3000 }, (_, index) => rosterRow(index))]))
    const pending = office.api.imports.preview({ kind: 'members', file, branchId: null }, { signal: controller.signal, onProgress: () => controller.abort() })
    expect(await pending).toMatchObject({ ok: false, error: { code: 'CANCELLED' } })
    // 取消之后马上能再来一次。
    expect((await must(office.api.imports.preview({ kind: 'members', file, branchId: null }))).counts.total).toBe(3000)
  })
})
