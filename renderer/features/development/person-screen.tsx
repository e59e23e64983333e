import { App, Button } from 'antd'
import { useCallback, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { developmentEventKinds, developmentStages, developmentStatuses, developmentSteps } from '../../../shared/data/code-tables/development-steps.ts'
import { describeFinding } from '../../../shared/i18n/zh-CN/development-findings.ts'
import { developmentText as text } from '../../../shared/i18n/zh-CN/development.ts'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { DevelopmentDetail, StepView } from '../../../shared/model/development.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { ListPreview, type MadeList } from '../../components/list-preview.tsx'
import { Page } from '../../components/page.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useJob } from '../../platform/use-job.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { EventDialog } from './event-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { PersonFacts } from './person-facts.tsx'
import { StandingTag } from './standing-tag.tsx'
import { StepDrawer } from './step-drawer.tsx'
import './development.css'

type Input = Parameters<typeof api.development.printRecord>[0]
const printRecord = (input: Input, options?: Parameters<typeof api.development.printRecord>[1]) => api.development.printRecord(input, options)
/** 已经在名册上的不能从这里擦。 */
const ERASABLE: readonly string[] = ['terminated', 'transferred_out']

const StepRow = ({ view, current, onOpen, onReopen }: { readonly view: StepView; readonly current: boolean; readonly onOpen: () => void; readonly onReopen: (() => void) | null }) => {
  const entry = developmentSteps[view.step - 1]
  const day = view.fields.doneOn ?? (view.standing === 'blocked' && view.earliestDay !== null ? text.earliest(view.earliestDay) : view.dueDay !== null && view.standing !== 'later' ? text.due(view.dueDay) : '')
  return (
    <li className="development-step" data-current={current ? '' : undefined}>
      <span className="development-step-name">
        {text.stepLine(view.step, entry?.name ?? '')}
        <span className="meta">{entry?.article}</span>
      </span>
      <StandingTag standing={view.standing} />
      <span className="development-step-day">{day}</span>
      <span className="development-step-findings">
        {view.findings.map((finding) => (
          <span key={`${finding.code} ${finding.number ?? ''}`} data-level={finding.level}>
            {describeFinding(finding)}
          </span>
        ))}
      </span>
      <span className="development-step-buttons">
        {onReopen !== null && <Button onClick={onReopen}>{text.step.reopen}</Button>}
        <Button type={current ? 'primary' : 'default'} onClick={onOpen}>
          {view.state === 'done' ? text.step.view : text.step.open}
        </Button>
      </span>
    </li>
  )
}

const Timeline = ({ person, onOpen, onReopen }: { readonly person: DevelopmentDetail; readonly onOpen: (step: number) => void; readonly onReopen: (step: number) => void }) => (
  <>
    {developmentStages.map((stage) => (
      <Card key={stage.code} title={stage.name}>
        <ol className="development-steps">
          {developmentSteps
            .filter((entry) => entry.stage === stage.code)
            .map((entry) => {
              const view = person.steps[entry.step - 1]
              return view === undefined ? null : <StepRow key={entry.code} view={view} current={person.nextStep === entry.step} onOpen={() => onOpen(entry.step)} onReopen={view.state === 'done' && person.status === 'active' ? () => onReopen(entry.step) : null} />
            })}
        </ol>
      </Card>
    ))}
    {person.events.length > 0 && (
      <Card title={text.event.list}>
        <ul>
          {person.events.map((event) => (
            <li key={event.id}>{text.event.line(event.onDay, nameOf(developmentEventKinds, event.kind), event.reason, event.untilDay ?? '')}</li>
          ))}
        </ul>
      </Card>
    )}
  </>
)

/** 一个人的全程:二十五步一条线,眼下要办的在哪里、为什么不能办。 */
export const DevelopmentPersonScreen = ({ personId }: { readonly personId: string }) => {
  const go = useNavigation((navigation) => navigation.go)
  const { message } = App.useApp()
  const query = useQuery(api.development.get, { id: personId }, ['development.changed', 'members.changed', 'norms.changed', 'calendar.changed'])
  const [step, setStep] = useState<number | null>(null)
  const [reopening, setReopening] = useState<number | null>(null)
  const [dialog, setDialog] = useState<'none' | 'edit' | 'event' | 'erase' | 'remove'>('none')
  const [made, setMade] = useState<MadeList | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const printing = useJob(printRecord)
  const submit = useSubmit()
  const loadHistory = useCallback((offset: number) => api.history.development({ id: personId, offset }), [personId])
  const person = query.data
  const open = step === null ? undefined : person?.steps[step - 1]
  const print = async (): Promise<void> => {
    setFailure(null)
    const result = await printing.start({ personId })
    if (result.ok) setMade({ ...result.value, landscape: false })
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  const close = (): void => setDialog('none')
  const reopen = async (reason: string): Promise<void> => {
    const rev = reopening === null ? null : (person?.steps[reopening - 1]?.rev ?? null)
    if (reopening === null || rev === null) return
    setFailure(null)
    const result = await api.development.reopenStep({ personId, step: reopening, rev, reason })
    setReopening(null)
    if (!result.ok) setFailure(result.error)
  }
  return (
    <Page
      title={person?.fields.name ?? text.title}
      note={person === null ? '' : nameOf(developmentStatuses, person.status)}
      onBack={() => go({ screen: 'development' })}
      actions={
        person !== null && (
          <>
            <HistoryButton load={loadHistory} />
            {ERASABLE.includes(person.status) && person.memberId === null && (
              <Button className="button-danger" onClick={() => setDialog('erase')}>
                {text.erase.button}
              </Button>
            )}
            {person.memberId === null && (
              <Button className="button-danger" onClick={() => setDialog('remove')}>
                {recordHistoryText.remove}
              </Button>
            )}
            <Button onClick={() => setDialog('event')}>{text.person.event}</Button>
            <Button onClick={() => void print()}>{text.person.print}</Button>
            {person.status === 'active' && <Button onClick={() => setDialog('edit')}>{text.person.edit}</Button>}
          </>
        )
      }
    >
      {failure !== null && <ErrorNote failure={failure} />}
      {dialog === 'none' && submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={query}>
        {(detail) => (
          <>
            <PersonFacts person={detail} onMember={(memberId) => go({ screen: 'members', memberId })} />
            <Timeline person={detail} onOpen={setStep} onReopen={setReopening} />
            {dialog === 'edit' && <PersonDialog person={detail} branchId={detail.fields.branchId} onClose={close} onSaved={close} />}
            {dialog === 'event' && <EventDialog person={detail} onClose={close} />}
            <ConfirmedDialog
              open={dialog === 'erase'}
              title={text.erase.title(detail.fields.name)}
              confirmLabel={text.erase.button}
              twoPeople
              submit={submit}
              onClose={close}
              onConfirm={(confirm) =>
                void submit.run(
                  () => api.development.erase({ id: detail.id, rev: detail.rev }, { confirm }),
                  () => {
                    close()
                    void message.success(text.erase.done)
                  },
                )
              }
            >
              <p>{text.erase.erased}</p>
              <p>{text.erase.kept}</p>
            </ConfirmedDialog>
            <ReasonDialog
              open={dialog === 'remove'}
              title={recordHistoryText.removeCandidate(detail.fields.name)}
              consequence={recordHistoryText.removeCandidateNote}
              confirmLabel={recordHistoryText.removeConfirm}
              busy={submit.busy}
              onCancel={close}
              onConfirm={(reason) =>
                void submit
                  .run(
                    () => api.bin.removeCandidate({ id: detail.id, rev: detail.rev, reason }),
                    () => {
                      void message.success(recordHistoryText.removed)
                      go({ screen: 'development' })
                    },
                  )
                  .finally(close)
              }
            />
            {open !== undefined && <StepDrawer key={`${open.step} ${open.rev ?? 0}`} person={detail} view={open} onClose={() => setStep(null)} />}
          </>
        )}
      </QueryView>
      <ProgressDialog running={printing.running} title={text.person.printing} progress={printing.progress} onCancel={printing.cancel} />
      <ListPreview title={text.person.print} made={made} onClose={() => setMade(null)} />
      <ReasonDialog
        open={reopening !== null}
        title={text.step.reopenTitle(developmentSteps[(reopening ?? 1) - 1]?.name ?? '')}
        confirmLabel={text.step.reopen}
        onCancel={() => setReopening(null)}
        onConfirm={(reason) => void reopen(reason)}
      />
    </Page>
  )
}
