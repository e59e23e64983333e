import { App, Button, Drawer } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import { contract } from '../../../shared/contract/index.ts'
import type { MeetingDetail, MeetingFields } from '../../../shared/model/meeting.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { isImeKey } from '../../components/ime.ts'
import { Page } from '../../components/page.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useMeetingAids } from '../../components/meeting-aids/use-meeting-aids.ts'
import { useAutosave } from '../../components/use-autosave.ts'
import { useNarrow } from '../../components/use-narrow.ts'
import { useUndo } from '../../components/use-undo.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import type { Failure, Outcome } from '../../platform/use-query.ts'
import { AttendanceBoard } from './attendance-board.tsx'
import { AppraisalBlock } from './appraisal-block.tsx'
import { BasicsBlock } from './basics-block.tsx'
import { readyToSave } from './clean-text.ts'
import { ContentBlock } from './content-block.tsx'
import { DebriefBlock } from './debrief-block.tsx'
import { Exclusions } from './exclusions.tsx'
import { FilesBlock } from './files-block.tsx'
import { HelperColumn } from './helper-column.tsx'
import { LifeBlock } from './life-block.tsx'
import { MeetingDialogs, type MeetingDialog } from './meeting-dialogs.tsx'
import { PlanNote } from './plan-note.tsx'
import { ReviewCard } from './review-card.tsx'
import { AidsContext } from './phrases.ts'
import { TemplateMenu } from './template-menu.tsx'
import { undoSignature } from './undo-signature.ts'
import { VotesBlock } from './votes-block.tsx'
import './meeting.css'

const text = meetingText

/** 办结以后、评价以前都可以由上级退回、审阅。 */
const REVIEWABLE: readonly MeetingDetail['state'][] = ['finished', 'submitted', 'approved', 'evaluated']
const isEditable = (detail: MeetingDetail): boolean => detail.state === 'draft' || detail.state === 'returned'

const jumpTo = (field: string): void => {
  const block = document.querySelector(`.meeting-blocks [data-field="${CSS.escape(field)}"]`)
  const target = block?.querySelector<HTMLElement>('[data-missing-reason] input') ?? block?.querySelector<HTMLElement>('input, textarea, button[tabindex="0"], button')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

/**
 * 会议记录编辑器。屏幕上的内容始终以正在编辑的为准,保存回来的只更新修订号、人数与检查;
 * 停手两秒、离开一项、离开本页都会存。
 *
 * @param onReload 别处改过而选了看最新内容:草稿丢掉,整个重来。
 */
export const MeetingEditor = ({ loaded, onReload }: { readonly loaded: MeetingDetail; readonly onReload: () => void }) => {
  const { message } = App.useApp()
  const { go, back } = useNavigation()
  const narrow = useNarrow()
  const [answered, setAnswered] = useState(loaded)
  const [dialog, setDialog] = useState<MeetingDialog>(null)
  const [tipsOpen, setTipsOpen] = useState(false)
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
  const canWrite = useSession(({ session }) => mayCall(session, contract.meetings.save))
  const editable = isEditable(detail) && canWrite

  const { fields, status, change: apply, flush, discard } = useAutosave<MeetingFields, MeetingDetail>({
    draftKey: `meeting:${detail.id}`,
    fields: detail.fields,
    rev: detail.rev,
    save: (next, rev) => api.meetings.save({ id: detail.id, rev, fields: readyToSave(next) }),
    onSaved: take,
  })
  const undo = useUndo<MeetingFields>(fields, apply, undoSignature, editable)
  const { change } = undo
  const aids = useMeetingAids(detail.branchId, fields.meetingType)
  const isStale = status.kind === 'unsaved' && status.failure.code === 'STALE'
  useEffect(() => {
    if (isStale) setDialog('stale')
  }, [isStale])
  // 其余都已带好,第一样要改的多半是几点散的会;正文已经写过的不抢光标。
  const isFresh = useRef(editable && loaded.fields.content === '')
  useEffect(() => {
    if (!isFresh.current) return
    const end = document.querySelector<HTMLInputElement>('.meeting-blocks [data-field="endAt"] input')
    end?.focus()
    end?.select()
  }, [])
  const leave = useCallback(() => void flush(), [flush])
  const showLatest = (): void => {
    discard()
    onReload()
  }

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
  const askFinish = async (): Promise<void> => {
    if (!editable || dialog !== null || !(await flush())) return
    const missing = latest.current.checks.find((check) => check.level === 'must')
    if (missing === undefined) setDialog('finish')
    else {
      if (narrow) setTipsOpen(true)
      else jumpTo(missing.field)
      void message.warning(text.checks.words[missing.code])
    }
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
  const mayReview = useSession(({ session }) => mayCall(session, contract.meetings.review))
  const saveNow = async (): Promise<void> => {
    if (await flush()) void message.success(text.savedNow)
  }
  const voidRecord = async (reason: string): Promise<void> => {
    if (await flush()) await run((rev) => api.meetings.voidRecord({ id: detail.id, rev, reason }))
    else setDialog(null)
  }
  const neverFinished = detail.state === 'draft' && detail.finishedAt === null
  const loadHistory = useCallback((offset: number) => api.history.meeting({ id: detail.id, offset }), [detail.id])
  const remove = async (reason: string): Promise<void> => {
    setBusy(true)
    await flush()
    const result = await api.bin.removeMeeting({ id: detail.id, rev: latest.current.rev, reason })
    setBusy(false)
    setDialog(null)
    if (!result.ok) return setFailure(result.error)
    void message.success(recordHistoryText.removed)
    back()
  }
  const refresh = async (): Promise<void> => {
    if (!(await flush())) return
    undo.remember()
    await run((rev) => api.meetings.refreshAttendance({ id: detail.id, rev }))
  }
  const keys = useRef({ saveNow, askFinish })
  keys.current = { saveNow, askFinish }
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isImeKey(event) || !event.ctrlKey || event.altKey) return
      if (event.key.toLowerCase() === 's') {
        event.preventDefault()
        void keys.current.saveNow()
      } else if (event.key === 'Enter') {
        event.preventDefault()
        void keys.current.askFinish()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const block = { branchId: detail.branchId, fields, disabled: !editable, onChange: change, onLeave: leave }
  const { checks, counts } = detail
  const types = [fields.meetingType, ...fields.alsoTypes]
  const must = checks.filter((check) => check.level === 'must').length
  const helper = (
    <HelperColumn
      checks={checks}
      editable={editable}
      meetingTypes={types}
      onJump={(field) => {
        setTipsOpen(false)
        // 抽屉收起之后再给焦点,免得它把焦点要回去。
        setTimeout(() => jumpTo(field), narrow ? 150 : 0)
      }}
    />
  )
  const present = fields.attendance.filter((row) => row.status === 'present').length
  return (
    <Page
      title={text.recordOf(nameOf(meetingTypes, fields.meetingType))}
      note={text.subtitle(detail.branchName, detail.partyGroupName)}
      onBack={back}
      state={
        <>
          <StateTag tone={editable ? 'doing' : detail.state === 'voided' ? 'not_applicable' : 'done'} word={nameOf(recordStates, detail.state)} />
          <SaveState status={status} />
        </>
      }
      actions={
        <>
          {narrow && <Button onClick={() => setTipsOpen(true)}>{editable ? text.showTips(must) : commonText.tip}</Button>}
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
            <Button type="primary" loading={busy} onClick={() => void submit()}>
              {text.review.submit}
            </Button>
          )}
          {editable && (
            <Button title={text.undoKeys} aria-keyshortcuts="Control+Z" icon={<Icon name="back" />} disabled={undo.steps === 0} onClick={undo.undo}>
              {text.undo}
            </Button>
          )}
          {editable && (
            <Button type="primary" title={text.finishKeys} aria-keyshortcuts="Control+Enter" loading={busy} onClick={() => void askFinish()}>
              {text.finish}
            </Button>
          )}
        </>
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      {!editable && <p className="meeting-locked">{detail.state === 'voided' ? text.voided : isEditable(detail) ? text.readOnly : text.locked}</p>}
      <div className="page-columns">
        <AidsContext value={aids}>
          <div className="meeting-blocks">
            <PlanNote detail={detail} />
            <BasicsBlock {...block} extra={aids !== null && <TemplateMenu aids={aids} branchId={detail.branchId} fields={fields} disabled={!editable} onApply={change} />} />
            <ReviewCard detail={detail} />
            <AttendanceBoard rows={fields.attendance} quorum={detail.quorum} disabled={!editable} onChange={(attendance) => change({ attendance })} onLeave={leave} onRefresh={() => void refresh()}>
              {types.includes('general_meeting') && <Exclusions rows={fields.attendance} disabled={!editable} onChange={(attendance) => change({ attendance })} onLeave={leave} />}
            </AttendanceBoard>
            <ContentBlock {...block} />
            {(types.includes('general_meeting') || types.includes('committee_meeting') || fields.votes.length > 0) && <VotesBlock {...block} outcomes={detail.voteOutcomes} votingPresent={fields.meetingType === 'committee_meeting' ? counts.present : counts.votingPresent} />}
            {types.includes('organisational_life') && <LifeBlock {...block} />}
            {types.includes('democratic_appraisal') && <AppraisalBlock {...block} limit={detail.excellentLimit ?? 0} />}
            {types.includes('debriefing') && <DebriefBlock {...block} />}
            <FilesBlock meetingId={detail.id} />
          </div>
        </AidsContext>
        {!narrow && <aside>{helper}</aside>}
      </div>
      {narrow && (
        <Drawer open={tipsOpen} onClose={() => setTipsOpen(false)} title={commonText.tip} size={320}>
          {helper}
        </Drawer>
      )}
      <MeetingDialogs
        dialog={dialog}
        detail={detail}
        present={present}
        title={fields.title}
        busy={busy}
        onClose={() => setDialog(null)}
        onFinish={() => void finish()}
        onReopen={(reason) => void run((rev) => api.meetings.reopen({ id: detail.id, rev, reason }))}
        onVoid={(reason) => void voidRecord(reason)}
        onRemove={(reason) => void remove(reason)}
        onReviewed={reviewed}
        onShowLatest={showLatest}
      />
    </Page>
  )
}
