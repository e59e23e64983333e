import type { Database } from 'better-sqlite3'
import type { AppraisalOutline, FollowUpOutline, RegisterOutline, SubmissionOutline, TalkOutline } from '../../domain/evaluation/record-facts.ts'
import { COUNTED_STATES } from '../../domain/meetings/counted-states.ts'

/** 带着给人看的名称。 */
export type Named<T> = T & { readonly title: string }
interface Reach {
  readonly branchId: string
  readonly from: string
  readonly to: string
}

const ENTERED = "date(e.created_at / 1000, 'unixepoch', 'localtime') AS enteredOn"
const COUNTED = COUNTED_STATES.map((state) => `'${state}'`).join(', ')
/** 一场会算不算这一类:本来的,或算作的。 */
const isOfType = "(m.meeting_type = t.value OR EXISTS (SELECT 1 FROM json_each(m.also_types) a WHERE a.value = t.value))"

/** 考核取数:会议、党费、名册以外的记录,逐支部取;只取次数与日子要的列,不取正文。 */
export const createScoreRecordRepo = (db: Database) => {
  // 提出、到期、销号有一样在时间窗里的,以及还没办完的。
  const followUps = db.prepare(
    `SELECT f.id, f.kind, f.raised_on AS raisedOn, COALESCE(f.extended_to, f.due_on) AS due, f.closed_on AS closedOn, f.text AS title FROM follow_up f
     WHERE f.branch_id = @branchId AND f.deleted_at IS NULL AND f.state <> 'dropped' AND f.raised_on <= @to AND (f.closed_on IS NULL OR f.closed_on >= @from OR f.raised_on >= @from OR COALESCE(f.extended_to, f.due_on, '') >= @from)`,
  )
  const entries = 'FROM register_entry e WHERE e.branch_id = @branchId AND e.deleted_at IS NULL AND e.day >= @from AND e.day <= @to'
  const talks = db.prepare(`SELECT e.id, COALESCE(json_extract(e.body, '$.kind'), '') AS kind, e.day, ${ENTERED} ${entries} AND e.definition_key = 'talks'`)
  // 计划办了没有:照它开的会办结了,或者写了办完、写了完成情况。
  const registers = db.prepare(
    `SELECT e.id, e.definition_key AS register, e.day, ${ENTERED}, e.title, CASE WHEN e.definition_key NOT IN (SELECT value FROM json_each(@plans)) THEN NULL
     ELSE COALESCE(json_extract(e.body, '$.isDone'), 0) = 1 OR COALESCE(json_extract(e.body, '$.result'), '') <> '' OR EXISTS (SELECT 1 FROM meeting m WHERE m.plan_entry_id = e.id AND m.deleted_at IS NULL AND m.state IN (${COUNTED}) AND substr(m.start_at, 1, 10) <= @day) END AS carriedOut ${entries}`,
  )
  const submission = db.prepare(
    "SELECT definition_key AS register, year, state, submitted_on AS submittedOn, date(created_at / 1000, 'unixepoch', 'localtime') AS firstOn, returned_count AS returnedCount FROM register_submission WHERE branch_id = ? AND definition_key = ? AND year = ?",
  )
  const appraisals = db.prepare(
    `SELECT m.id, t.value AS meetingType, substr(m.start_at, 1, 10) AS day, m.state, date(m.finished_at / 1000, 'unixepoch', 'localtime') AS finishedOn, m.title,
     (SELECT count(*) FROM meeting_appraisal g WHERE g.meeting_id = m.id) AS appraised, (SELECT count(*) FROM meeting_appraisal g WHERE g.meeting_id = m.id AND g.grade = 'excellent') AS excellent
     FROM meeting m, json_each('["organisational_life", "democratic_appraisal"]') t WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.start_at >= @from AND m.start_at <= @to || ' 23:59' AND ${isOfType}`,
  )
  return {
    followUps: (reach: Reach): Named<FollowUpOutline>[] => followUps.all(reach) as Named<FollowUpOutline>[],
    talks: (reach: Reach): TalkOutline[] => talks.all(reach) as TalkOutline[],
    /** @param plans 哪几种登记是计划。@param day 期末那天:以后开的会不算。 */
    registers: (reach: Reach, plans: readonly string[], day: string): Named<RegisterOutline>[] =>
      (registers.all({ ...reach, plans: JSON.stringify(plans), day }) as (Named<Omit<RegisterOutline, 'carriedOut'>> & { carriedOut: number | null })[]).map(({ carriedOut, ...row }) => ({ ...row, carriedOut: carriedOut === null ? null : carriedOut === 1 })),
    /** 没有报过的也有一份。 */
    submission: (branchId: string, register: string, year: number): SubmissionOutline => (submission.get(branchId, register, year) as SubmissionOutline | undefined) ?? { register, year, state: 'none', submittedOn: null, firstOn: null, returnedCount: 0 },
    appraisals: (reach: Reach): Named<AppraisalOutline>[] => appraisals.all(reach) as Named<AppraisalOutline>[],
  }
}
