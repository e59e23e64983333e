import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupEntry } from '../../electron/store/backup/list-backups.ts'
import { encodeManifest, readManifest, sealManifest, type Manifest } from '../../electron/store/backup/manifest.ts'
import { discardRestore, prepareRestore, swapIn, type RestoreRequest } from '../../electron/store/backup/restore-backup.ts'
import { settleInterruptedRestore } from '../../electron/store/backup/settle-interrupted-restore.ts'
import { takeBackup, takeBackupBeforeOpen } from '../../electron/store/backup/take-backup.ts'
import { createKeySlots } from '../../electron/store/keys/key-slots.ts'
import { personSlot, readKeyring, readSlot, removeSlot, replaceSlot } from '../../electron/store/keys/keyring.ts'
import { LATEST_VERSION } from '../../electron/store/migrate.ts'
import { openStore, type Store } from '../../electron/store/open-store.ts'
import { readStoreHealth } from '../../electron/store/store-health.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { workspacePaths, type WorkspacePaths } from '../../electron/store/workspace-folder.ts'
import { committerOf, makeOffice, putBlob, rowsOf, sealedKeys, WORKSPACE } from '../support/backup-office.ts'
import { makeOldOffice } from '../support/backup-old-office.ts'
import { openRaw } from '../support/raw-store.ts'
import { snapshot } from '../support/store-snapshot.ts'

const AT = new Date('2026-11-20T09:30:05').getTime()
let base = ''
let folder = ''
let store: Store | null = null
let key = Buffer.alloc(0)
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-restore-'))
  folder = join(base, 'workspace')
})
afterEach(() => {
  store?.close()
  store = null
  rmSync(base, { recursive: true, force: true })
})
const paths = (): WorkspacePaths => workspacePaths(folder)
/** 一个工作区,提交三次、备份一份、再提交两次。 */
const prepareOffice = async (options: Parameters<typeof makeOffice>[1] = {}): Promise<BackupEntry> => {
  const made = (store = makeOffice(folder, options))
  key = Buffer.from(made.key)
  const commit = committerOf(made)
  for (let turn = 0; turn < 3; turn += 1) commit()
  const entry = await take(AT)
  commit()
  commit()
  return entry
}
const take = (at: number, kind: 'manual' | 'before_restore' = 'manual'): Promise<BackupEntry> => {
  if (store === null) throw new Error('store?')
  return takeBackup({ paths: store.paths, key: store.key, into: store.paths.backups, kind, at, meta: { app: 't' } })
}
const close = (): void => {
  store?.close()
  store = null
}
const request = (backup: string, more: Partial<RestoreRequest> = {}): RestoreRequest => ({ backup, key, into: paths(), at: AT + 60_000, replace: true, ...more })
const codeOf = async (action: Promise<unknown> | (() => unknown)): Promise<{ readonly code: string; readonly data: unknown }> => {
  try {
    await (typeof action === 'function' ? action() : action)
  } catch (error) {
    if (error instanceof StoreError) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('expected a refusal')
}
/** 重写过的清单,封印还是原来的那个。 */
const withoutSeal = (manifest: Manifest): Omit<Manifest, 'seal'> => {
  const { seal: _, ...rest } = manifest
  return rest
}
const epochOf = (): number => {
  const opened = openStore(folder, { key })
  try {
    const { brokenAuditAt, integrity, foreignKeys } = readStoreHealth(opened)
    expect({ brokenAuditAt, integrity, foreignKeys }).toEqual({ brokenAuditAt: null, integrity: [], foreignKeys: [] })
    return opened.db.prepare('SELECT epoch FROM workspace').pluck().get() as number
  } finally {
    opened.close()
  }
}

describe('恢复', () => {
  it('开着就能备好,关了再换上;旧的整套留在 damaged;纪元加一;附带的事同一事务写进去', async () => {
    const entry = await prepareOffice()
    const stages: string[] = []
    const prepared = await prepareRestore(
      request(entry.folder, {
        onProgress: ({ stage }) => stages.push(stage),
        prepare: (db, { epoch, copy }) => db.prepare("INSERT INTO setting (name, body) VALUES ('restored', ?)").run(JSON.stringify({ epoch, from: copy.manifest.commitSeq })),
      }),
    )
    expect(prepared).toMatchObject({ epoch: 2, keysFrom: 'current', migrated: false, problems: [], lock: null })
    expect(stages).toEqual(['copying', 'checking'])
    expect((await codeOf(() => swapIn(prepared))).code).toBe('STORE_LOCKED')
    close()
    const old = snapshot(folder)
    const { damaged } = swapIn(prepared)
    expect(damaged).toBe(join(folder, 'damaged', '20261120-093105'))
    expect(readdirSync(damaged ?? '').toSorted()).toEqual(['baolei.db', 'head.mark'])
    const kept = snapshot(damaged ?? '')
    expect([kept['baolei.db'], kept['head.mark']]).toEqual([old['baolei.db'], old['head.mark']])
    expect(['restoring.part', 'restoring.ready', 'baolei.db-wal', 'head.mark'].map((name) => existsSync(join(folder, name)))).toEqual([false, false, false, false])
    expect(rowsOf(folder)).toBe(3)
    const opened = openStore(folder)
    expect(JSON.parse(opened.db.prepare("SELECT body FROM setting WHERE name = 'restored'").pluck().get() as string)).toEqual({ epoch: 2, from: 3 })
    opened.close()
    expect(epochOf()).toBe(2)
    // 再恢复一次同一份:纪元比出现过的都大。
    swapIn(await prepareRestore(request(entry.folder, { at: AT + 120_000 })))
    expect(epochOf()).toBe(3)
    // 别处(上级)知道的更大。
    swapIn(await prepareRestore(request(entry.folder, { at: AT + 180_000, knownEpoch: 40 })))
    expect(epochOf()).toBe(41)
  })

  it('库坏得打不开、旁边还有日志:都搬走,一样不少;纪元从保存记号和备份里知道', async () => {
    const entry = await prepareOffice()
    close()
    swapIn(await prepareRestore(request(entry.folder)))
    store = openStore(folder)
    committerOf(store)()
    close()
    writeFileSync(join(folder, 'baolei.db'), Buffer.alloc(40_960, 7))
    writeFileSync(join(folder, 'baolei.db-wal'), Buffer.alloc(500, 1))
    writeFileSync(join(folder, 'baolei.db-shm'), Buffer.alloc(500, 2))
    const { damaged } = swapIn(await prepareRestore(request(entry.folder, { at: AT + 120_000 })))
    expect(readdirSync(damaged ?? '').toSorted()).toEqual(['baolei.db', 'baolei.db-shm', 'baolei.db-wal', 'head.mark'])
    expect(readFileSync(join(damaged ?? '', 'baolei.db-wal'))).toEqual(Buffer.alloc(500, 1))
    expect(epochOf()).toBe(3)
    expect(rowsOf(folder)).toBe(3)
  })

  it('换之前做过核对过的备份、之后没有再改:旧文件不另外留;改过就留', async () => {
    const entry = await prepareOffice()
    const before = await take(AT + 30_000, 'before_restore')
    const prepared = await prepareRestore(request(entry.folder))
    close()
    expect(swapIn(prepared, { beforeRestore: before.folder })).toEqual({ damaged: null })
    expect(existsSync(join(folder, 'damaged', '20261120-093105'))).toBe(false)
    store = openStore(folder)
    const again = await take(AT + 90_000, 'before_restore')
    committerOf(store)()
    close()
    expect(swapIn(await prepareRestore(request(before.folder, { at: AT + 100_000 })), { beforeRestore: again.folder }).damaged).not.toBeNull()
    expect(rowsOf(folder)).toBe(5)
  })

  it('恢复到空的、还不存在的文件夹:库、钥匙、附件都齐;里面有东西就拒绝', async () => {
    store = makeOffice(folder, { sealed: await sealedKeys({ zhang: 'a' }) })
    key = Buffer.from(store.key)
    committerOf(store)()
    putBlob(folder, 'aa/photo', Buffer.alloc(5000, 3))
    const entry = await take(AT)
    const target = workspacePaths(join(base, 'deep', 'new'))
    const prepared = await prepareRestore(request(entry.folder, { into: target, replace: false }))
    expect(prepared).toMatchObject({ keysFrom: 'backup', epoch: 2 })
    expect(swapIn(prepared)).toEqual({ damaged: null })
    expect(existsSync(target.damaged)).toBe(false)
    expect(readFileSync(join(target.blobs, 'aa', 'photo'))).toEqual(Buffer.alloc(5000, 3))
    expect(readKeyring(target.keys)).toEqual(readKeyring(paths().keys))
    expect(rowsOf(target.folder, key)).toBe(1)
    expect((await codeOf(prepareRestore(request(entry.folder, { into: target, replace: false })))).code).toBe('STORE_EXISTS')
    const occupied = join(base, 'occupied')
    mkdirSync(occupied)
    writeFileSync(join(occupied, '照片.jpg'), 'x')
    expect((await codeOf(prepareRestore(request(entry.folder, { into: workspacePaths(occupied), replace: false })))).code).toBe('STORE_EXISTS')
    expect(readdirSync(occupied)).toEqual(['照片.jpg'])
  })

  it('目的地是别的工作区:拒绝,即使它坏得打不开(看保存记号)', async () => {
    const entry = await prepareOffice()
    close()
    const other = join(base, 'other')
    const theirs = makeOffice(other, { workspaceId: '019aa000-0000-7000-8000-0000000000bb' })
    committerOf(theirs)()
    theirs.close()
    const before = snapshot(other)
    expect((await codeOf(prepareRestore(request(entry.folder, { into: workspacePaths(other) })))).code).toBe('STORE_EXISTS')
    expect(snapshot(other)).toEqual(before)
  })

  it('从前版本的备份:在副本上升级以后换上;升不上去的,原来的一样不动', async () => {
    key = Buffer.from(makeOldOffice(folder, WORKSPACE))
    const entry = takeBackupBeforeOpen({ paths: paths(), key, into: paths().backups, kind: 'before_migration', at: AT, meta: { app: 't' } })
    const prepared = await prepareRestore(request(entry.folder))
    expect(prepared).toMatchObject({ migrated: true, epoch: 4 })
    swapIn(prepared)
    expect(epochOf()).toBe(4)
    const opened = openStore(folder)
    expect(opened.db.pragma('user_version', { simple: true })).toBe(LATEST_VERSION)
    opened.close()
    // 库里有升不上去的东西。
    const stuck = join(base, 'stuck')
    const stuckKey = makeOldOffice(stuck, WORKSPACE)
    const raw = openRaw(stuck)
    raw.exec('CREATE TABLE setting (name TEXT)')
    raw.close()
    const stuckPaths = workspacePaths(stuck)
    const bad = takeBackupBeforeOpen({ paths: stuckPaths, key: stuckKey, into: stuckPaths.backups, kind: 'before_migration', at: AT, meta: { app: 't' } })
    const before = snapshot(stuck)
    expect(await codeOf(prepareRestore(request(bad.folder, { key: stuckKey, into: stuckPaths })))).toEqual({ code: 'MIGRATION_FAILED', data: { step: '0020-safety' } })
    expect(snapshot(stuck)).toEqual(before)
  })

  it('备份坏了、钥匙不对、封印不对、比程序新、叫停、不要了:原来的一个字节不动,什么都不留', async () => {
    const entry = await prepareOffice()
    close()
    const before = snapshot(folder)
    const refused = async (expected: string, more: Partial<RestoreRequest> = {}, change: (copy: string) => void = () => undefined): Promise<void> => {
      const copy = join(base, 'copy')
      cpSync(entry.folder, copy, { recursive: true })
      change(copy)
      expect((await codeOf(prepareRestore(request(copy, more)))).code).toBe(expected)
      expect(snapshot(folder)).toEqual(before)
      rmSync(copy, { recursive: true })
    }
    await refused('BACKUP_DAMAGED', {}, (copy) => writeFileSync(join(copy, 'baolei.db'), readFileSync(join(copy, 'baolei.db')).fill(1, 4096, 4100)))
    await refused('BACKUP_DAMAGED', {}, (copy) => rmSync(join(copy, 'baolei.db')))
    await refused('BACKUP_NOT_FOUND', {}, (copy) => rmSync(join(copy, 'manifest.json')))
    await refused('STORE_KEY_WRONG', { key: Buffer.alloc(32, 1) })
    const reading = readManifest(entry.folder)
    if (!reading.ok) throw new Error('manifest?')
    const { seal: _, digest: __, keyCheck: ___, format: ____, version: _____, ...body } = reading.manifest
    await refused('BACKUP_DAMAGED', {}, (copy) => writeFileSync(join(copy, 'manifest.json'), encodeManifest({ ...reading.manifest, ...withoutSeal(sealManifest({ ...body, epoch: 7 }, key)) })))
    await refused('STORE_FROM_FUTURE', {}, (copy) => writeFileSync(join(copy, 'manifest.json'), encodeManifest(sealManifest({ ...body, schema: 990 }, key))))
    // 附带的事不成,原样传出它的错。
    const reason = Object.assign(new Error('不许'), { code: 'FORBIDDEN' })
    const forbid = (): never => {
      throw reason
    }
    await expect(prepareRestore(request(entry.folder, { prepare: forbid }))).rejects.toBe(reason)
    expect(snapshot(folder)).toEqual(before)
    const controller = new AbortController()
    const stopped = prepareRestore(request(entry.folder, { signal: controller.signal }))
    controller.abort(new Error('停'))
    await expect(stopped).rejects.toThrow('停')
    expect(snapshot(folder)).toEqual(before)
    discardRestore(await prepareRestore(request(entry.folder)))
    expect(snapshot(folder)).toEqual(before)
    const missing = join(base, 'missing', 'deep')
    expect((await codeOf(prepareRestore(request(join(base, 'nowhere'), { into: workspacePaths(missing), replace: false })))).code).toBe('BACKUP_NOT_FOUND')
    expect(existsSync(join(base, 'missing'))).toBe(false)
    expect(rowsOf(folder)).toBe(5)
  })

  it('别的进程、自己另一处正开着:备不了也换不上', async () => {
    const entry = await prepareOffice()
    close()
    const prepared = await prepareRestore(request(entry.folder))
    expect((await codeOf(() => openStore(folder))).code).toBe('STORE_LOCKED')
    discardRestore(prepared)
    expect(rowsOf(folder)).toBe(5)
  })
})

describe('恢复以后用谁的钥匙', () => {
  const slots = createKeySlots({ scryptLogN: 2 })
  const opensWith = async (name: string, password: string): Promise<boolean> => {
    const keyring = readKeyring(paths().keys)
    const entry = keyring?.slots.find(({ slot }) => slot === personSlot(keyring, name))
    return entry !== undefined && (await slots.openWithPassword(readSlot(paths().keys, entry), password))?.key.equals(key) === true
  }

  it('现在的好好的:不动,离职的人的旧口令不会跟着回来', async () => {
    const entry = await prepareOffice({ sealed: await sealedKeys({ zhang: 'old', gone: 'secret' }) })
    const keyring = readKeyring(paths().keys)
    if (keyring === null) throw new Error('keyring?')
    const changed = replaceSlot(paths().keys, keyring, { kind: 'person', slot: personSlot(keyring, 'zhang'), bytes: await slots.sealWithPassword({ key, former: [] }, 'new') })
    removeSlot(paths().keys, changed, personSlot(keyring, 'gone'))
    close()
    const prepared = await prepareRestore(request(entry.folder))
    expect(prepared.keysFrom).toBe('current')
    expect(readdirSync(swapIn(prepared).damaged ?? '')).not.toContain('keys')
    expect([await opensWith('zhang', 'new'), await opensWith('zhang', 'old'), await opensWith('gone', 'secret')]).toEqual([true, false, false])
  })

  it('现在的坏了一个槽:从备份里补上一字不差的那个,别的口令照现在的', async () => {
    const entry = await prepareOffice({ sealed: await sealedKeys({ zhang: 'old', li: 'same' }) })
    const keyring = readKeyring(paths().keys)
    if (keyring === null) throw new Error('keyring?')
    const changed = replaceSlot(paths().keys, keyring, { kind: 'person', slot: personSlot(keyring, 'zhang'), bytes: await slots.sealWithPassword({ key, former: [] }, 'new') })
    close()
    const broken = changed.slots.find(({ slot }) => slot === personSlot(keyring, 'li'))?.file ?? ''
    writeFileSync(join(paths().keys, broken), 'broken')
    const prepared = await prepareRestore(request(entry.folder))
    expect(prepared.keysFrom).toBe('repaired')
    const { damaged } = swapIn(prepared)
    expect(readFileSync(join(damaged ?? '', 'keys', broken), 'utf8')).toBe('broken')
    expect([await opensWith('zhang', 'new'), await opensWith('li', 'same')]).toEqual([true, true])
    expect(rowsOf(folder, key)).toBe(3)
  })

  it('现在的钥匙簿丢了:用备份里的', async () => {
    const entry = await prepareOffice({ sealed: await sealedKeys({ zhang: 'old' }) })
    close()
    rmSync(join(folder, 'keys'), { recursive: true })
    expect((await codeOf(() => openStore(folder))).code).toBe('STORE_KEY_MISSING')
    const prepared = await prepareRestore(request(entry.folder))
    expect(prepared.keysFrom).toBe('backup')
    swapIn(prepared)
    expect(await opensWith('zhang', 'old')).toBe(true)
    expect(rowsOf(folder, key)).toBe(3)
  })

  it('备份里的钥匙打不开它自己的库,现在的也用不了:拒绝,原来的不动', async () => {
    store = makeOffice(folder, { sealed: await sealedKeys({ zhang: 'old' }) })
    key = Buffer.from(store.key)
    committerOf(store)()
    const keyring = readFileSync(paths().keyring)
    writeFileSync(paths().keyring, 'broken')
    const entry = await take(AT)
    expect(entry.manifest?.keyProblems).toEqual(['keyring:damaged'])
    writeFileSync(paths().keyring, keyring)
    close()
    rmSync(join(folder, 'keys'), { recursive: true })
    const before = snapshot(folder)
    expect(await codeOf(prepareRestore(request(entry.folder)))).toEqual({ code: 'BACKUP_DAMAGED', data: { problems: ['keys_incomplete'] } })
    expect(snapshot(folder)).toEqual(before)
  })
})

describe('附件', () => {
  it('丢了、坏了的从另一处的备份里补回;坏的那份留在 damaged;哪里都没有的说出来', async () => {
    store = makeOffice(folder)
    key = Buffer.from(store.key)
    for (const name of ['aa/lost', 'aa/broken', 'fine', 'nowhere']) putBlob(folder, name, Buffer.from(`内容 ${name}`))
    const stick = join(base, 'stick')
    mkdirSync(stick)
    const entry = await takeBackup({ paths: store.paths, key, into: stick, kind: 'second_place', at: AT, meta: { app: 't' } })
    close()
    rmSync(join(folder, 'blobs', 'aa', 'lost'))
    rmSync(join(folder, 'blobs', 'nowhere'))
    rmSync(join(entry.folder, 'blobs', 'nowhere'))
    writeFileSync(join(folder, 'blobs', 'aa', 'broken'), 'x')
    const fine = statSync(join(folder, 'blobs', 'fine')).ino
    const prepared = await prepareRestore(request(entry.folder))
    expect(prepared.problems).toEqual([{ code: 'blob_missing', file: 'blobs/nowhere' }])
    const { damaged } = swapIn(prepared)
    expect(['aa/lost', 'aa/broken', 'fine'].map((name) => readFileSync(join(folder, 'blobs', name), 'utf8'))).toEqual(['内容 aa/lost', '内容 aa/broken', '内容 fine'])
    expect(statSync(join(folder, 'blobs', 'fine')).ino).toBe(fine)
    expect(readFileSync(join(damaged ?? '', 'blobs', 'aa', 'broken'), 'utf8')).toBe('x')
  })
})

describe('断在半路(F17)', () => {
  it('每一步之后停下,都收拾得成旧的或新的;收拾几遍都一样', async () => {
    const entry = await prepareOffice()
    close()
    const original = join(base, 'original')
    cpSync(folder, original, { recursive: true })
    const reset = (): void => {
      rmSync(folder, { recursive: true, force: true })
      cpSync(original, folder, { recursive: true })
    }
    expect(settleInterruptedRestore(paths())).toBe('nothing')
    // 还没定:退回旧的。
    const prepared = await prepareRestore(request(entry.folder))
    prepared.lock?.release(true)
    const part = join(folder, 'restoring.part')
    const ready = join(folder, 'restoring.ready')
    cpSync(part, join(base, 'part'), { recursive: true })
    writeFileSync(join(base, 'part', 'plan.json'), JSON.stringify({ format: 'baolei-restore', aside: 'aside', keep: true }))
    expect(settleInterruptedRestore(paths())).toBe('undone')
    expect([existsSync(part), rowsOf(folder)]).toEqual([false, 5])
    // 定了:断在搬的每一步。
    const moves: readonly ((to: string) => void)[] = [
      () => undefined,
      (aside) => cpMove('baolei.db', aside),
      (aside) => cpMove('head.mark', aside),
      () => (cpSync(join(ready, 'baolei.db'), join(folder, 'baolei.db')), rmSync(join(ready, 'baolei.db'))),
      () => rmSync(join(ready, 'plan.json')),
    ]
    const cpMove = (name: string, aside: string): void => {
      mkdirSync(aside, { recursive: true })
      cpSync(join(folder, name), join(aside, name))
      rmSync(join(folder, name))
    }
    for (let stopped = 0; stopped < moves.length; stopped += 1) {
      reset()
      cpSync(join(base, 'part'), ready, { recursive: true })
      const aside = join(folder, 'damaged', 'aside')
      for (const move of moves.slice(0, stopped + 1)) move(aside)
      expect(settleInterruptedRestore(paths()), `step ${stopped}`).toBe('finished')
      expect(settleInterruptedRestore(paths())).toBe('nothing')
      expect(rowsOf(folder), `step ${stopped}`).toBe(3)
      expect(readFileSync(join(folder, 'damaged', 'aside', 'baolei.db'))).toEqual(readFileSync(join(original, 'baolei.db')))
    }
    // 计划读不出来:照样做完,旧的都留着。
    reset()
    cpSync(join(base, 'part'), ready, { recursive: true })
    writeFileSync(join(ready, 'plan.json'), '{"keep":fal')
    expect(settleInterruptedRestore(paths())).toBe('finished')
    expect(readdirSync(join(folder, 'damaged', 'interrupted-restore')).toSorted()).toEqual(['baolei.db', 'head.mark'])
    expect(basename(entry.folder)).toBe('20261120-093005-manual')
  })
})
