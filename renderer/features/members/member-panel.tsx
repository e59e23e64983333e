import { App, Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { MemberDetail } from '../../../shared/model/member.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { UnsavedNote } from '../../components/unsaved-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { useAutosave } from '../../components/use-autosave.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { CareBlock } from './care-block.tsx'
import { EraseButton } from './erase-button.tsx'
import { MemberForm } from './member-form.tsx'
import { PhotoBlock } from './photo-block.tsx'
import { PrintFormsButton } from './print-forms.tsx'
import { StateDialog } from './state-dialog.tsx'
import { firstProblem, memberProblems } from './member-problems.ts'

interface MemberPanelProps {
  readonly id: string
  readonly onStep: (step: 1 | -1) => void
  readonly onClose: () => void
}

/** 右侧的一名党员:离开一项就存,不离开列表。 */
export const MemberPanel = ({ id, onStep, onClose }: MemberPanelProps) => {
  const member = useQuery(api.members.get, { id }, ['members.changed'])
  return <QueryView query={member}>{(detail) => <MemberEditor detail={detail} onStep={onStep} onClose={onClose} onReload={member.reload} />}</QueryView>
}

const MemberEditor = ({ detail, onStep, onClose, onReload }: Omit<MemberPanelProps, 'id'> & { readonly detail: MemberDetail; readonly onReload: () => void }) => {
  const { fields, status, change, flush, discard } = useAutosave({
    draftKey: `member:${detail.id}`,
    fields: detail.fields,
    rev: detail.rev,
    check: firstProblem,
    save: (edited, rev) => api.members.save({ id: detail.id, rev, fields: edited }),
  })
  const showLatest = (): void => {
    discard()
    onReload()
  }
  const problems = useMemo(() => memberProblems(fields), [fields])
  const { message } = App.useApp()
  const [removing, setRemoving] = useState(false)
  const removal = useSubmit()
  const loadHistory = useCallback((offset: number) => api.history.member({ id: detail.id, offset }), [detail.id])
  const remove = (reason: string): void => {
    discard()
    void removal
      .run(
        () => api.bin.removeMember({ id: detail.id, rev: detail.rev, reason }),
        () => {
          void message.success(recordHistoryText.removed)
          onClose()
        },
      )
      .finally(() => setRemoving(false))
  }
  const stuck = status.kind === 'unsaved' || status.kind === 'blocked'
  return (
    <>
      <div className="member-head">
        <h2>{detail.fields.name}</h2>
        {!stuck && <SaveState status={status} />}
        <span className="card-head-gap" />
        <Button onClick={() => onStep(-1)} title="Alt+↑">
          {membersText.previous}
        </Button>
        <Button onClick={() => onStep(1)} title="Alt+↓">
          {membersText.next}
        </Button>
        <Button onClick={onClose} title="Esc">
          {membersText.close}
        </Button>
      </div>
      {removal.failure !== null && (
        <div className="member-alert">
          <ErrorNote failure={removal.failure} />
        </div>
      )}
      {/* 没存上的说明不随内容滚走。 */}
      {stuck && <div className="member-alert">{status.kind === 'unsaved' ? <UnsavedNote failure={status.failure} onRetry={() => void flush()} onLatest={showLatest} /> : <SaveState status={status} />}</div>}
      <div className="member-body" onBlur={() => void flush()}>
        <p className="meta">
          {[detail.branchName, detail.partyGroupName, detail.partyStandingYears === null ? '' : membersText.standing(detail.partyStandingYears), detail.partyBirthday === null ? '' : membersText.birthday(detail.partyBirthday)].filter((part) => part !== '').join(' · ')}
        </p>
        <PhotoBlock detail={detail} flush={flush} />
        <MemberForm fields={fields} onChange={change} problems={problems} stored={{ id: detail.id, masked: detail.masked, stateControl: <StateDialog detail={detail} flush={flush} /> }} />
        <CareBlock memberId={detail.id} />
        <div className="member-foot">
          <PrintFormsButton memberIds={[detail.id]} flush={flush} />
          <HistoryButton load={loadHistory} />
          <EraseButton detail={detail} onErased={showLatest} />
          <Button className="button-danger" onClick={() => setRemoving(true)}>
            {recordHistoryText.remove}
          </Button>
        </div>
        <ReasonDialog open={removing} title={recordHistoryText.removeMember(detail.fields.name)} consequence={recordHistoryText.removeMemberNote} confirmLabel={recordHistoryText.removeConfirm} busy={removal.busy} onConfirm={remove} onCancel={() => setRemoving(false)} />
      </div>
    </>
  )
}
