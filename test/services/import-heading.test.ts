import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
})
afterAll(() => office.close())
const BRANCH = '铸造车间党支部'
const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'))

test('认不出表头的:给看头几行,指认一次,同样的表以后直接认得', async () => {
  const sheet = (index: number) => csv([['某某厂一览'], ['同志', '件号', '属性', '年月', '单位'], ['王建国', madeIdNumber(index), '预备', '2026-03-01', BRANCH]])
  const ref = office.core.files.accept('旧系统.csv', sheet(1))
  expect(await office.api.imports.preview({ kind: 'members', file: ref, branchId: null })).toMatchObject({ ok: false, error: { code: 'HEADER_NOT_FOUND' } })
  const peeked = await must(office.api.imports.peek({ kind: 'members', file: ref }))
  expect(peeked.sheets[0]?.rows[1]).toEqual({ row: 2, cells: ['同志', '件号', '属性', '年月', '单位'] })
  expect(peeked.targets.find(({ field }) => field === 'idNumber')?.label).toBe('公民身份证号')
  const columns = ['name', 'idNumber', 'memberType', 'joinedOn', 'branch'].map((field, index) => ({ index, header: peeked.sheets[0]?.rows[1]?.cells[index] ?? '', field }))
  expect(await office.api.imports.saveHeading({ kind: 'members', columns: columns.map((column) => ({ ...column, field: column.field === 'name' ? null : column.field })) })).toMatchObject({ ok: false, error: { code: 'MAPPING_UNUSABLE' } })
  await must(office.api.imports.saveHeading({ kind: 'members', columns }))
  for (const file of [ref, office.core.files.accept('下个月.csv', sheet(2))]) {
    const seen = await must(office.api.imports.preview({ kind: 'members', file, branchId: null }))
    expect([seen.remembered, seen.counts.new, seen.rows[0]?.row, seen.rows[0]?.name]).toEqual([true, 1, 3, '王建国'])
  }
})

describe('自定义项', () => {
  test('按名称认列,按类型读;读不成的提醒不写入;模板里有,再导一次没有变化', async () => {
    const add = async (name: string, kind: 'text' | 'number' | 'date' | 'choice', choices: string[] = []) => must(office.api.customFields.add({ name, kind, choices }))
    await add('特长', 'text')
    await add('鞋码', 'number')
    await add('入厂时间', 'date')
    await add('血型', 'choice', ['A', 'B', 'O', 'AB'])
    const header = ['姓名', '身份证号', '人员类别', '入党日期', '所在支部', '特 长', '鞋码', '入厂时间', '血型(型)']
    const person = (index: number, ...rest: readonly string[]): string[] => [`李${'一二三四'[index] ?? ''}`, madeIdNumber(40 + index), '预备', '2026-03-01', BRANCH, ...rest]
    const rows = [header, person(0, '篮球', '４２', '2001年7月', 'ab'), person(1, '', '很大', '不记得', 'C')]
    const seen = await must(office.preview('名册.csv', csv(rows)))
    expect(seen.rows[0]?.status).toBe('new')
    expect(seen.rows[1]?.reasons.filter(({ code }) => code === 'custom_unsuitable').map(({ column, message }) => [column, message])).toEqual([
      ['鞋码', '“很大”没有写入，请写成数'],
      ['入厂时间', '“不记得”没有写入，请写成 2015-07-01 这样的日期'],
      ['血型(型)', '“C”没有写入，请从这些里选：A、B、O、AB'],
    ])
    await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: false }))
    const again = await must(office.preview('名册.csv', csv([header, person(0, '足球', '42', '2001-07', 'AB')])))
    expect(again.rows[0]?.changes).toEqual([{ column: '特 长', before: '篮球', after: '足球' }])
    expect(again.targets.map(({ label }) => label)).toEqual(expect.arrayContaining(['特长', '鞋码', '入厂时间', '血型']))
  })
})
