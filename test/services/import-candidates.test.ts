import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { must } from '../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeEach(async () => {
  office = await makeRosterOffice()
})
afterEach(() => office.close())

const BRANCH = '铸造车间党支部'
const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n'))
const HEADER = ['姓名', '身份证号', '类别', '申请入党时间', '确定为积极分子时间', '确定为发展对象时间', '政审时间', '政审结论', '培训时间', '培训结论', '支委会审查日期', '支部大会讨论接收日期', '培养联系人', '所在支部'] as const
type Row = Partial<Record<(typeof HEADER)[number], string>>
const rowOf = (row: Row): string[] => HEADER.map((name) => (name === '所在支部' ? (row[name] ?? BRANCH) : (row[name] ?? '')))
const person = (index: number, row: Row = {}): Row => ({ 姓名: `张三${'甲乙丙丁戊己庚辛'[index] ?? ''}`, 身份证号: madeIdNumber(index), ...row })
const preview = async (rows: readonly Row[], header: readonly string[] = HEADER) => must(office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('发展党员台账.csv', csv([header, ...rows.map(rowOf)])), branchId: null }))
const bring = async (rows: readonly Row[]) => {
  const seen = await preview(rows)
  await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: true }))
  return seen
}
const board = async () => (await must(office.api.development.list({ organisationId: null, everyone: true }))).rows
const undoLast = async () => office.api.imports.undo({ batchId: (await must(office.api.imports.history({}))).batches[0]?.id ?? '' })
const problems = ({ reasons }: { readonly reasons: readonly { readonly column: string; readonly code: string }[] }): string[] => reasons.filter(({ code }) => !['gender_from_id', 'birth_from_id'].includes(code)).map(({ column, code }) => `${column} ${code}`)

describe('发展党员的导入', () => {
  test('申请人、积极分子、发展对象各到各的阶段;以前的步骤不再要求,政审、培训还要办', async () => {
    const seen = await bring([
      person(1, { 类别: '入党申请人', 申请入党时间: '2026.3.2' }),
      person(2, { 类别: '积极分子', 申请入党时间: '2024年1月5日', 确定为积极分子时间: '2025-06-01', 培养联系人: '李敏、王强' }),
      person(3, { 类别: '发展对象', 申请入党时间: '2023-01-10', 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025/03/15', 政审时间: '2025-05-20', 政审结论: '合格' }),
    ])
    expect(seen.rows.map(({ status, cells }) => [status, cells[1], ...cells.slice(3)])).toEqual([
      ['new', '入党申请人', '2026-03-02', '', '', ''],
      ['new', '积极分子', '2024-01-05', '2025-06-01', '', ''],
      ['new', '发展对象', '2023-01-10', '2024-03-15', '2025-03-15', ''],
    ])
    const rows = await board()
    expect(rows.map(({ name, stage, step, appliedOn, activistOn, candidateOn }) => [name, stage, step, appliedOn, activistOn, candidateOn])).toEqual([
      ['张三乙', 'application', 2, '2026-03-02', null, null],
      ['张三丙', 'activist', 4, '2024-01-05', '2025-06-01', null],
      ['张三丁', 'candidate', 9, '2023-01-10', '2024-03-15', null],
    ])
    expect(rows[1]?.mentors).toBe('李敏、王强')
    const detail = await must(office.api.development.get({ id: rows[1]?.id ?? '' }))
    expect(detail.steps[4]?.fields.people.map(({ name }) => name)).toEqual(['李敏', '王强'])
    expect(detail.masked.idNumber.endsWith(madeIdNumber(2).slice(-4))).toBe(true)
  })

  const REFUSED: readonly (readonly [what: string, row: Row, expected: readonly string[]])[] = [
    ['DEV-01 培养不满一年', { 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025-03-14' }, ['确定为发展对象时间 development_rule']],
    ['DEV-01 只写到月也看得出', { 确定为积极分子时间: '2024.5', 确定为发展对象时间: '2025-04-30' }, ['确定为发展对象时间 development_rule', '确定为积极分子时间 step_month_only']],
    ['先后颠倒', { 申请入党时间: '2024-03-15', 确定为积极分子时间: '2024-01-15' }, ['确定为积极分子时间 development_rule']],
    ['不满十八岁', { 申请入党时间: '1980-01-01' }, ['申请入党时间 development_rule']],
    ['日期在将来', { 申请入党时间: '2031-01-01' }, ['申请入党时间 development_rule']],
    ['DEV-06 没有政审、培训', { 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025-03-15', 支委会审查日期: '2025-06-20' }, ['政审结论 development_rule', '培训结论 development_rule']],
    ['DEV-06 政审不合格', { 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025-03-15', 政审时间: '2025-05-20', 政审结论: '不合格', 培训时间: '2025-05-25', 培训结论: '合格', 支委会审查日期: '2025-06-20' }, ['政审结论 development_rule']],
    ['写着预备党员,没有日期', { 类别: '预备党员' }, ['支部大会讨论接收日期 admitted_day_missing']],
    ['日期看不懂', { 申请入党时间: '前年夏天' }, ['申请入党时间 date_unreadable']],
    ['没有的支部', { 所在支部: '不存在的党支部' }, ['所在支部 branch_unknown']],
  ]
  const WARNED: readonly (readonly [what: string, row: Row, expected: readonly string[]])[] = [
    ['只写到月', { 申请入党时间: '2024.5' }, ['申请入党时间 step_month_only']],
    ['写了类别没有日期', { 类别: '积极分子' }, ['类别 stage_without_day']],
    ['发展对象没有积极分子日期', { 确定为发展对象时间: '2025-03-15' }, ['确定为发展对象时间 activist_day_missing']],
    ['政审没有结论', { 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025-03-15', 政审时间: '2025-05-20' }, ['政审结论 step_conclusion_missing']],
    ['支部大会通过,名册上没有', { 支部大会讨论接收日期: '2026-03-01' }, ['支部大会讨论接收日期 admission_enrols']],
    ['没有证号', { 身份证号: '', 申请入党时间: '2025-01-01' }, ['身份证号 id_missing']],
  ]
  test('规则逐条核对(DEV-01、06,先后,年满十八岁,只到月的日期),每条说在它那一列上', async () => {
    const { rows } = await preview([...REFUSED, ...WARNED].map(([, row], index) => ({ ...person(1), 身份证号: madeIdNumber(index + 1), 姓名: `赵${index}`, ...row })))
    expect(rows.map((row, index) => [[...REFUSED, ...WARNED][index]?.[0], row.status, ...problems(row)])).toEqual([...REFUSED.map(([what, , expected]) => [what, 'refused', ...expected]), ...WARNED.map(([what, , expected]) => [what, 'warned', ...expected])])
  })

  test('支部大会通过的成为预备党员,撤销一并拿掉;再导入一次没有障碍', async () => {
    const rows = [person(1, { 确定为积极分子时间: '2024-03-15', 确定为发展对象时间: '2025-03-15', 支部大会讨论接收日期: '2026-03-01' }), person(2, { 申请入党时间: '2026-01-05' })]
    await bring(rows)
    const people = async () => (await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 10 }))).rows
    expect((await people()).map(({ name, memberType, joinedOn }) => [name, memberType, joinedOn])).toEqual([['张三乙', 'probationary', '2026-03-01']])
    expect((await preview(rows)).counts).toMatchObject({ same: 2, refused: 0, warned: 0 })
    expect(await must(undoLast())).toMatchObject({ removed: 3 })
    expect(await people()).toEqual([])
    expect(await board()).toEqual([])
    expect((await bring(rows)).counts).toMatchObject({ warned: 1, new: 1 })
    expect((await board()).length).toBe(2)
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })

  test('按证号认得已登记的:补上新的一步,办结的不改只提醒;撤销后新的一步没有了', async () => {
    await bring([person(1, { 申请入党时间: '2024-01-05', 确定为积极分子时间: '2025-03-15' })])
    const seen = await bring([person(1, { 申请入党时间: '2024-02-05', 确定为积极分子时间: '2025-03-15', 确定为发展对象时间: '2026-03-20' })])
    expect(seen.rows[0]).toMatchObject({ status: 'warned', changes: [{ column: '确定为发展对象时间', before: '', after: '2026-03-20' }] })
    expect(problems(seen.rows[0] ?? { reasons: [] })).toEqual(['申请入党时间 step_kept'])
    const id = (await board())[0]?.id ?? ''
    expect((await must(office.api.development.get({ id }))).steps[6]?.fields.doneOn).toBe('2026-03-20')
    await must(undoLast())
    const after = await must(office.api.development.get({ id }))
    expect([after.steps[6]?.state, after.steps[2]?.state]).toEqual(['none', 'done'])
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })

  const forms = async () => (await must(office.api.development.forms({}))).forms.map(({ number, state, personName }) => [number, state, personName])
  const bringCsv = async (rows: readonly (readonly string[])[]) => {
    const seen = await must(office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('台账.csv', csv(rows)), branchId: null }))
    await must(office.api.imports.commit({ previewId: seen.previewId, skipRefused: true }))
    return seen
  }

  test('公示、票数记到那一步,志愿书编号登记给本人;同一个编号不给第二个人;撤销后编号没人用', async () => {
    const header = ['姓名', '身份证号', '所在支部', '确定为积极分子日期', '确定发展对象日期', '公示时间', '填写志愿书日期', '入党志愿书编号', '支部大会通过日期', '表决情况']
    const line = [ '张三乙', madeIdNumber(1), BRANCH, '2024-03-01', '2025-03-20', '2025年3月10日至14日', '2026-02-10', 'A0007', '2026-03-01', '应到30实到28赞成27不同意1']
    await must(office.api.development.addForms({ first: 'A0007', count: 1 }))
    const seen = await bringCsv([header, line, ['张三丙', madeIdNumber(2), ...line.slice(2)]])
    expect(seen.rows.map((row) => [row.status, ...problems(row)])).toEqual([
      ['warned', '支部大会通过日期 admission_enrols'],
      ['refused', '入党志愿书编号 form_taken', '支部大会通过日期 admission_enrols'],
    ])
    const detail = await must(office.api.development.get({ id: (await board())[0]?.id ?? '' }))
    expect([detail.steps[6]?.fields.publicityFrom, detail.steps[6]?.fields.publicityTo, detail.steps[13]?.fields.documentNumber]).toEqual(['2025-03-10', '2025-03-14', 'A0007'])
    expect(detail.steps[14]?.fields.votes).toMatchObject({ due: 30, present: 28, issued: 28, returned: 28, favour: 27, against: 1, abstain: 0, invalid: 0 })
    expect(await forms()).toEqual([['A0007', 'used', '张三乙']])
    expect((await must(office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('台账.csv', csv([header, line])), branchId: null }))).counts).toMatchObject({ same: 1 })
    await must(undoLast())
    expect(await forms()).toEqual([['A0007', 'unused', '']])
    await bringCsv([header, line.with(7, 'B0001')])
    expect(await forms()).toEqual([['A0007', 'unused', ''], ['B0001', 'used', '张三乙']])
    await must(undoLast())
    expect((await forms())[1]).toEqual(['B0001', 'unused', ''])
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })

  test('已登记的人:表里写着延长预备期的记上一次,再导一次没有变化,撤销后没有延长', async () => {
    const header = ['姓名', '身份证号', '所在支部', '支部大会通过日期', '延长预备期至']
    await bringCsv([header, ['张三乙', madeIdNumber(1), BRANCH, '2025-03-01', '']])
    const id = (await board())[0]?.id ?? ''
    const line = ['张三乙', madeIdNumber(1), BRANCH, '2025-03-01', '2026-09-01']
    const seen = await bringCsv([header, line])
    expect(seen.rows[0]).toMatchObject({ status: 'changed', changes: [{ column: '延长预备期至', before: '', after: '2026-09-01' }] })
    const events = async () => (await must(office.api.development.get({ id }))).events.map(({ kind, untilDay }) => [kind, untilDay])
    expect(await events()).toEqual([['extended', '2026-09-01']])
    expect((await must(office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('台账.csv', csv([header, line])), branchId: null }))).counts).toMatchObject({ same: 1 })
    expect((await must(office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('台账.csv', csv([header, line.with(4, '2026-12-01')])), branchId: null }))).rows.map((row) => [row.status, ...problems(row)])).toEqual([['refused', '延长预备期至 event_unsuitable']])
    await must(undoLast())
    expect(await events()).toEqual([])
    expect(await must(office.api.audit.verify({ externalHead: '' }))).toMatchObject({ sound: true, altered: [] })
  })

  test('撤销:之后又办了一步的,一条也不撤', async () => {
    await bring([person(1, { 申请入党时间: '2026-01-05' })])
    const detail = async () => must(office.api.development.get({ id: (await board())[0]?.id ?? '' }))
    const { id, steps } = await detail()
    const talk = steps[1]
    if (talk === undefined) throw new Error('no step')
    await must(office.api.development.saveStep({ personId: id, step: 2, rev: null, state: 'draft', fields: { ...talk.fields, startedOn: '2026-01-20' } }))
    expect(await undoLast()).toMatchObject({ ok: false, error: { code: 'IMPORT_CHANGED_SINCE', data: { changed: 1 } } })
  })

  test('名册上的预备党员接上,不再造一个;正式党员不用登记', async () => {
    const roster = csv([['姓名', '身份证号', '人员类别', '入党日期', '转正日期', '所在支部'], ['张三乙', madeIdNumber(1), '预备', '2026-03-01', '', BRANCH], ['张三丙', madeIdNumber(2), '正式', '2016-03-01', '2017-03-01', BRANCH]])
    await office.bring('名册.csv', roster)
    const seen = await bring([person(1, { 类别: '预备党员' }), person(2, { 申请入党时间: '2014-01-01' })])
    expect(seen.rows.map(({ status }) => status)).toEqual(['new', 'same'])
    const [row] = await board()
    expect([row?.stage, row?.admittedOn]).toEqual(['confirmation', '2026-03-01'])
    expect((await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 10 }))).counts.total).toBe(2)
  })
})

test('模板:二十五步都有一列,填了就能导入', async () => {
  const { file } = await must(office.api.imports.template({ kind: 'candidates' }))
  const seen = await office.api.imports.preview({ kind: 'candidates', file: office.core.files.accept('模板.xlsx', new Uint8Array(office.core.files.read(file.ticket))), branchId: null })
  expect(seen).toMatchObject({ ok: false, error: { code: 'NO_ROWS' } })
})
