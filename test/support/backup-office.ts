import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createKeySlots } from '../../electron/store/keys/key-slots.ts'
import { newKeyring, personSlot, withSlot } from '../../electron/store/keys/keyring.ts'
import { createStore, openStore, type Store } from '../../electron/store/open-store.ts'
import { createUnitOfWork } from '../../electron/store/unit-of-work.ts'
import type { SealedKeys } from '../../electron/store/workspace-folder.ts'

export const WORKSPACE = '019aa000-0000-7000-8000-0000000000aa'

/** 带两个人的口令槽的新工作区要用的;计算量取最小,只为测试快。 */
export const sealedKeys = async (people: Readonly<Record<string, string>>): Promise<SealedKeys> => {
  const key = randomBytes(32)
  const slots = createKeySlots({ scryptLogN: 2 })
  let keyring = newKeyring(key)
  const files = []
  for (const [name, password] of Object.entries(people)) {
    const next = withSlot(keyring, { kind: 'person', slot: personSlot(keyring, name), bytes: await slots.sealWithPassword({ key, former: [] }, password) })
    keyring = next.keyring
    files.push(...next.files)
  }
  return { key, keyring, files }
}

const fill = (workspaceId: string) => (store: Store): void => {
  store.db.prepare("INSERT INTO workspace (id, name, kind, created_at, digest_secret) VALUES (?, '测试', 'office', 1, randomblob(32))").run(workspaceId)
}

export const makeOffice = (folder: string, { sealed = null, workspaceId = WORKSPACE }: { readonly sealed?: SealedKeys | null; readonly workspaceId?: string } = {}): Store => createStore(folder, fill(workspaceId), sealed)

/** 每次提交加一个支部,连同审计与版本,走真的写入口。返回 commit(n):写到第 n 个为止的编号。 */
export const committerOf = (store: Store) => {
  const unit = createUnitOfWork(store, 'test-machine', () => undefined)
  const insert = store.db.prepare("INSERT INTO organisation (id, owner_unit, code, kind, note, created_at, updated_at) VALUES (@id, @id, @code, 'branch', @note, 0, 0)")
  let next = store.db.prepare('SELECT count(*) FROM organisation').pluck().get() as number
  return (noteLength = 40): number => {
    const number = next
    const id = `${String(number).padStart(8, '0')}-0000-7000-8000-000000000000`
    unit.write({ actor: 'built-in', role: 'committee_office', kind: 'change', reason: number % 5 === 0 ? `理由${number}` : '', procedure: 'test.commit', at: 1_700_000_000_000 + number }, (transaction) => {
      insert.run({ id, code: `c${number}`, note: 'n'.repeat(noteLength) })
      const auditSeq = transaction.audit({ ownerUnit: id, table: 'organisation', recordId: id, detail: { action: 'create' } })
      transaction.version({ table: 'organisation', recordId: id, rev: 1, auditSeq, body: { code: `c${number}` } })
    })
    next += 1
    return number
  }
}

export const rowsOf = (folder: string, key?: Buffer): number => {
  const store = openStore(folder, key === undefined ? {} : { key })
  try {
    return store.db.prepare('SELECT count(*) FROM organisation').pluck().get() as number
  } finally {
    store.close()
  }
}

/** 内容定名的附件(这里用随便的名字与内容)。 */
export const putBlob = (folder: string, name: string, bytes: Buffer): void => {
  const path = join(folder, 'blobs', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

/** 固定种子的随机:失败时照种子重来。 */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
