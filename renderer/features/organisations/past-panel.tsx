import { Button } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { branchLabels } from '../../../shared/data/code-tables/branch-labels.ts'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { Card } from '../../components/card.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { useCategoryNames } from './use-category-names.ts'

const text = organisationEventsText.pastDay
const EVENTS = ['organisations.changed', 'members.changed'] as const

/** 一个组织在某一天的样子:名称、隶属、分类、班子、名册,只看不改。 */
export const PastPanel = ({ id, day }: { readonly id: string; readonly day: string }) => {
  const { go, chooseBranch } = useNavigation()
  const maySeeRoster = useSession((session) => mayCall(session.session, contract.organisations.rosterOn))
  const detail = useQuery(api.organisations.get, { id, day }, EVENTS)
  const lists = useQuery(api.organisationLists.get, { organisationId: id, day }, EVENTS)
  const roster = useQuery(api.organisations.rosterOn, maySeeRoster ? { id, day } : null, EVENTS)
  const categoryName = useCategoryNames()
  const groups = useMemo(() => [...Map.groupBy(roster.data?.people ?? [], (person) => person.partyGroupName)].sort(([one], [other]) => Number(one === '') - Number(other === '')), [roster.data])
  const year = Number(day.slice(0, 4))
  return (
    <div className="organisation-detail">
      <QueryView query={detail}>
        {(data) => (
          <>
            <Card title={data.name} extra={<span className="meta">{nameOf(organisationKinds, data.kind)}</span>}>
              <p className="organisation-facts">
                <span>{data.parentId === null ? organisationsText.topLevel : organisationsText.underParent(data.parentName)}</span>
                <span>{organisationsText.countsFull(data.fullMembers, data.probationaryMembers)}</span>
                {data.kind === 'branch' && (
                  <span>
                    {organisationsText.fields.category} {data.category === null ? organisationsText.noCategory : categoryName(data.category)}
                  </span>
                )}
                {data.buildForm !== null && data.buildForm !== 'single' && <span>{nameOf(buildForms, data.buildForm)}</span>}
                {(lists.data?.labels ?? []).map((label) => (
                  <span key={label.id}>{nameOf(branchLabels, label.label)}</span>
                ))}
                {data.foundedOn !== null && <span>{text.founded(data.foundedOn)}</span>}
                {data.revokedOn !== null && <span>{text.revoked(data.revokedOn)}</span>}
              </p>
              {data.posts.length > 0 && (
                <ul className="past-posts" aria-label={organisationsText.posts.title(data.hasCommittee, data.kind)}>
                  {data.posts.map((post) => (
                    <li key={post.id}>
                      <span className="meta">{nameOf(partyPosts, post.post)}</span> {post.name}
                    </li>
                  ))}
                </ul>
              )}
              {data.kind === 'branch' && (
                <div className="organisation-actions">
                  <Button
                    onClick={() => {
                      chooseBranch(data.id)
                      go({ screen: 'handbook', branchId: data.id, year })
                    }}
                  >
                    {text.handbook(String(year))}
                  </Button>
                </div>
              )}
            </Card>
            {(data.kind === 'branch' || data.kind === 'party_group') && maySeeRoster && (
              <Card title={text.roster(roster.data?.people.length ?? 0)}>
                <QueryView query={roster}>
                  {({ people }) =>
                    people.length === 0 ? (
                      <p className="meta">{text.nobody}</p>
                    ) : (
                      groups.map(([group, members]) => (
                        <p key={group} className="past-group">
                          <strong>{group === '' ? text.ungrouped : group}</strong>
                          <span>{members.map((person) => (person.memberType === 'probationary' ? `${person.name}（${text.probationary}）` : person.name)).join('　')}</span>
                        </p>
                      ))
                    )
                  }
                </QueryView>
              </Card>
            )}
          </>
        )}
      </QueryView>
    </div>
  )
}
