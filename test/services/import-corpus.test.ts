import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCorpus } from '../support/import-corpus.ts'
import { IMPORT_CORPUS_EXPECTED } from '../support/import-corpus-expected.ts'
import { makeRosterOffice, type RosterOffice } from '../support/roster-office.ts'

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
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
