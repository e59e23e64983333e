import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { Field } from '../../components/field.tsx'
import { Page } from '../../components/page.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { AddDialog } from './add-dialog.tsx'
import { CategoriesDialog } from './categories-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { OrganisationDetailPanel } from './organisation-detail.tsx'
import { OrganisationTree } from './organisation-tree.tsx'
import { PastPanel } from './past-panel.tsx'
import './organisations.css'

const past = organisationEventsText.pastDay

/** 先记下的将来的变动:提醒一句,点一下看那天。 */
const FutureStrip = ({ today, onSee }: { readonly today: string; readonly onSee: (day: string) => void }) => {
  const { data } = useQuery(api.organisationEvents.list, { organisationId: null }, ['organisations.changed'])
  const coming = useMemo(() => (data?.events ?? []).filter((event) => event.day > today).toReversed(), [data, today])
  const [next] = coming
  if (next === undefined) return null
  return (
    <p className="tree-strip">
      <span>{organisationEventsText.futureStrip(coming.length, next.day, organisationEventsText.sentence(next))}</span>
      <Button onClick={() => onSee(next.day)}>{organisationEventsText.seeThatDay}</Button>
    </p>
  )
}

/** 组织与支部:左边一棵树,右边是选中的那个;可以看任何一天的样子。 */
export const OrganisationsScreen = ({ organisationId, day: givenDay }: { readonly organisationId?: string; readonly day?: string }) => {
  const today = useSession((session) => session.today)
  const mayMove = useSession((session) => mayCall(session.session, contract.organisations.move))
  const [day, setDay] = useState<string | null>(givenDay ?? null)
  const isOther = day !== null && day !== today
  const { nodes, query } = useOrganisations(isOther ? day : undefined)
  const workingBranch = useNavigation((navigation) => navigation.branchId)
  const [chosen, setChosen] = useState<string | null>(organisationId ?? null)
  const [adding, setAdding] = useState(false)
  const [managing, setManaging] = useState(false)
  const [dropped, setDropped] = useState<{ readonly id: string; readonly parentId: string } | null>(null)
  const selectedId = [chosen, workingBranch, nodes[0]?.id ?? null].find((id) => id !== null && nodes.some((node) => node.id === id)) ?? null
  const moving = dropped === null ? undefined : nodes.find((node) => node.id === dropped.id)
  return (
    <Page
      title={organisationsText.title}
      section={{ group: 'organisations', current: 'organisations' }}
      actions={
        <>
          <Field label={past.label} compact className="past-day">
            {(control) => <DateField {...control} value={day ?? today} onChange={setDay} />}
          </Field>
          <Button onClick={() => setManaging(true)}>{organisationsText.manageCategories}</Button>
          {nodes.length === 0 && !isOther && <Button onClick={() => setAdding(true)}>{organisationsText.addRoot}</Button>}
        </>
      }
    >
      {isOther && (
        <p className="tree-strip tree-strip-past" role="status">
          <strong>{day > today ? past.future(day) : past.past(day)}</strong>
          <Button onClick={() => setDay(null)}>{past.today}</Button>
        </p>
      )}
      {!isOther && <FutureStrip today={today} onSee={setDay} />}
      <QueryView query={query}>
        {() =>
          nodes.length === 0 ? (
            isOther ? (
              <EmptyNote sentence={past.notThatDay} actionLabel={past.today} onAction={() => setDay(null)} />
            ) : (
              <EmptyNote sentence={organisationsText.empty} actionLabel={organisationsText.addRoot} onAction={() => setAdding(true)} />
            )
          ) : (
            <div className="organisations-columns">
              <OrganisationTree nodes={nodes} selectedId={selectedId} onSelect={setChosen} onDrop={mayMove && !isOther ? (id, parentId) => setDropped({ id, parentId }) : undefined} />
              {selectedId !== null && (isOther ? <PastPanel key={`${selectedId} ${day}`} id={selectedId} day={day} /> : <OrganisationDetailPanel key={selectedId} id={selectedId} nodes={nodes} onChosen={setChosen} />)}
            </div>
          )
        }
      </QueryView>
      {moving !== undefined && dropped !== null && <MoveDialog open organisation={moving} nodes={nodes} parentId={dropped.parentId} onClose={() => setDropped(null)} />}
      <AddDialog open={adding} parent={null} onClose={() => setAdding(false)} onAdded={setChosen} />
      <CategoriesDialog open={managing} onClose={() => setManaging(false)} />
    </Page>
  )
}
