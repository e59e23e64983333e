import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { branchWithMembers } from '../support/branch-with-members.ts'
import { BY_SELF } from '../support/audited-office.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { makeCore, must, type TestCore } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'

let test: TestCore
let personId = ''
const jpeg = (mark: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`扫描件${mark}`.repeat(40))])
const given = (name: string, bytes: Buffer, thumbnail: Buffer | null = jpeg('小样')) => ({ file: test.core.files.accept(name, bytes), thumbnail: thumbnail === null ? null : test.core.files.accept('t.jpg', thumbnail) })
const blobs = (): string[] => readdirSync(join(test.folder, 'workspace', 'blobs'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const sound = async (): Promise<boolean> => (await must(test.api.audit.verify({ externalHead: '' }))).sound
const document = { step: 1, kind: 'document' as const, name: '入党申请书', documentNumber: '', datedOn: '2026-10-08', note: '' }
const only = async () => {
  const [found] = (await must(test.api.development.get({ id: personId }))).documents
  if (found === undefined) throw new Error('no document')
  return found
}
const own = async () => {
  const { id, rev } = await only()
  return { personId, document: { id, rev } }
}

beforeEach(async () => {
  test = await makeCore()
  const branchId = await branchWithMembers(test, ['王建国'])
  const person = await must(test.api.development.add({ fields: { branchId, name: '周新', gender: '1', ethnicity: '01', birthDate: '1998-05-06', education: '21', post: '', note: '', firstStep: 1, transferredInOn: null, idNumber: null, mobile: null }, appliedOn: '2026-10-08' }))
  personId = person.id
})
afterEach(() => test.close())

it('附上、看、换、去掉:内容封着,后缀照内容,小样另取,看过记一笔,没人要的收走', async () => {
  await must(test.api.development.addDocument({ personId, document, attachment: given('申请书.html', jpeg('甲')) }))
  expect((await only()).attachment).toEqual({ fileName: '申请书.jpg', kind: 'image', size: jpeg('甲').length, lost: false })
  expect(blobs()).toHaveLength(2)
  const { id } = await only()
  const { thumbnails } = await must(test.api.development.thumbnails({ personId, step: 1 }))
  expect(thumbnails).toEqual([{ id, base64: jpeg('小样').toString('base64') }])
  const opened = await must(test.api.development.openDocument({ personId, document: { id } }))
  expect([opened.kind, opened.file.name, Buffer.from(test.core.files.take(opened.file.ticket)?.bytes ?? []).equals(jpeg('甲'))]).toEqual(['image', '申请书.jpg', true])
  const { rows } = await must(test.api.audit.search({ fromDay: null, toDay: null, kind: 'member_reveal', accountId: null, search: '', beforeSeq: null, limit: 10 }))
  expect(rows[0]).toMatchObject({ procedure: 'development.openDocument', table: 'development_document', recordId: id })
  await must(test.api.development.attachDocument({ ...(await own()), attachment: given('新的.pdf', Buffer.from('%PDF-1.7 内容'), null) }))
  expect([(await only()).attachment?.kind, blobs().length, await sound()]).toEqual(['pdf', 1, true])
  await must(test.api.development.detachDocument(await own()))
  expect([(await only()).attachment, blobs().length, await sound()]).toEqual([null, 0, true])
  await must(test.api.development.attachDocument({ ...(await own()), attachment: given('再附.jpg', jpeg('乙')) }))
  await must(test.api.development.removeDocument(await own()))
  expect([blobs().length, await sound()]).toEqual([0, true])
  const { entries } = await must(test.api.history.development({ id: personId, offset: 0 }))
  expect(entries.flatMap(({ changes }) => changes).some(({ label, to }) => label.includes('附件') && to === '新的.pdf')).toBe(true)
})

it.each([
  ['空的', () => Buffer.alloc(0), 'empty'],
  ['网页', () => Buffer.from('<html></html>'), 'kind'],
  ['太大', () => Buffer.concat([jpeg('甲'), Buffer.alloc(21 * 1024 * 1024)]), 'size'],
  ['带宏的', () => Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from('word/document.xml word/vbaProject.bin')]), 'macro'],
] as const)('%s不收,说得清,什么也不写', async (_name, bytes, reason) => {
  expect(await test.api.development.addDocument({ personId, document, attachment: given('文件.docx', bytes()) })).toMatchObject({ error: { code: 'ATTACHMENT_UNSUITABLE', data: { reason } } })
  expect([(await must(test.api.development.get({ id: personId }))).documents, blobs()]).toEqual([[], []])
})

it('文件没了说得出;别人的材料打不开;小样不像样的不要', async () => {
  await must(test.api.development.addDocument({ personId, document, attachment: given('申请书.jpg', jpeg('甲'), Buffer.from('<svg/>')) }))
  expect((await must(test.api.development.thumbnails({ personId, step: 1 }))).thumbnails).toEqual([])
  const { id } = await only()
  expect(await codeOf(test.api.development.openDocument({ personId, document: { id: personId } }))).toBe('NOT_FOUND')
  for (const path of blobs()) rmSync(path)
  expect([(await only()).attachment?.lost, await codeOf(test.api.development.openDocument({ personId, document: { id } })), await sound()]).toEqual([true, 'ATTACHMENT_LOST', false])
})

it('擦除不再发展的人:附件、文件名、它们的旧版本都没有了', async () => {
  await must(test.api.development.addDocument({ personId, document, attachment: given('周新的申请书.jpg', jpeg('甲')) }))
  await must(test.api.development.attachDocument({ ...(await own()), attachment: given('周新的思想汇报.jpg', jpeg('乙')) }))
  await must(test.api.development.recordEvent({ personId, event: { kind: 'terminated', onDay: '2026-11-01', untilDay: null, toStep: null, reason: '本人申请', documentNumber: '' } }))
  const { rev } = await must(test.api.development.get({ id: personId }))
  await must(test.api.development.erase({ id: personId, rev }, BY_SELF))
  expect([blobs(), (await only()).attachment, await sound()]).toEqual([[], null, true])
  const folder = join(test.folder, 'workspace')
  const db = openRaw(folder, await keyOf(folder))
  expect(db.prepare("SELECT count(*) FROM record_version WHERE table_name = 'development_document' AND body LIKE '%周新%'").pluck().get()).toBe(0)
  db.close()
})
