import { Button } from 'antd'
import { useState } from 'react'
import { branchLabels } from '../../../shared/data/code-tables/branch-labels.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { placeKinds } from '../../../shared/data/code-tables/place-kinds.ts'
import { unitKinds } from '../../../shared/data/code-tables/unit-kinds.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationListEntry, OrganisationListName, OrganisationLists } from '../../../shared/model/organisation-lists.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { RowActions } from '../../components/row-actions.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { ListEntryDialog } from './list-entry-dialog.tsx'

const text = organisationsText.lists

interface Line {
  readonly entry: OrganisationListEntry & { readonly id: string; readonly rev: number }
  readonly name: string
  readonly meta: string
}
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('　')
/** 各张登记的一行怎么说。 */
const linesOf = (lists: OrganisationLists, list: OrganisationListName): readonly Line[] => {
  switch (list) {
    case 'labels':
      return lists.labels.map(({ toDay: _to, ...row }) => ({ entry: { list, ...row }, name: nameOf(branchLabels, row.label), meta: joined(text.since(row.fromDay), row.documentNumber, row.note) }))
    case 'units':
      return lists.units.map(({ toDay: _to, unitId: _unit, ...row }) => ({ entry: { list, ...row }, name: row.name, meta: joined(nameOf(unitKinds, row.unitKind), row.code, text.since(row.fromDay)) }))
    case 'places':
      return lists.places.map(({ toDay: _to, ...row }) => ({ entry: { list, ...row }, name: row.name, meta: joined(nameOf(placeKinds, row.placeKind), row.area === null ? '' : text.squareMetres(row.area), row.address, row.equippedOn === null ? '' : text.equipped(row.equippedOn)) }))
    case 'brands':
      return lists.brands.map(({ toDay: _to, ...row }) => ({ entry: { list, ...row }, name: row.name, meta: joined(row.meaning, text.since(row.fromDay)) }))
  }
}
const blank = (list: OrganisationListName, today: string): OrganisationListEntry => {
  const fresh = { id: null, rev: null, fromDay: today } as const
  if (list === 'labels') return { list, ...fresh, label: 'retired', documentNumber: '', note: '' }
  if (list === 'units') return { list, ...fresh, name: '', unitKind: 'department', code: '' }
  if (list === 'places') return { list, ...fresh, placeKind: 'activity_room', name: '', address: '', area: null, equippedOn: null }
  return { list, ...fresh, name: '', meaning: '' }
}

/** 支部标签、覆盖单位、活动阵地、党建品牌:带起止日期的小登记。 */
export const ListsCard = ({ detail }: { readonly detail: OrganisationDetail }) => {
  const today = useSession((session) => session.today)
  const query = useQuery(api.organisationLists.get, { organisationId: detail.id }, ['organisations.changed'])
  const [editing, setEditing] = useState<OrganisationListEntry | null>(null)
  const submit = useSubmit()
  const shown: readonly OrganisationListName[] = detail.kind === 'branch' ? ['labels', 'units', 'places', 'brands'] : ['units', 'places', 'brands']
  const end = ({ entry: { list, id, rev } }: Line, day: string | null): void => void submit.run(() => api.organisationLists.end({ organisationId: detail.id, entry: { list, id, rev }, day }), query.reload)
  return (
    <Card title={text.title}>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={query}>
        {(lists) => (
          <>
            {shown.map((list) => (
              <section key={list} className="organisation-list" aria-label={text.names[list]}>
                <h3>
                  {text.names[list]}
                  <Button onClick={() => setEditing(blank(list, today))}>{text.add[list]}</Button>
                </h3>
                {linesOf(lists, list).map((line) => (
                  <div key={line.entry.id} className="organisation-list-line">
                    <span>
                      {line.name} <span className="meta">{line.meta}</span>
                    </span>
                    <RowActions
                      edit={{ label: text.edit, onClick: () => setEditing(line.entry) }}
                      remove={{ label: text.mistake, question: text.mistakeQuestion(line.name), consequence: text.mistakeConsequence, confirmLabel: text.mistakeConfirm, onConfirm: () => end(line, null) }}
                    >
                      <ConfirmButton label={text.end} question={text.endQuestion(line.name)} consequence={text.endConsequence} confirmLabel={text.endConfirm} onConfirm={() => end(line, today)} />
                    </RowActions>
                  </div>
                ))}
              </section>
            ))}
          </>
        )}
      </QueryView>
      {editing !== null && (
        <ListEntryDialog
          organisationId={detail.id}
          entry={editing}
          onClose={() => {
            setEditing(null)
            query.reload()
          }}
        />
      )}
    </Card>
  )
}
