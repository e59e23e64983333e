import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LATEST_VERSION } from '../../electron/store/migrate.ts'
import { classifyStoreFault } from '../../electron/store/classify-fault.ts'
import { peek } from '../../electron/store/cipher-connection.ts'
import { createStore, openStore } from '../../electron/store/open-store.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'
import { openRaw, slotKey } from '../support/raw-store.ts'
import { snapshot } from '../support/store-snapshot.ts'

const WORKSPACE = '019aa000-0000-7000-8000-000000000000'
const PLANTED = '栽种的名字甲乙丙'

let base = ''
let folder = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-store-'))
  folder = join(base, 'workspace')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

const addRow = (db: Database.Database): void => {
  db.prepare("INSERT INTO workspace (id, name, kind, created_at) VALUES (?, ?, 'office', 1)").run(WORKSPACE, PLANTED)
}
const makeClosed = (): void => createStore(folder, (store) => addRow(store.db)).close()
/** 像被强行结束那样留下的一份:有没收回的 WAL。 */
const makeCrashed = (change: (db: Database.Database) => void): void => {
  const original = join(base, 'original')
  const store = createStore(original, ({ db }) => addRow(db))
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  change(store.db)
  cpSync(original, folder, { recursive: true })
  store.close()
  expect(statSync(join(folder, 'baolei.db-wal')).size).toBeGreaterThan(0)
}
const codeOf = (action: () => unknown): { readonly code: string; readonly data: unknown } => {
  try {
    action()
  } catch (error) {
    const known = classifyStoreFault(error)
    if (known !== null) return known
    throw error
  }
  throw new Error('expected a refusal')
}

describe('收尾时删不掉小文件(F03)', () => {
  /** 同名的文件夹,删文件的调用必定失败。 */
  const block = (name: string): string => {
    const path = join(folder, name)
    rmSync(path, { force: true })
    mkdirSync(path)
    return path
  }
  it('占用记号删不掉:库照样合上,锁照样放开', () => {
    const store = createStore(folder, (opened) => addRow(opened.db))
    const blocked = block('owner.json')
    store.close()
    rmSync(blocked, { recursive: true })
    openStore(folder).close()
  })
  it('看一眼留下的空日志删不掉:看到的结果照样算数', () => {
    makeClosed()
    const paths = workspacePaths(folder)
    const seen = peek(paths, Buffer.from(slotKey(folder), 'hex'), (db) => {
      const name = db.prepare('SELECT name FROM workspace').pluck().get()
      block('baolei.db-wal')
      return name
    })
    expect(seen).toBe(PLANTED)
  })
})

describe('打开之后的设置', () => {
  const inForce = (db: Database.Database): Record<string, unknown> =>
    Object.fromEntries(['journal_mode', 'synchronous', 'temp_store', 'foreign_keys', 'recursive_triggers', 'trusted_schema', 'cell_size_check', 'secure_delete', 'busy_timeout', 'cipher', 'user_version', 'application_id'].map((name) => [name, db.pragma(name, { simple: true })]))
  const wanted = { journal_mode: 'wal', synchronous: 2, temp_store: 2, foreign_keys: 1, recursive_triggers: 1, trusted_schema: 0, cell_size_check: 1, secure_delete: 1, busy_timeout: 5000, cipher: 'sqlcipher', user_version: LATEST_VERSION, application_id: 0x42414f4c }

  it('新建(迁移之后)与再打开,逐项都在', () => {
    const created = createStore(folder, ({ db }) => addRow(db))
    expect(inForce(created.db)).toEqual(wanted)
    created.close()
    const opened = openStore(folder)
    expect(inForce(opened.db)).toEqual(wanted)
    expect(() => opened.db.prepare("INSERT INTO membership (id, owner_unit, member_id, organisation_id, from_day) VALUES (?, 'x', 'x', 'x', '2026-01-01')").run(WORKSPACE)).toThrow(/FOREIGN KEY/)
    opened.close()
  })

  it('磁盘上没有一点明文:文件头、表名、栽种的名字', () => {
    makeCrashed((db) => db.prepare("INSERT INTO organisation (id, owner_unit, code, kind, note, created_at, updated_at) VALUES (@id, @id, 'canary', 'branch', @note, 0, 0)").run({ id: WORKSPACE, note: `${PLANTED}二` }))
    let seen = 0
    for (const name of ['baolei.db', 'baolei.db-wal', 'lock.db', 'owner.json', 'lock.db-journal']) {
      if (!existsSync(join(folder, name))) continue
      const bytes = readFileSync(join(folder, name))
      if (name === 'lock.db-journal') continue // 锁文件的日志里只有它自己,没有数据
      seen += 1
      for (const word of ['SQLite format 3', 'record_version', 'audit_log', 'organisation', 'CREATE', 'canary', PLANTED]) expect(bytes.includes(word), `${name}: ${word}`).toBe(false)
    }
    expect(seen).toBeGreaterThanOrEqual(3)
    const store = openStore(folder)
    expect(store.db.prepare('SELECT note FROM organisation').pluck().all()).toEqual([`${PLANTED}二`])
    store.close()
  })

  it('钥匙与文件夹只有本人能看', () => {
    makeClosed()
    if (process.platform === 'win32') return
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'keys', 'open.json')).mode & 0o777).toBe(0o600)
  })

  it('升级之前留一份:同一把钥匙打得开,不是明文', () => {
    createStore(folder).close()
    const raw = openRaw(folder)
    for (const table of raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all()) {
      raw.pragma('foreign_keys = OFF')
      raw.exec(`DROP TABLE ${String(table)}`)
    }
    raw.exec(`CREATE TABLE earlier (name TEXT); INSERT INTO earlier VALUES ('${PLANTED}')`)
    raw.pragma('user_version = 5')
    raw.close()
    const store = openStore(folder)
    expect(store.db.pragma('user_version', { simple: true })).toBe(LATEST_VERSION)
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1)
    store.close()
    const [backup] = readdirSync(join(folder, 'backups'))
    expect(backup).toMatch(/-before_migration$/)
    const copy = join(folder, 'backups', String(backup))
    expect(readFileSync(join(copy, 'baolei.db')).includes(PLANTED)).toBe(false)
    const reopened = openRaw(copy, slotKey(folder))
    expect(reopened.prepare('SELECT name FROM earlier').pluck().get()).toBe(PLANTED)
    reopened.close()
  })
})

describe('拒绝打开:文件一个字节不变,也不多出文件', () => {
  const unfinished = (version: number): void => {
    createStore(folder).close()
    const raw = openRaw(folder)
    if (version === 0) raw.exec('DROP TABLE workspace')
    raw.pragma(`user_version = ${version}`)
    raw.close()
  }
  const foreign = (): void => {
    makeClosed()
    const raw = openRaw(folder)
    raw.pragma('application_id = 77')
    raw.close()
  }
  const damaged = (position: number): void => {
    makeClosed()
    const path = join(folder, 'baolei.db')
    const bytes = readFileSync(path)
    bytes[position] = (bytes[position] ?? 0) ^ 0x40
    writeFileSync(path, bytes)
  }
  const cases: readonly (readonly [what: string, code: string, prepare: () => void])[] = [
    ['文件夹不存在', 'STORE_NOT_FOUND', () => undefined],
    ['文件夹里没有库', 'STORE_NOT_FOUND', () => (mkdirSync(folder), writeFileSync(join(folder, '照片.jpg'), 'x'))],
    ['位置是一个文件', 'STORE_NOT_FOUND', () => writeFileSync(folder, 'x')],
    ['baolei.db 是个文件夹', 'STORE_NOT_FOUND', () => mkdirSync(join(folder, 'baolei.db'), { recursive: true })],
    ['有钥匙没有库(被删)', 'STORE_FILE_MISSING', () => (makeClosed(), rmSync(join(folder, 'baolei.db')))],
    ['有库没有钥匙', 'STORE_KEY_MISSING', () => (makeClosed(), rmSync(join(folder, 'keys'), { recursive: true }))],
    ['钥匙文件读不懂', 'STORE_KEY_WRONG', () => (makeClosed(), writeFileSync(join(folder, 'keys', 'open.json'), '{"format":'))],
    ['钥匙文件是 null', 'STORE_KEY_WRONG', () => (makeClosed(), writeFileSync(join(folder, 'keys', 'open.json'), 'null'))],
    ['别处的钥匙', 'STORE_KEY_WRONG', () => (makeClosed(), createStore(join(base, 'other')).close(), copyFileSync(join(base, 'other', 'keys', 'open.json'), join(folder, 'keys', 'open.json')))],
    ['没加密的 SQLite', 'STORE_NOT_OURS', () => (mkdirSync(folder), new Database(join(folder, 'baolei.db')).exec('CREATE TABLE t (a)').close())],
    ['不相干的文件', 'STORE_KEY_MISSING', () => (mkdirSync(folder), writeFileSync(join(folder, 'baolei.db'), 'not a database'))],
    ['不相干的文件,有钥匙', 'STORE_KEY_WRONG', () => (makeClosed(), writeFileSync(join(folder, 'baolei.db'), Buffer.alloc(40_960, 7)))],
    ['第一页坏了一处', 'STORE_KEY_WRONG', () => damaged(100)],
    ['空的库文件', 'STORE_NOT_OURS', () => (makeClosed(), writeFileSync(join(folder, 'baolei.db'), ''))],
    ['更新的版本', 'STORE_FROM_FUTURE', () => (makeClosed(), ((raw) => (raw.pragma('user_version = 990'), raw.close()))(openRaw(folder)))],
    ['更新的版本,且有没收回的 WAL', 'STORE_FROM_FUTURE', () => makeCrashed((db) => db.pragma('user_version = 990'))],
    ['钥匙不对,且有没收回的 WAL', 'STORE_KEY_WRONG', () => (makeCrashed((db) => db.exec("UPDATE workspace SET name = 'later'")), writeFileSync(join(folder, 'keys', 'open.json'), JSON.stringify({ format: 'baolei-key-slot', version: 1, kind: 'open', key: 'ab'.repeat(32) })))],
    ['用同一钥匙加密的别的程序的库', 'STORE_NOT_OURS', foreign],
    ['没建成的(内容没提交)', 'STORE_NOT_FOUND', () => unfinished(10)],
    ['没建成的(表还没建)', 'STORE_NOT_FOUND', () => unfinished(0)],
    ['lock.db 被别的内容盖掉', 'STORE_CORRUPT', () => (makeClosed(), writeFileSync(join(folder, 'lock.db'), 'garbage '.repeat(1000)))],
  ]
  it.each(cases)('%s → %s', (_what, code, prepare) => {
    prepare()
    // 复制来的一份里没有 lock.db 也一样。
    for (const lock of ['keep', 'remove']) {
      if (lock === 'remove' && code !== 'STORE_CORRUPT' && existsSync(join(folder, 'lock.db'))) rmSync(join(folder, 'lock.db'))
      const before = snapshot(base)
      expect(codeOf(() => openStore(folder)).code).toBe(code)
      expect(snapshot(base)).toEqual(before)
    }
  })

  it('钥匙放回去,没收回的 WAL 里的提交一条不少', () => {
    makeCrashed((db) => db.exec("UPDATE workspace SET name = 'later'"))
    const slot = join(folder, 'keys', 'open.json')
    const right = readFileSync(slot)
    writeFileSync(slot, JSON.stringify({ format: 'baolei-key-slot', version: 1, kind: 'open', key: 'ab'.repeat(32) }))
    expect(codeOf(() => openStore(folder)).code).toBe('STORE_KEY_WRONG')
    writeFileSync(slot, right)
    const store = openStore(folder)
    expect(store.db.prepare('SELECT name FROM workspace').pluck().get()).toBe('later')
    store.close()
  })

  it('版本与位置写在附带数据里', () => {
    makeClosed()
    const raw = openRaw(folder)
    raw.pragma('user_version = 990')
    raw.close()
    expect(codeOf(() => openStore(folder))).toEqual({ code: 'STORE_FROM_FUTURE', data: { found: 990, known: LATEST_VERSION } })
    expect(codeOf(() => openStore(join(base, 'nowhere')))).toEqual({ code: 'STORE_NOT_FOUND', data: { path: join(base, 'nowhere') } })
  })

  const isRoot = process.getuid?.() === 0
  it.skipIf(isRoot || process.platform === 'win32')('只读的文件夹 → STORE_READONLY(以 root 运行时跳过:root 不受权限限制)', () => {
    makeClosed()
    chmodSync(folder, 0o500)
    chmodSync(join(folder, 'lock.db'), 0o400)
    try {
      const before = snapshot(folder)
      expect(codeOf(() => openStore(folder)).code).toBe('STORE_READONLY')
      expect(snapshot(folder)).toEqual(before)
    } finally {
      chmodSync(folder, 0o700)
    }
  })

  it('坏了的页读到时报 STORE_CORRUPT,从不当好的用', () => {
    makeClosed()
    const path = join(folder, 'baolei.db')
    const good = readFileSync(path)
    const pages = Math.floor(good.length / 4096)
    let caught = 0
    for (let page = 1; page < pages; page += 9) {
      const bytes = Buffer.from(good)
      bytes[page * 4096 + 200] = (bytes[page * 4096 + 200] ?? 0) ^ 1
      writeFileSync(path, bytes)
      const found = codeOf(() => {
        const store = openStore(folder)
        try {
          const result = store.db.pragma('integrity_check', { simple: true })
          if (result !== 'ok') throw Object.assign(new Error(String(result)), { code: 'SQLITE_CORRUPT' })
        } finally {
          store.close()
        }
      })
      expect(found.code).toBe('STORE_CORRUPT')
      caught += 1
    }
    expect(caught).toBeGreaterThan(5)
    writeFileSync(path, good)
    openStore(folder).close()
  })
})

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
const hold = async (mode: string, path: string): Promise<{ readonly child: ChildProcess; readonly first: string; readonly lines: string[] }> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../support/hold-store.ts', import.meta.url)), mode, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const first = new Promise<string>((resolve) => {
    reader.on('line', (line) => {
      lines.push(line)
      resolve(line)
    })
  })
  return { child, first: await first, lines }
}
const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}

describe('两个进程', () => {
  it('第二个被拒并知道是谁,第一个照常用;第一个被强行结束后第三个能开', async () => {
    makeClosed()
    const { child, first } = await hold('open', folder)
    expect(first).toBe('held')
    const refused = codeOf(() => openStore(folder))
    expect(refused.code).toBe('STORE_LOCKED')
    expect((refused.data as { owner: string }).owner).toContain(hostname())
    expect(child.exitCode).toBeNull()
    await kill(child)
    expect(existsSync(join(folder, 'owner.json'))).toBe(true)
    const third = openStore(folder)
    expect(third.db.prepare('SELECT name FROM workspace').pluck().get()).toBe(PLANTED)
    // 反过来也一样:这里开着,子进程被拒。
    expect((await hold('open', folder)).first).toBe('refused STORE_LOCKED')
    third.db.exec("UPDATE workspace SET name = 'still mine'")
    third.close()
    expect(existsSync(join(folder, 'owner.json'))).toBe(false)
    expect((await hold('open', folder)).first).toBe('held')
  })

  it('同一进程里再开一次也被拒,经符号链接也瞒不过,锁不受影响', async () => {
    makeClosed()
    const link = join(base, 'link')
    symlinkSync(folder, link)
    const store = openStore(folder)
    expect(codeOf(() => openStore(folder)).code).toBe('STORE_LOCKED')
    expect(codeOf(() => openStore(link)).code).toBe('STORE_LOCKED')
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect((await hold('open', realpathSync(folder))).first).toBe('refused STORE_LOCKED')
    store.close()
  })
  it.skipIf(process.platform !== 'linux')('造不出文件夹的位置:马上说不行,不一直重试', () => {
    expect(codeOf(() => createStore('/proc/baolei/工作区')).code).toMatch(/^STORE_/)
  })

  it('提交过的在被强行结束之后都在(三十次的小样,长的在可靠性一组)', async () => {
    makeClosed()
    let acknowledged = 0
    for (let round = 0; round < 3; round++) {
      const { child, lines } = await hold('write', folder)
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 37))
      await kill(child)
      acknowledged = Math.max(acknowledged, ...lines.filter((line) => line.startsWith('ack ')).map((line) => Number(line.slice(4))))
      const store = openStore(folder)
      const kept = store.db.prepare('SELECT count(*) FROM organisation').pluck().get() as number
      expect(kept).toBeGreaterThanOrEqual(acknowledged)
      expect(store.db.pragma('integrity_check', { simple: true })).toBe('ok')
      store.close()
    }
    expect(acknowledged).toBeGreaterThan(0)
  })
})

describe('新建', () => {
  it('里面有别的文件的文件夹不用,一个字节不动', () => {
    mkdirSync(folder)
    writeFileSync(join(folder, '报告.docx'), 'x')
    const before = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(before)
  })
  it('已有的工作区不会被盖掉:关着的、库丢了只剩钥匙的、坏了的', () => {
    makeClosed()
    const whole = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(whole)
    appendFileSync(join(folder, 'baolei.db'), 'tail')
    writeFileSync(join(folder, 'baolei.db'), Buffer.alloc(8192, 3))
    const broken = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(broken)
    rmSync(join(folder, 'baolei.db'))
    const lost = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(lost)
  })
  it('带着没收回的 WAL 的工作区也不动', () => {
    makeCrashed((db) => db.exec("UPDATE workspace SET name = 'later'"))
    const before = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(before)
  })
  it('写到一半出错:新造的文件夹收走,本来就有的空文件夹还是空的,再建就成', () => {
    const fail = (): never => {
      throw new Error('half-way')
    }
    expect(() => createStore(join(folder, '深', '处'), fail)).toThrow('half-way')
    expect(existsSync(folder)).toBe(false)
    mkdirSync(folder)
    expect(() => createStore(folder, fail)).toThrow('half-way')
    expect(readdirSync(folder)).toEqual([])
    makeClosed()
    openStore(folder).close()
  })
  it('内容提交了、钥匙还没改名就被结束:照样打得开,随即补改', () => {
    makeClosed()
    renameSync(join(folder, 'keys', 'open.json'), join(folder, 'keys', 'new.json'))
    const before = snapshot(folder)
    expect(codeOf(() => createStore(folder)).code).toBe('STORE_EXISTS')
    expect(snapshot(folder)).toEqual(before)
    const store = openStore(folder)
    expect(store.db.prepare('SELECT name FROM workspace').pluck().get()).toBe(PLANTED)
    store.close()
    expect(readdirSync(join(folder, 'keys'))).toEqual(['open.json'])
  })
  it.each<[string, () => void]>([
    ['只有空文件夹', () => rmSync(join(folder, 'keys', 'new.json'))],
    ['有钥匙还没有库', () => undefined],
    ['库文件还是空的', () => writeFileSync(join(folder, 'baolei.db'), '')],
  ])('各种没建成的样子都能再建:%s', (_what, prepare) => {
    for (const name of ['keys', 'blobs', 'backups', 'logs']) mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, 'keys', 'new.json'), JSON.stringify({ format: 'baolei-key-slot', version: 1, kind: 'open', key: 'ab'.repeat(32) }))
    prepare()
    expect(['STORE_NOT_FOUND', 'STORE_KEY_MISSING']).toContain(codeOf(() => openStore(folder)).code)
    makeClosed()
    openStore(folder).close()
  })
  it('建到一半被强行结束:打不开(还没有工作区),同一处可以再建', async () => {
    const { child, first } = await hold('create', folder)
    expect(first).toBe('filling')
    expect(['STORE_LOCKED', 'STORE_EXISTS']).toContain(codeOf(() => createStore(folder)).code)
    await kill(child)
    expect(existsSync(join(folder, 'baolei.db'))).toBe(true)
    const store = createStore(folder, ({ db }) => addRow(db))
    expect(store.db.prepare('SELECT count(*) FROM organisation').pluck().get()).toBe(0)
    store.close()
    openStore(folder).close()
  })
  it.each([
    ['位置是一个文件', 'STORE_FOLDER_UNSUITABLE', () => (writeFileSync(folder, 'x'), folder)],
    ['上级是一个文件', 'STORE_FOLDER_UNSUITABLE', () => (writeFileSync(folder, 'x'), join(folder, 'in'))],
    ['名字长过系统所能', 'STORE_FOLDER_UNSUITABLE', () => join(base, 'x'.repeat(300))],
    ['名字里有空字符', 'STORE_FOLDER_UNSUITABLE', () => join(base, 'a\0b')],
  ])('%s → %s', (_what, code, place) => {
    expect(codeOf(() => createStore(place())).code).toBe(code)
  })
})

describe('收尾', () => {
  it('有语句正在逐行读时关库:仍然放锁;读完之后别处能开', async () => {
    const store = createStore(folder, ({ db }) => addRow(db))
    const rows = store.db.prepare('SELECT name FROM sqlite_master').iterate()
    rows.next()
    expect(() => store.close()).toThrow()
    rows.return?.()
    expect((await hold('open', folder)).first).toBe('held')
    store.db.close()
  })
  it('提交之后收 WAL;库已关或收不成都不抛', () => {
    vi.useFakeTimers()
    try {
      const store = createStore(folder, ({ db }) => addRow(db))
      store.db.exec("UPDATE workspace SET name = 'a'")
      store.committed(1, { seq: 1, head: '0'.repeat(64) })
      expect(store.lastSavedAt()).toBe(1)
      expect(statSync(join(folder, 'baolei.db-wal')).size).toBeGreaterThan(0)
      vi.advanceTimersByTime(6000)
      expect(statSync(join(folder, 'baolei.db-wal')).size).toBe(0)
      store.committed(2, { seq: 2, head: '0'.repeat(64) })
      store.db.exec('BEGIN')
      vi.advanceTimersByTime(6000)
      store.db.exec('COMMIT')
      store.committed(3, { seq: 3, head: '0'.repeat(64) })
      store.close()
      store.close()
      vi.advanceTimersByTime(6000)
    } finally {
      vi.useRealTimers()
    }
  })
})
