import { readXlsx, writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runReader } from '../../electron/import-worker/run-reader.ts'
import { cellText } from '../../electron/domain/roster/sheet.ts'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeEach(async () => {
  office = await makeRosterOffice()
})
afterEach(() => office.close())

const HEADER = ['序号', '姓名', '身份证号', '人员类别', '入党日期', '转正日期', '所在党支部', '岗位'] as const
const person = (index: number, changes: Partial<Record<(typeof HEADER)[number], string>> = {}): string[] => {
  const values: Record<string, string> = { 序号: String(index), 姓名: `王建国${index}`, 身份证号: madeIdNumber(index), 人员类别: '正式党员', 入党日期: '1999-07-01', 转正日期: '2000-07-01', 所在党支部: '铸造车间党支部', 岗位: '炉前工', ...changes }
  return HEADER.map((name) => values[name] ?? '')
}
const book = (rows: readonly (readonly (string | null)[])[], header: readonly string[] = HEADER): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '花名册', rows: [['某某公司党员花名册'], [...header], ...rows.map((row) => [...row])], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }], columns: header.map((_name, index) => ({ width: 10 + index })) }, { name: '说明', rows: [['填表说明'], ['按原样填']] }] })
const list = { organisationId: null, search: '', memberType: null, offset: 0, limit: 100 } as const
const people = async () => (await must(office.api.members.list(list))).rows
const take = (ticket: string): Uint8Array<ArrayBuffer> => new Uint8Array(office.core.files.take(ticket)?.bytes ?? [])
const rowsOf = async (bytes: Uint8Array<ArrayBuffer>) => (await runReader(bytes.slice(), 'a.xlsx', { signal: new AbortController().signal })).map((sheet) => sheet.rows.map((row) => row.map(cellText)))

describe('标在原来那份表上', () => {
  test('错的格子有底色、有批注;别的格子、合并、列宽、别的表都还在;改好再读没有错', async () => {
    const bytes = await book([person(1), person(2, { 身份证号: `${madeIdNumber(2).slice(0, 17)}${madeIdNumber(2).endsWith('1') ? '2' : '1'}` }), person(3, { 入党日期: '九八年夏天' })])
    const preview = await must(office.preview('名册.xlsx', bytes))
    expect(preview.counts.refused).toBe(2)
    const { file, marked } = await must(office.api.imports.markedSheet({ previewId: preview.previewId }))
    expect([file.name, marked]).toEqual(['名册（已标出）.xlsx', 2])
    const given = take(file.ticket)
    expect(await rowsOf(given)).toEqual(await rowsOf(new Uint8Array(bytes)))
    const [sheet, other] = (await readXlsx(given, { readStyles: true })).sheets
    expect(other?.name).toBe('说明')
    expect(sheet?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }])
    expect(sheet?.columns?.[3]?.width).toBeCloseTo(13, 0)
    const cell = sheet?.cells?.get('3,2')
    expect(cell?.comment?.text).toContain('身份证号最后一位对不上')
    expect(JSON.stringify(cell?.style?.fill)).toContain('FFC7CE')
    expect(sheet?.cells?.get('4,4')?.comment?.text).toContain('看不懂')
    expect(sheet?.cells?.get('2,2')?.comment).toBeUndefined()

    const fixed = await book([person(1), person(2), person(3)])
    expect((await must(office.preview('名册.xlsx', fixed))).counts).toMatchObject({ new: 3, refused: 0 })
  })
  test('标过的那份直接再读,结论一样(涂色批注不碍事);再标一次也行', async () => {
    const bytes = await book([person(1), person(3, { 入党日期: '九八年夏天' })])
    const first = await must(office.preview('名册.xlsx', bytes))
    const given = take((await must(office.api.imports.markedSheet({ previewId: first.previewId }))).file.ticket)
    const second = await must(office.preview('名册.xlsx', given))
    expect(second.rows).toEqual(first.rows)
    const again = take((await must(office.api.imports.markedSheet({ previewId: second.previewId }))).file.ticket)
    expect(await rowsOf(again)).toEqual(await rowsOf(given))
    expect((await readXlsx(again, { readStyles: true })).sheets[0]?.cells?.get('3,4')?.comment?.text).toContain('看不懂')
  })
  test('CSV 交回 .xlsx,一格不少;公式只留值', async () => {
    const text = [HEADER.join(','), person(1).join(','), person(2, { 人员类别: '群众' }).join(',')].join('\r\n')
    const preview = await must(office.preview('名册.csv', new TextEncoder().encode(text)))
    const given = take((await must(office.api.imports.markedSheet({ previewId: preview.previewId }))).file.ticket)
    expect((await rowsOf(given))[0]).toEqual([[...HEADER], person(1), person(2, { 人员类别: '群众' })])
    const formulas = await writeXlsx({ sheets: [{ name: '花名册', rows: [[...HEADER], person(1, { 入党日期: '去年' })], cells: new Map([['1,7', { value: '炉前工', formula: 'A2&"x"', formulaResult: '炉前工' }]]) }] })
    const checked = await must(office.preview('名册.xlsx', formulas))
    const out = take((await must(office.api.imports.markedSheet({ previewId: checked.previewId }))).file.ticket)
    const cell = (await readXlsx(out, { readStyles: true })).sheets[0]?.cells?.get('1,7')
    expect(cell?.formula).toBeUndefined()
    expect((await rowsOf(out))[0]?.[1]?.[7]).toBe('炉前工')
  })
  test('没有毛病的不用标', async () => {
    const preview = await must(office.preview('名册.xlsx', await book([person(1)])))
    expect(await office.api.imports.markedSheet({ previewId: preview.previewId })).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_MARK' } })
  })
})

describe('列名对照', () => {
  const ODD = ['序号', '姓名', '身份证号', '人员类别', '入党日期', '转正日期', '归口', '干啥的'] as const
  test('改过的记住:同样的表头下次照用;别的表头不受影响', async () => {
    const bytes = await book([person(1)], ODD)
    const first = await office.preview('甲.xlsx', bytes, office.branch('铸造车间党支部'))
    const shown = await must(Promise.resolve(first))
    expect(shown.columns.filter(({ field }) => field === null).map(({ header }) => header)).toEqual(['序号', '归口', '干啥的'])
    const columns = shown.columns.map(({ sheet, index, header, field }) => ({ sheet, index, field: header === '归口' ? 'branch' : header === '干啥的' ? 'post' : field }))
    await must(office.api.imports.saveMapping({ previewId: shown.previewId, columns }))
    const second = await must(office.preview('乙.xlsx', await book([person(1), person(2)], ODD)))
    expect(second.remembered).toBe(true)
    expect(second.counts.new).toBe(2)
    await must(office.api.imports.commit({ previewId: second.previewId, skipRefused: false }))
    expect((await people()).map(({ post, branchName }) => [post, branchName])).toEqual([['炉前工', '铸造车间党支部'], ['炉前工', '铸造车间党支部']])
    expect((await must(office.preview('丙.xlsx', await book([person(3)])))).remembered).toBe(false)
  })
  test('两列对到同一项、没有姓名的不收', async () => {
    const shown = await must(office.preview('甲.xlsx', await book([person(1)])))
    const columns = (change: (header: string, field: string | null) => string | null) => shown.columns.map(({ sheet, index, header, field }) => ({ sheet, index, field: change(header, field) }))
    expect(await office.api.imports.saveMapping({ previewId: shown.previewId, columns: columns((header, field) => (header === '岗位' ? 'idNumber' : field)) })).toMatchObject({ ok: false, error: { code: 'MAPPING_UNUSABLE' } })
    expect(await office.api.imports.saveMapping({ previewId: shown.previewId, columns: columns((header, field) => (header === '姓名' ? null : field)) })).toMatchObject({ ok: false, error: { code: 'MAPPING_UNUSABLE' } })
  })
})

describe('撤销一次导入', () => {
  const detail = async (name: string) => must(office.api.members.get({ id: (await people()).find((member) => member.name === name)?.id ?? '' }))
  const bring = async (rows: readonly (readonly string[])[]) => office.bring('名册.xlsx', await book(rows))
  const undoLast = async () => office.api.imports.undo({ batchId: (await must(office.api.imports.history({}))).batches[0]?.id ?? '' })

  test('新增的拿掉,改过的(含换支部、新小组)回到从前;能再导入一次;不能撤两次', async () => {
    await bring([person(1), person(2)])
    const before = await detail('王建国1')
    await bring([person(1, { 岗位: '班长', 所在党支部: '销售公司党支部' }), person(3)])
    expect((await detail('王建国1')).branchName).toBe('销售公司党支部')
    expect((await people()).length).toBe(3)
    expect(await must(undoLast())).toMatchObject({ restored: 1, removed: 1 })
    const after = await detail('王建国1')
    expect({ ...after, rev: 0 }).toEqual({ ...before, rev: 0 })
    expect((await people()).map(({ name }) => name).toSorted()).toEqual(['王建国1', '王建国2'])
    expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'IMPORT_ALREADY_UNDONE' } })
    expect((await bring([person(3)])).counts.new).toBe(1)
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })
  test('之后有人改过,一条也不撤', async () => {
    await bring([person(1), person(2)])
    const { id, rev, fields } = await detail('王建国1')
    await must(office.api.members.save({ id, rev, fields: { ...fields, post: '班长' } }))
    expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'IMPORT_CHANGED_SINCE', data: { changed: 1 } } })
    expect((await people()).length).toBe(2)
  })
  test('新建的党小组一并拿掉', async () => {
    const header = [...HEADER, '党小组']
    await office.bring('名册.xlsx', await book([[...person(1), '第一党小组']], header))
    const groups = async () => (await must(office.api.organisations.tree({}))).nodes.filter(({ kind }) => kind === 'party_group').length
    expect(await groups()).toBe(1)
    await must(undoLast())
    expect(await groups()).toBe(0)
  })
})

test('模板:列与导入认的一致,表头冻结、有下拉、示例不被导入,填了就能导入', async () => {
  const { file } = await must(office.api.imports.template({ kind: 'members' }))
  const bytes = take(file.ticket)
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  expect(sheets[0]?.freezePane?.rows).toBe(3)
  expect(sheets[0]?.dataValidations?.length ?? 0).toBeGreaterThan(3)
  const header = (sheets[0]?.rows[2] ?? []).map(String)
  expect(await office.preview('模板.xlsx', bytes.slice())).toMatchObject({ ok: false, error: { code: 'NO_ROWS' } })
  const row = header.map((label) => ({ '*姓名': '王建国', '*公民身份号码': madeIdNumber(7), '*人员类别': '正式党员', '*加入党组织日期': '1999-07-01', '*所在党支部': '铸造车间党支部', 转为正式党员日期: '2000-07-01' })[label] ?? '')
  const filled = await writeXlsx({ sheets: [{ name: '党员名册', rows: [...(sheets[0]?.rows ?? []), row] }] })
  expect((await must(office.preview('模板.xlsx', filled))).counts).toMatchObject({ total: 1, new: 1 })
})
