import { readXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ListDocument, ListPrintModel } from '../../shared/model/list-document.ts'
import { yuanText } from '../../shared/util/money.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'

const DOCUMENT: ListDocument = {
  title: '党费收缴一览',
  subtitle: '2026 年 10 月',
  columns: [
    { label: '姓名', kind: 'text', width: 12 },
    { label: '工号', kind: 'text', width: 12 },
    { label: '次数', kind: 'number', width: 8 },
    { label: '应缴', kind: 'money', width: 10 },
    { label: '日期', kind: 'date', width: 12 },
  ],
  rows: [
    ['=1+1', '00123', 3, 1250, '2026-10'],
    ['王建国', '-5', null, 100_000, '2026-10-08'],
  ],
  totals: [null, null, 3, 101_250, null],
}
const REQUEST = { list: 'dues-month', organisationId: null, purpose: '上报上级', document: DOCUMENT }
let printed: { page: string; model: ListPrintModel } | null
let test: TestCore
beforeEach(async () => {
  printed = null
  test = await makeCore({
    printer: {
      renderPdf: (page, model) => {
        printed = { page, model: model as ListPrintModel }
        return Promise.reject(new Error('stop here'))
      },
    },
  })
})
afterEach(() => test.close())

describe('导出列表', () => {
  it('文字是文字,数是数,金额是元,表头冻结,没有公式', async () => {
    const { file, rows } = await must(test.api.lists.exportSheet(REQUEST))
    expect(rows).toBe(2)
    expect(file.name).toBe('党费收缴一览-20261120.xlsx')
    const held = test.core.files.take(file.ticket)
    const sheet = (await readXlsx(held?.bytes ?? new Uint8Array())).sheets[0]
    const cells = sheet?.rows ?? []
    expect(cells[0]?.[0]).toBe('测试单位党委　党费收缴一览')
    expect(cells[1]?.[0]).toBe('2026 年 10 月')
    expect(cells[2]?.[0]).toBe(`${TEST_PERSON.displayName} 于 2026-11-20 导出，共 2 行，用途：上报上级`)
    expect(cells.slice(3)).toEqual([
      ['姓名', '工号', '次数', '应缴', '日期'],
      ['=1+1', '00123', 3, 12.5, '2026-10'],
      ['王建国', '-5', null, 1000, '2026-10-08'],
      [null, null, 3, 1012.5, null],
    ])
  })
  it('记下哪张表、多少行;标题不进审计,用途当理由存', async () => {
    await must(test.api.lists.exportSheet(REQUEST))
    const { rows } = await must(test.api.audit.search({ fromDay: null, toDay: null, accountId: null, kind: 'export', search: '', beforeSeq: null, limit: 10 }))
    expect(JSON.stringify(rows)).not.toContain('党费收缴一览')
    expect(JSON.stringify(rows)).toContain('lists.exportSheet')
  })
  it('空表不导出也不打印', async () => {
    const empty = { ...REQUEST, document: { ...DOCUMENT, rows: [] } }
    expect(await test.api.lists.exportSheet(empty)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_PRINT' } })
    expect(await test.api.lists.print(empty)).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_PRINT' } })
  })
})
describe('打印列表', () => {
  it('窄表竖放,宽表横放,单位、日期、用途都在', async () => {
    await test.api.lists.print(REQUEST)
    expect(printed).toMatchObject({ page: 'list', model: { unitName: '测试单位党委', printedOn: '2026-11-20', landscape: false } })
    expect(printed?.model.notes).toContain(`2026-11-20　共 2 行　打印人：${TEST_PERSON.displayName}　用途：上报上级`)
    await test.api.lists.print({ ...REQUEST, document: { ...DOCUMENT, columns: DOCUMENT.columns.map((column) => ({ ...column, width: 30 })) } })
    expect(printed?.model.landscape).toBe(true)
  })
})
it.each([[0, '0.00'], [5, '0.05'], [-1250, '-12.50'], [123_456_789, '1,234,567.89'], [100, '1.00']])('%i 分是 %s 元', (fen, text) => expect(yuanText(fen)).toBe(text))
