import { Button, Input, Select, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { rosterListText as text } from '../../../shared/i18n/zh-CN/roster-list.ts'
import type { ColumnKey } from '../../../shared/model/member-columns.ts'
import type { MemberLayout, SavedView } from '../../../shared/model/member-view.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { useImeSafeEnter } from '../../components/ime.ts'
import { ColumnsDialog } from './columns-dialog.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import type { ColumnBook } from './roster-columns.ts'
import { ViewsMenu } from './views-menu.tsx'

interface RosterToolsProps {
  readonly book: ColumnBook
  readonly layout: MemberLayout
  readonly saved: readonly SavedView[]
  readonly organisation: string | null
  readonly day: string | null
  readonly onOrganisation: (id: string | null) => void
  readonly onDay: (day: string | null) => void
  readonly onSearch: (search: string) => void
  readonly onEnter: (typed: string) => void
  readonly onLayout: (patch: Partial<MemberLayout>) => void
  readonly onViewsChanged: () => void
}
const ALL_KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch', 'party_group']
const SETTLE_MILLISECONDS = 120
const GROUPABLE: readonly string[] = ['code', 'flag', 'organisation']

/** 名册上面的一排:查找、组织、范围、日子;条件、列、分组、看法。 */
export const RosterTools = ({ book, layout, saved, organisation, day, onOrganisation, onDay, onSearch, onEnter, onLayout, onViewsChanged }: RosterToolsProps) => {
  const [typed, setTyped] = useState('')
  const [dialog, setDialog] = useState<'filter' | 'columns' | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => onSearch(typed.trim()), SETTLE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed, onSearch])
  const searchEnter = useImeSafeEnter(() => onEnter(typed.trim()))
  const groupable = book.keys.filter((key) => GROUPABLE.includes(book.kind(key)))
  return (
    <>
      <div className="members-tools" role="search">
        <Input className="members-search" value={typed} maxLength={40} allowClear autoFocus placeholder={membersText.searchPlaceholder} aria-label={membersText.search} onChange={(event) => setTyped(event.target.value)} {...searchEnter} />
        <span className="members-tool">
          <BranchPicker aria-label={membersText.organisation} kinds={ALL_KINDS} value={organisation} onChange={onOrganisation} allowClear placeholder={membersText.allOrganisations} />
        </span>
        <Select aria-label={text.presence} className="members-presence" value={layout.presence} options={[{ value: 'on_roster' as const, label: text.presences.on_roster }, { value: 'departed' as const, label: text.presences.departed }]} onChange={(presence) => onLayout({ presence })} />
        <span className="members-tool members-day">
          <label htmlFor="members-day">{text.day}</label>
          <DateField id="members-day" value={day} onChange={onDay} />
        </span>
        <span className="card-head-gap" />
        <Button onClick={() => setDialog('filter')}>{text.filter.open(layout.filters.length)}</Button>
        <Select
          aria-label={text.group}
          className="members-group"
          value={layout.groupBy ?? ''}
          options={[{ value: '', label: text.noGroup }, ...groupable.map((key) => ({ value: key as string, label: book.label(key) }))]}
          onChange={(key: string) => onLayout({ groupBy: key === '' ? null : (key as ColumnKey) })}
        />
        <Button onClick={() => setDialog('columns')}>{text.columns.open}</Button>
        <ViewsMenu saved={saved} layout={layout} onChoose={onLayout} onChanged={onViewsChanged} />
      </div>
      {layout.filters.length > 0 && (
        <div className="members-filters">
          {layout.filters.map((filter, index) => (
            <Tag
              key={`${index}-${filter.column}`}
              closable
              closeIcon={<span aria-label={text.describe.removeOne(book.describe(filter))}>{'\u00d7'}</span>}
              onClose={(event) => {
                event.preventDefault()
                onLayout({ filters: layout.filters.filter((_entry, place) => place !== index) })
              }}
            >
              {book.describe(filter)}
            </Tag>
          ))}
          <Button size="small" type="link" onClick={() => onLayout({ filters: [] })}>
            {text.filter.clear}
          </Button>
        </div>
      )}
      <FilterDialog
        open={dialog === 'filter'}
        filters={layout.filters}
        book={book}
        onClose={() => setDialog(null)}
        onConfirm={(filters) => {
          setDialog(null)
          onLayout({ filters })
        }}
      />
      <ColumnsDialog
        open={dialog === 'columns'}
        columns={layout.columns}
        book={book}
        onClose={() => setDialog(null)}
        onConfirm={(columns) => {
          setDialog(null)
          onLayout({ columns })
        }}
      />
    </>
  )
}
