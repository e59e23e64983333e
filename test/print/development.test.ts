import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBrowserPrinter, type BrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { idNumberOf } from '../support/office.ts'
import { readPdf } from '../support/read-pdf.ts'

const RENDERER = join(import.meta.dirname, '..', '..', 'out', 'renderer')
let printer: BrowserPrinter
let test: TestCore
let branchId: string
beforeAll(async () => {
  printer = createBrowserPrinter(RENDERER)
  test = await makeCore({ printer })
  branchId = await branchWithMembers(test, ['王建国'])
})
afterAll(async () => {
  test.close()
  await printer.close()
})
const bytesOf = (name: string, ticket: string): Uint8Array => {
  const bytes = test.core.files.take(ticket)?.bytes ?? new Uint8Array()
  mkdirSync(join(RENDERER, '..', 'screenshots'), { recursive: true })
  writeFileSync(join(RENDERER, '..', 'screenshots', `${name}.pdf`), bytes)
  return bytes
}
const plain = (text: string): string => text.replaceAll(/\s+/g, '')

it('全程记实表:A4,五个阶段二十五步都在,证号遮着', async () => {
  const idNumber = idNumberOf('1998-05-06', 21)
  const person = await must(test.api.development.add({ fields: { branchId, name: '㛃䶮新', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '炉前工', note: '', firstStep: 1, transferredInOn: null, idNumber, mobile: '' }, appliedOn: '2026-10-08' }))
  const made = await must(test.api.development.printRecord({ personId: person.id }))
  const pdf = await readPdf(bytesOf('development-record', made.file.ticket))
  expect(pdf.pages).toBe(made.pages)
  const text = plain(pdf.pageTexts.join(''))
  for (const words of ['发展党员工作全程记实表', '㛃䶮新', '一、申请入党', '五、预备党员的教育考察和转正', '25.材料归档', '2026-10-08']) expect(text).toContain(words)
  expect(text).not.toContain(idNumber)
  for (const size of pdf.sizes) expect(Math.abs(size.width - 594.96)).toBeLessThan(1)
})

it('介绍信三联:一张 A4,存根、介绍信、回执,编号骑缝,写明党费与有效期', async () => {
  const { rows } = await must(test.api.members.list({ organisationId: branchId, search: '', memberType: null, offset: 0, limit: 5 }))
  const letter = await must(test.api.transfers.startOut({ memberId: rows[0]?.id ?? '', toBranchId: null, fields: { scope: 'nationwide', number: '', name: '王建国', memberType: 'full', fromName: '', toTitle: '某市委组织部', toName: '某公司党委', reason: '', duesPaidUntil: '2026-10', validDays: 30, issuedOn: null, handledBy: '李敏', note: '' } }))
  expect(await test.api.transfers.print({ id: letter.id })).toMatchObject({ error: { code: 'NOTHING_TO_PRINT' } })
  const issued = await must(test.api.transfers.issue({ id: letter.id, rev: letter.rev, issuedOn: '2026-11-20' }))
  const made = await must(test.api.transfers.print({ id: issued.id }))
  const pdf = await readPdf(bytesOf('transfer-letter', made.file.ticket))
  expect(pdf.pages).toBe(1)
  const text = plain(pdf.pageTexts.join(''))
  for (const words of ['介绍信存根', '党员组织关系介绍信回执联', '第2026001号', '某市委组织部：', '党费已交到2026年10月', '有效期30天（至2026年12月20日）', '炼铁作业区党支部']) expect(text).toContain(words)
})
