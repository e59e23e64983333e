import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { healthText as text } from '../../../shared/i18n/zh-CN/health.ts'
import type { HealthFinding, HealthRule, HealthSeverity } from '../../../shared/model/health.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'
import './health.css'

const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const SEVERITIES = [{ value: '', label: text.all }, ...(['breach', 'notice'] as const).map((value) => ({ value, label: text.severities[value] }))]
const OUTPUT: readonly OutputColumn<HealthFinding>[] = [
  { label: text.columns.organisation, width: 28, value: (row) => row.organisationName },
  { label: text.columns.rule, width: 8, value: (row) => row.rule },
  { label: text.columns.severity, width: 10, value: (row) => text.severities[row.severity] },
  { label: text.columns.sentence, width: 40, value: (row) => row.sentence },
  { label: text.columns.advice, width: 44, value: (row) => row.advice },
]
const keyOf = (row: HealthFinding): string => `${row.organisationId} ${row.rule} ${row.sentence}`

/** 组织健康检查:逐条对照规定,哪个组织哪里不对、怎么办。 */
export const HealthScreen = () => {
  const go = useNavigation((navigation) => navigation.go)
  const [within, setWithin] = useState<string | null>(null)
  const [rule, setRule] = useState<HealthRule | ''>('')
  const [severity, setSeverity] = useState<HealthSeverity | ''>('')
  const query = useQuery(api.health.list, { organisationId: within, onlyThis: false }, ['organisations.changed', 'members.changed', 'norms.changed'])
  const findings = useMemo(() => query.data?.findings ?? [], [query.data])
  const rows = useMemo(() => findings.filter((row) => (rule === '' || row.rule === rule) && (severity === '' || row.severity === severity)), [findings, rule, severity])
  const rules = useMemo(() => [{ value: '' as const, label: text.all }, ...[...new Set(findings.map((row) => row.rule))].sort().map((value) => ({ value, label: value }))], [findings])
  const today = query.data?.today ?? ''
  const columns = useMemo(
    (): DataColumns<HealthFinding> => [
      { title: text.columns.organisation, key: 'organisation', width: 190, ellipsis: true, render: (_value, row) => <span title={nameOf(organisationKinds, row.kind)}>{row.organisationName}</span> },
      { title: text.columns.rule, key: 'rule', width: 82, render: (_value, row) => row.rule },
      { title: text.columns.severity, key: 'severity', width: 106, render: (_value, row) => <StateTag tone={row.severity === 'breach' ? 'overdue' : 'warning'} word={text.severities[row.severity]} /> },
      { title: text.columns.sentence, key: 'sentence', width: 206, render: (_value, row) => row.sentence },
      { title: text.columns.advice, key: 'advice', width: 212, render: (_value, row) => row.advice },
      {
        title: text.columns.action,
        key: 'action',
        width: 98,
        render: (_value, row) => (
          <Button aria-label={text.openLabel(row.organisationName)} onClick={() => go({ screen: 'organisations', organisationId: row.organisationId })}>
            {text.open}
          </Button>
        ),
      },
    ],
    [go],
  )
  return (
    <Page
      title={text.title}
      note={today === '' ? '' : text.note(today)}
      section={{ group: 'organisations', current: 'health' }}
      fixed
      actions={<ListActions list="organisation-health" title={text.title} subtitle={text.note(today)} organisationId={within} columns={OUTPUT} rows={rows} />}
    >
      <div className="health-filters">
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
        <Field label={text.rule} compact>
          {(control) => <Select {...control} className="health-filter" value={rule} options={rules} onChange={(value: HealthRule | '') => setRule(value)} />}
        </Field>
        <Field label={text.severity} compact>
          {(control) => <Select {...control} className="health-filter" value={severity} options={SEVERITIES} onChange={(value: HealthSeverity | '') => setSeverity(value)} />}
        </Field>
        <span className="meta">
          {text.count(
            rows.filter((row) => row.severity === 'breach').length,
            rows.filter((row) => row.severity === 'notice').length,
          )}
        </span>
      </div>
      <QueryView query={query}>{() => (findings.length === 0 ? <EmptyNote sentence={text.allSound} /> : <DataTable label={text.list} columns={columns} rows={rows} rowKey={keyOf} fill minWidth={894} empty={text.noMatch} />)}</QueryView>
    </Page>
  )
}
