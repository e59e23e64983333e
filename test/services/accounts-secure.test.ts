import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { createClient } from '../../shared/rpc/client.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { createKeyKeeper } from '../../electron/services/session/key-keeper.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { decideRestore } from '../../electron/store/backup/restore-place.ts'
import { connect } from '../../electron/store/cipher-connection.ts'
import { openStore } from '../../electron/store/open-store.ts'
import { writeSecuredCopy } from '../../electron/store/secured-copy.ts'
import { createWorkspaceRepo } from '../../electron/store/repos/workspace-repo.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { codeOf } from '../support/evaluation-calls.ts'
import { directTransport, must } from '../support/make-core.ts'
import { makeOpenOffice } from '../support/open-office.ts'
import { keyOf, openRaw, slotKey } from '../support/raw-store.ts'
import { freshPassword } from '../support/separated-office.ts'
import { snapshot } from '../support/store-snapshot.ts'

let test: Awaited<ReturnType<typeof makeOpenOffice>>
const cores: Core[] = []
const person = { userName: 'zhao', displayName: '赵丰年', password: freshPassword() }
beforeEach(async () => {
  test = await makeOpenOffice()
  await must(test.api.organisations.addCategory({ name: '设口令之前存的' }))
})
afterEach(() => {
  for (const core of cores.splice(0)) core.close()
  test.close()
})
const reopen = async () => {
  test.core.close()
  const core = createCore({ ports: test.ports, openAtStart: 'none' })
  cores.push(core)
  const api = createClient(contract, directTransport(core), () => test.ports.ids.next())
  return { api, opened: await api.system.openWorkspace({ path: test.path }) }
}
const namesIn = (path: string, key: string): unknown[] => {
  const raw = openRaw(path, key)
  try {
    return raw.prepare("SELECT name FROM branch_category").pluck().all()
  } finally {
    raw.close()
  }
}
/** 一份旧备份:带着不要口令的钥匙。 */
const oldBackup = (): string => {
  const backup = join(test.path, 'backups', '20261119-080000-day')
  mkdirSync(join(backup, 'keys'), { recursive: true })
  cpSync(join(test.path, 'keys', 'open.json'), join(backup, 'keys', 'open.json'))
  return backup
}

describe('给没设口令的工作区设口令', () => {
  it('换一把新钥匙:旧钥匙打不开,内容一样不少,登录着接着用;以后要口令', async () => {
    const former = slotKey(test.path)
    const { codes, openBackups } = await must(test.api.accounts.secure(person))
    expect(codes).toHaveLength(1)
    expect(openBackups).toBe(0)
    expect(await must(test.api.session.state({}))).toMatchObject({ phase: 'open', user: { userName: 'zhao', displayName: '赵丰年' }, idleMinutes: 10 })
    expect((await must(test.api.organisations.categories({}))).categories.map(({ name }) => name)).toContain('设口令之前存的')
    await must(test.api.organisations.addCategory({ name: '设口令之后存的' }))
    expect((await must(test.api.accounts.list({}))).accounts).toMatchObject([{ userName: 'zhao', grants: { length: 9 } }])

    const { api, opened } = await reopen()
    expect(opened).toMatchObject({ ok: true, value: { workspace: null, session: { phase: 'sealed' } } })
    expect(await codeOf(api.organisations.categories({}))).toBe('SIGN_IN_FIRST')
    await must(api.session.signIn({ userName: person.userName, password: person.password }))
    expect((await must(api.organisations.categories({}))).categories.map(({ name }) => name)).toEqual(expect.arrayContaining(['设口令之前存的', '设口令之后存的']))
    await must(api.system.closeWorkspace({}))

    expect(existsSync(join(test.path, 'keys', 'open.json'))).toBe(false)
    expect(() => namesIn(test.path, former)).toThrow(/not a database|file is encrypted/)
    const now = await keyOf(test.path, person)
    expect(now).not.toBe(former)
    expect(namesIn(test.path, now)).toContain('设口令之前存的')
    // 旧钥匙、旧库一个字节也不留;旧钥匙只封在槽里。
    const left = readdirSync(test.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const entry of left) expect(readFileSync(join(entry.parentPath, entry.name)).includes(former), entry.name).toBe(false)
    expect(readdirSync(test.path).filter((name) => name.startsWith('restoring'))).toEqual([])
    expect(existsSync(join(test.path, 'damaged')) ? readdirSync(join(test.path, 'damaged')) : []).toEqual([])
    const trial = await createKeyKeeper(2).tryPassword(test.path, person.userName, person.password, 0)
    expect(trial.kind === 'opened' && trial.bundle.former.map((key) => key.toString('hex'))).toEqual([former])
  })
  it('之后建的人、换的口令、恢复码,槽里都还带着旧钥匙:旧备份一直打得开', async () => {
    const former = slotKey(test.path)
    await must(test.api.accounts.secure(person))
    const newPassword = freshPassword()
    await must(test.api.session.changePassword({ currentPassword: person.password, newPassword }))
    const added = { userName: 'li', displayName: '李闻', password: freshPassword() }
    await must(test.api.accounts.add(added))
    const { codes } = await must(test.api.accounts.renewRecovery({}, { confirm: { reason: '换一张', password: newPassword } }))
    const keeper = createKeyKeeper(2)
    for (const { userName, password } of [{ ...person, password: newPassword }, added]) {
      const trial = await keeper.tryPassword(test.path, userName, password, 0)
      expect(trial.kind === 'opened' && trial.bundle.former.map((key) => key.toString('hex')), userName).toEqual([former])
    }
    expect((await keeper.openWithCode(test.path, codes[0] ?? ''))?.bundle.former.map((key) => key.toString('hex'))).toEqual([former])
  })
  it('说出还有几份旧备份不要口令就打得开;程序不动它们', async () => {
    const backup = oldBackup()
    const before = snapshot(backup)
    expect((await must(test.api.accounts.secure(person))).openBackups).toBe(1)
    expect(snapshot(backup)).toEqual(before)
  })
  it('凭恢复码也进得来', async () => {
    const { codes } = await must(test.api.accounts.secure(person))
    const { api } = await reopen()
    await must(api.session.recover({ code: codes[0] ?? '', userName: person.userName, newPassword: freshPassword() }))
  })
  it('审计接着原来的链,记下设了口令', async () => {
    await must(test.api.accounts.secure(person))
    const raw = openRaw(test.path, await keyOf(test.path, person))
    const rows = raw.prepare("SELECT kind, actor, role FROM audit_log WHERE procedure = 'accounts.secure'").all()
    expect(findBrokenAudit(raw)).toBeNull()
    raw.close()
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows) expect(row).toEqual({ kind: 'account', actor: 'built-in', role: 'system_admin' })
  })
})

describe('不成的时候,还是原来的样子', () => {
  const before = () => test.api.organisations.categories({})
  it('口令太弱、已经设过、示例', async () => {
    expect(await codeOf(test.api.accounts.secure({ ...person, password: '12345678' }))).toBe('PASSWORD_WEAK')
    expect(existsSync(join(test.path, 'restoring.part'))).toBe(false)
    expect(await codeOf(before())).toBe('ok')
    await must(test.api.accounts.secure(person))
    expect(await codeOf(test.api.accounts.secure(person))).toBe('NOT_EDITABLE')
    const sample = await makeOpenOffice({ kind: 'sample' })
    expect(await codeOf(sample.api.accounts.secure(person))).toBe('NOT_EDITABLE')
    sample.close()
  })
  it('抄副本时断电:下次打开收走副本,不要口令,内容都在', async () => {
    test.core.close()
    const store = openStore(test.path)
    const { codes: _codes, ...sealed } = await createKeyKeeper(2).sealNew([person], 1, [store.key])
    writeSecuredCopy(store, sealed, (copy) => createWorkspaceRepo(copy.db).secure())
    store.close()
    expect(existsSync(join(test.path, 'restoring.part', 'baolei.db'))).toBe(true)
    const { opened } = await reopen()
    expect(opened).toMatchObject({ ok: true, value: { workspace: { setup: 'open' }, session: { phase: 'open' } } })
    expect(existsSync(join(test.path, 'restoring.part'))).toBe(false)
  })
  it('换到一半断电(每一步都试):下次打开时做完,要口令;旧钥匙不留', async () => {
    test.core.close()
    const store = openStore(test.path)
    const former = slotKey(test.path)
    const { codes: _codes, ...sealed } = await createKeyKeeper(2).sealNew([person], 1, [store.key])
    writeSecuredCopy(store, sealed, (copy) => createWorkspaceRepo(copy.db).secure())
    store.close()
    const paths = workspacePaths(test.path)
    decideRestore(paths, 0, false)
    // 定下之后,按次序搬每一样之前各断一次:搬走旧库、换上新库、搬走旧钥匙。
    const stages = ['decided', 'old database aside', 'new database in', 'old keys aside']
    for (const [index, stage] of stages.entries()) {
      const place = join(test.folder, `stage-${index}`)
      cpSync(test.path, place, { recursive: true })
      const at = workspacePaths(place)
      const ready = join(place, 'restoring.ready')
      const aside = join(at.damaged, (JSON.parse(readFileSync(join(ready, 'plan.json'), 'utf8')) as { aside: string }).aside)
      if (index >= 1) {
        mkdirSync(aside, { recursive: true })
        renameSync(at.database, join(aside, 'baolei.db'))
      }
      if (index >= 2) renameSync(join(ready, 'baolei.db'), at.database)
      if (index >= 3) renameSync(at.keys, join(aside, 'keys'))
      expect(() => openStore(place), stage).toThrow('STORE_SEALED')
      const opened = openStore(place, { key: sealed.key })
      expect(opened.db.prepare('SELECT setup FROM workspace').pluck().get(), stage).toBe('one_office')
      opened.close()
      expect(existsSync(ready), stage).toBe(false)
      expect(existsSync(at.openSlot), stage).toBe(false)
      expect(existsSync(aside), stage).toBe(false)
      expect(() => connect(at, Buffer.from(former, 'hex'), { readonly: true, mustExist: true }).prepare('SELECT 1 FROM workspace').get(), stage).toThrow()
    }
  })
})
