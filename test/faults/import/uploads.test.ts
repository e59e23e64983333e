import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { createClient, type Client } from '../../../shared/rpc/client.ts'
import { createUuidV7 } from '../../../electron/services/system-ports.ts'
import { goodBook } from '../../support/malformed/book.ts'
import { wrongTypeFiles } from '../../support/malformed/wrong-types.ts'
import { matchesExpectation } from '../../support/malformed/judge-file.ts'
import { letReadersStartFast } from '../../support/malformed/quick-readers.ts'
import { makeHost, openSocket, type TestHost, type TestSocket } from '../../support/make-host.ts'
import { must } from '../../support/make-core.ts'

letReadersStartFast()

let host: TestHost
let socket: TestSocket
let api: Client<Contract>
let key = ''
beforeAll(async () => {
  host = await makeHost()
  key = await host.exchange()
  socket = await openSocket(host.host.origin, key)
  api = createClient(contract, socket, createUuidV7(() => Date.now()).next)
  await must(api.system.openSample({ path: join(host.folder, 'sample') }))
}, 120_000)
afterAll(async () => {
  socket.close()
  await host.close()
})

/** 与界面一样,经本机端口交一个文件。 */
const upload = async (name: string, bytes: Uint8Array): Promise<FileRef> => {
  const response = await fetch(`${host.host.origin}/files`, { method: 'POST', headers: { origin: host.host.origin, 'x-baolei-key': key, 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream' }, body: new Uint8Array(bytes) })
  expect(response.status).toBe(200)
  return (await response.json()) as FileRef
}
const total = async (): Promise<number> => (await must(api.members.list({ organisationId: null, search: '', memberType: null, offset: 0, limit: 1 }))).counts.total

describe('F24 经本机端口交进来的,凭内容认;不是表格的拒收,当场丢掉', () => {
  test('每一种都拒收,一行不写', async () => {
    const before = await total()
    for (const file of wrongTypeFiles.filter((_, index) => index % 3 === 0)) {
      const ref = await upload(file.fileName, await file.make())
      const result = await api.imports.preview({ kind: 'members', file: ref, branchId: null })
      const code = result.ok ? 'ok' : result.error.code
      expect([file.title, matchesExpectation(file.expected, code, [])]).toEqual([file.title, null])
      // 说一套做一套的名字也不行:换个扩展名再交,一样拒收。
      if (code.startsWith('FILE_') && code !== 'FILE_WPS_FORMAT') expect(await api.imports.preview({ kind: 'members', file: ref, branchId: null })).toMatchObject({ ok: false, error: { code: 'FILE_EXPIRED' } })
    }
    expect(await total()).toBe(before)
  }, 120_000)

  test('好名册换什么扩展名都读得了', async () => {
    for (const name of ['名册.xlsx', '名册.png', '名册', '名册.csv']) {
      const result = await api.imports.preview({ kind: 'members', file: await upload(name, goodBook()), branchId: null })
      expect(result.ok ? result.value.counts.total : result.error.code).toBe(3)
    }
  })
})
