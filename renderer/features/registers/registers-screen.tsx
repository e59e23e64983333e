import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { isPlan } from '../../../shared/data/registers/plans.ts'
import { plansText } from '../../../shared/i18n/zh-CN/plans.ts'
import { registersText as text } from '../../../shared/i18n/zh-CN/registers.ts'
import type { RegisterDefinition, RegisterEntry } from '../../../shared/model/register.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { Icon } from '../../components/icon.tsx'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation, type Place } from '../../platform/navigation.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { PlanProgressTag, progressWord } from './plan-progress-tag.tsx'
import './registers.css'
import { SubmissionBar } from './submission-bar.tsx'
import { SubmissionDrawer } from './submission-drawer.tsx'
import { StudyDrawer } from './study-drawer.tsx'
import { registerValueText } from '../../../shared/util/register-value-text.ts'

const KINDS = ['party_committee', 'general_branch', 'branch'] as const
/** 一个半角字符大约几个像素。 */
const CHARACTER_PIXELS = 8.5
const YEARS_BACK = 7

const columnsOf = (definition: RegisterDefinition, today: string): DataColumns<RegisterEntry> => [
  ...(isPlan(definition.key) ? [{ title: plansText.progress, key: 'progress', width: 104, render: (_value: unknown, row: RegisterEntry) => <PlanProgressTag entry={row} today={today} /> }] : []),
  ...definition.listColumns.map(({ key, width }) => {
    const field = definition.fields.find((each) => each.key === key)
    return { title: field?.label ?? key, key, width: Math.round(width * CHARACTER_PIXELS) + 24, ellipsis: true, render: (_value: unknown, row: RegisterEntry) => (field === undefined ? '' : registerValueText(field, row.values[key])) }
  }),
  { title: text.branch, key: 'branch', width: 180, ellipsis: true, render: (_value: unknown, row: RegisterEntry) => row.branchName },
]
/** 导出、打印:列表里的列,加上看得到的其余各项。 */
const outputOf = (definition: RegisterDefinition, today: string): OutputColumn<RegisterEntry>[] => [
  { label: text.branch, width: 20, value: (row) => row.branchName },
  ...(isPlan(definition.key) ? [{ label: plansText.progress, width: 12, value: (row: RegisterEntry) => progressWord(row, today) }] : []),
  ...definition.fields.map((field) => ({ label: field.label, kind: field.type === 'day' ? ('date' as const) : ('text' as const), width: definition.listColumns.find(({ key }) => key === field.key)?.width ?? 20, value: (row: RegisterEntry) => registerValueText(field, row.values[field.key]) })),
]

/** 登记簿:选一本,看一年的登记,点一行修改;表单与列都照定义。 */
export const RegistersScreen = ({ register, branchId: givenBranch }: Omit<Extract<Place, { screen: 'registers' }>, 'screen'>) => {
  const today = useSession((session) => session.today)
  const go = useNavigation((navigation) => navigation.go)
  const working = useWorkingBranch(givenBranch)
  const [within, setWithin] = useState<string | null>(givenBranch ?? working)
  const [year, setYear] = useState<number | null>(Number(today.slice(0, 4)))
  const [opened, setOpened] = useState<RegisterEntry | 'new' | null>(null)
  const [studying, setStudying] = useState(false)
  const [comparing, setComparing] = useState(false)
  const definitions = useQuery(api.registers.definitions, {})
  const definition = definitions.data?.definitions.find(({ key }) => key === register) ?? definitions.data?.definitions[0] ?? null
  const query = useQuery(api.registers.list, definition === null ? null : { definitionKey: definition.key, organisationId: within, year }, isPlan(definition?.key ?? '') ? ['registers.changed', 'meetings.changed'] : ['registers.changed'])
  const submissions = useQuery(api.submissions.list, definition?.yearly === undefined || year === null ? null : { definitionKey: definition.key, organisationId: within, year }, ['registers.changed'])
  const submitted = submissions.data?.rows ?? []
  const own = submitted.length === 1 ? submitted[0] : undefined
  // 计划从年初往年底看,别的新的在前。
  const rows = useMemo(() => (isPlan(definition?.key ?? '') ? (query.data?.rows ?? []).toReversed() : (query.data?.rows ?? [])), [query.data, definition])
  const isIn = (branchId: string | undefined): boolean => submitted.some((each) => each.branchId === branchId && (each.state === 'submitted' || each.state === 'approved'))
  const columns = useMemo(() => (definition === null ? [] : columnsOf(definition, today)), [definition, today])
  // 年底就要写下一年的计划。
  const years = useMemo(() => Array.from({ length: YEARS_BACK }, (_unused, back) => Number(today.slice(0, 4)) + 1 - back), [today])
  const name = definition?.name ?? ''
  return (
    <Page
      title={text.title}
      note={definition?.note ?? ''}
      section={{ group: 'handbook', current: 'registers' }}
      fixed
      actions={
        definition !== null && (
          <>
            {definition.key === 'study' && working !== null && <Button onClick={() => setStudying(true)}>{text.study.open}</Button>}
            {submitted.length > 1 && <Button onClick={() => setComparing(true)}>{plansText.submission.all}</Button>}
            <ListActions list={`register-${definition.key.replaceAll('_', '-')}`} title={name} subtitle={year === null ? '' : text.yearOf(year)} organisationId={within} columns={outputOf(definition, today)} rows={rows} personal />
            <Button type="primary" icon={<Icon name="plus" />} disabled={isIn(own?.branchId)} title={isIn(own?.branchId) ? plansText.submission.locked : ''} onClick={() => setOpened('new')}>
              {text.add}
            </Button>
          </>
        )
      }
    >
      <FilterBar>
        <Field label={text.which} compact>
          {(control) => <Select {...control} className="register-which" value={definition?.key ?? null} options={(definitions.data?.definitions ?? []).map(({ key, name: label }) => ({ value: key, label }))} onChange={(key: string) => go({ screen: 'registers', register: key, ...(within === null ? {} : { branchId: within }) })} />}
        </Field>
        <Field label={text.within} compact>
          {(control) => <BranchPicker {...control} value={within} onChange={setWithin} kinds={KINDS} placeholder={text.withinAll} allowClear />}
        </Field>
        <Field label={text.year} compact>
          {(control) => <Select<number | 'all'> {...control} className="filter-bar-choice" value={year ?? 'all'} options={[...years.map((value) => ({ value, label: text.yearOf(value) })), { value: 'all' as const, label: text.allYears }]} onChange={(value) => setYear(value === 'all' ? null : value)} />}
        </Field>
      </FilterBar>
      {own !== undefined && <SubmissionBar key={own.branchId} submission={own} name={name} />}
      <QueryView query={query}>
        {() => (rows.length === 0 ? <EmptyNote sentence={text.empty(name)} actionLabel={text.add} onAction={() => setOpened('new')} /> : <DataTable label={text.list(name)} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={setOpened} fill minWidth={900} empty={text.empty(name)} />)}
      </QueryView>
      {definition !== null && opened !== null && <EntryDialog key={opened === 'new' ? 'new' : `${opened.id} ${opened.rev}`} definition={definition} isSubmitted={opened !== 'new' && isIn(opened.branchId)} entry={opened === 'new' ? null : opened} branchId={working} year={year ?? Number(today.slice(0, 4))} today={today} onClose={() => setOpened(null)} />}
      <SubmissionDrawer open={comparing} rows={submitted} name={name} year={year ?? Number(today.slice(0, 4))} organisationId={within} onClose={() => setComparing(false)} />
      <StudyDrawer branchId={studying ? working : null} year={year ?? Number(today.slice(0, 4))} onClose={() => setStudying(false)} />
    </Page>
  )
}
