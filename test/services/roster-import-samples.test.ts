import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url))
const expected = JSON.parse(fixture('roster-messy.expected.json').toString()) as { sheet: number; row: number; bug: string; name: string }[]

const REFUSED = { badcheck: 'id_bad_check_digit', rounded: 'id_precision_lost', dup: 'duplicate_in_file', noname: 'name_missing', future: 'date_in_future', regularbefore: 'regular_before_joined', baddate: 'date_unreadable', unknownbranch: 'branch_unknown' } as const

let office: RosterOffice
beforeEach(async () => {
  office = await makeRosterOffice()
})
afterEach(() => office.close())

describe('乱名册 roster-messy.xlsx', () => {
  test('每处毛病的结论与答案一致,其余各行都能收', async () => {
    const preview = await must(office.preview('roster-messy.xlsx', fixture('roster-messy.xlsx')))
    const byRow = new Map(preview.rows.map((row) => [row.row, row]))
    for (const { row, bug, name } of expected) {
      const verdict = byRow.get(row)
      const code = REFUSED[bug as keyof typeof REFUSED]
      if (code !== undefined) expect([bug, verdict?.status, verdict?.reasons.map((reason) => reason.code)]).toEqual([bug, 'refused', expect.arrayContaining([code])])
      else expect([bug, verdict?.status]).toEqual([bug, bug === 'sexmismatch' ? 'warned' : 'new'])
      if (bug !== 'space') expect(verdict?.name).toBe(name)
    }
    const faulty = new Set(expected.map((entry) => entry.row))
    expect(preview.rows.filter((row) => !faulty.has(row.row) && row.status !== 'new')).toEqual([])
    expect(preview.counts).toEqual({ total: 60, new: 51, changed: 0, same: 0, warned: 1, refused: 8 })
    expect(preview.rows.map((row) => row.row)).toEqual(Array.from({ length: 60 }, (_, index) => index + 4))
  })

  test('理由指到列,一句话说清', async () => {
    const preview = await must(office.preview('roster-messy.xlsx', fixture('roster-messy.xlsx')))
    const reasons = (row: number) => preview.rows.find((entry) => entry.row === row)?.reasons.filter((reason) => !reason.code.endsWith('_from_id'))
    expect(reasons(7)).toEqual([{ column: '身份证号码', code: 'id_bad_check_digit', message: '身份证号最后一位对不上，请对照证件看一遍' }])
    expect(reasons(11)).toEqual([{ column: '身份证号码', code: 'id_precision_lost', message: '身份证号精度已丢失，请把该列设为文本后重新填写' }])
    expect(reasons(19)?.[0]).toMatchObject({ column: '身份证号码', message: '与第 18 行是同一人，请只留一行' })
    expect(reasons(43)).toEqual([{ column: '所在支部', code: 'branch_unknown', message: '没有叫“不存在的党支部”的支部，请改成全称，或先新增支部' }])
    expect(reasons(47)).toEqual([{ column: '入党时间', code: 'date_unreadable', message: '日期“九八年夏天”看不懂，请改成 2015-07-01 这样' }])
    expect(reasons(35)).toEqual([{ column: '姓 名', code: 'name_cleaned', message: '姓名里的空格或间隔号已整理为“沈华春”' }])
  })

  test('有被拒的行就一行也不写;明说跳过才写接受的那些', async () => {
    const preview = await must(office.preview('roster-messy.xlsx', fixture('roster-messy.xlsx')))
    const refused = await office.api.imports.commit({ previewId: preview.previewId, skipRefused: false })
    expect(refused).toMatchObject({ ok: false, error: { code: 'IMPORT_REFUSED_ROWS', data: { refused: 8 } } })
    const list = { organisationId: null, search: '', memberType: null, offset: 0, limit: 1000 } as const
    expect((await must(office.api.members.list(list))).counts.total).toBe(0)

    const result = await must(office.api.imports.commit({ previewId: preview.previewId, skipRefused: true }))
    expect(result.written).toBe(52)
    const members = (await must(office.api.members.list(list))).rows
    expect(members).toHaveLength(52)
    const find = (name: string) => members.find((member) => member.name === name)
    expect(find('沈华春')).toBeDefined()
    expect(find('阿依古丽·买买提')).toMatchObject({ ethnicity: '11', branchName: '销售公司党支部' })
    expect(find('钱娜')).toMatchObject({ birthDate: '1986-01-17', joinedOn: '2012-10-25', mobileTail: '2960', education: '20', gender: '2' })
    expect(find('施春敏')).toMatchObject({ joinedOn: '2007-09-15', regularOn: '2008-09-15' })
    expect(find('李丽艳')).toMatchObject({ memberType: 'probationary', regularOn: null })
    const note = async (name: string) => (await must(office.api.members.get({ id: find(name)?.id ?? '' }))).fields.note
    expect([await note('卫明平'), await note('王建华')]).toEqual(['=HYPERLINK("http://x","y")', '<img src=x onerror=alert(1)>'])

    expect(await office.api.imports.commit({ previewId: preview.previewId, skipRefused: true })).toMatchObject({ ok: false, error: { code: 'PREVIEW_EXPIRED' } })
  })

  test('再导入一次:收过的都是「没变」,库里不多一人', async () => {
    const first = await office.bring('roster-messy.xlsx', fixture('roster-messy.xlsx'))
    const second = await office.bring('roster-messy.xlsx', fixture('roster-messy.xlsx'))
    expect(second.counts).toEqual({ total: 60, new: 0, changed: 0, same: first.acceptable, warned: 0, refused: 8 })
  })
})

describe('净名册 roster-clean.xlsx', () => {
  test('没有支部列:要先选支部', async () => {
    expect(await office.preview('roster-clean.xlsx', fixture('roster-clean.xlsx'))).toMatchObject({ ok: false, error: { code: 'BRANCH_REQUIRED' } })
  })

  test('选了支部:每行都收,新党小组只提醒一次;再导入一次全没变', async () => {
    const branch = office.branch('铸造车间党支部')
    const preview = await office.bring('roster-clean.xlsx', fixture('roster-clean.xlsx'), branch)
    expect(preview.counts).toEqual({ total: 14, new: 12, changed: 0, same: 0, warned: 2, refused: 0 })
    expect(preview.rows.filter((row) => row.status === 'warned').map((row) => [row.row, row.reasons.map((reason) => reason.message)])).toEqual([
      [2, ['还没有党小组“第一党小组”，导入时新建']],
      [7, ['还没有党小组“第二党小组”，导入时新建']],
    ])
    const members = (await must(office.api.members.list({ organisationId: branch, search: '', memberType: null, offset: 0, limit: 100 }))).rows
    expect(members).toHaveLength(14)
    expect(members.find((member) => member.name === '施燕英')).toMatchObject({ partyGroupName: '第二党小组', education: '14', ethnicity: '02', memberType: 'probationary' })
    const again = await must(office.preview('roster-clean.xlsx', fixture('roster-clean.xlsx'), branch))
    expect(again.counts).toMatchObject({ same: 14, new: 0, changed: 0, warned: 0, refused: 0 })
  })

  test('一批导入:一条批次、一条审计,每人一个版本', async () => {
    await office.bring('roster-clean.xlsx', fixture('roster-clean.xlsx'), office.branch('铸造车间党支部'))
    expect(office.pushed.filter((message) => message.event === 'members.changed')).toHaveLength(1)
  })
})

test('国标编码的 roster-gbk.csv:字不乱,行行可收', async () => {
  const preview = await office.bring('roster-gbk.csv', fixture('roster-gbk.csv'))
  expect(preview.counts).toMatchObject({ total: 20, refused: 0 })
  expect(preview.columns.map((column) => column.field)).toEqual(['branch', 'name', 'idNumber', 'gender', 'ethnicity', 'joinedOn', 'regularOn', 'memberType', 'mobile'])
  expect(preview.rows[0]).toMatchObject({ sheet: 'roster-gbk', row: 2, name: '孔玉', cells: expect.arrayContaining(['2300**********6326', '铸造车间党支部']) })
  expect(preview.rows.filter((row) => row.status !== 'new').map((row) => [row.row, row.reasons.map((reason) => reason.code)])).toEqual([])
})
