import { Button } from 'antd'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { isBuiltIn, MEMBER_COLUMNS, UNDATED_COLUMNS, type MemberFilter, type MemberQuery } from '../../../shared/model/member-columns.ts'
import { useOrganisations } from '../../components/branch-picker.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { isImeKey } from '../../components/ime.ts'
import { keptDrafts } from '../../components/kept-drafts.ts'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { Loading } from '../../components/loading.tsx'
import { WindowTable, type WindowItem } from '../../components/window-table.tsx'
import { useNavigation } from '../../platform/navigation.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { ExportButton } from './export-dialog.tsx'
import { placesOf } from './group-places.ts'
import { LastBatchStrip } from './last-batch.tsx'
import { MemberPanel } from './member-panel.tsx'
import { NEW_MEMBER, NewMemberPanel } from './new-member-panel.tsx'
import { PrintFormsButton } from './print-forms.tsx'
import { columnBook } from './roster-columns.ts'
import { printColumns, printRows } from './roster-print.ts'
import { RosterTools } from './roster-tools.tsx'
import { useChosen } from './use-chosen.ts'
import { useCustomFields } from './use-custom-fields.ts'
import { useLayout } from './use-layout.ts'
import { useRosterWindow } from './use-roster-window.ts'
import './members.css'

interface MembersScreenProps {
  readonly organisationId?: string
  readonly memberId?: string
  /** 从结构图来的条件。 */
  readonly filters?: readonly MemberFilter[]
  /** 从结构图来:看的是哪一天。 */
  readonly day?: string
}
type Panel = { readonly kind: 'member'; readonly id: string } | { readonly kind: 'new' } | null
const ALIGNED = { date: 'center', flag: 'center', number: 'end' } as const

/** 党员名册:一个查找框,列表不离开,详情在右侧。列、条件、排序记在各人名下。 */
export const MembersScreen = ({ organisationId, memberId, filters: given, day: givenDay }: MembersScreenProps) => {
  const { go, branchId: workingBranch } = useNavigation()
  const { nodes } = useOrganisations()
  const customFields = useCustomFields()
  const book = useMemo(() => columnBook(customFields, nodes), [customFields, nodes])
  const [organisation, setOrganisation] = useState<string | null>(organisationId ?? (given === undefined ? workingBranch : null))
  const [search, setSearch] = useState('')
  const [day, setDay] = useState<string | null>(givenDay ?? null)
  const { layout, saved, ready, change, reloadViews } = useLayout(given === undefined ? undefined : { filters: [...given], groupBy: null, presence: 'on_roster' })
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [batching, setBatching] = useState(false)
  const [panel, setPanel] = useState<Panel>(memberId !== undefined ? { kind: 'member', id: memberId } : keptDrafts.read(NEW_MEMBER) === undefined ? null : { kind: 'new' })
  // 顶栏换了支部,名册跟着换;从别处指定了组织进来的那一次不跟。
  const [followed, setFollowed] = useState(workingBranch)
  if (followed !== workingBranch) {
    setFollowed(workingBranch)
    setOrganisation(workingBranch)
    setPanel(null)
  }
  const query: MemberQuery = useMemo(() => ({ organisationId: organisation, day, search, presence: layout.presence, filters: layout.filters, sort: layout.sort, groupBy: layout.groupBy }), [organisation, day, search, layout])
  const roster = useRosterWindow(ready ? query : null, layout.columns)
  const { totals, groups, rowAt, show } = roster
  const places = useMemo(() => placesOf(totals?.total ?? 0, groups, closed), [totals, groups, closed])
  const chosen = useChosen(query, places, rowAt)
  const selected = nodes.find((node) => node.id === organisation)
  const openId = panel?.kind === 'member' ? panel.id : null
  const openPlace = useRef(0)

  const open = (id: string): void => setPanel({ kind: 'member', id })
  const itemAt = useCallback(
    (index: number): WindowItem => {
      const placed = places.at(index)
      if (placed.kind === 'group') return { kind: 'group', value: placed.group.value, open: placed.open, label: rosterListText.groupLabel(layout.groupBy === null ? '' : book.label(layout.groupBy), placed.group.label, placed.group.count) }
      const row = rowAt(placed.place)
      return { kind: 'row', id: row?.id ?? null, order: placed.place + 1, name: row?.name ?? '', cells: row === undefined ? null : [paddedName(row.cells[0] ?? ''), ...row.cells.slice(1)] }
    },
    [places, rowAt, layout.groupBy, book],
  )
  const onWindow = useCallback((first: number, last: number) => show(...places.people(first, last)), [places, show])
  const placeOf = (id: string | null): number => {
    // 开着的人多半就在刚才的位置附近;找不到就从头。
    for (let place = 0; place < (totals?.total ?? 0); place += 1) if (rowAt(place)?.id === id) return place
    return openPlace.current
  }
  const step = (by: 1 | -1): void => {
    const next = rowAt(placeOf(openId) + by)
    if (next !== undefined) open(next.id)
  }
  const close = (): void => {
    const key = openId
    setPanel(null)
    if (key !== null) requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`)?.focus())
  }
  const keys = useRef((_event: globalThis.KeyboardEvent): void => undefined)
  useLayoutEffect(() => {
    keys.current = (event) => {
      if (isImeKey(event) || event.defaultPrevented || panel?.kind !== 'member') return
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault()
        step(event.key === 'ArrowUp' ? -1 : 1)
      } else if (event.key === 'Escape') close()
    }
  })
  // 焦点在顶栏或页头时也管用,所以听整个窗口。
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent): void => keys.current(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
  const sortBy = (column: string, add: boolean): void => {
    const key = layout.columns.find((entry) => entry === column)
    if (key === undefined) return
    const now = layout.sort.find((entry) => entry.column === key)
    const others = add ? layout.sort.filter((entry) => entry.column !== key) : []
    // 升、降、不排,轮着来。
    change({ sort: [...others, ...(now === undefined ? [{ column: key, descending: false }] : now.descending ? [] : [{ column: key, descending: true }])].slice(0, 4) })
  }
  const toImport = (): void => go({ screen: 'import', ...(selected?.kind === 'branch' ? { branchId: selected.id } : {}) })
  const columns = layout.columns.map((key) => {
    const kind = book.kind(key)
    return { key, title: book.label(key), width: book.width(key), sortable: kind !== 'masked', ...(kind in ALIGNED ? { align: ALIGNED[kind as keyof typeof ALIGNED] } : isBuiltIn(key) && MEMBER_COLUMNS[key].width <= 8 ? { align: 'center' as const } : {}) }
  })
  const title = selected === undefined ? membersText.printTitleAll : membersText.printTitle(selected.name)
  // 没有起止日期的列,哪一天看都是现在填的;说清楚,免得当成那天的。
  const undated = layout.columns.filter((key) => !isBuiltIn(key) || UNDATED_COLUMNS.includes(key)).map(book.label).join('\u3001')
  const narrowed = search !== '' || layout.filters.length > 0 || layout.presence === 'departed'
  return (
    <Page
      title={membersText.title}
      section={{ group: 'members', current: 'members' }}
      fixed
      actions={
        <>
          <ListActions list="roster" title={title} subtitle={[day === null ? '' : undated === '' ? rosterListText.asOf(day) : rosterListText.asOfUndated(day, undated), ...layout.filters.map(book.describe)].filter((part) => part !== '').join('\uff1b').slice(0, 200)} printOnly personal organisationId={organisation} rows={(from) => printRows(query, layout.columns, from)} count={totals?.total ?? 0} columns={printColumns(layout.columns, book)} />
          <ExportButton query={query} columns={layout.columns} />
          <Button onClick={toImport}>{membersText.importRoster}</Button>
          <Button type="primary" onClick={() => setPanel({ kind: 'new' })}>
            {membersText.add}
          </Button>
        </>
      }
    >
      <div className="members">
        <RosterTools
          book={book}
          layout={layout}
          saved={saved}
          organisation={organisation}
          day={day}
          onOrganisation={setOrganisation}
          onDay={setDay}
          onSearch={setSearch}
          onEnter={(typed) => {
            const first = rowAt(0)
            // 结果还没跟上打的字时不开,免得开错人。
            if (first !== undefined && typed === search && !roster.loading) open(first.id)
          }}
          onLayout={change}
          onViewsChanged={reloadViews}
        />
        {day !== null && <p className="meta">{undated === '' ? rosterListText.asOfNote(day) : rosterListText.asOfNoteUndated(day, undated)}</p>}
        <LastBatchStrip book={book} />
        {roster.error !== null && <ErrorNote failure={roster.error} onRetry={roster.reload} />}
        <div className="members-split" data-open={panel !== null}>
          <div className="members-list">
            <WindowTable
              label={membersText.table}
              words={rosterListText.table}
              columns={columns}
              count={places.count}
              itemAt={itemAt}
              onWindow={onWindow}
              sort={layout.sort}
              onSort={sortBy}
              chosen={chosen.ids}
              allChosen={chosen.all}
              onChoose={chosen.choose}
              onChooseAll={chosen.chooseAll}
              onOpen={open}
              onToggleGroup={(value) => setClosed((before) => (before.has(value) ? new Set([...before].filter((entry) => entry !== value)) : new Set([...before, value])))}
              selectedId={openId}
              resetKey={JSON.stringify(query)}
              busy={roster.loading && places.count === 0}
              empty={roster.loading ? <Loading /> : totals === null ? '' : narrowed ? <p className="empty-note">{membersText.emptySearch}</p> : <EmptyNote sentence={membersText.empty} actionLabel={membersText.importRoster} onAction={toImport} />}
            />
            <div className="members-counts">
              <p role="status">
                {totals !== null && (
                  <>
                    <strong>{rosterListText.totals(totals.total, totals.full, totals.probationary)}</strong> {totals.total > 0 && <span>{totals.mix === null ? rosterListText.counting : rosterListText.totalsMore(totals.mix)}</span>}
                  </>
                )}
              </p>
              {chosen.ids.size > 0 ? (
                <span className="members-chosen">
                  {rosterListText.chosen(chosen.ids.size)}
                  <Button size="small" onClick={() => setBatching(true)}>
                    {rosterListText.batch.open}
                  </Button>
                  <PrintFormsButton memberIds={[...chosen.ids]} small />
                  <Button size="small" onClick={chosen.clear}>
                    {rosterListText.unchoose}
                  </Button>
                </span>
              ) : (
                <span className="meta">{membersText.keys}</span>
              )}
            </div>
            {chosen.failure !== null && <ErrorNote failure={chosen.failure} />}
          </div>
          {panel !== null && (
            <aside className="member-panel" aria-label={membersText.panel}>
              {panel.kind === 'member' ? (
                <MemberPanel key={panel.id} id={panel.id} onStep={step} onClose={close} />
              ) : (
                <NewMemberPanel branchId={selected?.kind === 'branch' ? selected.id : (workingBranch ?? '')} onAdded={open} onClose={close} />
              )}
            </aside>
          )}
        </div>
        <BatchDialog
          open={batching}
          memberIds={[...chosen.ids]}
          book={book}
          onClose={() => setBatching(false)}
          onDone={() => {
            setBatching(false)
            chosen.clear()
          }}
        />
      </div>
    </Page>
  )
}

/** 两个字的姓名中间空一格,与三个字的对齐(名册的老习惯)。 */
const paddedName = (name: string): string => (/^\p{Script=Han}{2}$/u.test(name) ? `${name.slice(0, 1)}\u3000${name.slice(1)}` : name)
