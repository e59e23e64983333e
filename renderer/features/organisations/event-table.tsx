import { App } from 'antd'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationEventKinds } from '../../../shared/data/code-tables/organisation-event-kinds.ts'
import { contract } from '../../../shared/contract/index.ts'
import { organisationEventsText as text } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationEvent } from '../../../shared/model/organisation-event.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import type { OutputColumn } from '../../components/list-actions.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'

/** 导出、打印用的各列。 */
export const EVENT_COLUMNS: readonly OutputColumn<OrganisationEvent>[] = [
  { label: text.columns.day, kind: 'date', width: 12, value: (event) => event.day },
  { label: text.columns.kind, width: 8, value: (event) => nameOf(organisationEventKinds, event.kind) },
  { label: text.columns.what, width: 44, value: text.sentence },
  { label: text.columns.documentNumber, width: 20, value: (event) => event.documentNumber },
  { label: text.columns.reason, width: 20, value: (event) => event.reason },
  { label: text.columns.recordedBy, width: 10, value: (event) => event.recordedBy },
]

/** 沿革列表;登记错的可以撤回。 */
export const EventTable = ({ events, label, fill = false, onUndone }: { readonly events: readonly OrganisationEvent[]; readonly label: string; readonly fill?: boolean; readonly onUndone: () => void }) => {
  const { message } = App.useApp()
  const today = useSession((session) => session.today)
  const mayUndo = useSession((session) => mayCall(session.session, contract.organisationEvents.undo))
  const submit = useSubmit()
  const undo = (event: OrganisationEvent): void =>
    void submit.run(
      () => api.organisationEvents.undo({ id: event.id }),
      () => {
        onUndone()
        void message.success(text.undone)
      },
    )
  const columns: DataColumns<OrganisationEvent> = [
    { title: text.columns.day, width: 124, render: (_, event) => (event.day > today ? <StateTag tone="warning" word={`${event.day} ${text.future}`} /> : event.day) },
    { title: text.columns.kind, width: 70, render: (_, event) => nameOf(organisationEventKinds, event.kind) },
    { title: text.columns.what, render: (_, event) => text.sentence(event) },
    { title: text.columns.documentNumber, width: 170, render: (_, event) => event.documentNumber },
    { title: text.columns.reason, width: 150, render: (_, event) => event.reason },
    ...(mayUndo
      ? [
          {
            title: text.columns.action,
            width: 96,
            render: (_: unknown, event: OrganisationEvent) => <ConfirmButton label={text.undo} question={text.undoQuestion(text.sentence(event))} consequence={text.undoConsequence} confirmLabel={text.undoConfirm} onConfirm={() => undo(event)} />,
          },
        ]
      : []),
  ]
  return (
    <>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <DataTable label={label} columns={columns} rows={events} rowKey={(event) => event.id} empty={text.none} fill={fill} minWidth={760} />
    </>
  )
}
