import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import type { NormEntry } from '../../../shared/data/norms/norm-entry.ts'
import { NORM_GROUPS } from '../../../shared/data/norms/norm-registry.ts'
import { normsText } from '../../../shared/i18n/zh-CN/norms.ts'
import { localDay } from '../../../shared/util/local-time.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { NormDialog, type NormState } from './norm-dialog.tsx'
import './norms.css'

interface NormLine {
  readonly entry: NormEntry
  readonly state: NormState
}

const lineChange = ({ entry, state }: NormLine): string => (state.changed ? normsText.changed(state.basis, state.changedByName, localDay(state.changedAt ?? 0)) : entry.fixed === true ? normsText.fixed : normsText.unchanged)
const OUTPUT: readonly OutputColumn<NormLine>[] = [
  { label: normsText.columns.label, width: 34, value: ({ entry }) => entry.label },
  { label: normsText.columns.value, width: 18, value: ({ entry, state }) => normsText.word(entry, state.value) },
  { label: normsText.columns.default, width: 18, value: ({ entry }) => normsText.word(entry, String(entry.default)) },
  { label: normsText.columns.source, width: 50, value: ({ entry }) => normsText.source(normsText.sources[entry.source], entry.basis) },
  { label: normsText.columns.change, width: 30, value: lineChange },
]
const UNCHECKED: DataColumns<(typeof normsText.unchecked.rows)[number]> = [
  { title: normsText.unchecked.columns.rule, dataIndex: 'rule', width: 90 },
  { title: normsText.unchecked.columns.what, dataIndex: 'what', width: 380 },
  { title: normsText.unchecked.columns.why, dataIndex: 'why' },
]
const linesOf = (entries: readonly NormEntry[], norms: readonly NormState[]): NormLine[] => {
  const states = new Map(norms.map((state) => [state.key, state]))
  return entries.flatMap((entry) => {
    const state = states.get(entry.key)
    return state === undefined ? [] : [{ entry, state }]
  })
}

/** 规则和数字:各处用的数、缺省、出处,改过的标出来。 */
export const NormsScreen = () => {
  const query = useQuery(api.norms.list, {}, ['norms.changed', 'workspace.changed'])
  const mayEdit = useSession(({ session }) => mayCall(session, contract.norms.save))
  const [editing, setEditing] = useState<NormLine | null>(null)
  const submit = useSubmit()
  const { message } = App.useApp()
  const columns = useMemo((): DataColumns<NormLine> => {
    const reset = ({ key, rev }: NormState): void => void submit.run(() => api.norms.reset({ key, rev }), () => void message.success(normsText.saved))
    return [
      { title: normsText.columns.label, key: 'label', width: 240, render: (_value, { entry }) => entry.label },
      { title: normsText.columns.value, key: 'value', width: 130, render: (_value, { entry, state }) => <strong>{normsText.word(entry, state.value)}</strong> },
      { title: normsText.columns.default, key: 'default', width: 120, render: (_value, { entry }) => normsText.word(entry, String(entry.default)) },
      { title: normsText.columns.source, key: 'source', width: 320, render: (_value, { entry }) => normsText.source(normsText.sources[entry.source], entry.basis) },
      {
        title: normsText.columns.change,
        key: 'change',
        width: 240,
        render: (_value, { entry, state }) =>
          state.changed ? (
            <>
              <StateTag tone="warning" word={normsText.changedTag} /> <span>{normsText.changed(state.basis, state.changedByName, localDay(state.changedAt ?? 0))}</span>
            </>
          ) : (
            <span className="meta">{entry.fixed === true ? normsText.fixed : normsText.unchanged}</span>
          ),
      },
      {
        title: normsText.columns.action,
        key: 'action',
        width: 200,
        render: (_value, line) =>
          line.entry.fixed !== true &&
          mayEdit && (
            <span className="norm-actions">
              <Button aria-label={normsText.editLabel(line.entry.label)} onClick={() => setEditing(line)}>
                {normsText.edit}
              </Button>
              {line.state.changed && (
                <ConfirmButton
                  label={normsText.reset}
                  question={normsText.resetQuestion(line.entry.label)}
                  consequence={normsText.resetConsequence(normsText.word(line.entry, String(line.entry.default)))}
                  confirmLabel={normsText.resetConfirm}
                  loading={submit.busy}
                  onConfirm={() => reset(line.state)}
                />
              )}
            </span>
          ),
      },
    ]
  }, [mayEdit, message, submit])
  return (
    <Page title={normsText.title} note={normsText.note} section={{ group: 'organisations', current: 'norms' }} actions={<ListActions list="norms" title={normsText.title} columns={OUTPUT} rows={linesOf(NORM_GROUPS.flatMap(({ entries }) => entries as readonly NormEntry[]), query.data?.norms ?? [])} />}>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={query}>
        {({ norms }) =>
          NORM_GROUPS.map(({ key, label, entries }) => (
            <Card key={key} title={label}>
              <DataTable label={normsText.list(label)} columns={columns} minWidth={1100} rowKey={({ entry }) => entry.key} rows={linesOf(entries, norms)} />
            </Card>
          ))
        }
      </QueryView>
      <Card title={normsText.unchecked.title}>
        <p className="meta">{normsText.unchecked.note}</p>
        <DataTable label={normsText.list(normsText.unchecked.title)} columns={UNCHECKED} minWidth={900} rowKey={({ rule }) => rule} rows={normsText.unchecked.rows} />
      </Card>
      {editing !== null && <NormDialog key={editing.entry.key} entry={editing.entry} state={editing.state} onClose={() => setEditing(null)} onSaved={() => void message.success(normsText.saved)} />}
    </Page>
  )
}
