import type { meetingFilesContract } from '../../../shared/contract/meeting-files.contract.ts'
import { MOST_ATTACHMENTS_OF_MEETING } from '../../../shared/model/attachment.ts'
import type { MeetingFile } from '../../../shared/model/meeting-aids.ts'
import type { RecordState } from '../../../shared/model/meeting.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createMeetingAttachmentRepo } from '../../store/repos/meeting-attachment-repo.ts'
import { createMeetingRepo, type MeetingRecord } from '../../store/repos/meeting-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createAttachments } from '../attachments/attachments.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 会后补一份佐证是常事:审批、评价、作废之前都能补、能去掉。 */
const CLOSED: readonly RecordState[] = ['approved', 'evaluated', 'voided']
const isOpen = ({ state }: MeetingRecord): boolean => !CLOSED.includes(state)

/** 会议的附件。 */
export const createMeetingFileHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof meetingFilesContract> => {
  const { db } = scope.store
  const meetings = createMeetingRepo(db)
  const repo = createMeetingAttachmentRepo(db)
  const attachments = createAttachments(scope, files)

  const readOr404 = (id: string): MeetingRecord => meetings.read(id) ?? failWith('NOT_FOUND')
  const listed = (meetingId: string): { files: MeetingFile[]; editable: boolean } => {
    const meeting = readOr404(meetingId)
    const rows = repo.ofMeeting(meetingId).flatMap(({ id, rev, kind, blob, fileName }): MeetingFile[] => {
      const facts = attachments.facts(blob, fileName)
      return facts === null ? [] : [{ id, rev, kind, attachment: facts }]
    })
    return { files: rows, editable: isOpen(meeting) }
  }
  const change = (procedure: string, meeting: MeetingRecord, apply: (transaction: Transaction) => void) => {
    scope.write('meeting', procedure, (transaction) => {
      apply(transaction)
      transaction.emit('meetings.changed', { ids: [meeting.id], branchIds: [meeting.branchId] })
    })
    return listed(meeting.id)
  }
  const requireOpen = (id: string): MeetingRecord => {
    const meeting = readOr404(id)
    return isOpen(meeting) ? meeting : failWith('NOT_EDITABLE')
  }
  const requireOwn = (meetingId: string, id: string) => repo.ofMeeting(meetingId).find((row) => row.id === id) ?? failWith('NOT_FOUND')
  return {
    list: ({ meetingId }) => listed(meetingId),
    thumbnails: ({ meetingId }) => {
      readOr404(meetingId)
      return {
        thumbnails: repo.ofMeeting(meetingId).flatMap(({ id, thumbnail }) => {
          const base64 = attachments.thumbnail(thumbnail)
          return base64 === null ? [] : [{ id, base64 }]
        }),
      }
    },
    add: ({ meetingId, kind, attachment }) => {
      const meeting = requireOpen(meetingId)
      if (repo.ofMeeting(meetingId).length >= MOST_ATTACHMENTS_OF_MEETING) failWith('ATTACHMENT_UNSUITABLE', { reason: 'count' })
      const stored = attachments.keep(attachment)
      return change('meetingFiles.add', meeting, (transaction) => repo.add(transaction, { id: scope.ports.ids.next(), meetingId, ownerUnit: meeting.branchId, kind }, stored))
    },
    remove: ({ meetingId, attachment: { id, rev } }) => {
      const meeting = requireOpen(meetingId)
      requireOwn(meetingId, id)
      const left = change('meetingFiles.remove', meeting, (transaction) => repo.remove(transaction, id, rev))
      attachments.collect()
      return left
    },
    open: ({ meetingId, attachmentId }) => {
      readOr404(meetingId)
      const { blob, fileName } = requireOwn(meetingId, attachmentId)
      return attachments.open(blob, fileName)
    },
  }
}
