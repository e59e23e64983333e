import type { Database } from 'better-sqlite3'
import type { DevelopmentDocument, DevelopmentEvent, DevelopmentPersonFields, DevelopmentStatus, StepFields } from '../../../shared/model/development.ts'
import type { NamePinyin } from '../../domain/members/name-pinyin.ts'
import { createRecordTable, type Row, type SqlValue } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 附在一份材料上的文件(services/attachments)。 */
export interface AttachedFile {
  readonly blob: string | null
  readonly thumbnail: string | null
  readonly fileName: string
}
export const NO_FILE: AttachedFile = { blob: null, thumbnail: null, fileName: '' }
type PersonalValues = Pick<DevelopmentPersonFields, 'idNumber' | 'mobile'>

const stepRow = (fields: StepFields): Row => ({
  started_on: fields.startedOn,
  done_on: fields.doneOn,
  publicity_from: fields.publicityFrom,
  publicity_to: fields.publicityTo,
  publicity_result: fields.publicityResult,
  training_days: fields.trainingDays,
  training_hours: fields.trainingHours,
  people: JSON.stringify(fields.people),
  meeting: fields.meeting,
  votes: fields.votes === null ? '' : JSON.stringify(fields.votes),
  conclusion: fields.conclusion,
  authority: fields.authority,
  document_number: fields.documentNumber,
  note: fields.note,
  filled_by: fields.filledBy,
  reviewed_by: fields.reviewedBy,
})
const PERSON_COLUMNS = ['branch_id', 'member_id', 'name', 'pinyin_full', 'pinyin_initials', 'gender', 'ethnicity', 'birth_date', 'education', 'post', 'note', 'first_step', 'transferred_in_on', 'status', 'created_at', 'updated_at', 'deleted_at']
const STEP_COLUMNS = ['person_id', 'step', 'state', 'started_on', 'done_on', 'publicity_from', 'publicity_to', 'publicity_result', 'training_days', 'training_hours', 'people', 'meeting', 'meeting_id', 'votes', 'conclusion', 'authority', 'document_number', 'note', 'filled_by', 'reviewed_by', 'created_at', 'updated_at']

/** 发展过程的写入。归属(owner_unit)是培养的支部;证号、手机另表,审计只记字段名。 */
export const createDevelopmentWrites = (db: Database, nextId: () => string) => {
  const people = createRecordTable(db, 'development_person', PERSON_COLUMNS)
  const steps = createRecordTable(db, 'development_step', STEP_COLUMNS)
  const documents = createRecordTable(db, 'development_document', ['person_id', 'step', 'kind', 'name', 'document_number', 'dated_on', 'note', 'blob', 'thumbnail', 'file_name', 'created_at', 'updated_at', 'deleted_at'])
  const events = createRecordTable(db, 'development_event', ['person_id', 'kind', 'on_day', 'until_day', 'to_step', 'reason', 'document_number', 'created_at', 'undone_at'])
  const selectPersonal = db.prepare('SELECT rev, id_number, mobile FROM development_personal WHERE person_id = ?')
  const upsertPersonal = db.prepare('INSERT INTO development_personal (person_id, rev, id_number, mobile) VALUES (@person_id, @rev, @id_number, @mobile) ON CONFLICT (person_id) DO UPDATE SET rev = excluded.rev, id_number = excluded.id_number, mobile = excluded.mobile')
  const currentStep = db.prepare("SELECT id, rev FROM development_step WHERE person_id = ? AND step = ? AND state <> 'superseded'")
  const currentFrom = db.prepare("SELECT id FROM development_step WHERE person_id = ? AND step >= ? AND state <> 'superseded' ORDER BY step").pluck()

  const savePersonal = (transaction: Transaction, id: string, ownerUnit: string, given: PersonalValues): boolean => {
    const current = selectPersonal.get(id) as { rev: number; id_number: string; mobile: string } | undefined
    const next = { id_number: given.idNumber ?? current?.id_number ?? '', mobile: given.mobile ?? current?.mobile ?? '' }
    const changed = (['id_number', 'mobile'] as const).filter((column) => (current?.[column] ?? '') !== next[column])
    if (changed.length === 0) return false
    const rev = (current?.rev ?? 0) + 1
    upsertPersonal.run({ person_id: id, rev, ...next })
    const auditSeq = transaction.auditFor({ ownerUnit, table: 'development_personal', recordId: id, detail: { action: current === undefined ? 'insert' : 'update', fields: changed } })
    transaction.version({ table: 'development_personal', recordId: id, rev, auditSeq, body: { person_id: id, rev, ...next } })
    return true
  }
  const personRow = (fields: DevelopmentPersonFields, pinyin: NamePinyin): Record<string, SqlValue> => ({
    branch_id: fields.branchId,
    name: fields.name,
    pinyin_full: pinyin.full,
    pinyin_initials: pinyin.initials,
    gender: fields.gender,
    ethnicity: fields.ethnicity,
    birth_date: fields.birthDate,
    education: fields.education,
    post: fields.post,
    note: fields.note,
    first_step: fields.firstStep,
    transferred_in_on: fields.transferredInOn,
  })
  return {
    addPerson: (transaction: Transaction, fields: DevelopmentPersonFields, pinyin: NamePinyin, memberId: string | null): string => {
      const id = nextId()
      people.insert(transaction, { id, owner_unit: fields.branchId, ...personRow(fields, pinyin), member_id: memberId, status: 'active', created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      savePersonal(transaction, id, fields.branchId, fields)
      return id
    },
    /** @throws RecordMissing / RecordStale */
    savePerson: (transaction: Transaction, id: string, rev: number, fields: DevelopmentPersonFields, pinyin: NamePinyin): void => {
      people.update(transaction, id, rev, {})
      const touched = savePersonal(transaction, id, fields.branchId, fields)
      people.update(transaction, id, rev, { owner_unit: fields.branchId, ...personRow(fields, pinyin), updated_at: transaction.at }, { force: touched })
    },
    setStatus: (transaction: Transaction, id: string, status: DevelopmentStatus): void => void people.update(transaction, id, null, { status, updated_at: transaction.at }),
    linkMember: (transaction: Transaction, id: string, memberId: string): void => void people.update(transaction, id, null, { member_id: memberId, updated_at: transaction.at }),
    /**
     * 存一步;没有就新建。
     *
     * @param rev 看到的修订号;还没有记录为 null。
     * @throws RecordStale
     */
    saveStep: (transaction: Transaction, where: { readonly personId: string; readonly step: number; readonly ownerUnit: string; readonly rev: number | null }, state: 'draft' | 'review' | 'done', fields: StepFields): void => {
      const current = currentStep.get(where.personId, where.step) as { id: string; rev: number } | undefined
      if (current === undefined) steps.insert(transaction, { id: nextId(), owner_unit: where.ownerUnit, person_id: where.personId, step: where.step, state, meeting_id: null, ...stepRow(fields), created_at: transaction.at, updated_at: transaction.at })
      else steps.update(transaction, current.id, where.rev ?? 0, { state, ...stepRow(fields), updated_at: transaction.at })
    },
    /** 办完的退回待审核,好更正。 */
    reopenStep: (transaction: Transaction, personId: string, step: number, rev: number, reason: string): void => {
      const current = currentStep.get(personId, step) as { id: string } | undefined
      if (current !== undefined) steps.update(transaction, current.id, rev, { state: 'review', updated_at: transaction.at }, { reason, action: 'reopen' })
    },
    /** 从这一步起都要重办:原来的记录留着,不再算数。 */
    supersedeFrom: (transaction: Transaction, personId: string, step: number): void => {
      for (const id of currentFrom.all(personId, step) as string[]) steps.update(transaction, id, null, { state: 'superseded', updated_at: transaction.at })
    },
    addDocument: (transaction: Transaction, personId: string, ownerUnit: string, given: Omit<DevelopmentDocument, 'id' | 'rev' | 'attachment'>, attached: AttachedFile = NO_FILE): string => {
      const id = nextId()
      documents.insert(transaction, { id, owner_unit: ownerUnit, person_id: personId, step: given.step, kind: given.kind, name: given.name, document_number: given.documentNumber, dated_on: given.datedOn, note: given.note, blob: attached.blob, thumbnail: attached.thumbnail, file_name: attached.fileName, created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      return id
    },
    /** 附上、换掉、去掉(给 NO_FILE)文件。@throws RecordMissing / RecordStale */
    attachFile: (transaction: Transaction, id: string, rev: number, { blob, thumbnail, fileName }: AttachedFile): void => void documents.update(transaction, id, rev, { blob, thumbnail, file_name: fileName, updated_at: transaction.at }),
    /** 附的文件一并不要:只记去掉的话还引用着,永远收不走。 */
    removeDocument: (transaction: Transaction, id: string, rev: number): void => void documents.update(transaction, id, rev, { blob: null, thumbnail: null, file_name: '', deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' }),
    addEvent: (transaction: Transaction, personId: string, ownerUnit: string, given: Omit<DevelopmentEvent, 'id'>): void =>
      events.insert(transaction, { id: nextId(), owner_unit: ownerUnit, person_id: personId, kind: given.kind, on_day: given.onDay, until_day: given.untilDay, to_step: given.toStep, reason: given.reason, document_number: given.documentNumber, created_at: transaction.at, undone_at: null }),
  }
}
