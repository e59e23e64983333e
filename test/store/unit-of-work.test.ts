import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createUuidV7 } from '../../electron/services/system-ports.ts'
import { findBrokenAudit } from '../../electron/store/audit-chain.ts'
import { createStore, type Store } from '../../electron/store/open-store.ts'
import { createRecordTable, RecordMissing, RecordStale, type RecordTable } from '../../electron/store/record-table.ts'
import { createUnitOfWork, type Transaction, type UnitOfWork } from '../../electron/store/unit-of-work.ts'

const ids = createUuidV7(() => Date.now())
const origin = { actor: 'tester', kind: 'organisation', procedure: 'organisations.add', at: 1000, role: '', reason: '' }

let base = ''
let store: Store
let unit: UnitOfWork
let organisations: RecordTable
let published: { readonly name: string; readonly inTransaction: boolean }[] = []
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'baolei-unit-'))
  store = createStore(join(base, 'workspace'))
  published = []
  unit = createUnitOfWork(store, 'test-machine', (name) => published.push({ name, inTransaction: store.db.inTransaction }))
  organisations = createRecordTable(store.db, 'organisation', ['code', 'kind', 'note', 'created_at', 'updated_at'])
})
afterEach(() => {
  store.close()
  rmSync(base, { recursive: true, force: true })
})

const add = (transaction: Transaction, code: string): string => {
  const id = ids.next()
  organisations.insert(transaction, { id, owner_unit: id, code, kind: 'branch', note: '', created_at: 1, updated_at: 1 })
  return id
}
const count = (table: string): number => store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
const counts = (): readonly number[] => ['organisation', 'audit_log', 'record_version'].map(count)
const versions = (id: string): unknown[] => store.db.prepare('SELECT rev, body FROM record_version WHERE record_id = ? ORDER BY rev').all(id).map((row) => ({ ...(row as { rev: number; body: string }), body: JSON.parse((row as { body: string }).body) as unknown }))

describe('一次写入', () => {
  it('行、审计、版本一起提交,事件在提交之后发', () => {
    const id = unit.write(origin, (transaction) => {
      const made = add(transaction, '001')
      transaction.emit('organisations.changed', { ids: [made] })
      expect(published).toEqual([])
      return made
    })
    expect(counts()).toEqual([1, 1, 1])
    expect(published).toEqual([{ name: 'organisations.changed', inTransaction: false }])
    expect(store.db.prepare('SELECT at, actor, kind, procedure, owner_unit, table_name, record_id, detail FROM audit_log').get()).toEqual({ at: 1000, actor: 'tester', kind: 'organisation', procedure: 'organisations.add', owner_unit: id, table_name: 'organisation', record_id: id, detail: '{"action":"insert"}' })
    expect(store.lastSavedAt()).toBe(1000)
  })
  it('抛错:全部回滚,不发事件,不算保存', () => {
    unit.write(origin, (transaction) => add(transaction, '001'))
    const before = counts()
    expect(() =>
      unit.write({ ...origin, at: 2000 }, (transaction) => {
        add(transaction, '002')
        transaction.emit('organisations.changed', { ids: [] })
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(counts()).toEqual(before)
    expect(published).toEqual([])
    expect(store.lastSavedAt()).toBe(1000)
    expect(findBrokenAudit(store.db)).toBeNull()
  })
  it('数据库拒绝(唯一、外键)同样整体回滚', () => {
    unit.write(origin, (transaction) => add(transaction, '001'))
    const before = counts()
    expect(() => unit.write(origin, (transaction) => [add(transaction, '002'), add(transaction, '001')])).toThrow(/UNIQUE/)
    expect(() => unit.write(origin, (transaction) => organisations.insert(transaction, { id: ids.next(), owner_unit: ids.next(), code: '', kind: 'branch', note: '', created_at: 1, updated_at: 1 }))).toThrow(/FOREIGN KEY/)
    expect(counts()).toEqual(before)
  })
  it('异步函数被拒并回滚,之后再用它的事务也不成', async () => {
    let later: Promise<unknown> = Promise.resolve()
    expect(() =>
      unit.write(origin, ((transaction: Transaction) => {
        add(transaction, '001')
        later = Promise.resolve().then(() => add(transaction, '002'))
        return later
        // 类型上就不许;这里故意绕过,看运行时拦不拦得住。
      }) as (transaction: Transaction) => never),
    ).toThrow()
    expect(counts()).toEqual([0, 0, 0])
    await expect(later).rejects.toThrow()
  })
  it('写里不能再套写;套写出错后照常能写', () => {
    expect(() => unit.write(origin, () => unit.write(origin, (transaction) => add(transaction, '001')))).toThrow(/nested/)
    expect(counts()).toEqual([0, 0, 0])
    unit.write(origin, (transaction) => add(transaction, '001'))
    expect(counts()).toEqual([1, 1, 1])
  })
  it('批量:变动都归到一条审计', () => {
    unit.write({ ...origin, kind: 'import' }, (transaction) => {
      transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'organisation', recordId: '', detail: { rows: 3 } }))
      for (const code of ['1', '2', '3']) add(transaction, code)
    })
    expect(counts()).toEqual([3, 1, 3])
    expect(store.db.prepare('SELECT DISTINCT audit_seq FROM record_version').pluck().all()).toEqual([1])
  })
})

describe('可改的表', () => {
  const make = (): string => unit.write(origin, (transaction) => add(transaction, '001'))
  const update = (id: string, rev: number | null, changes: Parameters<RecordTable['update']>[3], options?: Parameters<RecordTable['update']>[4]): number => unit.write(origin, (transaction) => organisations.update(transaction, id, rev, changes, options))

  it('修订号加一,版本存整行,审计只记字段名', () => {
    const id = make()
    expect(update(id, 1, { note: '涉及个人的话', updated_at: 2 })).toBe(2)
    expect(organisations.read(id)).toMatchObject({ rev: 2, note: '涉及个人的话', updated_at: 2, code: '001' })
    expect(versions(id)).toMatchObject([{ rev: 1, body: { note: '', code: '001', rev: 1 } }, { rev: 2, body: { note: '涉及个人的话', code: '001', rev: 2 } }])
    expect(store.db.prepare('SELECT detail FROM audit_log ORDER BY seq DESC LIMIT 1').pluck().get()).toBe('{"action":"update","fields":["note"]}')
  })
  it('修订号不对:RecordStale 带现在的修订号,什么也不写', () => {
    const id = make()
    update(id, 1, { note: 'a' })
    const before = counts()
    expect(() => update(id, 1, { note: 'b' })).toThrow(RecordStale)
    try {
      update(id, 1, { note: 'b' })
    } catch (error) {
      expect((error as RecordStale).currentRev).toBe(2)
    }
    expect(counts()).toEqual(before)
    expect(organisations.read(id)).toMatchObject({ note: 'a' })
  })
  it('没有这一行:RecordMissing', () => {
    expect(() => update(ids.next(), 1, { note: 'a' })).toThrow(RecordMissing)
  })
  it('没有实际变化(只有更新时刻变):不写、不加号;force 时照写', () => {
    const id = make()
    const before = counts()
    expect(update(id, 1, { note: '', updated_at: 99 })).toBe(1)
    expect(counts()).toEqual(before)
    expect(organisations.read(id)).toMatchObject({ rev: 1, updated_at: 1 })
    expect(update(id, 1, {}, { force: true, action: 'rename', reason: '写错了' })).toBe(2)
    expect(versions(id)).toMatchObject([{ rev: 1 }, { rev: 2, body: { reason: '写错了' } }])
    expect(store.db.prepare('SELECT detail FROM audit_log ORDER BY seq DESC LIMIT 1').pluck().get()).toBe('{"action":"rename","fields":[],"reasonGiven":true}')
  })
  it('不核对修订号(服务内部的连带改动)', () => {
    const id = make()
    update(id, 1, { note: 'a' })
    expect(update(id, null, { note: 'b' })).toBe(3)
  })
  it('列名写错立刻报错,不悄悄漏掉', () => {
    const id = make()
    expect(() => update(id, 1, { nott: 'a' })).toThrow(/nott/)
    expect(organisations.read(id)).toMatchObject({ rev: 1 })
  })
  it('附在版本里的下级内容不会盖掉行本身的列', () => {
    const id = make()
    update(id, 1, { note: 'a' }, { versionBody: () => ({ topics: ['x'], note: '旧的' }) })
    expect(versions(id)[1]).toMatchObject({ body: { topics: ['x'], note: 'a', rev: 2 } })
  })
})

describe('只追加的表', () => {
  const tables = ['audit_log', 'record_version', 'manual_score', 'score_result', 'import_batch'] as const
  const fill = (): void => {
    unit.write(origin, (transaction) => {
      const unitId = add(transaction, '001')
      const scheme = ids.next()
      const version = ids.next()
      store.db.prepare("INSERT INTO scheme (id, owner_unit, name, created_at, updated_at) VALUES (?, ?, 's', 1, 1)").run(scheme, unitId)
      store.db.prepare("INSERT INTO scheme_version (id, owner_unit, scheme_id, version, effective_from, status, body, hash) VALUES (?, ?, ?, 1, '2026-01-01', 'published', '{}', 'h')").run(version, unitId, scheme)
      store.db.prepare("INSERT INTO manual_score (id, owner_unit, scheme_version_id, branch_id, period, indicator_id, points, state, recorded_at, recorded_by) VALUES (?, ?, ?, ?, '2026-09', 'a', '1', 'confirmed', 1, 't')").run(ids.next(), unitId, version, unitId)
      store.db.prepare("INSERT INTO score_result (id, owner_unit, branch_id, period, scheme_version_id, revision, known_at, status, body, input_hash) VALUES (?, ?, ?, '2026-09', ?, 1, 1, 'scored', '{}', 'h')").run(ids.next(), unitId, unitId, version)
      store.db.prepare("INSERT INTO import_batch (id, owner_unit, kind, at, actor, file_hash, counts) VALUES (?, ?, 'roster', 1, 't', 'h', '{}')").run(ids.next(), unitId)
    })
  }
  it.each(tables)('%s:改、删、用 INSERT OR REPLACE 顶掉、UPDATE OR REPLACE 都不行', (table) => {
    fill()
    const before = store.db.prepare(`SELECT * FROM ${table}`).all()
    expect(before).toHaveLength(1)
    const column = Object.keys(before[0] as object)[1] ?? ''
    expect(() => store.db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/append-only/)
    expect(() => store.db.exec(`UPDATE OR REPLACE ${table} SET ${column} = ${column}`)).toThrow(/append-only/)
    expect(() => store.db.exec(`DELETE FROM ${table}`)).toThrow(/append-only/)
    expect(() => store.db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/append-only/)
    expect(store.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before)
  })
  it('发布了的方案版本:内容、版本号、生效日都不能改,不能删', () => {
    fill()
    for (const change of ["body = '[]'", "hash = 'x'", 'version = 2', "effective_from = '2027-01-01'", "published_by = 'x'", "status = 'draft'", "status = 'draft', body = '[]'"]) expect(() => store.db.exec(`UPDATE scheme_version SET ${change}`)).toThrow(/immutable/)
    expect(() => store.db.exec('DELETE FROM scheme_version')).toThrow(/immutable/)
    store.db.exec("UPDATE scheme_version SET status = 'retired'")
    expect(() => store.db.exec("UPDATE scheme_version SET status = 'draft'")).toThrow(/immutable/)
    expect(() => store.db.exec('INSERT OR REPLACE INTO scheme_version SELECT * FROM scheme_version')).toThrow(/immutable/)
  })
})

describe('审计链:去掉触发器之后动手脚也看得出', () => {
  const write = (times: number): void => {
    for (let index = 0; index < times; index++) unit.write({ ...origin, at: 1000 + index }, (transaction) => add(transaction, `c${index}`))
  }
  const unlock = (): void => {
    store.db.exec('DROP TRIGGER audit_log_no_update; DROP TRIGGER audit_log_no_delete; PRAGMA foreign_keys = OFF')
  }

  it('没动过:相符', () => {
    expect(findBrokenAudit(store.db)).toBeNull()
    write(12)
    expect(findBrokenAudit(store.db)).toBeNull()
  })
  it.each(['at = at + 1', "actor = 'x'", "kind = 'member'", "procedure = 'a.b'", 'owner_unit = NULL', "table_name = 'member'", "record_id = 'x'", "detail = '{}'", "previous_hash = 'x'", "hash = 'x'"])('改一处:%s', (change) => {
    write(12)
    unlock()
    store.db.exec(`UPDATE audit_log SET ${change} WHERE seq = 7`)
    expect(findBrokenAudit(store.db)).toBe(7)
  })
  it.each([
    ['抽掉第一条', 1, 'DELETE FROM audit_log WHERE seq = 1'],
    ['抽掉中间一条', 7, 'DELETE FROM audit_log WHERE seq = 7'],
    ['抽掉最后两条', 11, 'DELETE FROM audit_log WHERE seq > 10'],
    ['全部抽掉', 1, 'DELETE FROM audit_log'],
    ['两条对调', 5, 'UPDATE audit_log SET seq = -1 WHERE seq = 5; UPDATE audit_log SET seq = 5 WHERE seq = 6; UPDATE audit_log SET seq = 6 WHERE seq = -1'],
    ['抽掉一条再把后面的号补齐', 7, 'DELETE FROM audit_log WHERE seq = 7; UPDATE audit_log SET seq = seq - 1 WHERE seq > 7'],
  ])('%s', (_what, seq, change) => {
    write(12)
    unlock()
    store.db.exec(change)
    expect(findBrokenAudit(store.db)).toBe(seq)
  })
  it('回滚的写入不占号', () => {
    write(2)
    expect(() => unit.write(origin, (transaction) => (add(transaction, 'x'), JSON.parse('{')))).toThrow()
    write(0)
    unit.write(origin, (transaction) => add(transaction, 'y'))
    expect(findBrokenAudit(store.db)).toBeNull()
  })
})
