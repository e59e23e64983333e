import { organisationEventsText as text } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { ListActions } from '../../components/list-actions.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { EVENT_COLUMNS, EventTable } from './event-table.tsx'

/** 一个组织的沿革。 */
export const EventsCard = ({ detail }: { readonly detail: OrganisationDetail }) => {
  const query = useQuery(api.organisationEvents.list, { organisationId: detail.id }, ['organisations.changed'])
  return (
    <Card title={text.title} extra={<ListActions list="organisation-events" title={text.printTitle(detail.name)} columns={EVENT_COLUMNS} rows={query.data?.events ?? []} organisationId={detail.id} />}>
      <QueryView query={query}>{(data) => <EventTable events={data.events} label={text.printTitle(detail.name)} onUndone={query.reload} />}</QueryView>
    </Card>
  )
}
