import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatedTable, type DatedTable } from '../../electron/store/dated-table.ts'
import { createOrganisationRepo } from '../../electron/store/repos/organisation-repo.ts'
import { makeOffice, type Office } from '../support/office.ts'

let office: Office
let names: DatedTable
beforeEach(() => {
  office = makeOffice()
  names = createDatedTable(office.scope.store.db, () => office.scope.ports.ids.next(), { table: 'organisation_name', key: 'organisation_id', values: ['name', 'short_name'] })
})
afterEach(() => office.close())

const rows = () => office.scope.store.db.prepare('SELECT name, from_day, to_day FROM organisation_name WHERE organisation_id = ? ORDER BY from_day').raw().all(office.root)
const rename = (name: string, day: string) => office.scope.write('organisation', 'test', (transaction) => names.set(transaction, office.root, office.root, { name, short_name: '' }, day))
const close = (day: string) => office.scope.write('organisation', 'test', (transaction) => names.close(transaction, office.root, day))
const on = (day: string) => createOrganisationRepo(office.scope.store.db).nameOn(office.root, day)

describe('带起止日期的行', () => {
  it('晚于现行起始日:旧行止于那天,另起一行', () => {
    expect(rename('乙', '2027-01-01')).toBe(true)
    expect(rows()).toEqual([
      ['测试单位党委', '2026-11-20', '2027-01-01'],
      ['乙', '2027-01-01', null],
    ])
  })
  it('不晚于现行起始日:更正,就地改', () => {
    rename('乙', '2026-11-20')
    expect(rows()).toEqual([['乙', '2026-11-20', null]])
    rename('丙', '2020-01-01')
    expect(rows()).toEqual([['丙', '2026-11-20', null]])
  })
  it('没有变化就不写', () => {
    expect(rename('测试单位党委', '2027-01-01')).toBe(false)
    expect(rows().length).toBe(1)
  })
  it.each([
    ['1990-01-01', '测试单位党委', '最早的记载向前延伸'],
    ['2026-11-20', '测试单位党委', '起始日当天'],
    ['2026-12-31', '测试单位党委', '改名前一天'],
    ['2027-01-01', '乙', '改名当天'],
    ['2030-05-05', '乙', '以后'],
  ])('%s 的名称是 %s(%s)', (day, expected) => {
    rename('乙', '2027-01-01')
    expect(on(day)).toBe(expected)
  })
  it('终止:止于那天;同一天又恢复原样,就撤销终止', () => {
    close('2027-01-01')
    expect(rows()).toEqual([['测试单位党委', '2026-11-20', '2027-01-01']])
    expect(close('2027-02-01')).toBe(false)
    rename('测试单位党委', '2027-01-01')
    expect(rows()).toEqual([['测试单位党委', '2026-11-20', null]])
  })
  it('终止一段时间以后再有,中间留空', () => {
    close('2027-01-01')
    rename('测试单位党委', '2027-06-01')
    expect(on('2027-03-01')).toBe('')
    expect(on('2027-06-01')).toBe('测试单位党委')
  })
  it('当天录入当天终止的不管任何一天,再录就地改,不会有两行同日起', () => {
    close('2026-11-20')
    expect(on('2026-11-20')).toBe('')
    expect(on('2020-01-01')).toBe('')
    rename('乙', '2026-11-20')
    expect(rows()).toEqual([['乙', '2026-11-20', null]])
  })
})
