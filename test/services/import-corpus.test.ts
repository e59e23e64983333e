import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCorpus } from '../support/import-corpus.ts'
import { CORPUS_PEOPLE } from '../support/import-corpus-registers.ts'
import { IMPORT_CORPUS_EXPECTED } from '../support/import-corpus-expected.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
  // 党费表里的人先在名册上;别的表里没有他们。
  const rows = CORPUS_PEOPLE.map(([name, index]) => [name, madeIdNumber(index), '正式', '1999-07-01', '2000-07-01', '铸造车间党支部'].join(','))
  await office.bring('名册.csv', new TextEncoder().encode(['姓名,身份证号,人员类别,入党日期,转正日期,所在支部', ...rows].join('\r\n')))
})
afterAll(() => office.close())

/** 告知性的、每份都有的不列。 */
const QUIET = new Set(['gender_from_id', 'birth_from_id', 'column_ignored'])

test('表不少于 60 份,各有该有的结论,没有多余的', () => {
  expect(importCorpus.length).toBeGreaterThanOrEqual(60)
  expect(Object.keys(IMPORT_CORPUS_EXPECTED).toSorted()).toEqual(importCorpus.map(({ title }) => title).toSorted())
})

test.each(importCorpus.map((file) => [file.title, file] as const))('%s', async (title, file) => {
  const reply = await office.api.imports.preview({ kind: file.kind, file: office.core.files.accept(file.name, new Uint8Array(await file.bytes())), branchId: file.intoBranch === true ? office.branch('铸造车间党支部') : null })
  const found = reply.ok ? reply.value.rows.map(({ row, status, reasons }) => [row, status, ...reasons.map(({ code }) => code).filter((code) => !QUIET.has(code))].join(' ')) : [reply.error.code]
  expect(found).toEqual(IMPORT_CORPUS_EXPECTED[title])
})
