import type { Database } from 'better-sqlite3'
import type { DevelopmentDocument, DevelopmentEvent, DevelopmentPersonFields, DevelopmentStatus, StepFields, StepPerson, StepVotes } from '../../../shared/model/development.ts'
import { coversDay } from '../as-of.ts'
import { MEMBER_TYPE_ON_DAY } from '../roster-sql.ts'

export interface DevelopmentPersonRecord {
  readonly id: string
  readonly rev: number
  readonly memberId: string | null
  readonly status: DevelopmentStatus
  readonly branchName: string
  readonly joinedOn: string | null
  readonly fields: DevelopmentPersonFields & { readonly idNumber: string; readonly mobile: string }
}
export interface DevelopmentStepRecord {
  readonly personId: string
  readonly step: number
  readonly rev: number
  readonly state: 'draft' | 'review' | 'done'
  readonly fields: StepFields
}
/** 登记的一份材料;没附文件的 blob 为 null。 */
export type DevelopmentDocumentRecord = Omit<DevelopmentDocument, 'attachment'> & { readonly blob: string | null; readonly thumbnail: string | null; readonly fileName: string }
type PersonRow = Omit<DevelopmentPersonRecord, 'fields'> & DevelopmentPersonRecord['fields']
type StepRow = Omit<DevelopmentStepRecord, 'fields'> & Omit<StepFields, 'people' | 'votes'> & { readonly people: string; readonly votes: string }

const PERSON = `p.id, p.rev, p.member_id AS memberId, p.status, p.branch_id AS branchId, p.name, p.gender, p.ethnicity, p.birth_date AS birthDate, p.education, p.post, p.note, p.first_step AS firstStep, p.transferred_in_on AS transferredInOn,
  COALESCE(s.id_number, '') AS idNumber, COALESCE(s.mobile, '') AS mobile, m.joined_on AS joinedOn,
  COALESCE((SELECT n.name FROM organisation_name n WHERE n.organisation_id = p.branch_id AND ${coversDay('n', 'organisation_name', 'organisation_id')}), '') AS branchName`
const FROM = 'development_person p LEFT JOIN development_personal s ON s.person_id = p.id LEFT JOIN member m ON m.id = p.member_id'
const STEP = `person_id AS personId, step, rev, state, started_on AS startedOn, done_on AS doneOn, publicity_from AS publicityFrom, publicity_to AS publicityTo, publicity_result AS publicityResult, training_days AS trainingDays, training_hours AS trainingHours,
  people, meeting, votes, conclusion, authority, document_number AS documentNumber, note, filled_by AS filledBy, reviewed_by AS reviewedBy`

const toPerson = ({ id, rev, memberId, status, branchName, joinedOn, ...fields }: PersonRow): DevelopmentPersonRecord => ({ id, rev, memberId, status, branchName, joinedOn, fields })
const toStep = ({ personId, step, rev, state, people, votes, ...fields }: StepRow): DevelopmentStepRecord => ({ personId, step, rev, state, fields: { ...fields, people: JSON.parse(people) as StepPerson[], votes: votes === '' ? null : (JSON.parse(votes) as StepVotes) } })

/** 一人的各表按人分好;没有的为空。 */
const grouped = <T extends { readonly personId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> => Map.groupBy(rows, ({ personId }) => personId)

/** 发展过程的读取:一次读出几个人的全部,看板与单人用同一个。 */
export const createDevelopmentRepo = (db: Database) => {
  const inBranches = db.prepare(`SELECT ${PERSON} FROM json_each(@branchIds) b JOIN ${FROM} WHERE p.branch_id = b.value AND p.deleted_at IS NULL AND (@everyone = 1 OR p.status = 'active') ORDER BY b.key, p.id`)
  const one = db.prepare(`SELECT ${PERSON} FROM ${FROM} WHERE p.id = @id AND p.deleted_at IS NULL`)
  const steps = db.prepare(`SELECT ${STEP} FROM development_step JOIN json_each(@ids) k ON person_id = k.value WHERE state <> 'superseded' ORDER BY step`)
  const documents = db.prepare("SELECT d.person_id AS personId, d.id, d.rev, d.step, d.kind, d.name, d.document_number AS documentNumber, d.dated_on AS datedOn, d.note, d.blob, d.thumbnail, d.file_name AS fileName FROM development_document d JOIN json_each(@ids) k ON d.person_id = k.value WHERE d.deleted_at IS NULL ORDER BY d.step, COALESCE(d.dated_on, ''), d.id")
  const events = db.prepare('SELECT e.person_id AS personId, e.id, e.kind, e.on_day AS onDay, e.until_day AS untilDay, e.to_step AS toStep, e.reason, e.document_number AS documentNumber FROM development_event e JOIN json_each(@ids) k ON e.person_id = k.value WHERE e.undone_at IS NULL ORDER BY e.on_day, e.id')
  const forms = db.prepare("SELECT f.person_id AS personId, f.number FROM application_form f JOIN json_each(@ids) k ON f.person_id = k.value WHERE f.state = 'used' ORDER BY f.number")
  const memberTypes = db.prepare(`SELECT m.id, ${MEMBER_TYPE_ON_DAY} AS type FROM json_each(@ids) k JOIN member m ON m.id = k.value WHERE m.deleted_at IS NULL`)
  // 眼下带着几个人:积极分子、发展对象阶段,还没接收的。
  const mentoring = db.prepare(
    `SELECT json_extract(h.value, '$.memberId') AS id, count(DISTINCT d.person_id) AS count, group_concat(DISTINCT d.person_id) AS people FROM development_step d JOIN development_person p ON p.id = d.person_id AND p.status = 'active' AND p.member_id IS NULL AND p.deleted_at IS NULL, json_each(d.people) h
     WHERE d.step = 5 AND d.state <> 'superseded' AND json_extract(h.value, '$.memberId') IS NOT NULL GROUP BY 1`,
  )
  const byIdNumber = db.prepare("SELECT person_id FROM development_personal WHERE id_number = ? AND id_number <> ''").pluck()
  const byMember = db.prepare('SELECT id FROM development_person WHERE member_id = ? AND deleted_at IS NULL').pluck()
  const formUse = db.prepare('SELECT id, rev, state, person_id AS personId FROM application_form WHERE number = ?')

  const of = <T extends { readonly personId: string }>(statement: typeof steps, ids: readonly string[]): ReadonlyMap<string, readonly T[]> => grouped(statement.all({ ids: JSON.stringify(ids) }) as T[])
  return {
    /** 各支部的人;everyone 时连终止、转出、办完的。 */
    inBranches: (branchIds: readonly string[], everyone: boolean, day: string): DevelopmentPersonRecord[] => (inBranches.all({ branchIds: JSON.stringify(branchIds), everyone: everyone ? 1 : 0, day }) as PersonRow[]).map(toPerson),
    read: (id: string, day: string): DevelopmentPersonRecord | null => {
      const row = one.get({ id, day }) as PersonRow | undefined
      return row === undefined ? null : toPerson(row)
    },
    stepsOf: (ids: readonly string[]): ReadonlyMap<string, readonly DevelopmentStepRecord[]> => grouped((steps.all({ ids: JSON.stringify(ids) }) as StepRow[]).map(toStep)),
    documentsOf: (ids: readonly string[]) => of<DevelopmentDocumentRecord & { personId: string }>(documents, ids),
    eventsOf: (ids: readonly string[]) => of<DevelopmentEvent & { personId: string }>(events, ids),
    formsOf: (ids: readonly string[]) => of<{ personId: string; number: string }>(forms, ids),
    /** 这些党员那一天是不是正式党员。 */
    fullMembers: (ids: readonly string[], day: string): ReadonlySet<string> => new Set((memberTypes.all({ ids: JSON.stringify(ids), day }) as { id: string; type: string }[]).flatMap(({ id, type }) => (type === 'full' ? [id] : []))),
    /** 谁眼下带着哪些人。 */
    mentoring: (): ReadonlyMap<string, readonly string[]> => new Map((mentoring.all() as { id: string; people: string }[]).map(({ id, people }) => [id, people.split(',')])),
    findByIdNumber: (idNumber: string): string | null => (idNumber === '' ? null : ((byIdNumber.get(idNumber) as string | undefined) ?? null)),
    findByMember: (memberId: string): string | null => (byMember.get(memberId) as string | undefined) ?? null,
    form: (number: string): { readonly id: string; readonly rev: number; readonly state: string; readonly personId: string | null } | null => (formUse.get(number) as { id: string; rev: number; state: string; personId: string | null } | undefined) ?? null,
  }
}
