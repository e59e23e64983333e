import { App, Drawer } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { recordStates } from '../../../shared/data/code-tables/record-states.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { MeetingDetail } from '../../../shared/model/meeting.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { isImeKey } from '../../components/ime.ts'
import { useMeetingAids } from '../../components/meeting-aids/use-meeting-aids.ts'
import { Page } from '../../components/page.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useNarrow } from '../../components/use-narrow.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { HelperColumn } from './helper-column.tsx'
import { MeetingActions } from './meeting-actions.tsx'
import { MeetingBlocks } from './meeting-blocks.tsx'
import { MeetingDialogs } from './meeting-dialogs.tsx'
import { isEditable, useMeetingRecord } from './use-meeting-record.ts'
import './meeting.css'

const text = meetingText

const jumpTo = (field: string): void => {
  const block = document.querySelector(`.meeting-blocks [data-field="${CSS.escape(field)}"]`)
  const target = block?.querySelector<HTMLElement>('[data-missing-reason] input') ?? block?.querySelector<HTMLElement>('input, textarea, button[tabindex="0"], button')
  target?.focus()
  target?.scrollIntoView({ block: 'center' })
}

/**
 * 会议记录编辑器:内容和各步在 use-meeting-record.ts,页头的按钮在 meeting-actions.tsx,各块在 meeting-blocks.tsx。
 * 停手两秒、离开一项、离开本页都会存。
 *
 * @param onReload 别处改过而选了看最新内容:草稿丢掉,整个重来。
 */
export const MeetingEditor = ({ loaded, onReload }: { readonly loaded: MeetingDetail; readonly onReload: () => void }) => {
  const { message } = App.useApp()
  const back = useNavigation((navigation) => navigation.back)
  const narrow = useNarrow()
  const [tipsOpen, setTipsOpen] = useState(false)
  const canWrite = useSession(({ session }) => mayCall(session, contract.meetings.save))
  const record = useMeetingRecord(loaded, canWrite, back)
  const { detail, fields, status, editable, flush, discard, dialog, setDialog } = record
  const aids = useMeetingAids(detail.branchId, fields.meetingType)
  const isStale = status.kind === 'unsaved' && status.failure.code === 'STALE'
  useEffect(() => {
    if (isStale) setDialog('stale')
  }, [isStale, setDialog])
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

  const askFinish = async (): Promise<void> => {
    if (!editable || dialog !== null || !(await flush())) return
    const missing = record.current().checks.find((check) => check.level === 'must')
    if (missing === undefined) setDialog('finish')
    else {
      if (narrow) setTipsOpen(true)
      else jumpTo(missing.field)
      void message.warning(text.checks.words[missing.code])
    }
  }
  const keys = useRef({ saveNow: record.saveNow, askFinish })
  keys.current = { saveNow: record.saveNow, askFinish }
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

  const { checks } = detail
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
      actions={<MeetingActions record={record} canWrite={canWrite} narrow={narrow} must={must} onTips={() => setTipsOpen(true)} onFinish={() => void askFinish()} />}
    >
      {record.failure !== null && <ErrorNote failure={record.failure} />}
      {!editable && <p className="meeting-locked">{detail.state === 'voided' ? text.voided : isEditable(detail) ? text.readOnly : text.locked}</p>}
      <div className="page-columns">
        <MeetingBlocks record={record} aids={aids} onLeave={leave} />
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
        busy={record.busy}
        onClose={() => setDialog(null)}
        onFinish={() => void record.finish()}
        onReopen={(reason) => void record.reopen(reason)}
        onVoid={(reason) => void record.voidRecord(reason)}
        onRemove={(reason) => void record.remove(reason)}
        onReviewed={record.reviewed}
        onShowLatest={showLatest}
      />
    </Page>
  )
}
