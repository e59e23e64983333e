import Database from 'better-sqlite3'
import { createRequire } from 'node:module'
import { statSync } from 'node:fs'
import { readSpace, type Space } from './disk-space.ts'
import { readSlot } from './keys/keyring.ts'
import { LATEST_VERSION } from './migrate.ts'
import type { Store } from './open-store.ts'
import { StoreError } from './store-error.ts'

export interface EngineFigures {
  readonly driver: string
  readonly sqlite: string
  readonly cipher: string
  /** 这一版程序认得的库版本。 */
  readonly knownVersion: number
}
export interface SlotFigures {
  readonly kind: string
  readonly state: 'sound' | 'missing' | 'damaged'
  readonly count: number
}
/** 一个开着的库的数目:没有一个字是人写的。 */
export interface StoreFigures {
  readonly schemaVersion: number
  readonly pageSize: number
  readonly pages: number
  readonly freePages: number
  readonly databaseBytes: number
  readonly walBytes: number
  readonly space: Space | null
  readonly commits: number
  readonly epoch: number
  readonly wasUnclean: boolean
  readonly readOnly: boolean
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  /** 最近的审计,按天(UTC)、按种类计数,新的在前。 */
  readonly audit: readonly { readonly day: string; readonly kind: string; readonly count: number }[]
  /** 钥匙槽按种类、状况计数;没设口令的为空。 */
  readonly slots: readonly SlotFigures[]
}

const AUDIT_DAYS = 14
const DAY = 86_400_000
/** 本程序自己建的表都是这样的名字;别样的名字只能是被人改过的库,不往外带。 */
const OWN_NAME = /^[a-z][a-z_]{0,40}$/

const driverVersion = (): string => {
  try {
    return (createRequire(import.meta.url)('better-sqlite3/package.json') as { readonly version: string }).version
  } catch {
    return ''
  }
}

/** 数据库引擎的版本;不碰任何文件。 */
export const readEngineFigures = (): EngineFigures => {
  const db = new Database(':memory:')
  try {
    const { sqlite, cipher } = db.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS cipher').get() as { readonly sqlite: string; readonly cipher: string }
    return { driver: driverVersion(), sqlite, cipher: /\d+\.\d+\.\d+$/.exec(cipher)?.[0] ?? '', knownVersion: LATEST_VERSION }
  } finally {
    db.close()
  }
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
const spaceOf = (folder: string): Space | null => {
  try {
    return readSpace(folder)
  } catch {
    return null
  }
}

const readSlots = ({ paths, keyring }: Store): readonly SlotFigures[] => {
  const states = (keyring?.slots ?? []).map((entry) => {
    try {
      readSlot(paths.keys, entry)
      return `${entry.kind} sound`
    } catch (error) {
      return `${entry.kind} ${error instanceof StoreError && error.code === 'KEY_SLOT_MISSING' ? 'missing' : 'damaged'}`
    }
  })
  return [...Map.groupBy(states, (state) => state)].map(([state, same]) => {
    const [kind = '', condition = ''] = state.split(' ')
    return { kind, state: condition as SlotFigures['state'], count: same.length } // 就是上面拼的
  })
}

/** @param now 毫秒。 */
export const readStoreFigures = (store: Store, now: number): StoreFigures => {
  const { db, paths } = store
  const pragma = (name: string): number => db.pragma(name, { simple: true }) as number
  const names = (db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[]).filter((name) => OWN_NAME.test(name))
  const audit = db.prepare('SELECT at / 86400000 AS day, kind, count(*) AS count FROM audit_log WHERE at > ? AND at <= ? GROUP BY 1, 2 ORDER BY 1 DESC, 2').all(now - AUDIT_DAYS * DAY, now) as { readonly day: number; readonly kind: string; readonly count: number }[]
  return {
    schemaVersion: pragma('user_version'),
    pageSize: pragma('page_size'),
    pages: pragma('page_count'),
    freePages: pragma('freelist_count'),
    databaseBytes: bytesOf(paths.database),
    walBytes: bytesOf(`${paths.database}-wal`),
    space: spaceOf(paths.folder),
    commits: (db.prepare('SELECT seq FROM commit_head').pluck().get() as number | undefined) ?? 0,
    epoch: (db.prepare('SELECT epoch FROM workspace').pluck().get() as number | undefined) ?? 0,
    wasUnclean: store.wasUnclean,
    readOnly: store.readOnly,
    tables: names.map((table) => ({ table, rows: db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number })),
    audit: audit.filter(({ kind }) => OWN_NAME.test(kind)).map(({ day, kind, count }) => ({ day: new Date(day * DAY).toISOString().slice(0, 10), kind, count })),
    slots: readSlots(store),
  }
}
