import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosterVocabulary } from '../../electron/data/header-synonyms/roster-vocabulary.ts'
import type { SheetCell, SheetData } from '../../electron/domain/roster/sheet.ts'
import type { RosterField } from '../../electron/domain/roster/vocabulary.ts'
import { createOrganisationHandlers } from '../../electron/services/organisations-service.ts'
import { populateNewWorkspace } from '../../electron/services/populate-new-workspace.ts'
import { WHOLE } from '../../electron/rpc/access.ts'
import { checkRoster } from '../../electron/services/roster-import/check-roster.ts'
import { locateSheets } from '../../electron/services/import/locate-sheets.ts'
import { rosterRules } from '../../electron/services/roster-import/read-sheets.ts'
import { presentPreviewRow } from '../../electron/services/roster-import/present-row.ts'
import { createRosterWriter } from '../../electron/services/roster-import/write-roster.ts'
import { seed } from '../support/faults/amount.ts'
import { must } from '../support/make-core.ts'
import { makeScope, type TestScope } from '../support/make-scope.ts'
import { madeIdNumber } from '../support/roster-workbook.ts'

let office: TestScope
beforeAll(async () => {
  office = makeScope()
  const root = populateNewWorkspace(office.scope, '测试单位党委')
  const api = office.clientOf({ organisations: createOrganisationHandlers(office.scope) })
  for (const name of ['铸造车间党支部', '机加车间党支部']) await must(api.organisations.add({ parentId: root, kind: 'branch', name, shortName: '', code: '', category: null }))
})
afterAll(() => office.close())

const FIELDS = ['name', 'idNumber', 'gender', 'ethnicity', 'birthDate', 'education', 'memberType', 'joinedOn', 'regularOn', 'branch', 'post', 'address', 'note', 'partyGroup'] as const satisfies readonly RosterField[]
/** 只挑意思唯一的说法,两列不会争一个字段。 */
const synonyms = (field: RosterField): string[] => {
  const others = new Set((Object.keys(rosterVocabulary.headers) as RosterField[]).filter((other) => other !== field).flatMap((other) => [...rosterVocabulary.headers[other]]))
  return rosterVocabulary.headers[field].filter((word) => !others.has(word))
}
const NEVER = new AbortController().signal
const run = async (sheet: SheetData) => checkRoster(office.scope, await locateSheets([sheet], { ...rosterRules, recall: () => null }, NEVER), { branchId: null, access: WHOLE }, NEVER, () => undefined, (judged) => judged)

const maybe = (values: readonly SheetCell[]): fc.Arbitrary<SheetCell> => fc.constantFrom<SheetCell>(...values)
/** 一行:每个字段从好的、坏的、空的写法里挑。证号各行不同。 */
const personArbitrary = (index: number): fc.Arbitrary<Record<(typeof FIELDS)[number], SheetCell>> => {
  const idNumber = madeIdNumber(index)
  return fc.record({
    name: maybe([`党员${String.fromCodePoint(0x4e00 + index)}`, '沈　华春', '阿依古丽•买买提', null, '无']),
    idNumber: maybe([idNumber, idNumber, idNumber, ` ${idNumber.slice(0, 6)} ${idNumber.slice(6)}`, Number(idNumber.slice(0, 17)), `${idNumber.slice(0, 17)}#`, null, { kind: 'error', text: '#N/A' }]),
    gender: maybe(['男', '女', '1', null, '?']),
    ethnicity: maybe(['汉', '满族', '57', null]),
    birthDate: maybe([`${idNumber.slice(6, 10)}.${idNumber.slice(10, 12)}`, null, '1970-01-01', '早年']),
    education: maybe(['大学本科', '硕士研究生', '上过学', null]),
    memberType: maybe(['正式', '预备党员', null, '群众']),
    joinedOn: maybe(['2000-07-01', 36708, '2000年7月', '九八年夏天', null, '2031-01-01']),
    regularOn: maybe(['2001-07-01', '2001/7/1', null, '1999.01']),
    branch: maybe(['铸造车间党支部', '机加车间支部', '没有的支部', null]),
    post: maybe(['车工', '=1+1', null]),
    address: maybe(['<b>某街</b>', null]),
    note: maybe(['__proto__', 'a\u202eb', null]),
    partyGroup: maybe(['一组', '二组', null]),
  })
}
const rosterArbitrary = fc.integer({ min: 1, max: 12 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => personArbitrary(index))))

const sheetOf = (people: readonly Readonly<Record<string, SheetCell>>[], fields: readonly string[], headers: readonly string[], titles: readonly (readonly SheetCell[])[], extraAt: number | null): SheetData => {
  const withExtra = <T,>(row: readonly T[], value: T): T[] => (extraAt === null ? [...row] : [...row.slice(0, extraAt), value, ...row.slice(extraAt)])
  return {
    name: '表',
    hidden: false,
    is1904: false,
    rows: [...titles, withExtra<SheetCell>(headers, '家庭成员'), ...people.map((person) => withExtra<SheetCell>(fields.map((field) => person[field] ?? null), '某')), ['合计', `${people.length}人`]],
  }
}
/** 与列的位置、叫法无关的部分。 */
const verdicts = (rows: Awaited<ReturnType<typeof run>>, offset: number) =>
  rows.map((row) => ({
    row: row.reading.row - offset,
    status: row.status,
    fields: row.plan?.fields,
    findings: row.findings.filter((finding) => finding.code !== 'column_ignored').map((finding) => `${finding.field}:${finding.code}:${finding.severity}`).toSorted(),
  }))

test('列换位置、换叫法、上面加标题行、夹进别的列:结论不变', async () => {
  const layout = fc.record({
    order: fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length, maxLength: FIELDS.length }),
    names: fc.record(Object.fromEntries(FIELDS.map((field) => [field, fc.constantFrom(...synonyms(field))])) as Record<(typeof FIELDS)[number], fc.Arbitrary<string>>),
    titles: fc.array(fc.constantFrom<readonly SheetCell[]>(['某公司党员花名册'], ['填报单位:某党委', null, '2026年10月'], []), { maxLength: 5 }),
    extraAt: fc.option(fc.integer({ min: 0, max: FIELDS.length })),
  })
  await fc.assert(
    fc.asyncProperty(rosterArbitrary, layout, async (people, { order, names, titles, extraAt }) => {
      fc.pre(people.some((person) => Object.values(person).some((cell) => cell !== null && cell !== '无')))
      const plain = sheetOf(people, FIELDS, FIELDS.map((field) => rosterVocabulary.headers[field][0] ?? ''), [], null)
      const moved = sheetOf(people, order, order.map((field) => names[field]), titles, extraAt)
      expect(verdicts(await run(moved), titles.length)).toEqual(verdicts(await run(plain), 0))
    }),
    { numRuns: 400, seed },
  )
})

test('结论自洽:有拒收理由才拒收;读得通的行都合契约', async () => {
  await fc.assert(
    fc.asyncProperty(rosterArbitrary, async (people) => {
      const rows = await run(sheetOf(people, FIELDS, FIELDS.map((field) => rosterVocabulary.headers[field][0] ?? ''), [], null)).catch((error: { code?: string }) => (error.code === 'NO_ROWS' ? [] : Promise.reject(error as Error)))
      for (const row of rows) {
        expect(row.status === 'refused').toBe(row.findings.some((finding) => finding.severity === 'refuse'))
        expect(row.plan === null).toBe(row.status === 'refused' || row.status === 'same')
        const shown = presentPreviewRow(row)
        for (const reason of shown.reasons) expect(reason.message).not.toMatch(/undefined|null|NaN/)
      }
    }),
    { numRuns: 400, seed },
  )
})

test('任何一份名册,写入后再核对:收过的全没变,再写一次什么也不多', async () => {
  const write = createRosterWriter(office.scope)
  const count = (): unknown => office.scope.store.db.prepare('SELECT count(*) FROM member').pluck().get()
  await fc.assert(
    fc.asyncProperty(rosterArbitrary, async (people) => {
      const sheet = sheetOf(people, FIELDS, FIELDS.map((field) => rosterVocabulary.headers[field][0] ?? ''), [], null)
      const first = await run(sheet).catch(() => null)
      if (first === null) return
      const counts = { total: first.length, new: 0, changed: 0, same: 0, warned: 0, refused: 0 }
      await write({ fileHash: 'x', fileName: 'x.xlsx', counts, rows: first, access: WHOLE, signal: NEVER, onProgress: () => undefined })
      const stored = count()
      const second = await run(sheet)
      for (const [index, row] of second.entries()) if (first[index]?.status !== 'refused') expect([row.reading.row, row.status, row.changes]).toEqual([row.reading.row, 'same', []])
      await write({ fileHash: 'x', fileName: 'x.xlsx', counts, rows: second, access: WHOLE, signal: NEVER, onProgress: () => undefined })
      expect(count()).toBe(stored)
    }),
    { numRuns: 40, seed },
  )
})
