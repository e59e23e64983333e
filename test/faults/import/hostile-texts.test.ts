import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rosterVocabulary } from '../../../electron/data/header-synonyms/roster-vocabulary.ts'
import { readWorkbook } from '../../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../../electron/import-worker/sheet-sink.ts'
import { compareKey } from '../../../electron/domain/roster/clean-text.ts'
import type { ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import { PAYLOADS } from '../../fixtures/attacks/payloads.ts'
import { figure } from '../../support/faults/amount.ts'
import { bookFile, BRANCH, HEADER, person, rosterSheet, sheetOf, withSheet } from '../../support/malformed/book.ts'
import { letReadersStartFast } from '../../support/malformed/quick-readers.ts'
import { must } from '../../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../../support/roster-office.ts'

letReadersStartFast()

const TEXTS = PAYLOADS.map(({ text }) => text)
/** 名字、正文里不许有的:控制符、变向与零宽字符、半个字符。 */
const UNSAFE = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u3164\u115f]|\p{Cs}/u
/** 没有看不见的字符、没有成串空白的,一个字也不许改。 */
const isPlain = (text: string): boolean => !UNSAFE.test(text) && !/\s\s|[^\S ]|^\s|\s$|\p{Cf}|\p{Cn}|[\ufe00-\ufe0f]/u.test(text)
const isBlank = (text: string): boolean => rosterVocabulary.blanks.has(compareKey(text)) || compareKey(text) === ''

let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
})
afterAll(() => office.close())

const members = async () => (await must(office.api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 20_000 }))).rows
const requireSaidSafely = (row: ImportPreviewRow): void => {
  for (const reason of row.reasons) expect([reason.column, reason.message].some((text) => UNSAFE.test(text)), JSON.stringify(reason)).toBe(false)
  if (row.status === 'refused') expect(row.reasons.length).toBeGreaterThan(0)
}

test('恶意文字不少于 200 条', () => expect(TEXTS.length).toBeGreaterThanOrEqual(200))

describe('F33 恶意文字经导入:原样当文字存下,或说明理由拒收;名字里没有看不见的字符', () => {
  test.each([['所在党支部', 'branch_unknown'], ['人员类别', 'member_type_unreadable'], ['公民身份号码', 'id_'], ['加入党组织日期', 'date_unreadable']] as const)('%s:认不出就拒收,说明里没有看不见的字符', async (header, code) => {
    const before = (await members()).length
    // 「①」之类归一之后恰是代码表里的代码,读得懂。
    const isCode = (text: string): boolean => rosterVocabulary.memberTypes.has(compareKey(text)) || rosterVocabulary.membershipStates.has(compareKey(text))
    const texts = TEXTS.filter((text) => !isBlank(text) && !isCode(text))
    const preview = await must(office.preview('a.xlsx', withSheet(sheetOf([[...HEADER], ...texts.map((text, index) => person(5 * TEXTS.length + index, { [header]: text }))]))))
    for (const row of preview.rows) {
      requireSaidSafely(row)
      expect(row.reasons.some((reason) => reason.code.startsWith(code) || reason.code === 'text_too_long' || (reason.code === 'date_in_future' && header === '加入党组织日期')), JSON.stringify(row)).toBe(true)
    }
    expect((await members()).length).toBe(before)
  })

  test('表头:认不得的列说一声,不影响其余', async () => {
    const headers = [...new Map(TEXTS.map((text) => [compareKey(text.slice(0, 200)), text])).values()].filter((text) => !isBlank(text))
    for (let from = 0; from < headers.length; from += 150) {
      const some = headers.slice(from, from + 150)
      const preview = await must(office.preview('a.xlsx', withSheet(sheetOf([[...HEADER, ...some], [...person(22_005), ...some.map(() => 'x')]]))))
      expect(preview.rows.map((row) => [row.status, ...row.reasons.map((reason) => `${reason.code} ${reason.column}`)])).toEqual([['new', expect.stringContaining('column_ignored'), 'birth_from_id 出生日期']])
      for (const { header, field } of preview.columns) expect(UNSAFE.test(header) || (!(HEADER as readonly string[]).includes(header) && field !== null), header).toBe(false)
      for (const row of preview.rows) requireSaidSafely(row)
    }
  })

  test('表名、文件名', async () => {
    const some = TEXTS.filter((_, index) => index % 8 === 0)
    const preview = await must(office.preview('a.xlsx', bookFile({ sheets: some.map((name, index) => ({ name: name.replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Cs}]/gu, ''), xml: sheetOf([[...HEADER], person(22_010 + index)]) })) })))
    expect(preview.counts).toMatchObject({ total: some.length, refused: 0 })
    for (const row of preview.rows) expect(row.sheet === '' || UNSAFE.test(row.sheet), row.sheet).toBe(false)
    for (const name of some) {
      const collector = createSheetCollector()
      const held = office.core.files.accept(`${name}.csv`, Buffer.from('x'))
      await readWorkbook(Buffer.from(`${HEADER.join(',')}\n`), held.name, collector.add)
      expect(collector.sheets.some((sheet) => sheet.name === '' || UNSAFE.test(sheet.name)), held.name).toBe(false)
    }
  })

  test('CSV:引号里的恶意文字', async () => {
    const texts = TEXTS.filter((text) => !text.includes('\0'))
    const lines = texts.map((text, index) => [...person(6 * TEXTS.length + index, { 姓名: `乙${String.fromCodePoint(0x4e00 + index)}` }).slice(0, 9), `"${text.replaceAll('"', '""')}"`].join(','))
    const preview = await must(office.preview('a.csv', Buffer.from(`${HEADER.join(',')}\n${lines.join('\n')}\n`)))
    expect(preview.counts.total).toBe(texts.length)
    for (const row of preview.rows) requireSaidSafely(row)
    expect(preview.rows.filter((row) => row.status === 'refused').every((row) => row.reasons[0]?.code === 'text_too_long')).toBe(true)
  })

  test.each([['备注', 'note', 0], ['工作岗位', 'post', 1], ['工号', 'workNumber', 2]] as const)('%s', async (header, field, batch) => {
    const first = batch * TEXTS.length
    const preview = await office.bring('a.xlsx', withSheet(sheetOf([[...HEADER.slice(0, 9), header], ...TEXTS.map((text, index) => [...person(first + index, { 姓名: `甲${String.fromCodePoint(0x4e00 + first + index)}` }).slice(0, 9), text])])))
    expect(preview.counts.total).toBe(TEXTS.length)
    const stored = new Map(await Promise.all((await members()).map(async (member) => [member.name, (await must(office.api.members.get({ id: member.id }))).fields[field]] as const)))
    let kept = 0
    for (const [index, text] of TEXTS.entries()) {
      const row = preview.rows[index]
      if (row === undefined) throw new Error('a row is missing')
      requireSaidSafely(row)
      const found = stored.get(row.name)
      if (row.status === 'refused') {
        expect([text.slice(0, 40), found, row.reasons[0]?.code]).toEqual([text.slice(0, 40), undefined, 'text_too_long'])
        continue
      }
      kept += 1
      expect(UNSAFE.test(found ?? ''), JSON.stringify(found)).toBe(false)
      if (isBlank(text)) expect(found).toBe('')
      else if (isPlain(text)) expect(found).toBe(text)
    }
    figure('F33', header, `${TEXTS.length} 条,${kept} 条当文字存下,${TEXTS.length - kept} 条因太长拒收`)
  })

  test('姓名', async () => {
    const before = (await members()).length
    const first = 3 * TEXTS.length
    const preview = await office.bring('a.xlsx', withSheet(sheetOf([[...HEADER], ...TEXTS.map((text, index) => person(first + index, { 姓名: text }))])))
    expect(preview.counts.total).toBe(TEXTS.length)
    for (const row of preview.rows) requireSaidSafely(row)
    const names = (await members()).slice(before).map((member) => member.name)
    expect(names).toHaveLength(preview.acceptable)
    for (const name of names) {
      expect(UNSAFE.test(name), JSON.stringify(name)).toBe(false)
      // 总有看得见的字,不会像没填。
      expect(name.replaceAll(/[\p{M}\p{Cf}\s]/gu, ''), JSON.stringify(name)).toMatch(/\p{L}/u)
    }
    figure('F33', '姓名', `${TEXTS.length} 条,${names.length} 条当名字存下,其余说明理由拒收`)
  })

  test('存了这些之后,库仍完好:再导入一份好名册,一条不少', async () => {
    const before = (await members()).length
    await office.bring('a.xlsx', withSheet(rosterSheet([{ 公民身份号码: person(12_345)[1] ?? '', 所在党支部: BRANCH, 性别: null }])))
    expect((await members()).length).toBe(before + 1)
  })
})
