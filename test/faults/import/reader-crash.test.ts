import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runReader, type ReaderOptions } from '../../../electron/import-worker/run-reader.ts'
import { WorkbookRejected } from '../../../electron/import-worker/workbook-rejected.ts'
import { watchAnswers } from '../../support/malformed/watch-answers.ts'
import { goodBook } from '../../support/malformed/book.ts'
import { must } from '../../support/make-core.ts'
import { makeRosterOffice, type RosterOffice } from '../../support/roster-office.ts'

const folder = mkdtempSync(join(tmpdir(), 'baolei-crash-'))
let office: RosterOffice
beforeAll(async () => {
  office = await makeRosterOffice()
})
afterAll(() => {
  office.close()
  rmSync(folder, { recursive: true, force: true })
})

const NEVER = new AbortController().signal
const ONE_LINE = { organisationId: null, search: '', memberType: null, offset: 0, limit: 1 } as const
const READY = "import { parentPort, workerData } from 'node:worker_threads'; Atomics.store(workerData.started, 0, 1);"
let count = 0
/** 用别的程序当读文件的线程,演练它自己倒下。 */
const runWith = async (program: string, options: Partial<ReaderOptions> = {}): Promise<unknown> => {
  const path = join(folder, `reader-${count++}.mjs`)
  writeFileSync(path, program)
  return runReader(new Uint8Array(goodBook()), 'a.xlsx', { signal: NEVER, entry: pathToFileURL(path), ...options }).then(
    () => 'read',
    (error: unknown) => (error instanceof WorkbookRejected ? error.rejection : error),
  )
}
const DAMAGED = { code: 'FILE_DAMAGED', data: { sheet: '', row: 0 } }

test.each([
  ['抛出没料到的错', `${READY} throw new Error('boom')`, DAMAGED],
  ['抛出的不是错误', `${READY} throw null`, DAMAGED],
  ['没人接的失败承诺', `${READY} Promise.reject(new Error('boom'))`, DAMAGED],
  ['自己退出', `${READY} process.exit(3)`, DAMAGED],
  ['不声不响地结束', READY, DAMAGED],
  ['交不出去的东西', `${READY} parentPort.postMessage({ kind: 'rows', rows: () => 1 })`, DAMAGED],
  ['栈溢出', `${READY} const f = () => f() + 1; f()`, DAMAGED],
  ['死循环', `${READY} for (;;);`, { code: 'FILE_TOO_COMPLEX', data: { limit: 'time', most: 1 } }],
  ['一直不说话', `${READY} setInterval(() => undefined, 1000)`, { code: 'FILE_TOO_COMPLEX', data: { limit: 'time', most: 1 } }],
])('F21 读文件的线程%s:当作文件坏了或太大,有代码', async (_title, program, rejection) => {
  expect(await runWith(program, { milliseconds: rejection.code === 'FILE_TOO_COMPLEX' ? 1_000 : 20_000 })).toEqual(rejection)
})

test('F21 线程一开头就倒下(程序缺了文件):不怪文件,原样上报', async () => {
  expect(await runWith("import './no-such-file.mjs'")).toMatchObject({ code: 'ERR_MODULE_NOT_FOUND' })
})

test('F21 线程把内存用光:这一份拒收,核心照常应答,接着还能导入', async () => {
  const watch = watchAnswers(() => office.api.members.list(ONE_LINE))
  const outcome = await runWith(`${READY} const kept = []; for (;;) kept.push(Array.from({ length: 1e5 }, (_, index) => ({ index })))`, { heapMegabytes: 32 })
  const slowest = await watch.stop()
  expect(outcome).toEqual({ code: 'FILE_TOO_COMPLEX', data: { limit: 'memory', most: 32 } })
  expect(slowest).toBeLessThan(2_000)
  expect((await must(office.preview('a.xlsx', goodBook()))).counts).toMatchObject({ total: 3, new: 3 })
})

test('F30 读到一半取消:线程停掉,什么也不留', async () => {
  const controller = new AbortController()
  const pending = runWith(`${READY} setInterval(() => undefined, 1000)`, { signal: controller.signal })
  setTimeout(() => controller.abort(new Error('stop')), 200)
  expect(await pending).toMatchObject({ message: 'stop' })
  expect(await runWith(READY, { signal: AbortSignal.abort(new Error('before')) })).toMatchObject({ message: 'before' })
  expect((await must(office.api.members.list(ONE_LINE))).counts.total).toBe(0)
})

test('预览只留最近几次:更早的连文件一起丢掉', async () => {
  const [first, ...others] = [1, 2, 3, 4].map(() => office.core.files.accept('a.xlsx', goodBook()))
  if (first === undefined) throw new Error('no file')
  const { previewId } = await must(office.api.imports.preview({ kind: 'members', file: first, branchId: null }))
  for (const file of others) await must(office.api.imports.preview({ kind: 'members', file, branchId: null }))
  expect(await office.api.imports.commit({ previewId, skipRefused: false })).toMatchObject({ ok: false, error: { code: 'PREVIEW_EXPIRED' } })
  expect(await office.api.imports.preview({ kind: 'members', file: first, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
})

test('读不了的文件不留在程序的临时文件夹里;读得了的留到写入', async () => {
  const bad = office.core.files.accept('a.xlsx', Buffer.from('%PDF-1.7'))
  expect(await office.api.imports.preview({ kind: 'members', file: bad, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WORKBOOK' } })
  expect(await office.api.imports.preview({ kind: 'members', file: bad, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
  const good = office.core.files.accept('a.xlsx', goodBook())
  for (let again = 0; again < 6; again += 1) expect((await must(office.api.imports.preview({ kind: 'members', file: good, branchId: null }))).counts.total).toBe(3)
})
