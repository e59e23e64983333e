import { App } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { MeetingDetail, MeetingFields } from '../../../shared/model/meeting.ts'
import { useAutosave } from '../../components/use-autosave.ts'
import { useUndo } from '../../components/use-undo.ts'
import { api } from '../../platform/api.ts'
import type { Failure, Outcome } from '../../platform/use-query.ts'
import { readyToSave } from './clean-text.ts'
import type { MeetingDialog } from './meeting-dialogs.tsx'
import { undoSignature } from './undo-signature.ts'

const text = meetingText
export const isEditable = (detail: MeetingDetail): boolean => detail.state === 'draft' || detail.state === 'returned'

/**
 * 一份正在编辑的记录:自动保存、撤销重做,以及办结、上报、改一下、作废、删除各一步。
 * 屏幕上的内容始终以正在编辑的为准,保存回来的只更新修订号、人数与检查。
 *
 * @param onGone 删掉了,离开这一页。
 */
export const useMeetingRecord = (loaded: MeetingDetail, canWrite: boolean, onGone: () => void) => {
  const { message } = App.useApp()
  const [answered, setAnswered] = useState(loaded)
  const [dialog, setDialog] = useState<MeetingDialog>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  // 取来的与存后返回的,谁的修订号新用谁;晚到的旧回复不算数。
  const detail = loaded.rev > answered.rev ? loaded : answered
  const latest = useRef(detail)
  if (latest.current.rev < detail.rev) latest.current = detail
  const take = useCallback((next: MeetingDetail) => {
    if (next.rev >= latest.current.rev) latest.current = next
    setAnswered(latest.current)
  }, [])
  const editable = isEditable(detail) && canWrite

  const { fields, status, change: apply, flush, discard } = useAutosave<MeetingFields, MeetingDetail>({
    draftKey: `meeting:${detail.id}`,
    fields: detail.fields,
    rev: detail.rev,
    save: (next, rev) => api.meetings.save({ id: detail.id, rev, fields: readyToSave(next) }),
    onSaved: take,
  })
  const undo = useUndo<MeetingFields>(fields, apply, undoSignature, editable)
  /** 做一步(办结、改一下、作废……),成了换上新内容。 */
  const run = async (call: (rev: number) => Promise<Outcome<MeetingDetail>>): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    const result = await call(latest.current.rev)
    setBusy(false)
    if (result.ok) {
      take(result.value)
      setDialog(null)
      return true
    }
    if (result.error.code === 'STALE') setDialog('stale')
    else {
      setDialog(null)
      setFailure(result.error)
    }
    return false
  }
  const finish = async (): Promise<void> => {
    if (await run((rev) => api.meetings.finish({ id: detail.id, rev }))) void message.success(text.finished)
  }
  const submit = async (): Promise<void> => {
    if (await run((rev) => api.meetings.submit({ id: detail.id, rev }))) void message.success(text.review.submitted)
  }
  const reviewed = (next: MeetingDetail): void => {
    take(next)
    setDialog(null)
    void message.success(text.review.done)
  }
  const saveNow = async (): Promise<void> => {
    if (await flush()) void message.success(text.savedNow)
  }
  const voidRecord = async (reason: string): Promise<void> => {
    if (await flush()) await run((rev) => api.meetings.voidRecord({ id: detail.id, rev, reason }))
    else setDialog(null)
  }
  const remove = async (reason: string): Promise<void> => {
    setBusy(true)
    await flush()
    const result = await api.bin.removeMeeting({ id: detail.id, rev: latest.current.rev, reason })
    setBusy(false)
    setDialog(null)
    if (!result.ok) return setFailure(result.error)
    void message.success(recordHistoryText.removed)
    onGone()
  }
  const refresh = async (): Promise<void> => {
    if (!(await flush())) return
    undo.remember()
    await run((rev) => api.meetings.refreshAttendance({ id: detail.id, rev }))
  }
  const reopen = (reason: string): Promise<boolean> => run((rev) => api.meetings.reopen({ id: detail.id, rev, reason }))
  /** 现在的样子:刚存完的也算。 */
  const current = useCallback((): MeetingDetail => latest.current, [])
  return { detail, current, fields, status, flush, discard, undo, editable, dialog, setDialog, busy, failure, finish, submit, reviewed, saveNow, voidRecord, remove, refresh, reopen }
}
export type MeetingRecordState = ReturnType<typeof useMeetingRecord>
