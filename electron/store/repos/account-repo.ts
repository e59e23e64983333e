import type { Database } from 'better-sqlite3'
import type { Grant, Role } from '../../../shared/model/workspace.ts'
import { RecordMissing, RecordStale } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface AccountRow {
  readonly id: string
  readonly rev: number
  readonly userName: string
  readonly displayName: string
  readonly state: 'active' | 'disabled'
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: number
  readonly lastSignedInAt: number | null
}
export interface FormerPassword {
  readonly salt: Buffer
  readonly hash: Buffer
}

const SELECT = `SELECT id, rev, user_name AS userName, display_name AS displayName, state, must_change_password AS mustChangePassword, password_changed_at AS passwordChangedAt, last_signed_in_at AS lastSignedInAt FROM account`
type StoredAccount = Omit<AccountRow, 'mustChangePassword'> & { readonly mustChangePassword: number }
const toRow = (row: StoredAccount): AccountRow => ({ ...row, mustChangePassword: row.mustChangePassword === 1 })

/** 用户名的比较形:全角半角、大小写、前后空白不计较。 */
export const sameUserName = (userName: string): string => userName.normalize('NFKC').trim().toLowerCase()

/**
 * 账号与授权。口令不在库里(开得了槽就是口令对);用过的口令只留加盐的散列,供「不许重用」核对。
 * 账号归全单位,审计与版本的归属为 null。
 */
export const createAccountRepo = (db: Database) => {
  const all = db.prepare(`${SELECT} ORDER BY created_at, id`)
  const byId = db.prepare(`${SELECT} WHERE id = ?`)
  const byName = db.prepare(`${SELECT} WHERE user_name = ?`)
  const insert = db.prepare('INSERT INTO account (id, user_name, display_name, state, must_change_password, password_changed_at, created_at) VALUES (@id, @userName, @displayName, @state, @mustChange, @at, @at)')
  const update = db.prepare('UPDATE account SET rev = rev + 1, display_name = @displayName, state = @state, must_change_password = @mustChange, password_changed_at = @passwordChangedAt WHERE id = @id')
  const touch = db.prepare('UPDATE account SET last_signed_in_at = ? WHERE id = ?')
  const grants = db.prepare('SELECT role, unit_id AS unitId FROM account_grant WHERE account_id = ? ORDER BY role, unit_id')
  const clearGrants = db.prepare('DELETE FROM account_grant WHERE account_id = ?')
  const insertGrant = db.prepare('INSERT INTO account_grant (account_id, role, unit_id, granted_at, granted_by) VALUES (@accountId, @role, @unitId, @at, @by)')
  const history = db.prepare('SELECT salt, hash FROM password_history WHERE account_id = ? ORDER BY at DESC LIMIT ?')
  const insertHistory = db.prepare('INSERT INTO password_history (account_id, at, salt, hash) VALUES (@accountId, @at, @salt, @hash)')
  const trimHistory = db.prepare('DELETE FROM password_history WHERE account_id = @accountId AND at NOT IN (SELECT at FROM password_history WHERE account_id = @accountId ORDER BY at DESC LIMIT 24)')
  const numbers = db.prepare('SELECT p.id_number, p.mobile, p.telephone FROM member m JOIN member_personal p ON p.member_id = m.id WHERE m.name = ?').raw()
  const lastAudit = db.prepare('SELECT at FROM audit_log ORDER BY seq DESC LIMIT 1').pluck()
  const unit = db.prepare('SELECT count(*) FROM organisation WHERE id = ?').pluck()
  const holderIds = db.prepare("SELECT DISTINCT a.id FROM account_grant g JOIN account a ON a.id = g.account_id WHERE g.role = @role AND g.unit_id = @unitId AND a.state = 'active'").pluck()
  const exceptions = db.prepare('SELECT count(*) FROM officer_exception WHERE account_id = ?').pluck()
  const exception = db.prepare('INSERT OR IGNORE INTO officer_exception (account_id, signed_by, document_number, at) VALUES (@accountId, @signedBy, @documentNumber, @at)')

  const versions = createRowVersions(db, 'account')

  const find = (id: string): AccountRow | undefined => {
    const row = byId.get(id) as StoredAccount | undefined
    return row === undefined ? undefined : toRow(row)
  }
  const grantsOf = (id: string): Grant[] => grants.all(id) as Grant[]
  const record = (transaction: Transaction, id: string, action: string, detail: Readonly<Record<string, unknown>>): void => {
    const row = find(id)
    if (row === undefined) throw new RecordMissing('account')
    const auditSeq = transaction.auditFor({ ownerUnit: null, table: 'account', recordId: id, detail: { action, ...detail } })
    versions.record(transaction, id, auditSeq)
  }
  const change = (transaction: Transaction, id: string, expectedRev: number | null, action: string, changes: Partial<Pick<AccountRow, 'displayName' | 'state' | 'mustChangePassword' | 'passwordChangedAt'>>, detail: Readonly<Record<string, unknown>> = {}): void => {
    const row = find(id)
    if (row === undefined) throw new RecordMissing('account')
    if (expectedRev !== null && row.rev !== expectedRev) throw new RecordStale(row.rev)
    const next = { ...row, ...changes }
    update.run({ id, displayName: next.displayName, state: next.state, mustChange: next.mustChangePassword ? 1 : 0, passwordChangedAt: next.passwordChangedAt })
    record(transaction, id, action, { fields: Object.keys(changes), ...detail })
  }

  return {
    all: (): AccountRow[] => (all.all() as StoredAccount[]).map(toRow),
    find,
    findByName: (userName: string): AccountRow | undefined => {
      const row = byName.get(sameUserName(userName)) as StoredAccount | undefined
      return row === undefined ? undefined : toRow(row)
    },
    grantsOf,
    /** 在这个组织上有这个角色、没停用的人。 */
    activeHolders: (role: Role, unitId: string): string[] => holderIds.all({ role, unitId }) as string[],
    isUnit: (id: string): boolean => unit.get(id) === 1,
    hasException: (id: string): boolean => exceptions.get(id) === 1,
    /** 名册里同名的人的证号、电话:口令里不许有(F54)。 */
    personalNumbers: (displayName: string): string[] => (numbers.all(displayName) as string[][]).flat().filter((number) => number !== ''),
    /** 最近一条审计的时刻;一条也没有为 0。 */
    lastAuditAt: (): number => (lastAudit.get() as number | undefined) ?? 0,
    /** @param used 头一个口令,记进用过的口令。 */
    add: (transaction: Transaction, account: { readonly id: string; readonly userName: string; readonly displayName: string; readonly mustChangePassword: boolean }, used: FormerPassword): void => {
      insert.run({ id: account.id, userName: sameUserName(account.userName), displayName: account.displayName, state: 'active', mustChange: account.mustChangePassword ? 1 : 0, at: transaction.at })
      insertHistory.run({ accountId: account.id, at: transaction.at, ...used })
      record(transaction, account.id, 'insert', { fields: [] })
    },
    /** @throws RecordMissing / RecordStale */
    rename: (transaction: Transaction, id: string, rev: number, displayName: string): void => change(transaction, id, rev, 'rename', { displayName }),
    /** @throws RecordMissing / RecordStale */
    setState: (transaction: Transaction, id: string, rev: number, state: 'active' | 'disabled'): void => change(transaction, id, rev, state === 'active' ? 'enable' : 'disable', { state }),
    /** 换了口令:本人换的、管理员重设的(下次登录要换)。 */
    passwordChanged: (transaction: Transaction, id: string, action: 'change_password' | 'reset_password' | 'recover', mustChangePassword: boolean, former: FormerPassword, detail: Readonly<Record<string, unknown>> = {}): void => {
      insertHistory.run({ accountId: id, at: transaction.at, ...former })
      trimHistory.run({ accountId: id })
      change(transaction, id, null, action, { mustChangePassword, passwordChangedAt: transaction.at }, detail)
    },
    formerPasswords: (id: string, count: number): FormerPassword[] => history.all(id, count) as FormerPassword[],
    /**
     * 整份授权;重复的只算一次。
     *
     * @throws RecordMissing / RecordStale;三员分立时兼任由触发器拒绝(SQLITE_CONSTRAINT_TRIGGER)。
     */
    setGrants: (transaction: Transaction, id: string, rev: number | null, wanted: readonly Grant[]): void => {
      clearGrants.run(id)
      const distinct = [...new Map(wanted.map((grant) => [`${grant.role}@${grant.unitId}`, grant])).values()]
      for (const { role, unitId } of distinct) insertGrant.run({ accountId: id, role, unitId, at: transaction.at, by: transaction.actor })
      // 角色与组织不是个人资料:审计里写全,看得出授了什么。
      change(transaction, id, rev, 'grant', {}, { grants: wanted.map(({ role, unitId }) => `${role}@${unitId}`) })
    },
    allowCombinedOfficers: (transaction: Transaction, id: string, rev: number, signedBy: string, documentNumber: string): void => {
      exception.run({ accountId: id, signedBy, documentNumber, at: transaction.at })
      // 文号、签字人是人写的话,在版本里,不进审计正文。
      change(transaction, id, rev, 'officer_exception', {})
    },
    /** 登录时刻不算一次修改,不进版本;它就是那条登录审计的时刻,核对时按审计看。 */
    signedIn: (id: string, at: number): void => {
      touch.run(at, id)
    },
  }
}
export type AccountRepo = ReturnType<typeof createAccountRepo>
