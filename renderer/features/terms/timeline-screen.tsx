import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { termStates } from '../../../shared/data/code-tables/leading-group.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { TermLine, TermState } from '../../../shared/model/leading-group.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { nextStep, reminderWords } from './next-step.ts'
import { RemindDialog } from './remind-dialog.tsx'
import './timeline.css'

const text = leadingGroupsText.timeline
const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const TONES: Readonly<Record<TermState, StateTone>> = { not_started: 'todo', in_progress: 'warning', done: 'done', overdue: 'overdue', irregular: 'returned' }
// 要抓紧的在前。
const ORDER: readonly TermState[] = ['overdue', 'in_progress', 'irregular', 'not_started', 'done']
const STATES = [{ value: '', label: text.all }, ...ORDER.filter((state) => state !== 'done').map((state) => ({ value: state, label: nameOf(termStates, state) }))]
const dueWord = ({ extendedTo, dueDay }: TermLine): string => (extendedTo === null ? (dueDay ?? '') : text.extended(extendedTo))

const outputColumns = (today: string): readonly OutputColumn<TermLine>[] => [
  { label: text.columns.organisation, width: 26, value: (line) => line.name },
  { label: text.columns.parent, width: 20, value: (line) => line.parentName },
  { label: text.columns.session, width: 8, value: (line) => text.session(line.sessionNumber) },
  { label: text.columns.from, kind: 'date', width: 11, value: (line) => line.fromDay },
  { label: text.columns.due, kind: 'date', width: 16, value: dueWord },
  { label: text.columns.state, width: 8, value: (line) => nameOf(termStates, line.state) },
  { label: text.columns.next, width: 34, value: (line) => nextStep(line, today) },
  { label: text.columns.reminders, width: 28, value: reminderWords },
]

/** 换届和任期:各组织什么时候该换届、走到哪一步、提醒过没有。 */
export const TimelineScreen = () => {
  const go = useNavigation((navigation) => navigation.go)
  const mayRemind = useSession(({ session }) => mayCall(session, contract.terms.remind))
  const [within, setWithin] = useState<string | null>(null)
  const [state, setState] = useState<TermState | ''>('')
  const [reminding, setReminding] = useState<string | null>(null)
  const timeline = useQuery(api.terms.timeline, { organisationId: within }, ['organisations.changed', 'norms.changed'])
  const today = timeline.data?.today ?? ''
  const rows = useMemo(
    () =>
      (timeline.data?.lines ?? [])
        .filter((line) => state === '' || line.state === state)
        .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.effectiveDue ?? '').localeCompare(b.effectiveDue ?? '')),
    [timeline.data, state],
  )
  const columns = useMemo(
    (): DataColumns<TermLine> => [
      { title: text.columns.organisation, key: 'organisation', width: 220, ellipsis: true, render: (_value, line) => line.name },
      { title: text.columns.due, key: 'due', width: 130, render: (_value, line) => dueWord(line) },
      { title: text.columns.state, key: 'state', width: 96, render: (_value, line) => <StateTag tone={TONES[line.state]} word={nameOf(termStates, line.state)} /> },
      { title: text.columns.next, key: 'next', width: 250, render: (_value, line) => nextStep(line, today) },
      { title: text.columns.reminders, key: 'reminders', width: 190, ellipsis: true, render: (_value, line) => reminderWords(line) },
      { title: text.columns.parent, key: 'parent', width: 150, ellipsis: true, render: (_value, line) => line.parentName },
      { title: text.columns.session, key: 'session', width: 80, render: (_value, line) => text.session(line.sessionNumber) },
      {
        title: text.columns.action,
        key: 'action',
        fixed: 'right',
        width: 176,
        render: (_value, line) => (
          <span className="timeline-actions">
            {mayRemind && line.termId !== null && (
              <Button aria-label={text.remindLabel(line.name)} onClick={() => setReminding(line.organisationId)}>
                {text.remind}
              </Button>
            )}
            <Button aria-label={text.openLabel(line.name)} onClick={() => go({ screen: 'organisations', organisationId: line.organisationId })}>
              {text.open}
            </Button>
          </span>
        ),
      },
    ],
    [go, mayRemind, today],
  )
  const target = timeline.data?.lines.find(({ organisationId }) => organisationId === reminding)
  return (
    <Page
      title={text.title}
      note={today === '' ? '' : text.note(today)}
      section={{ group: 'organisations', current: 'terms' }}
      fixed
      actions={<ListActions list="terms" title={text.title} subtitle={text.note(today)} organisationId={within} columns={outputColumns(today)} rows={rows} />}
    >
      <div className="timeline-filters">
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
        <Field label={text.state} compact>
          {(control) => <Select {...control} className="timeline-state" value={state} options={STATES} onChange={(value: TermState | '') => setState(value)} />}
        </Field>
        <span className="meta">{text.count(rows.length)}</span>
      </div>
      <QueryView query={timeline}>{() => <DataTable label={text.list} columns={columns} rows={rows} rowKey={(line) => line.organisationId} fill minWidth={1300} empty={text.empty} />}</QueryView>
      {target !== undefined && <RemindDialog key={target.organisationId} line={target} today={today} onClose={() => setReminding(null)} />}
    </Page>
  )
}
