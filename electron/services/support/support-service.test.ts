import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { supportContract } from '../../../shared/contract/support.contract.ts'
import { makeCore, must, TEST_PERSON, type TestCore } from '../../../test/support/make-core.ts'
import { memberFields, idNumberOf } from '../../../test/support/office.ts'
import { makeScope } from '../../../test/support/make-scope.ts'
import { unlock } from '../../../test/support/faults/data-key.ts'
import { createLeakScanner } from '../../../test/support/leak-scan.ts'
import { CANARIES, PERSON } from '../../../test/support/leaks/canaries.ts'
import { createFileLog } from '../../machine/file-log.ts'
import { createFileExchange, type FileExchange } from '../file-exchange.ts'
import { DeclaredFailure } from '../../rpc/handlers.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { readEngineFigures, readStoreFigures } from '../../store/support-figures.ts'
import { createWorkspaceScope } from '../workspace-scope.ts'
import { composeSupportBundle, placeOf, type SupportFacts } from './support-bundle.ts'
import { readMachineFacts } from './machine-facts.ts'
import { createSupportHandlers, type SupportParts } from './support-service.ts'

const AT = Date.parse('2026-11-20T01:00:00Z')
const context = { fail: (code: string, data: unknown): never => { throw new DeclaredFailure(code, data) } } as never

let files: FileExchange
let office: ReturnType<typeof makeScope>
beforeEach(() => {
  files = createFileExchange()
  office = makeScope()
})
afterEach(() => {
  files.close()
  office.close()
})
const handlers = (changes: Partial<SupportParts> = {}) =>
  createSupportHandlers({ ports: office.scope.ports, files, scope: () => office.scope, startError: () => null, health: () => null, backups: () => [], settings: () => ({ minimumLength: 10, idleMinutes: 10 }), ...changes })
const preview = async (support: ReturnType<typeof handlers>) => supportContract.preview.output.parse(await support.preview({}, context))

describe('先看后写', () => {
  it('写出的就是看到的,一字不差;看过一次写一次', async () => {
    const support = handlers()
    const shown = await preview(support)
    const { file } = await support.save({ digest: shown.digest }, context)
    const text = Buffer.from(files.read(file.ticket)).toString('utf8')
    expect(text).toBe(`${shown.sections.map(({ title, text }) => `【${title}】\n${text}`).join('\n\n')}\n`)
    expect(file.name).toMatch(/^堡垒支持包_\d{8}\.txt$/)
  })
  it('没看过、看的是旧的、摘要是编的:不写', async () => {
    const support = handlers()
    await expect(support.save({ digest: 'x' }, context)).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
    const first = await preview(support)
    // 情况变了,再看一遍:先前那份不认了。
    office.scope.store.db.prepare("INSERT INTO setting (name, body) VALUES ('x', '{}')").run()
    const second = await preview(support)
    expect(second.digest).not.toBe(first.digest)
    await expect(support.save({ digest: first.digest }, context)).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
    expect(await support.save({ digest: second.digest }, context)).toHaveProperty('file')
  })
  it('看过之后情况变了也不要紧:写的仍是看过的那一份', async () => {
    const support = handlers()
    const shown = await preview(support)
    office.scope.store.db.prepare("INSERT INTO setting (name, body) VALUES ('y', '{}')").run()
    const { file } = await support.save({ digest: shown.digest }, context)
    expect(Buffer.from(files.read(file.ticket)).toString('utf8')).toContain(shown.sections.find(({ title }) => title === '各表条数')?.text)
  })
  it('没配支持单位的公钥,写出的就是文字;配了就封起来,只有对方打得开,内容仍是看过的', async () => {
    const identity = await generateX25519Identity()
    const support = handlers({ recipient: await identityToRecipient(identity) })
    const shown = await preview(support)
    const { file } = await support.save({ digest: shown.digest }, context)
    const sealed = files.read(file.ticket)
    expect(file.name).toMatch(/\.txt\.age$/)
    expect(Buffer.from(sealed).toString('latin1')).toMatch(/^age-encryption\.org\/v1/)
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(await decrypter.decrypt(sealed, 'text')).toBe(`${shown.sections.map(({ title, text }) => `【${title}】\n${text}`).join('\n\n')}\n`)
  })
  it('没开工作区、启动没打开时也出得来,写明原因代码', async () => {
    const shown = await preview(handlers({ scope: () => null, startError: () => ({ code: 'STORE_BEHIND_MARK' }) }))
    const text = shown.sections.map(({ text }) => text).join('\n')
    expect(text).toContain('STORE_BEHIND_MARK')
    expect(text).toContain('没有打开工作区')
    expect(text).toMatch(/SQLite 3\.\d+\.\d+/)
  })
})

describe('没有个人信息', () => {
  let test: TestCore
  let config: string
  let store: Store
  beforeEach(async () => {
    test = await makeCore()
    config = mkdtempSync(join(tmpdir(), 'baolei-support-'))
    const top = (await must(test.api.organisations.tree({}))).nodes[0]?.id ?? ''
    const branch = await must(test.api.organisations.add({ parentId: top, kind: 'branch', name: PERSON.address, shortName: '', code: '001', category: 'production' }))
    await must(test.api.members.add({ fields: memberFields(branch.id, { ...PERSON }) }))
    await must(test.api.members.add({ fields: memberFields(branch.id, { name: '另一人', idNumber: idNumberOf('1980-01-01', 5) }) }))
    test.core.close()
    const folder = join(test.folder, 'workspace')
    const key = await unlock(folder)
    store = openStore(folder, key === undefined ? {} : { key })
  })
  afterEach(() => {
    store.close()
    test.close()
    rmSync(config, { recursive: true, force: true })
  })
  it('真的工作区里埋了假数据、日志里记了带假数据的错:支持包里一个也没有,机器名、用户名、路径也没有', async () => {
    const log = createFileLog(config, test.clock)
    log.write('error', 'procedure failed', { error: new Error(`${PERSON.name} ${PERSON.idNumber}`), path: 'members.save' })
    const ports = { ...test.ports, folders: { ...test.ports.folders, config } }
    const scope = createWorkspaceScope(store, ports, () => undefined)
    const shown = await preview(
      createSupportHandlers({
        ports,
        files,
        scope: () => scope,
        startError: () => ({ code: PERSON.name }),
        health: () => ({ integrity: [`row of ${PERSON.name}`], foreignKeys: [{ table: PERSON.name, count: 1 }], brokenAuditAt: 7, brokenVersionAt: null, altered: [{ table: 'member', count: 2 }], rows: 3, versions: 4, head: '', schemaVersion: 20, knownVersion: 20, sqliteVersion: '3' }),
        backups: () => [{ id: `/mnt/${PERSON.name}`, madeAt: AT, kind: PERSON.name, bytes: 5_000_000, verifiedAt: null, place: 'second', problems: ['file_missing', PERSON.idNumber] }],
        settings: () => ({ minimumLength: 10, [PERSON.name]: 3 }),
      }),
    )
    const text = shown.sections.map((section) => section.text).join('\n')
    expect(createLeakScanner(CANARIES).bytes('support', Buffer.from(text)).hits).toEqual([])
    for (const word of [hostname(), homedir(), test.folder, scope.name, TEST_PERSON.userName, TEST_PERSON.displayName, test.ports.machine]) expect(text, word).not.toContain(word)
    // 该有的都有。
    for (const wanted of ['procedure failed', 'members.save', 'file_missing', '审计链第一处断开 7', 'member 2', 'minimumLength 10', 'second 4.8 MB', 'person sound 1', 'recovery sound 1', 'one_office']) expect(text).toContain(wanted)
  })
  it('每张表的条数、审计按天计数与库里的相符', () => {
    const figures = readStoreFigures(store, test.clock.now())
    for (const { table, rows } of figures.tables) expect(store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(rows)
    expect(figures.tables.length).toBeGreaterThan(20)
    expect(figures.audit.reduce((sum, { count }) => sum + count, 0)).toBe(store.db.prepare('SELECT count(*) FROM audit_log').pluck().get())
    expect(figures.audit[0]).toMatchObject({ day: '2026-11-20' })
    expect(figures.pages * figures.pageSize).toBeGreaterThan(100_000)
  })
  it('口令槽丢了、坏了看得出', () => {
    const [lost = '', spoilt = ''] = readdirSync(store.paths.keys).filter((name) => name.endsWith('.age')).toSorted()
    rmSync(join(store.paths.keys, lost))
    writeFileSync(join(store.paths.keys, spoilt), 'x')
    expect(readStoreFigures(store, test.clock.now()).slots.map(({ state }) => state).toSorted()).toEqual(['damaged', 'missing'])
  })
})

describe('写成文字', () => {
  const facts: SupportFacts = { madeAt: AT, app: { version: '0.1.0', build: '0123456789ab' }, machine: readMachineFacts(), engine: readEngineFigures(), startErrorCode: null, workspace: null, health: null, backups: null, settings: {}, log: { lines: [], skipped: 0 } }
  it('同样的情况,同样的摘要;差一个字就不同', () => {
    expect(composeSupportBundle(facts).digest).toBe(composeSupportBundle(facts).digest)
    expect(composeSupportBundle({ ...facts, log: { lines: ['x'], skipped: 0 } }).digest).not.toBe(composeSupportBundle(facts).digest)
  })
  it('版本、构建号不像样的不写', () => {
    const { text } = composeSupportBundle({ ...facts, app: { version: PERSON.name, build: PERSON.idNumber } })
    expect(text).not.toContain(PERSON.name)
    expect(text).not.toContain(PERSON.idNumber)
  })
  it.each([
    ['/srv/wang/文档/党委', '/srv/wang', '~ 之下第 2 层'],
    ['/srv/wang', '/srv/wang', '~'],
    ['/srv/wangli/党委', '/srv/wang', '不在主文件夹里'],
    ['/mnt/党委', '/srv/wang', '不在主文件夹里'],
  ])('位置 %s → %s 的 %s', (folder, home, wanted) => expect(placeOf(folder, home)).toBe(wanted))
})
