import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBackup } from '../../electron/store/backup/find-backup.ts'
import type { BackupEntry } from '../../electron/store/backup/list-backups.ts'
import { encodeManifest, readManifest, sealManifest } from '../../electron/store/backup/manifest.ts'
import { takeBackup } from '../../electron/store/backup/take-backup.ts'
import { keyOfBackup, verifyBackup } from '../../electron/store/backup/verify-backup.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { committerOf, makeOffice, putBlob, sealedKeys, seeded } from '../support/backup-office.ts'
import { openRaw } from '../support/raw-store.ts'
import { snapshot } from '../support/store-snapshot.ts'

const AT = new Date('2026-11-20T09:30:05').getTime()
const SEED = 3716
const FLIPS = 200
let base = ''
let key = Buffer.alloc(0)
let entries: readonly BackupEntry[] = []
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'baolei-verify-'))
  const store = makeOffice(join(base, 'workspace'), { sealed: await sealedKeys({ zhang: 'a', li: 'b' }) })
  key = Buffer.from(store.key)
  putBlob(store.paths.folder, 'aa/photo', Buffer.alloc(5000, 3))
  const commit = committerOf(store)
  const stick = join(base, 'stick')
  mkdirSync(stick)
  const made: BackupEntry[] = []
  for (let turn = 0; turn < 5; turn += 1) {
    commit()
    made.push(await takeBackup({ paths: store.paths, key: store.key, into: stick, kind: 'second_place', at: AT + turn * 60_000, meta: { app: 't' } }))
  }
  store.close()
  entries = made
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** 在一份拷贝上动手,原件留着。 */
const onCopy = <T>(act: (folder: string) => T, of = entries[0]): T => {
  const folder = join(base, 'copy', of?.name ?? '')
  cpSync(of?.folder ?? '', folder, { recursive: true })
  try {
    return act(folder)
  } finally {
    rmSync(join(base, 'copy'), { recursive: true })
  }
}
const flip = (path: string, position: number, bit: number): void => {
  const bytes = readFileSync(path)
  bytes[position] = (bytes[position] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}
const problemsOf = (folder: string, with_: Buffer | null = key): string[] => verifyBackup(folder, with_).problems.map(({ code, file }) => `${code} ${file ?? ''}`.trim())
const codeOf = (action: () => unknown): { readonly code: string; readonly data: unknown } => {
  try {
    action()
  } catch (error) {
    if (error instanceof StoreError) return { code: error.code, data: error.data }
    throw error
  }
  throw new Error('expected a refusal')
}

describe('核对', () => {
  it(`任意一处翻一位,没有钥匙也查得出:清单、钥匙、库、附件,共 ${FLIPS} 次`, () => {
    const random = seeded(SEED)
    const original = entries[0]
    if (original?.manifest === undefined || original.manifest === null) throw new Error('backup?')
    const files = ['manifest.json', 'baolei.db', ...original.manifest.files.map(({ name }) => name).filter((name) => name.startsWith('keys/')), 'blobs/aa/photo']
    const missed: string[] = []
    const folder = join(base, 'flips')
    cpSync(original.folder, folder, { recursive: true })
    for (let turn = 0; turn < FLIPS; turn += 1) {
      const path = join(folder, files[turn % files.length] ?? '')
      const position = Math.floor(random() * statSync(path).size)
      const bit = Math.floor(random() * 8)
      flip(path, position, bit)
      const { sound, level } = verifyBackup(folder, null)
      if (sound || (level !== 'none' && !path.includes('blobs'))) missed.push(`${path} ${position} ${bit}`)
      flip(path, position, bit)
    }
    expect(missed, `seed ${SEED}`).toEqual([])
    expect(verifyBackup(folder, key)).toMatchObject({ level: 'full', sound: true })
  })

  it('截短、加长、清空、丢掉、换成文件夹:查得出,不抛错', () => {
    const damage: readonly (readonly [string, (folder: string) => void, string[]])[] = [
      ['清单丢了', (folder) => rmSync(join(folder, 'manifest.json')), ['manifest_missing']],
      ['清单空了', (folder) => writeFileSync(join(folder, 'manifest.json'), ''), ['manifest_damaged']],
      ['清单不是文本', (folder) => writeFileSync(join(folder, 'manifest.json'), Buffer.from([0xff, 0xfe, 0x80])), ['manifest_damaged']],
      ['清单多了一个空格', (folder) => writeFileSync(join(folder, 'manifest.json'), ` ${readFileSync(join(folder, 'manifest.json'), 'utf8')}`), ['manifest_damaged']],
      ['清单是文件夹', (folder) => (rmSync(join(folder, 'manifest.json')), mkdirSync(join(folder, 'manifest.json'))), ['manifest_damaged']],
      ['清单是以后的格式', (folder) => writeFileSync(join(folder, 'manifest.json'), '{"format":"baolei-backup","version":2,"new":true}'), ['manifest_newer']],
      ['清单指到外面去', (folder) => writeFileSync(join(folder, 'manifest.json'), readFileSync(join(folder, 'manifest.json'), 'utf8').replace('"baolei.db"', '"../../x"')), ['manifest_damaged']],
      ['库丢了', (folder) => rmSync(join(folder, 'baolei.db')), ['file_missing baolei.db']],
      ['库短了', (folder) => writeFileSync(join(folder, 'baolei.db'), readFileSync(join(folder, 'baolei.db')).subarray(0, -4096)), ['file_changed baolei.db']],
      ['库旁边多了别处的日志', (folder) => writeFileSync(join(folder, 'baolei.db-wal'), Buffer.alloc(4096, 1)), ['file_unexpected baolei.db-wal']],
      ['库旁边多了回滚日志', (folder) => writeFileSync(join(folder, 'baolei.db-journal'), Buffer.alloc(4096, 1)), ['file_unexpected baolei.db-journal']],
      ['钥匙簿丢了', (folder) => rmSync(join(folder, 'keys', 'keyring.json')), ['file_missing keys/keyring.json']],
    ]
    for (const [what, act, expected] of damage) {
      onCopy((folder) => {
        act(folder)
        const before = snapshot(folder)
        expect(problemsOf(folder), what).toEqual(expected)
        expect(verifyBackup(folder, null).usable, what).toBe(false)
        expect(snapshot(folder), what).toEqual(before)
      })
    }
    expect(problemsOf(join(base, 'nowhere'))).toEqual(['manifest_missing'])
    expect(problemsOf(join(base, 'workspace', 'lock.db'))).toEqual(['manifest_missing'])
  })

  it('别的钥匙;清单被重写(摘要也重算)而没有密钥;拿着密钥改了库:都查得出', () => {
    const folder = entries[0]?.folder ?? ''
    expect(problemsOf(folder, Buffer.alloc(32, 1))).toEqual(['key_wrong'])
    const reading = readManifest(folder)
    if (!reading.ok) throw new Error('manifest?')
    const { seal, digest: _, keyCheck, format: __, version: ___, ...body } = reading.manifest
    onCopy((copy) => {
      // 别人重写清单:算得出 digest,算不出 seal。
      const forged = sealManifest({ ...body, epoch: 99 }, Buffer.alloc(32, 1))
      const { digest: ____, seal: _____, ...rest } = sealManifest({ ...body, epoch: 99 }, key)
      writeFileSync(join(copy, 'manifest.json'), encodeManifest({ ...rest, digest: sealManifest({ ...body, epoch: 99 }, key).digest, seal: forged.seal }))
      expect(problemsOf(copy)).toEqual(['seal'])
      expect(verifyBackup(copy, null).usable).toBe(true)
      writeFileSync(join(copy, 'manifest.json'), encodeManifest(forged))
      expect(problemsOf(copy)).toEqual(['key_wrong'])
      expect([seal.length, keyCheck.length]).toEqual([64, 64])
    })
    // 连密钥都有的人:改库、重算摘要、重封清单。行数、链头、审计、外键仍然对不上。
    const tamper = (sql: string): string[] =>
      onCopy((copy) => {
        const raw = openRaw(copy, key.toString('hex'))
        raw.pragma('foreign_keys = OFF')
        raw.exec(sql)
        raw.close()
        const bytes = readFileSync(join(copy, 'baolei.db'))
        const files = body.files.map((file) => (file.name === 'baolei.db' ? { ...file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') } : file))
        writeFileSync(join(copy, 'manifest.json'), encodeManifest(sealManifest({ ...body, files }, key)))
        return problemsOf(copy)
      })
    expect(tamper('DELETE FROM organisation')).toEqual(['differs baolei.db'])
    expect(tamper('UPDATE commit_head SET seq = 7')).toEqual(['differs baolei.db'])
    expect(tamper("DROP TRIGGER audit_log_no_update; UPDATE audit_log SET actor = 'x'")).toEqual(['audit baolei.db'])
    expect(tamper("DROP TRIGGER record_version_no_update; UPDATE record_version SET body = '[]'")).toEqual(['versions baolei.db'])
    expect(tamper("UPDATE organisation SET owner_unit = 'nobody'")).toEqual(['foreign_keys baolei.db'])
    expect(tamper('PRAGMA user_version = 990')).toEqual(['differs baolei.db'])
  })

  it('换过密钥:从几把里挑得出这一份的', () => {
    const manifest = entries[0]?.manifest
    if (manifest === undefined || manifest === null) throw new Error('manifest?')
    expect(keyOfBackup(manifest, [Buffer.alloc(32, 1), key])).toBe(key)
    expect(keyOfBackup(manifest, [Buffer.alloc(32, 1)])).toBeNull()
  })
})

describe('找一份(F16)', () => {
  const names = (): string[] => entries.map(({ name }) => name)

  it('最新的 k 份坏了:选第 k+1 份,跳过的一份一份说清', () => {
    const place = join(base, 'place')
    cpSync(join(base, 'stick'), place, { recursive: true })
    const random = seeded(SEED + 1)
    const damages = ['baolei.db', 'manifest.json', 'keys/keyring.json', 'baolei.db']
    for (let k = 1; k <= damages.length; k += 1) {
      const path = join(place, names()[5 - k] ?? '', damages[k - 1] ?? '')
      flip(path, Math.floor(random() * statSync(path).size), 3)
      const found = findBackup(place, { keys: [key] })
      expect(found.entry.name, `k=${k}`).toBe(names()[4 - k])
      expect(found.verification.level).toBe('full')
      expect(found.skipped.map(({ entry }) => entry.name).toSorted()).toEqual(names().slice(5 - k))
      expect(found.skipped.every(({ problems }) => problems.length > 0)).toBe(true)
    }
    rmSync(join(place, names()[0] ?? '', 'baolei.db'))
    expect(codeOf(() => findBackup(place, { keys: [key] }))).toEqual({ code: 'BACKUP_DAMAGED', data: { problems: ['file_changed'] } })
    rmSync(place, { recursive: true })
  })

  it('给的是一份备份、它里面的文件、放备份的地方、工作区文件夹,都找得到;没有就说没有', () => {
    const stick = join(base, 'stick')
    for (const path of [stick, join(stick, names()[4] ?? ''), join(stick, names()[4] ?? '', 'baolei.db'), join(stick, names()[4] ?? '', 'manifest.json')]) expect(findBackup(path, { keys: [key] }).entry.name, path).toBe(names()[4])
    const moved = join(base, 'moved')
    mkdirSync(moved)
    renameSync(stick, join(moved, 'backups'))
    expect(findBackup(moved, { keys: [key] }).entry.name).toBe(names()[4])
    renameSync(join(moved, 'backups'), stick)
    expect(codeOf(() => findBackup(moved, { keys: [key] })).code).toBe('BACKUP_NOT_FOUND')
    expect(codeOf(() => findBackup(join(base, 'nowhere'), { keys: [] })).code).toBe('BACKUP_NOT_FOUND')
    expect(codeOf(() => findBackup(stick, { keys: [Buffer.alloc(32, 1)] }))).toEqual({ code: 'BACKUP_DAMAGED', data: { problems: ['key_wrong'] } })
    expect(findBackup(stick, { keys: [] }).verification.level).toBe('files')
    expect(findBackup(stick, { keys: [Buffer.alloc(32, 1), key] }).verification.level).toBe('full')
  })

  it('同一个地方有两个工作区的:只认要的那个,说得出还有几个别的', async () => {
    const other = makeOffice(join(base, 'other'), { workspaceId: '019aa000-0000-7000-8000-0000000000bb' })
    const stick = join(base, 'stick')
    const theirs = await takeBackup({ paths: other.paths, key: other.key, into: stick, kind: 'manual', at: AT + 3_600_000, meta: { app: 't' } })
    const theirKey = Buffer.from(other.key)
    other.close()
    const mine = findBackup(stick, { keys: [key], workspaceId: entries[0]?.manifest?.workspaceId })
    expect(mine).toMatchObject({ otherWorkspaces: 1, skipped: [] })
    expect(mine.entry.name).toBe(names()[4])
    expect(findBackup(stick, { keys: [theirKey] }).entry.name).toBe(theirs.name)
    rmSync(theirs.folder, { recursive: true })
  })
})
