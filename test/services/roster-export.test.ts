import { afterEach, beforeEach, expect, it } from 'vitest'
import { runReader } from '../../electron/import-worker/run-reader.ts'
import { DEFAULT_COLUMNS, WHOLE_ROSTER } from '../../shared/model/member-columns.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../support/make-core.ts'
import { idNumberOf, memberFields } from '../support/office.ts'

let test: TestCore
let branchId = ''
const idNumber = idNumberOf('1976-03-12', 11)
beforeEach(async () => {
  test = await makeCore()
  const root = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
  branchId = (await must(test.api.organisations.add({ parentId: root, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production' }))).id
  await must(test.api.members.add({ fields: memberFields(branchId, { name: '=cmd|王建国', idNumber, mobile: '13812345678', address: '红旗街 5 号' }) }))
})
afterEach(() => test.close())
const query = { query: WHOLE_ROSTER, columns: [...DEFAULT_COLUMNS, 'idNumber' as const, 'mobile' as const], purpose: '上报上级' }
const textOf = async (file: { ticket: string }): Promise<string> => {
  const held = test.core.files.take(file.ticket)
  if (held === null) throw new Error('no file')
  return JSON.stringify(await runReader(Uint8Array.from(held.bytes), 'roster.xlsx', { signal: new AbortController().signal }))
}

it('缺省遮着:表里没有原值,有用途和经手人;审计里没有原值', async () => {
  const { file, rows } = await must(test.api.members.exportList(query))
  expect(rows).toBe(1)
  const text = await textOf(file)
  expect(text).not.toContain(idNumber)
  expect(text).not.toContain('13812345678')
  expect(text).toContain('=cmd|王建国')
  expect(text).toContain('上报上级')
  expect(text).toContain(TEST_PERSON.displayName)
})
it('不遮的要口令和理由;没有人可导出时说清楚', async () => {
  expect(await test.api.members.exportFull(query)).toMatchObject({ ok: false, error: { code: 'CONFIRMATION_REQUIRED' } })
  const { file } = await must(test.api.members.exportFull(query, { confirm: { reason: '年报', password: TEST_PERSON.password } }))
  expect(await textOf(file)).toContain(idNumber)
  expect(await test.api.members.exportList({ ...query, query: { ...WHOLE_ROSTER, search: '没有这个人' } })).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_PRINT' } })
})
