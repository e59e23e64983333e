import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellText, type SheetData } from '../../../electron/domain/roster/sheet.ts'
import { readWorkbook } from '../../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../../electron/import-worker/sheet-sink.ts'
import { WorkbookRejected } from '../../../electron/import-worker/workbook-rejected.ts'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, seed } from '../../support/faults/amount.ts'
import { compoundFile, makeXls, record } from '../../support/old-excel.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url))
const read = async (bytes: Buffer, name = 'a.xls'): Promise<readonly SheetData[]> => {
  const collector = createSheetCollector()
  await readWorkbook(bytes, name, collector.add)
  return collector.sheets
}
const textsOf = (sheet: SheetData | undefined): string[][] => (sheet?.rows ?? []).map((row) => row.map(cellText)).map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
const rejection = async (bytes: Buffer): Promise<string> => read(bytes).then(() => 'read', (error: unknown) => (error instanceof WorkbookRejected ? error.code : `NOT DECLARED ${String(error)}`))

const ROWS = [['姓名', '身份证号', '入党日期'], ['阿依古丽·买买提', '65010119900101002X', '2015-07-01'], ['张三', null, 42186]] as const

describe('旧 .xls', () => {
  test('别的程序写的 BIFF8:与同一份 .xlsx 逐格相同', async () => {
    const [old] = await read(fixture('roster-messy.xls'))
    const [current] = await read(fixture('roster-messy.xlsx'), 'a.xlsx')
    expect(textsOf(old)).toEqual(textsOf(current))
    expect(old?.rows.length).toBe(64)
  })
  test.each([8, 5] as const)('第 %i 版:汉字、数、隐藏的表、竖向合并', async (version) => {
    const sheets = await read(makeXls([{ name: '名册', rows: ROWS }, { name: '藏着', hidden: true, rows: [['支部'], [null], ['末行']], merges: [[0, 1, 0, 0]] }], version))
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['名册', false], ['藏着', true]])
    expect(textsOf(sheets[0])).toEqual([['姓名', '身份证号', '入党日期'], ['阿依古丽·买买提', '65010119900101002X', '2015-07-01'], ['张三', '', '42186']])
    expect(textsOf(sheets[1])).toEqual(version === 8 ? [['支部'], ['支部'], ['末行']] : [['支部'], ['支部'], ['末行']])
  })
  test('设了打开口令、没有结尾、空的、不认得的版本:各有说法', async () => {
    const bof = record(0x809, Buffer.from([0, 6, 5, 0, 0, 0, 0, 0]))
    expect(await rejection(compoundFile(Buffer.concat([bof, record(0x2f, Buffer.alloc(6)), record(0x0a)]), 'Workbook'))).toBe('FILE_ENCRYPTED')
    expect(await rejection(compoundFile(Buffer.concat([bof, record(0x42, Buffer.from([0xb0, 4]))]), 'Workbook'))).toMatch(/^FILE_/)
    expect(await rejection(compoundFile(record(0x809, Buffer.from([0, 3, 5, 0])), 'Workbook'))).toBe('FILE_OLD_EXCEL')
    expect(await rejection(compoundFile(Buffer.alloc(0), 'Workbook'))).toMatch(/^FILE_/)
    expect(await rejection(makeXls([{ name: '名册', rows: ROWS }]).subarray(0, 3_000))).toMatch(/^FILE_/)
  })
  test('翻位、截断、抹零:不是读得出就是有说法,从不出没料到的错', async () => {
    const files = [fixture('roster-messy.xls'), makeXls([{ name: '名册', rows: ROWS }]), makeXls([{ name: '名册', rows: ROWS }], 5)]
    const random = createSeededRandom(seed)
    const outcomes = new Map<string, number>()
    const turns = amount(600, 20_000)
    for (let turn = 0; turn < turns; turn += 1) {
      const source = files[turn % files.length] ?? Buffer.alloc(0)
      const broken = Buffer.from(source)
      const how = random.below(4)
      if (how === 0) for (let count = 0; count < 1 + random.below(8); count += 1) broken[random.below(broken.length)] = random.below(256)
      else if (how === 1) broken.fill(0, random.below(broken.length))
      // 头部与目录最要紧,多翻几处。
      else if (how === 2) for (let count = 0; count < 4; count += 1) broken[random.below(Math.min(broken.length, 700))] = random.below(256)
      const outcome = await rejection(how === 3 ? broken.subarray(0, 1 + random.below(broken.length)) : broken)
      expect(outcome, `seed ${seed} turn ${turn}`).toMatch(/^(read|FILE_[A-Z_]+)$/)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect(outcomes.get('FILE_DAMAGED') ?? 0).toBeGreaterThan(turns / 10)
    figure('F24', '旧 .xls 的坏文件', `${turns} 份:${[...outcomes].map(([code, count]) => `${code} ${count}`).join('、')}`)
  })
})
