import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OFFICER_ROLES, roleSchema, type Role } from '../../shared/model/workspace.ts'
import { must } from '../support/make-core.ts'
import { keyOf, openRaw } from '../support/raw-store.ts'
import { makeSeparated, type SeparatedOffice } from '../support/separated-office.ts'

/** 兼任由库自己把关:程序有错、有人拿着钥匙直接写 SQL,只要不拆触发器,一样写不进去(F59)。 */
let office: SeparatedOffice
let raw: Database.Database
let root: string
let ids: Readonly<Record<string, string>>
beforeEach(async () => {
  office = await makeSeparated()
  await office.signIn(office.officers.system)
  root = (await must(office.api.accounts.list({}))).units[0]?.id ?? ''
  await must(office.api.system.closeWorkspace({}))
  raw = openRaw(office.path, await keyOf(office.path, office.officers.system))
  // 与程序自己的连接一样设好。
  raw.pragma('recursive_triggers = ON')
  raw.pragma('foreign_keys = ON')
  ids = Object.fromEntries((raw.prepare('SELECT user_name, id FROM account').all() as { user_name: string; id: string }[]).map(({ user_name, id }) => [user_name, id]))
})
afterEach(() => {
  raw.close()
  office.close()
})
const grant = (verb: string, userName: string, role: Role): void => void raw.prepare(`${verb} INTO account_grant (account_id, role, unit_id, granted_at, granted_by) VALUES (?, ?, ?, 0, 'x')`).run(ids[userName], role, root)
const rolesOf = (userName: string): unknown[] => raw.prepare('SELECT role FROM account_grant WHERE account_id = ? ORDER BY role').pluck().all(ids[userName])
const REFUSED = /officer roles are exclusive|append-only|settled|kept|disabled, not deleted|fixed/
const HOLDERS = [
  ['xitong', 'system_admin'],
  ['anquan', 'security_admin'],
  ['shenji', 'auditor'],
] as const

describe('三员的互斥', () => {
  it.each(HOLDERS)('%s 再加任何别的角色:三种写法都不行', (userName, own) => {
    let tried = 0
    for (const role of roleSchema.options.filter((other) => other !== own)) {
      for (const verb of ['INSERT', 'INSERT OR REPLACE', 'INSERT OR IGNORE', 'REPLACE']) {
        expect(() => grant(verb, userName, role), `${verb} ${role}`).toThrow(REFUSED)
        tried += 1
      }
    }
    expect(tried).toBe(32)
    expect(rolesOf(userName)).toEqual([own])
  })
  it('先给一个没有角色的人业务角色,再加三员:也不行;反过来改名、挪人也不行', () => {
    raw.prepare("INSERT INTO account (id, user_name, display_name, password_changed_at, created_at) VALUES ('00000000-0000-7000-8000-0000000000aa', 'extra', '外人', 0, 0)").run()
    ids = { ...ids, extra: '00000000-0000-7000-8000-0000000000aa' }
    grant('INSERT', 'extra', 'committee_office')
    for (const officer of OFFICER_ROLES) expect(() => grant('INSERT', 'extra', officer), officer).toThrow(REFUSED)
    grant('INSERT', 'extra', 'leader')
    // 把自己的一条改成三员,或把三员那一条挪到自己名下。
    for (const officer of OFFICER_ROLES) expect(() => raw.prepare("UPDATE account_grant SET role = ? WHERE account_id = ? AND role = 'leader'").run(officer, ids['extra']), officer).toThrow(REFUSED)
    for (const officer of OFFICER_ROLES) expect(() => raw.prepare('UPDATE account_grant SET account_id = ? WHERE role = ?').run(ids['extra'], officer), officer).toThrow(REFUSED)
    for (const officer of OFFICER_ROLES) expect(() => raw.prepare('UPDATE OR REPLACE account_grant SET account_id = ? WHERE role = ?').run(ids['extra'], officer), officer).toThrow(REFUSED)
    expect(rolesOf('extra')).toEqual(['committee_office', 'leader'])
  })
  it('例外只放过系统与安全保密两个;有兼任时撤不掉、改不掉例外', () => {
    raw.prepare("INSERT INTO officer_exception (account_id, signed_by, document_number, at) VALUES (?, '书记', '1号', 0)").run(ids['xitong'])
    grant('INSERT', 'xitong', 'security_admin')
    for (const role of roleSchema.options.filter((other) => other !== 'system_admin' && other !== 'security_admin')) expect(() => grant('INSERT', 'xitong', role), role).toThrow(REFUSED)
    expect(() => raw.prepare('DELETE FROM officer_exception').run()).toThrow(REFUSED)
    expect(() => raw.prepare('UPDATE officer_exception SET account_id = ?').run(ids['shenji'])).toThrow(REFUSED)
    expect(() => raw.prepare("INSERT OR REPLACE INTO officer_exception (account_id, signed_by, document_number, at) VALUES (?, '改过', '2号', 0)").run(ids['xitong'])).toThrow(REFUSED)
    // 审计员有了例外也没有用。
    raw.prepare("INSERT INTO officer_exception (account_id, signed_by, document_number, at) VALUES (?, '书记', '3号', 0)").run(ids['shenji'])
    for (const role of ['system_admin', 'security_admin'] as const) expect(() => grant('INSERT', 'shenji', role), role).toThrow(REFUSED)
    expect(rolesOf('xitong')).toEqual(['security_admin', 'system_admin'])
  })
  it('例外要写明谁签的、哪份文件', () => {
    for (const [signedBy, document] of [['', '1号'], ['书记', '']]) expect(() => raw.prepare('INSERT INTO officer_exception (account_id, signed_by, document_number, at) VALUES (?, ?, ?, 0)').run(ids['xitong'], signedBy, document)).toThrow(/CHECK/)
  })
  it('分立与否定下就不许改;账号只能停用,不能删掉再冒名', () => {
    for (const setup of ['open', 'one_office']) expect(() => raw.prepare('UPDATE workspace SET setup = ?').run(setup), setup).toThrow(REFUSED)
    expect(() => raw.prepare('DELETE FROM account WHERE user_name = ?').run('shenji')).toThrow(/disabled, not deleted|FOREIGN KEY/)
    expect(raw.prepare('SELECT setup FROM workspace').pluck().get()).toBe('separated')
  })
})
