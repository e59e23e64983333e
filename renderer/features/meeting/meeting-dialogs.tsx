import { Modal } from 'antd'
import { meetingText as text } from '../../../shared/i18n/zh-CN/meeting.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { ReviewDialog } from './review-dialog.tsx'

export type MeetingDialog = 'finish' | 'reopen' | 'void' | 'stale' | 'remove' | 'review' | null

export interface MeetingDialogsProps {
  readonly dialog: MeetingDialog
  readonly detail: MeetingDetail
  /** 屏幕上的实到人数与名称:以正在编辑的为准。 */
  readonly present: number
  readonly title: string
  readonly busy: boolean
  readonly onClose: () => void
  readonly onFinish: () => void
  readonly onReopen: (reason: string) => void
  readonly onVoid: (reason: string) => void
  readonly onRemove: (reason: string) => void
  readonly onReviewed: (detail: MeetingDetail) => void
  readonly onShowLatest: () => void
}

/** 会议记录的各个确认:办结、改一下、作废、删除、审阅、别处改过。 */
export const MeetingDialogs = ({ dialog, detail, present, title, busy, onClose, onFinish, onReopen, onVoid, onRemove, onReviewed, onShowLatest }: MeetingDialogsProps) => (
  <>
    <Modal open={dialog === 'finish'} title={text.confirm.question(present)} okText={text.confirm.ok} cancelText={text.confirm.keep} onOk={onFinish} onCancel={onClose} confirmLoading={busy} okButtonProps={{ autoFocus: true }} destroyOnHidden>
      {detail.checks.length > 0 && (
        <>
          <p>{text.confirm.checks}</p>
          <ul className="meeting-confirm-checks">
            {detail.checks.map((check) => (
              <li key={check.code}>
                <StateTag tone="warning" word={text.checks.words[check.code]} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{text.confirm.consequence}</p>
    </Modal>
    <ReasonDialog open={dialog === 'remove'} title={recordHistoryText.removeMeeting(title)} consequence={recordHistoryText.removeMeetingNote} confirmLabel={recordHistoryText.removeConfirm} busy={busy} onConfirm={onRemove} onCancel={onClose} />
    <ReasonDialog open={dialog === 'reopen'} title={text.reopenDialog.title} consequence={text.reopenDialog.consequence} confirmLabel={text.reopenDialog.confirm} busy={busy} onConfirm={onReopen} onCancel={onClose} />
    <ReasonDialog open={dialog === 'void'} title={text.voidDialog.title} consequence={text.voidDialog.consequence} confirmLabel={text.voidDialog.confirm} placeholder={text.voidDialog.placeholder} busy={busy} onConfirm={onVoid} onCancel={onClose} />
    <ReviewDialog open={dialog === 'review'} detail={detail} onDone={onReviewed} onClose={onClose} />
    <Modal open={dialog === 'stale'} title={text.staleDialog.title} okText={text.staleDialog.reload} cancelText={text.staleDialog.keep} onOk={onShowLatest} onCancel={onClose}>
      <p>{text.staleDialog.body}</p>
    </Modal>
  </>
)
