import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 发展记录里擦掉的:姓名、各步的日期属组织档案,留着。 */
const CLEAR_PERSON = "UPDATE development_person SET gender = '0', ethnicity = '', birth_date = NULL, education = '', post = '', note = '', updated_at = @at, rev = rev + 1 WHERE id = @id"
const CLEAR_PERSONAL = "UPDATE development_personal SET id_number = '', mobile = '', rev = rev + 1 WHERE person_id = @id"
/** 附的扫描件、照片是个人材料;登记的名称、日期留着。 */
const CLEAR_DOCUMENT = "UPDATE development_document SET blob = NULL, thumbnail = NULL, file_name = '', updated_at = @at, rev = rev + 1 WHERE id = @id"
/** 流动、失联、困难、联系、慰问的情况属个人资料;表彰、处分属组织档案。 */
const CLEAR_CARE = "UPDATE care_record SET title = '', detail = '', amount_fen = NULL, updated_at = @at, rev = rev + 1 WHERE id = @id"
/** 谈话的内容是个人情况;谁在哪天谈过、学过属组织档案,留着。 */
const CLEAR_ENTRY = "UPDATE register_entry SET private_body = '{}', updated_at = @at, rev = rev + 1 WHERE id = @id"
const PERSONAL_KINDS = "('floating', 'lost', 'hardship', 'contact', 'visit')"

/** 一个人另外留在发展、关怀两处的资料:行、旧版本、秘密一起擦。返回擦掉几个旧版本。 */
export const createRelatedEraser = (db: Database) => {
  const blank = db.prepare("UPDATE record_version SET body = '{}', erased_at = @at WHERE table_name = @table AND record_id = @id AND erased_at IS NULL")
  const forget = db.prepare("DELETE FROM record_secret WHERE table_name = 'member' AND record_id = ?")
  const clearPerson = db.prepare(CLEAR_PERSON)
  const clearPersonal = db.prepare(CLEAR_PERSONAL)
  const clear = { development_document: db.prepare(CLEAR_DOCUMENT), care_record: db.prepare(CLEAR_CARE), register_entry: db.prepare(CLEAR_ENTRY) }
  // 名字都带着名册上的标识;标识长,碰不到别的。
  const entriesOfMember = db.prepare("SELECT id FROM register_entry WHERE instr(body, @memberId) > 0 AND private_body <> '{}'").pluck()
  const documentsOf = db.prepare("SELECT DISTINCT d.id FROM development_document d JOIN record_version v ON v.table_name = 'development_document' AND v.record_id = d.id WHERE d.person_id = ? AND json_extract(v.body, '$.blob') IS NOT NULL").pluck()
  const personOfMember = db.prepare('SELECT id FROM development_person WHERE member_id = ?').pluck()
  const careOfMember = db.prepare(`SELECT id FROM care_record WHERE member_id = ? AND kind IN ${PERSONAL_KINDS}`).pluck()
  const personalValues = db.prepare('SELECT id_number, mobile FROM development_personal WHERE person_id = ?').raw()
  const versions = { person: createRowVersions(db, 'development_person'), personal: createRowVersions(db, 'development_personal'), development_document: createRowVersions(db, 'development_document'), care_record: createRowVersions(db, 'care_record'), register_entry: createRowVersions(db, 'register_entry') }

  /** 逐条擦:旧版本、秘密、行,各记一条审计与擦过以后的版本。返回擦掉几个旧版本。 */
  const eraseEach = (transaction: Transaction, table: keyof typeof clear, ids: readonly string[], ownerUnit: string): number =>
    ids.reduce((sum, id) => {
      const erased = blank.run({ table, id, at: transaction.at }).changes
      forget.run(id)
      clear[table].run({ id, at: transaction.at })
      const auditSeq = transaction.audit({ ownerUnit, table, recordId: id, detail: { action: 'erase', versions: erased } })
      versions[table].record(transaction, id, auditSeq)
      return sum + erased
    }, 0)
  const person = (transaction: Transaction, id: string, ownerUnit: string, drafts = 0): number => {
    const erased = ['development_person', 'development_personal'].reduce((sum, table) => sum + blank.run({ table, id, at: transaction.at }).changes, 0)
    forget.run(id)
    clearPerson.run({ id, at: transaction.at })
    const auditSeq = transaction.audit({ ownerUnit, table: 'development_person', recordId: id, detail: { action: 'erase', versions: erased, drafts } })
    versions.person.record(transaction, id, auditSeq)
    if (clearPersonal.run({ id }).changes === 1) versions.personal.record(transaction, id, auditSeq)
    // 文件名里多半有姓名,旧版本也擦。
    return erased + eraseEach(transaction, 'development_document', documentsOf.all(id) as string[], ownerUnit)
  }
  return {
    /** 发展记录里的证号、手机,好到没存完的表单里找。 */
    valuesOf: (personId: string): string[] => (personalValues.get(personId) as string[] | undefined) ?? [],
    personOf: (memberId: string): string | null => (personOfMember.get(memberId) as string | undefined) ?? null,
    person,
    /** 与他的谈话。 */
    entries: (transaction: Transaction, memberId: string, ownerUnit: string): number => eraseEach(transaction, 'register_entry', entriesOfMember.all({ memberId }) as string[], ownerUnit),
    care: (transaction: Transaction, memberId: string, ownerUnit: string): number => eraseEach(transaction, 'care_record', careOfMember.all(memberId) as string[], ownerUnit),
  }
}
