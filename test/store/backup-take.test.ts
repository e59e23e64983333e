import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../electron/store/migrations/index.ts'
import { createSteps, silentSteps, type Steps } from '../../electron/store/backup/backup-steps.ts'
import { findBackup } from '../../electron/store/backup/find-backup.ts'
import { listBackups, listPlace, recordVerification } from '../../electron/store/backup/list-backups.ts'
import { applyRetention } from '../../electron/store/backup/remove-backup.ts'
import { exportBackupInThread, findBackupInThread, isBackingUp, takeBackup, takeBackupBeforeOpen, verifyBackupInThread } from '../../electron/store/backup/take-backup.ts'
import { verifyBackup } from '../../electron/store/backup/verify-backup.ts'
import { writeBackup } from '../../electron/store/backup/write-backup.ts'
import { createKeySlots } from '../../electron/store/keys/key-slots.ts'
import { readKeyring, readSlot } from '../../electron/store/keys/keyring.ts'
import { openStore, type Store } from '../../electron/store/open-store.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { committerOf, makeOffice, putBlob, sealedKeys, WORKSPACE } from '../support/backup-office.ts'
import { makeOldOffice } from '../support/backup-old-office.ts'
import { openRaw } from '../support/raw-store.ts'
import { snapshot } from '../support/store-snapshot.ts'

const AT = new Date('2026-11-20T09:30:05').getTime()
const meta = { app: '0.0.0-test' }
let base = ''
let folder = ''
let store: Store | null = null
const open = (made: Store): Store => (store = made)
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-backup-'))
  folder = join(base, 'workspace')
})
afterEach(() => {
  store?.close()
  store = null
  rmSync(base, { recursive: true, force: true })
})
const own = (made: Store, at = AT) => takeBackup({ paths: made.paths, key: made.key, into: made.paths.backups, kind: 'manual', at, meta })
const codeOf = async (action: Promise<unknown>): Promise<string> => {
  try {
    await action
  } catch (error) {
    if (error instanceof StoreError) return error.code
    throw error
  }
  throw new Error('expected a refusal')
}

describe('做一份备份', () => {
  it('没设口令的:名字、清单、钥匙都对,打开查过,与快照一字不差', async () => {
    const made = open(makeOffice(folder))
    const commit = committerOf(made)
    for (let turn = 0; turn < 20; turn += 1) commit()
    const stages: string[] = []
    const entry = await takeBackup({ paths: made.paths, key: made.key, into: made.paths.backups, kind: 'quarter_hour', at: AT, meta, onProgress: ({ stage }) => stages.push(stage) })
    expect(entry.name).toBe('20261120-093005-quarter_hour')
    expect(entry).toMatchObject({ kind: 'quarter_hour', madeAt: AT, problems: [], manifest: { workspaceId: WORKSPACE, epoch: 1, commitSeq: 20, schema: migrations.at(-1)?.version, app: '0.0.0-test', audit: { seq: 20 }, counts: { organisation: 20, audit_log: 20, record_version: 20 } } })
    expect(entry.verifiedAt).toBeGreaterThanOrEqual(AT)
    expect(stages).toEqual(['copying', 'checking', 'digesting', 'placing'])
    expect(readdirSync(entry.folder).toSorted()).toEqual(['baolei.db', 'keys', 'manifest.json'])
    expect(readFileSync(join(entry.folder, 'keys', 'open.json'))).toEqual(readFileSync(join(folder, 'keys', 'open.json')))
    if (process.platform !== 'win32') expect([entry.folder, join(entry.folder, 'baolei.db'), join(entry.folder, 'manifest.json')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600, 0o600])
    const before = snapshot(entry.folder)
    expect(verifyBackup(entry.folder, made.key)).toMatchObject({ level: 'full', sound: true, usable: true, problems: [] })
    expect(verifyBackup(entry.folder, null)).toMatchObject({ level: 'files', sound: true })
    expect(await verifyBackupInThread(entry.folder, made.key)).toEqual(verifyBackup(entry.folder, made.key))
    expect(await verifyBackupInThread(entry.folder, null)).toEqual(verifyBackup(entry.folder, null))
    expect(await findBackupInThread(folder, { keys: [Buffer.alloc(32, 1), made.key] })).toEqual(findBackup(folder, { keys: [made.key] }))
    expect(snapshot(entry.folder)).toEqual(before)
    // 加密:看不出任何字样;清单里没有名称。
    expect(readFileSync(join(entry.folder, 'baolei.db')).includes('organisation')).toBe(false)
    expect(readFileSync(join(entry.folder, 'manifest.json'), 'utf8')).not.toContain('测试')
  })

  it('带口令槽的:从备份里的槽文件用口令取得出同一把密钥', async () => {
    const sealed = await sealedKeys({ zhang: '口令甲乙丙 1', li: 'second password' })
    const made = open(makeOffice(folder, { sealed }))
    committerOf(made)()
    const entry = await own(made)
    expect(entry.problems).toEqual([])
    const keys = join(entry.folder, 'keys')
    const keyring = readKeyring(keys)
    expect(keyring?.slots).toHaveLength(2)
    const slot = keyring?.slots[0]
    if (slot === undefined) throw new Error('slot?')
    const opened = await createKeySlots({ scryptLogN: 2 }).openWithPassword(readSlot(keys, slot), '口令甲乙丙 1')
    expect(opened?.key.equals(made.key)).toBe(true)
    expect(verifyBackup(entry.folder, made.key).level).toBe('full')
    expect(readFileSync(join(entry.folder, 'manifest.json'), 'utf8')).not.toMatch(/zhang|li"/)
  })

  it('槽文件坏了一个:库照样备份,毛病写在清单里', async () => {
    const made = open(makeOffice(folder, { sealed: await sealedKeys({ zhang: 'aaaa', li: 'bbbb' }) }))
    const file = readKeyring(made.paths.keys)?.slots[1]?.file ?? ''
    writeFileSync(join(made.paths.keys, file), 'broken')
    const entry = await own(made)
    expect(entry.manifest?.keyProblems).toEqual(['person:damaged'])
    expect(verifyBackup(entry.folder, made.key)).toMatchObject({ level: 'full', sound: false, usable: true, problems: [{ code: 'keys_incomplete' }] })
  })

  it('从前版本的库(升级之前,还没打开):同步做,审计链照样核对,旁边不留 -wal、-shm', () => {
    const key = makeOldOffice(folder, WORKSPACE)
    const paths = workspacePaths(folder)
    const before = snapshot(folder)
    const entry = takeBackupBeforeOpen({ paths, key, into: paths.backups, kind: 'before_migration', at: AT, meta })
    expect(entry.manifest).toMatchObject({ schema: 10, epoch: 3, commitSeq: 0, audit: { seq: 10 }, counts: { audit_log: 10, record_version: 10 } })
    expect(verifyBackup(entry.folder, key)).toMatchObject({ level: 'full', sound: true })
    rmSync(join(paths.backups, entry.name), { recursive: true })
    expect(snapshot(folder)).toEqual(before)
    // 从前的审计被改过,同样不算备份。
    const raw = openRaw(folder)
    raw.exec("DROP TRIGGER audit_log_no_update; UPDATE audit_log SET actor = '别人' WHERE seq = 7")
    raw.close()
    expect(() => takeBackupBeforeOpen({ paths, key, into: paths.backups, kind: 'before_migration', at: AT, meta })).toThrow(expect.objectContaining({ code: 'BACKUP_FAILED' }))
    expect(readdirSync(paths.backups)).toEqual([])
  })

  it('同一秒两份:加尾号;半成品先收走;别的工作区的半成品不碰', async () => {
    const made = open(makeOffice(folder))
    const [mine, theirs] = [`20260101-000000-daily.${WORKSPACE.slice(-8)}.part`, '20260101-000000-daily.ffffffff.part']
    for (const name of [mine, theirs]) mkdirSync(join(made.paths.backups, name))
    await own(made)
    const second = await own(made)
    expect(second.name).toBe('20261120-093005-manual-2')
    expect(listBackups(made.paths).map(({ name }) => name)).toEqual(['20261120-093005-manual-2', '20261120-093005-manual'])
    expect(readdirSync(made.paths.backups).toSorted()).toEqual([theirs, '20261120-093005-manual', '20261120-093005-manual-2'].toSorted())
  })

  it('同时只做一份,后来的排队;叫停时停下,什么都不留', async () => {
    const made = open(makeOffice(folder))
    const first = own(made)
    expect(isBackingUp(folder)).toBe(true)
    const queued = own(made, AT + 1000)
    expect((await first).name).toBe('20261120-093005-manual')
    expect((await queued).name).toBe('20261120-093006-manual')
    expect(isBackingUp(folder)).toBe(false)
    rmSync(join(made.paths.backups, '20261120-093006-manual'), { recursive: true })
    const controller = new AbortController()
    const stopped = takeBackup({ paths: made.paths, key: made.key, into: made.paths.backups, kind: 'daily', at: AT, meta, signal: controller.signal })
    controller.abort(new Error('停'))
    await expect(stopped).rejects.toThrow('停')
    expect(readdirSync(made.paths.backups)).toEqual(['20261120-093005-manual'])
    // 停在每一步之前。
    for (const stage of ['copying', 'checking', 'digesting', 'placing'] as const) {
      const steps = createSteps(
        () => seen.includes(stage),
        (progress) => seen.push(progress.stage),
      )
      const seen: string[] = []
      const upTo: Steps = { next: (now, ...rest) => (now === stage ? (seen.push(now), steps.next(now, ...rest)) : steps.next(now, ...rest)) }
      expect(() => writeBackup({ paths: made.paths, into: made.paths.backups, kind: 'daily', at: AT, meta }, made.key, upTo), stage).toThrow(expect.objectContaining({ code: 'CANCELLED' }))
      expect(readdirSync(made.paths.backups)).toEqual(['20261120-093005-manual'])
    }
    await expect(takeBackup({ paths: made.paths, key: made.key, into: made.paths.backups, kind: 'daily', at: AT, meta, signal: AbortSignal.abort(new Error('早停')) })).rejects.toThrow('早停')
  })

  it('库里有一页坏了:说库坏了,不留下备份', async () => {
    const made = makeOffice(folder)
    const commit = committerOf(made)
    for (let turn = 0; turn < 20; turn += 1) commit(4000)
    made.close()
    const path = join(folder, 'baolei.db')
    const bytes = readFileSync(path)
    const at = bytes.length - 4096 * 3 + 100
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await codeOf(own(open(openStore(folder))))).toBe('STORE_CORRUPT')
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('库里外键断了、审计被改过:不算备份,不列出', async () => {
    const made = open(makeOffice(folder))
    const commit = committerOf(made)
    for (let turn = 0; turn < 5; turn += 1) commit()
    made.db.exec('DROP TRIGGER audit_log_no_update')
    made.db.exec("UPDATE audit_log SET actor = '别人' WHERE seq = 3")
    expect(await codeOf(own(made))).toBe('BACKUP_FAILED')
    expect(readdirSync(made.paths.backups)).toEqual([])
    made.db.exec("UPDATE audit_log SET actor = 'built-in' WHERE seq = 3")
    expect((await own(made)).problems).toEqual([])
    made.db.pragma('foreign_keys = OFF')
    made.db.exec("UPDATE organisation SET owner_unit = '00000000-dead-7000-8000-000000000000' WHERE code = 'c2'")
    expect(await codeOf(own(made, AT + 5000))).toBe('BACKUP_FAILED')
    expect(listBackups(made.paths)).toHaveLength(1)
  })

  it('备份文件夹被删了就再造;另一处不存在就拒绝,不替人造', async () => {
    const made = open(makeOffice(folder))
    rmSync(made.paths.backups, { recursive: true })
    expect((await own(made)).problems).toEqual([])
    const missing = join(base, 'stick')
    expect(await codeOf(takeBackup({ paths: made.paths, key: made.key, into: missing, kind: 'second_place', at: AT, meta }))).toBe('STORE_FOLDER_UNSUITABLE')
    expect(existsSync(missing)).toBe(false)
    expect(readdirSync(made.paths.backups)).toEqual(['20261120-093005-manual'])
  })
})

describe('附件与另一处', () => {
  it('工作区里的备份只记附件的摘要,拷到另一处的带着全部附件(不是硬链接)', async () => {
    const made = open(makeOffice(folder))
    putBlob(folder, 'ab/abcdef0123', Buffer.from('一张照片'))
    putBlob(folder, 'plain', Buffer.alloc(3000, 7))
    writeFileSync(join(folder, 'blobs', '.DS_Store'), 'x')
    const local = await own(made)
    expect(local.manifest?.blobs).toMatchObject({ place: 'workspace', files: [{ name: 'ab/abcdef0123', bytes: 12 }, { name: 'plain', bytes: 3000 }] })
    expect(verifyBackup(local.folder, made.key)).toMatchObject({ level: 'full', sound: true })
    const stick = join(base, 'stick')
    mkdirSync(stick)
    const away = await takeBackup({ paths: made.paths, key: made.key, into: stick, kind: 'second_place', at: AT, meta })
    expect(dirname(away.folder)).toBe(stick)
    expect(away.manifest?.blobs.place).toBe('here')
    expect(statSync(join(away.folder, 'blobs', 'ab', 'abcdef0123')).nlink).toBe(1)
    expect(readdirSync(made.paths.backups)).toEqual([local.name])
    expect(verifyBackup(away.folder, made.key)).toMatchObject({ level: 'full', sound: true })
    // 已有的一份也能拷去;同名的加尾号。
    const exported = await exportBackupInThread({ backup: local.folder, into: stick, key: made.key, kind: 'second_place', at: AT + 60_000 })
    expect(exported).toMatchObject({ name: '20261120-093005-second_place-2', madeAt: AT, verifiedAt: AT + 60_000, problems: [] })
    expect(listPlace(stick)).toHaveLength(2)
    // 附件后来坏了:工作区里的备份缺了它,另一处的不缺。
    writeFileSync(join(folder, 'blobs', 'plain'), Buffer.alloc(3000, 8))
    rmSync(join(folder, 'blobs', 'ab'), { recursive: true })
    expect(verifyBackup(local.folder, made.key)).toMatchObject({
      level: 'full',
      sound: false,
      usable: true,
      problems: [
        { code: 'blob_missing', file: 'blobs/ab/abcdef0123' },
        { code: 'blob_changed', file: 'blobs/plain' },
      ],
    })
    expect(verifyBackup(away.folder, made.key).sound).toBe(true)
  })

  it('坏了的、改过的备份不会被拷到另一处', async () => {
    const made = open(makeOffice(folder))
    const local = await own(made)
    const stick = join(base, 'stick')
    mkdirSync(stick)
    const send = () => codeOf(exportBackupInThread({ backup: local.folder, into: stick, key: made.key, kind: 'second_place', at: AT }))
    expect(await codeOf(exportBackupInThread({ backup: base, into: stick, key: made.key, kind: 'second_place', at: AT }))).toBe('BACKUP_NOT_FOUND')
    const path = join(local.folder, 'baolei.db')
    const bytes = readFileSync(path)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await send()).toBe('BACKUP_DAMAGED')
    expect(readdirSync(stick)).toEqual([])
  })

  it('后来再核对的结果记在旁边,列清单时看得到;记错了别的清单的不算', async () => {
    const made = open(makeOffice(folder))
    const first = await own(made)
    const path = join(first.folder, 'baolei.db')
    const sound = readFileSync(path)
    expect(recordVerification(first.folder, AT + 1000, verifyBackup(first.folder, made.key))).toBe(true)
    expect(listBackups(made.paths)[0]).toMatchObject({ verifiedAt: AT + 1000, problems: [] })
    writeFileSync(path, Buffer.concat([sound.subarray(0, 4096), Buffer.alloc(sound.length - 4096)]))
    expect(listBackups(made.paths)[0]?.problems).toEqual([])
    recordVerification(first.folder, AT + 2000, verifyBackup(first.folder, made.key))
    expect(listBackups(made.paths)[0]).toMatchObject({ problems: [{ code: 'file_changed', file: 'baolei.db' }] })
    writeFileSync(path, sound)
    const second = await own(made, AT + 3000)
    copyFileSync(join(first.folder, 'checked.json'), join(second.folder, 'checked.json'))
    expect(listBackups(made.paths)[0]).toMatchObject({ name: second.name, problems: [] })
    rmSync(path)
    expect(listBackups(made.paths)[1]?.problems).toContainEqual({ code: 'file_missing', file: 'baolei.db' })
  })

  it('按留存收走:刻钟的旧份收走,人做的留着', async () => {
    const made = open(makeOffice(folder))
    const commit = committerOf(made)
    await own(made, AT)
    for (let turn = 1; turn <= 14; turn += 1) {
      commit()
      writeBackup({ paths: made.paths, into: made.paths.backups, kind: 'quarter_hour', at: AT + turn * 15 * 60_000, meta }, made.key, silentSteps)
    }
    const plan = applyRetention(made.paths)
    expect(plan.remove.map(({ name }) => name)).toEqual(['20261120-100005-quarter_hour', '20261120-094505-quarter_hour'])
    expect(listBackups(made.paths)).toHaveLength(13)
    expect(findBackup(folder, { keys: [made.key] }).entry.manifest?.commitSeq).toBe(14)
  })
})
