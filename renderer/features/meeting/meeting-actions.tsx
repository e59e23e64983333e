import { Button } from 'antd'
import { useCallback } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { HistoryButton } from '../../components/history-button.tsx'
import { Icon } from '../../components/icon.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import type { MeetingRecordState } from './use-meeting-record.ts'

const text = meetingText
/** 办结以后、评价以前都可以由上级退回、审阅。 */
const REVIEWABLE: readonly MeetingDetail['state'][] = ['finished', 'submitted', 'approved', 'evaluated']

interface MeetingActionsProps {
  readonly record: MeetingRecordState
  readonly canWrite: boolean
  readonly narrow: boolean
  /** 还有几项要填。 */
  readonly must: number
  readonly onTips: () => void
  readonly onFinish: () => void
}

/** 页头的各个按钮:看这份记录在哪一步、这个人能做什么。 */
export const MeetingActions = ({ record, canWrite, narrow, must, onTips, onFinish }: MeetingActionsProps) => {
  const go = useNavigation((navigation) => navigation.go)
  const mayReview = useSession(({ session }) => mayCall(session, contract.meetings.review))
  const { detail, fields, editable, undo, busy, setDialog } = record
  const neverFinished = detail.state === 'draft' && detail.finishedAt === null
  const loadHistory = useCallback((offset: number) => api.history.meeting({ id: detail.id, offset }), [detail.id])
  return (
    <>
      {narrow && <Button onClick={onTips}>{editable ? text.showTips(must) : commonText.tip}</Button>}
      {/* 没有办结过的草稿可以删(进回收站);办结过的只能作废,留着来历。 */}
      {detail.state !== 'voided' && detail.state !== 'approved' && detail.state !== 'evaluated' && canWrite && (
        <Button className="button-danger" icon={<Icon name="bin" />} onClick={() => setDialog(neverFinished ? 'remove' : 'void')}>
          {neverFinished ? recordHistoryText.remove : text.voidRecord}
        </Button>
      )}
      <HistoryButton load={loadHistory} />
      <Button onClick={() => go({ screen: 'print', branchId: detail.branchId, year: Number(fields.startAt.slice(0, 4)) })}>{text.print}</Button>
      {REVIEWABLE.includes(detail.state) && canWrite && <Button onClick={() => setDialog('reopen')}>{text.reopen}</Button>}
      {REVIEWABLE.includes(detail.state) && mayReview && <Button onClick={() => setDialog('review')}>{text.review.review}</Button>}
      {detail.state === 'finished' && canWrite && (
        <Button type="primary" loading={busy} onClick={() => void record.submit()}>
          {text.review.submit}
        </Button>
      )}
      {editable && (
        <Button title={text.undoKeys} aria-keyshortcuts="Control+Z" icon={<Icon name="back" />} disabled={undo.steps === 0} onClick={undo.undo}>
          {text.undo}
        </Button>
      )}
      {editable && (
        <Button title={text.redoKeys} aria-keyshortcuts="Control+Y" icon={<Icon name="redo" />} disabled={undo.redoSteps === 0} onClick={undo.redo}>
          {text.redo}
        </Button>
      )}
      {editable && (
        <Button type="primary" title={text.finishKeys} aria-keyshortcuts="Control+Enter" loading={busy} onClick={() => onFinish()}>
          {text.finish}
        </Button>
      )}
    </>
  )
}
