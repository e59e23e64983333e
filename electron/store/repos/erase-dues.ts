import type { Database } from 'better-sqlite3'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'

const OWN = 'SELECT id FROM dues_assessment WHERE member_id = @id UNION ALL SELECT id FROM dues_exemption WHERE member_id = @id'
/** 原因必填,擦掉之后写一道横。 */
const ERASED_REASON = '\u2014'

/**
 * 擦除一个人时,党费里他的收入(核算的科目、基数)与减免原因一并擦掉;
 * 交纳、上交的登记是支部的账,留着。
 */
export const createEraseDues = (db: Database) => {
  const blank = db.prepare(`UPDATE record_version SET body = '{}', erased_at = @at WHERE table_name IN ('dues_assessment', 'dues_exemption') AND record_id IN (${OWN}) AND erased_at IS NULL`)
  const assessments = db.prepare('SELECT id FROM dues_assessment WHERE member_id = ?').pluck()
  const exemptions = db.prepare('SELECT id FROM dues_exemption WHERE member_id = ?').pluck()
  const dropAmounts = db.prepare('DELETE FROM dues_assessment_amount WHERE assessment_id = ?')
  const clearAssessment = db.prepare("UPDATE dues_assessment SET base_fen = 0, fixed_fen = NULL, note = '', updated_at = @at, rev = rev + 1 WHERE id = @id")
  const clearExemption = db.prepare('UPDATE dues_exemption SET reason = @reason, updated_at = @at, rev = rev + 1 WHERE id = @id')
  const assessmentVersions = createRowVersions(db, 'dues_assessment')
  const exemptionVersions = createRowVersions(db, 'dues_exemption')
  return {
    /** 抹掉旧版本的正文;返回几个。须在忘掉他的秘密之前。 */
    blank: (memberId: string, at: number): number => blank.run({ id: memberId, at }).changes,
    /** 清空现在的行,各记一个新版本。 */
    clear: (transaction: Transaction, memberId: string, auditSeq: number): void => {
      for (const id of assessments.all(memberId) as string[]) {
        dropAmounts.run(id)
        clearAssessment.run({ id, at: transaction.at })
        assessmentVersions.record(transaction, id, auditSeq)
      }
      for (const id of exemptions.all(memberId) as string[]) {
        clearExemption.run({ id, at: transaction.at, reason: ERASED_REASON })
        exemptionVersions.record(transaction, id, auditSeq)
      }
    },
  }
}
