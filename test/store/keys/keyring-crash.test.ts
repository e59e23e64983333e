import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { nodeFileSystem, type FileSystem } from '../../../electron/store/files/file-system.ts'
import { createKeyFiles, keyFiles, type KeyFiles } from '../../../electron/store/keys/key-files.ts'
import { createKeySlots, type KeyBundle } from '../../../electron/store/keys/key-slots.ts'
import { newKeyring, personSlot, readKeyring, readSlot, removeSlot, replaceSlot, slotProblems, withSlot, writeKeyringFiles, type Keyring } from '../../../electron/store/keys/keyring.ts'
import { figure } from '../../support/faults/amount.ts'

const slots = createKeySlots({ scryptLogN: 1 })
const bundle: KeyBundle = { key: randomBytes(32), former: [] }
const OLD = '旧的口令 Donkey'
const NEW = '新的口令 Mule'
const USER = '陆秉文'
let oldSlot: Uint8Array
let newSlot: Uint8Array
let other: Uint8Array
beforeAll(async () => {
  oldSlot = await slots.sealWithPassword(bundle, OLD)
  newSlot = await slots.sealWithPassword(bundle, NEW)
  other = await slots.sealToRecipient(bundle, (await slots.createRecoveryIdentity()).recipient)
})

const folders: string[] = []
const makeFolder = (): { folder: string; keyring: Keyring } => {
  const folder = mkdtempSync(join(tmpdir(), 'baolei-crash-'))
  folders.push(folder)
  const bare = newKeyring(bundle.key)
  const one = withSlot(bare, { kind: 'person', slot: personSlot(bare, USER), bytes: oldSlot })
  const two = withSlot(one.keyring, { kind: 'recovery', slot: 'recovery-1', bytes: other })
  writeKeyringFiles(folder, two.keyring, [...one.files, ...two.files])
  return { folder, keyring: two.keyring }
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

class Died extends Error {}
type Moment = 'before' | 'half' | 'after'
const MOMENTS: readonly Moment[] = ['before', 'half', 'after']
interface Crash {
  readonly files: KeyFiles
  readonly died: () => boolean
}
/** 第 n 次系统调用时断电:调用之前、写了一半、调用之后。此后什么都做不成。 */
const diesAt = (nth: number, moment: Moment): Crash => {
  let count = 0
  let isDead = false
  const acting = <T>(act: () => T, half: () => unknown = () => undefined): T => {
    if (isDead) throw new Died()
    count += 1
    if (count !== nth) return act()
    isDead = true
    if (moment === 'after') act()
    if (moment === 'half') half()
    throw new Died()
  }
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    openSync: (...given) => acting(() => nodeFileSystem.openSync(...given)),
    writeSync: (handle, bytes, offset, length, position) =>
      acting(
        () => nodeFileSystem.writeSync(handle, bytes, offset, length, position),
        () => nodeFileSystem.writeSync(handle, bytes, offset, Math.floor(length / 2), position),
      ),
    fsyncSync: (...given) => acting(() => nodeFileSystem.fsyncSync(...given)),
    renameSync: (...given) => acting(() => nodeFileSystem.renameSync(...given)),
    unlinkSync: (...given) => acting(() => nodeFileSystem.unlinkSync(...given)),
    // 断电也会放开句柄:不算一步。
    closeSync: (handle) => nodeFileSystem.closeSync(handle),
  }
  return { files: createKeyFiles({ fileSystem, wait: () => undefined }), died: () => isDead }
}
/** 一步步往后断,直到做得完为止;返回一共断过几处。 */
const atEveryStep = async (visit: (crash: Crash) => void | Promise<void>): Promise<number> => {
  for (let nth = 1; nth < 200; nth++) {
    const crashes = MOMENTS.map((moment) => diesAt(nth, moment))
    for (const crash of crashes) await visit(crash)
    if (crashes.every((crash) => !crash.died())) return (nth - 1) * MOMENTS.length
  }
  throw new Error('never finishes')
}

/** 重开以后:钥匙簿读得懂,列的槽个个在、个个好,而且新旧口令恰有一个打得开。 */
const openedBy = async (folder: string): Promise<'old' | 'new'> => {
  expect(slotProblems(folder)).toMatchObject({ keyring: 'good', slots: [] })
  const keyring = readKeyring(folder)
  const entry = keyring?.slots.find((candidate) => candidate.kind === 'person')
  if (keyring === null || entry === undefined) throw new Error('no person slot')
  const bytes = readSlot(folder, entry)
  const opened = await Promise.all([OLD, NEW].map((password) => slots.openWithPassword(bytes, password)))
  expect(opened.filter((bundleOrNull) => bundleOrNull !== null)).toHaveLength(1)
  expect(opened.find((bundleOrNull) => bundleOrNull !== null)?.key.equals(bundle.key)).toBe(true)
  return opened[0] === null ? 'new' : 'old'
}

it('换口令换到一半断电:每一次系统调用的前、中、后,旧口令或新口令总有一个打得开(F19、F57)', async () => {
  const seen = { old: 0, new: 0 }
  const points = await atEveryStep(async ({ files, died }) => {
    const { folder, keyring } = makeFolder()
    const slot = { kind: 'person', slot: personSlot(keyring, USER), bytes: newSlot } as const
    let isSaid = true
    try {
      replaceSlot(folder, keyring, slot, files)
    } catch (error) {
      expect(died()).toBe(true)
      expect(error).toBeInstanceOf(Error)
      isSaid = false
    }
    const opens = await openedBy(folder)
    seen[opens]++
    // 说成了就一定是新的。
    if (isSaid) expect(opens).toBe('new')
    // 重来一次就成,而且旧口令的文件、半成品一个不留。
    replaceSlot(folder, readKeyring(folder) ?? keyring, slot)
    expect(await openedBy(folder)).toBe('new')
    expect(readdirSync(folder)).toHaveLength(3)
  })
  // 两次写文件各要开、写、落盘、改名、文件夹落盘,再加删旧槽:断过的地方少于这些,就是没断到。
  expect(points).toBeGreaterThanOrEqual(3 * 13)
  expect(Math.min(seen.old, seen.new)).toBeGreaterThan(5)
  figure('F19', '换口令时断电的各处,打不开的次数', `0/${points}`)
})

it('去掉一个槽去到一半断电:剩下的都好', async () => {
  const points = await atEveryStep(async ({ files }) => {
    const { folder, keyring } = makeFolder()
    try {
      removeSlot(folder, keyring, 'recovery-1', files)
    } catch {
      // 断了。
    }
    expect(await openedBy(folder)).toBe('old')
    removeSlot(folder, keyring, 'recovery-1')
    expect(readKeyring(folder)?.slots).toHaveLength(1)
    expect(readdirSync(folder)).toHaveLength(2)
  })
  expect(points).toBeGreaterThanOrEqual(3 * 7)
})

it('建库建到一半断电:要么没有钥匙簿,要么样样齐全', async () => {
  const seen = { good: 0, missing: 0, damaged: 0 }
  await atEveryStep(({ files }) => {
    const { keyring } = makeFolder()
    const folder = mkdtempSync(join(tmpdir(), 'baolei-crash-'))
    folders.push(folder)
    const slotFiles = keyring.slots.map((entry) => ({ name: entry.file, bytes: entry.kind === 'person' ? oldSlot : other }))
    try {
      writeKeyringFiles(folder, keyring, slotFiles, files)
    } catch {
      // 断了。
    }
    const problems = slotProblems(folder)
    expect(problems.slots).toEqual([])
    seen[problems.keyring]++
  })
  expect(seen.damaged).toBe(0)
  expect(Math.min(seen.good, seen.missing)).toBeGreaterThan(2)
})

it.each([
  ['ENOSPC', 'STORE_FULL'],
  ['EROFS', 'STORE_READONLY'],
])('写的时候 %s:说成 %s,旧口令照旧可用', async (code, expected) => {
  const { folder, keyring } = makeFolder()
  const failing: KeyFiles = {
    ...keyFiles,
    write: () => {
      throw Object.assign(new Error(code), { code })
    },
  }
  expect(() => replaceSlot(folder, keyring, { kind: 'person', slot: personSlot(keyring, USER), bytes: newSlot }, failing)).toThrow(expected)
  expect(await openedBy(folder)).toBe('old')
})
it('旧槽删不掉(被杀毒软件占着):不算失败,健康页报一个没收走', async () => {
  const { folder, keyring } = makeFolder()
  const failing: KeyFiles = {
    ...keyFiles,
    remove: () => {
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' })
    },
  }
  replaceSlot(folder, keyring, { kind: 'person', slot: personSlot(keyring, USER), bytes: newSlot }, failing)
  expect(await openedBy(folder)).toBe('new')
  expect(slotProblems(folder).leftOver).toBe(1)
})
