import type { Database } from 'better-sqlite3'
import { createRelatedEraser } from './erase-related.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'
import { createEraseDues } from './erase-dues.ts'

interface Erasable {
  readonly rev: number
  readonly branchId: string
  /** 现在还在哪个支部的名册上。 */
  readonly isOnRoster: boolean
}
export interface Erasure {
  /** 擦掉了几个旧版本、几份没存完的表单。 */
  readonly versions: number
  readonly drafts: number
}

/** 擦到什么样:姓名、党籍、入党与转正日期属组织档案,留着;其余清空。 */
const CLEAR_MEMBER = "UPDATE member SET gender = '0', ethnicity = '', birth_date = NULL, education = '', post = '', work_number = '', note = '', native_place = '', birth_place = '', work_from = NULL, degree = '', graduated_from = '', major = '', party_school = 0, administrative_post = '', professional_title = '', post_kind = '', management_level = '', is_backbone = 0, is_retired = 0, sponsors = '', resume = '', sort_order = 0, custom = '{}', updated_at = @at, rev = rev + 1 WHERE id = @id"
const CLEAR_PERSONAL = "UPDATE member_personal SET id_number = '', mobile = '', telephone = '', address = '', photo_blob = NULL, rev = rev + 1 WHERE member_id = @id"
/** 短于这么多字的,碰巧相同的太多。 */
const TELLING = 6

/** 擦除个人资料(F60):行、全部旧版本、秘密、没存完的表单、统计里的样本。 */
export const createEraseRepo = (db: Database) => {
  const find = db.prepare(
    `SELECT m.rev, m.owner_unit AS branchId, m.deleted_at IS NULL AND EXISTS (SELECT 1 FROM membership s WHERE s.member_id = m.id AND (s.to_day IS NULL OR s.to_day > @today)) AS isOnRoster FROM member m WHERE m.id = @id`,
  )
  const personal = db.prepare('SELECT id_number, mobile, telephone, address FROM member_personal WHERE member_id = ?').raw()
  const keptNumber = db.prepare("SELECT json_extract(body, '$.kept_id_number') FROM record_version WHERE table_name = 'member_personal' AND record_id = ? AND json_extract(body, '$.kept_id_number') IS NOT NULL").pluck()
  const blank = db.prepare("UPDATE record_version SET body = '{}', erased_at = @at WHERE table_name IN ('member', 'member_personal') AND record_id = @id AND erased_at IS NULL")
  const forget = db.prepare("DELETE FROM record_secret WHERE table_name = 'member' AND record_id = ?")
  const clearMember = db.prepare(CLEAR_MEMBER)
  const clearPersonal = db.prepare(CLEAR_PERSONAL)
  const dues = createEraseDues(db)
  const drafts = db.prepare('DELETE FROM kept_draft WHERE instr(key, @text) > 0 OR instr(body, @text) > 0')
  const views = db.prepare('DELETE FROM member_view WHERE instr(body, @text) > 0')
  const members = createRowVersions(db, 'member')
  const personals = createRowVersions(db, 'member_personal')
  const related = createRelatedEraser(db)

  /** 查询规划用的统计里留着索引的样本,证号也在其中。 */
  const dropSamples = (): void => {
    for (const table of db.prepare("SELECT name FROM sqlite_master WHERE name IN ('sqlite_stat4', 'sqlite_stat1')").pluck().all() as string[]) db.exec(`DELETE FROM ${table} WHERE tbl IN ('member', 'member_personal', 'development_person', 'development_personal', 'care_record', 'register_entry')`)
  }
  const dropDrafts = (texts: readonly string[]): number => texts.filter((text) => text.length >= TELLING).reduce((sum, text) => sum + drafts.run({ text }).changes + views.run({ text }).changes, 0)
  return {
    /** @returns undefined 没有这个人。 */
    find: (id: string, today: string): Erasable | undefined => {
      const row = find.get({ id, today }) as (Omit<Erasable, 'isOnRoster'> & { isOnRoster: number }) | undefined
      return row === undefined ? undefined : { ...row, isOnRoster: row.isOnRoster === 1 }
    },
    /** 在调用者的事务里;之后还要 scrub。 */
    erase: (transaction: Transaction, id: string, branchId: string): Erasure => {
      const development = related.personOf(id)
      const dropped = dropDrafts([id, ...((personal.get(id) as string[] | undefined) ?? []), ...(keptNumber.all(id) as string[]), ...(development === null ? [] : [development, ...related.valuesOf(development)])])
      const erased = blank.run({ id, at: transaction.at }).changes + dues.blank(id, transaction.at)
      // 秘密一擦,留在版本链里的摘要就再也试不出原来的值;之后的版本另起一个。
      forget.run(id)
      clearMember.run({ id, at: transaction.at })
      const hasPersonal = clearPersonal.run({ id }).changes === 1
      dropSamples()
      const auditSeq = transaction.audit({ ownerUnit: branchId, table: 'member', recordId: id, detail: { action: 'erase', versions: erased, drafts: dropped } })
      members.record(transaction, id, auditSeq)
      if (hasPersonal) personals.record(transaction, id, auditSeq)
      dues.clear(transaction, id, auditSeq)
      const more = (development === null ? 0 : related.person(transaction, development, branchId)) + related.care(transaction, id, branchId) + related.entries(transaction, id, branchId)
      return { versions: erased + more, drafts: dropped }
    },
    /** 还没成为党员、已经终止的发展对象;在调用者的事务里,之后还要 scrub。 */
    erasePerson: (transaction: Transaction, personId: string, branchId: string): void => {
      const dropped = dropDrafts([personId, ...related.valuesOf(personId)])
      dropSamples()
      related.person(transaction, personId, branchId, dropped)
    },
    /**
     * 不留一个字节:页面分裂、合并时的旧拷贝也会留着,所以整库重排一遍,再收 WAL。
     * 备份正读着旧的时收不了,几秒后的下一次收 WAL 再收。
     */
    scrub: (): void => {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.exec('VACUUM')
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
  }
}
