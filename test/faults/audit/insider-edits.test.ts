import type { Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { CHAIN_TABLES, COVERED_TABLES, OUTSIDE_CHILD_COLUMNS, OUTSIDE_TABLES } from '../../../electron/store/verify/covered-tables.ts'
import { verifyStore } from '../../../electron/store/verify/verify-store.ts'
import { makeClosedOffice, type ClosedOffice } from '../../support/audited-office.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { forgeEverything, pickTamper, rollBackLast, TAMPERED_TABLES, type Tamper } from '../../support/faults/insider-edits.ts'
import { openRaw } from '../../support/raw-store.ts'

let office: ClosedOffice
let db: Database
beforeAll(async () => {
  office = await makeClosedOffice()
  db = openRaw(office.folder, office.key.toString('hex'))
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
})
afterAll(() => {
  db.close()
  office.remove()
})

interface Trigger {
  readonly name: string
  readonly sql: string
}
/** 去掉触发器,动手脚,再把触发器原样装回去:有心人会这么做。之后核对,再退回原样。 */
const under = <T>(tamper: Tamper, random: ReturnType<typeof createSeededRandom>, look: (what: string) => T): T | null => {
  db.exec('SAVEPOINT tampering')
  try {
    const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as Trigger[]
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    const what = tamper(db, random)
    for (const { sql } of triggers) db.exec(sql)
    return what === null ? null : look(what)
  } finally {
    db.exec('ROLLBACK TO tampering; RELEASE tampering')
  }
}
const tablesOf = (): string[] => db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]

describe('核对的清单', () => {
  it('库里的每张表都在清单里:要么核对,要么写明缘由;新加的表没写进来,这里就不过', () => {
    const children = COVERED_TABLES.flatMap((covered) => (covered.children ?? []).map(({ table }) => table))
    const listed = [...COVERED_TABLES.map(({ table }) => table), ...children, ...CHAIN_TABLES, ...OUTSIDE_TABLES]
    expect(new Set(listed).size).toBe(listed.length)
    expect(tablesOf().filter((table) => !listed.includes(table))).toEqual([])
    // SQLite 自己的统计表要跑过 optimize 才有。
    expect(listed.filter((table) => !tablesOf().includes(table) && !table.startsWith('sqlite_stat'))).toEqual([])
  })
  it('下级行的每一列都在正文里,或写明不进', () => {
    for (const { table, owner, columns } of COVERED_TABLES.flatMap(({ children = [] }) => children)) {
      const inBody = Object.values(columns).map((column) => (typeof column === 'string' ? column : 'flag' in column ? column.flag : column.place))
      const all = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
      expect(all.toSorted(), table).toEqual([...inBody, owner, ...(OUTSIDE_CHILD_COLUMNS[table] ?? [])].toSorted())
    }
  })
  it('下面动手脚的工作区里,每张表都有行', () => {
    const empty = TAMPERED_TABLES.filter((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() === 0)
    // 三员分立的例外,一个办公室里没有。
    expect(empty).toEqual(['officer_exception'])
  })
})

describe('F58 内部人绕过程序改库', () => {
  it('没动过:样样相符,链头还在;印在纸上的前八个字也认得', () => {
    expect(verifyStore(db, office.head)).toMatchObject({ sound: true, headFound: true, altered: [], brokenAuditAt: null, brokenVersionAt: null, head: office.head })
    expect(verifyStore(db, ` ${office.head.slice(0, 4).toUpperCase()} ${office.head.slice(4, 8)}`)).toMatchObject({ sound: true, headFound: true })
    for (const wrong of ['0'.repeat(64), office.head.slice(0, 7), 'zzzzzzzz', office.head.slice(1, 9)]) expect(verifyStore(db, wrong), wrong).toMatchObject({ sound: false, headFound: false })
    expect(verifyStore(db)).toMatchObject({ sound: true, headFound: null })
  })

  it('随机动手脚,次次看得出', () => {
    const wanted = amount(60, 1000)
    const random = createSeededRandom(seed)
    const kinds = new Map<string, number>()
    const missed: string[] = []
    let milliseconds = 0
    let done = 0
    // 有的做不成(撞了唯一、没有合适的行),多转几圈。
    for (let turn = 0; turn < wanted * 20 && done < wanted; turn++) {
      const made = under(pickTamper(random), random, (what) => {
        const started = performance.now()
        const { sound } = verifyStore(db, office.head)
        milliseconds += performance.now() - started
        const kind = what.split(' ')[0] ?? ''
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        if (sound) missed.push(`${what} (turn ${turn})`)
        return true
      })
      if (made === true) done += 1
    }
    expect(done).toBe(wanted)
    figure('F58', '随机改库', `${done} 次,${missed.length} 次没看出;${[...kinds].map(([kind, count]) => `${kind} ${count}`).join('、')};核对一次 ${(milliseconds / done).toFixed(0)} 毫秒`)
    expect(missed, `seed ${seed}`).toEqual([])
    expect(kinds.size).toBeGreaterThanOrEqual(8)
    // 退回之后与原来一样:每一次都是在原样上动的手脚。
    expect(verifyStore(db, office.head).sound).toBe(true)
  }, patience(120, 900))

  it('连两条链都重算过、连同最后一次保存整个退回去的:库里自己看不出,抄在别处的链头指得出来', () => {
    for (const tamper of [forgeEverything, rollBackLast]) {
      const seen = under(tamper, createSeededRandom(seed), (what) => ({ what, alone: verifyStore(db).sound, against: verifyStore(db, office.head) }))
      expect(seen, tamper.name).toMatchObject({ alone: true, against: { sound: false, headFound: false } })
    }
  })

  it.each(['DROP TRIGGER audit_log_no_update', 'DROP TRIGGER account_grant_exclusive_INSERT', 'DROP INDEX member_personal_id_number', 'DROP TABLE score_event', 'DROP TABLE audit_log', 'ALTER TABLE member DROP COLUMN note', 'CREATE TABLE hidden (x)', 'CREATE TRIGGER mine AFTER INSERT ON member BEGIN SELECT 1; END'])('改了库的结构:%s', (change) => {
    db.exec('SAVEPOINT changing')
    try {
      db.exec(change)
      const verdict = verifyStore(db, office.head)
      expect(verdict.sound).toBe(false)
      expect(verdict.altered).toContainEqual({ table: 'sqlite_master', count: change.includes('DROP TABLE') ? expect.any(Number) : 1 })
    } finally {
      db.exec('ROLLBACK TO changing; RELEASE changing')
    }
  })
})
