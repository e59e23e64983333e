import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { organisationEventsText as text } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { Field } from '../../components/field.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { EVENT_COLUMNS, EventTable } from './event-table.tsx'

const ALL = 0

/** 全单位的组织沿革:按年看,能打印、导出。 */
export const OrganisationEventsScreen = () => {
  const query = useQuery(api.organisationEvents.list, { organisationId: null }, ['organisations.changed'])
  const [year, setYear] = useState(ALL)
  const events = useMemo(() => query.data?.events ?? [], [query.data])
  const years = useMemo(() => [...new Set(events.map((event) => Number(event.day.slice(0, 4))))], [events])
  const shown = year === ALL ? events : events.filter((event) => event.day.startsWith(String(year)))
  return (
    <Page
      title={text.screenTitle}
      section={{ group: 'organisations', current: 'organisation-events' }}
      fixed
      actions={
        <>
          <Field label={text.year} compact>
            {(control) => <Select {...control} value={year} options={[{ value: ALL, label: text.allYears }, ...years.map((each) => ({ value: each, label: text.yearOption(each) }))]} onChange={(chosen: number) => setYear(chosen)} />}
          </Field>
          <ListActions list="organisation-events" title={text.screenTitle} subtitle={year === ALL ? text.allYears : text.yearOption(year)} columns={EVENT_COLUMNS} rows={shown} />
        </>
      }
    >
      <QueryView query={query}>{() => <EventTable events={shown} label={text.screenTitle} fill onUndone={query.reload} />}</QueryView>
    </Page>
  )
}
