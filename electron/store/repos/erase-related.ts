import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 发展记录里擦掉的:姓名、各步的日期属组织档案,留着。 */
const CLEAR_PERSON = "UPDATE development_person SET gender = '0', ethnicity = '', birth_date = NULL, education = '', post = '', note = '', updated_at = @at, rev = rev + 1 WHERE id = @id"
const CLEAR_PERSONAL = "UPDATE development_personal SET id_number = '', mobile = '', rev = rev + 1 WHERE person_id = @id"
/** 流动、失联、困难、联系、慰问的情况属个人资料;表彰、处分属组织档案。 */
const CLEAR_CARE = "UPDATE care_record SET title = '', detail = '', amount_fen = NULL, updated_at = @at, rev = rev + 1 WHERE id = @id"
const PERSONAL_KINDS = "('floating', 'lost', 'hardship', 'contact', 'visit')"

/** 一个人另外留在发展、关怀两处的资料:行、旧版本、秘密一起擦。返回擦掉几个旧版本。 */
export const createRelatedEraser = (db: Database) => {
  const blank = db.prepare("UPDATE record_version SET body = '{}', erased_at = @at WHERE table_name = @table AND record_id = @id AND erased_at IS NULL")
  const forget = db.prepare("DELETE FROM record_secret WHERE table_name = 'member' AND record_id = ?")
  const clearPerson = db.prepare(CLEAR_PERSON)
  const clearPersonal = db.prepare(CLEAR_PERSONAL)
  const clearCare = db.prepare(CLEAR_CARE)
  const personOfMember = db.prepare('SELECT id FROM development_person WHERE member_id = ?').pluck()
  const careOfMember = db.prepare(`SELECT id FROM care_record WHERE member_id = ? AND kind IN ${PERSONAL_KINDS}`).pluck()
  const personalValues = db.prepare('SELECT id_number, mobile FROM development_personal WHERE person_id = ?').raw()
  const versions = { person: createRowVersions(db, 'development_person'), personal: createRowVersions(db, 'development_personal'), care: createRowVersions(db, 'care_record') }

  const person = (transaction: Transaction, id: string, ownerUnit: string, drafts = 0): number => {
    const erased = ['development_person', 'development_personal'].reduce((sum, table) => sum + blank.run({ table, id, at: transaction.at }).changes, 0)
    forget.run(id)
    clearPerson.run({ id, at: transaction.at })
    const auditSeq = transaction.audit({ ownerUnit, table: 'development_person', recordId: id, detail: { action: 'erase', versions: erased, drafts } })
    versions.person.record(transaction, id, auditSeq)
    if (clearPersonal.run({ id }).changes === 1) versions.personal.record(transaction, id, auditSeq)
    return erased
  }
  return {
    /** 发展记录里的证号、手机,好到没存完的表单里找。 */
    valuesOf: (personId: string): string[] => (personalValues.get(personId) as string[] | undefined) ?? [],
    personOf: (memberId: string): string | null => (personOfMember.get(memberId) as string | undefined) ?? null,
    person,
    care: (transaction: Transaction, memberId: string, ownerUnit: string): number =>
      (careOfMember.all(memberId) as string[]).reduce((sum, id) => {
        const erased = blank.run({ table: 'care_record', id, at: transaction.at }).changes
        forget.run(id)
        clearCare.run({ id, at: transaction.at })
        const auditSeq = transaction.audit({ ownerUnit, table: 'care_record', recordId: id, detail: { action: 'erase', versions: erased } })
        versions.care.record(transaction, id, auditSeq)
        return sum + erased
      }, 0),
  }
}
