import type { Database } from 'better-sqlite3'
import type { MeetingType } from '../../../shared/model/meeting.ts'
import type { AttachmentPurpose } from '../../../shared/model/meeting-parts.ts'
import { createRecordTable } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

export interface MeetingAttachmentRecord {
  readonly id: string
  readonly rev: number
  readonly meetingId: string
  readonly kind: AttachmentPurpose
  readonly blob: string
  readonly thumbnail: string | null
  readonly fileName: string
}
/** 一年的附件里的一份,连同它的会议。 */
export interface YearAttachment extends MeetingAttachmentRecord {
  readonly day: string
  readonly title: string
  readonly meetingType: MeetingType
}
type Stored = Pick<MeetingAttachmentRecord, 'blob' | 'thumbnail' | 'fileName'>

const COLUMNS = 'a.id, a.rev, a.meeting_id AS meetingId, a.kind, a.blob, a.thumbnail, a.file_name AS fileName'

/** 会议的附件:内容在 blobs/,这里只记着引用(services/attachments/README.md)。 */
export const createMeetingAttachmentRepo = (db: Database) => {
  const table = createRecordTable(db, 'meeting_attachment', ['meeting_id', 'kind', 'position', 'blob', 'thumbnail', 'file_name', 'created_at', 'updated_at', 'deleted_at'])
  const ofMeeting = db.prepare(`SELECT ${COLUMNS} FROM meeting_attachment a WHERE a.meeting_id = ? AND a.deleted_at IS NULL ORDER BY a.position, a.id`)
  const ofYear = db.prepare(
    `SELECT ${COLUMNS}, substr(m.start_at, 1, 10) AS day, m.title, m.meeting_type AS meetingType FROM meeting_attachment a JOIN meeting m ON m.id = a.meeting_id WHERE m.branch_id = @branchId AND m.deleted_at IS NULL AND m.state <> 'voided' AND a.deleted_at IS NULL AND substr(m.start_at, 1, 4) = @year ORDER BY m.start_at, a.meeting_id, a.position, a.id`,
  )
  const next = db.prepare('SELECT coalesce(max(position) + 1, 0) FROM meeting_attachment WHERE meeting_id = ?').pluck()
  return {
    ofMeeting: (meetingId: string): MeetingAttachmentRecord[] => ofMeeting.all(meetingId) as MeetingAttachmentRecord[],
    /** 一个支部一年里未作废的会议的附件,先后照会议、照附上的次序:封存一年时抄进文件夹。 */
    ofYear: (branchId: string, year: number): YearAttachment[] => ofYear.all({ branchId, year: String(year) }) as YearAttachment[],
    add: (transaction: Transaction, given: { readonly id: string; readonly meetingId: string; readonly ownerUnit: string; readonly kind: AttachmentPurpose }, stored: Stored): void =>
      table.insert(transaction, { id: given.id, owner_unit: given.ownerUnit, meeting_id: given.meetingId, kind: given.kind, position: next.get(given.meetingId) as number, blob: stored.blob, thumbnail: stored.thumbnail, file_name: stored.fileName, created_at: transaction.at, updated_at: transaction.at, deleted_at: null }),
    /** 三列清空:只记去掉的话还引用着,永远收不走。@throws RecordMissing / RecordStale */
    remove: (transaction: Transaction, id: string, rev: number): void => void table.update(transaction, id, rev, { blob: null, thumbnail: null, file_name: '', deleted_at: transaction.at, updated_at: transaction.at }, { action: 'remove' }),
  }
}
