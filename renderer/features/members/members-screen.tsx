import { Button, Input, Select } from 'antd'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import type { MemberRow, MemberType } from '../../../shared/model/member.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { isImeKey, useImeSafeEnter } from '../../components/ime.ts'
import { keptDrafts } from '../../components/kept-drafts.ts'
import { ListActions } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { useQuery } from '../../platform/use-query.ts'
import { ExportButton } from './export-dialog.tsx'
import { rosterPrintColumns } from './roster-print-columns.ts'
import { memberColumns } from './member-columns.tsx'
import { MemberPanel } from './member-panel.tsx'
import { NEW_MEMBER, NewMemberPanel } from './new-member-panel.tsx'
import './members.css'

const ALL_KINDS: readonly OrganisationKind[] = ['party_committee', 'general_branch', 'branch', 'party_group']
const EVERYONE = 20_000
const SETTLE_MILLISECONDS = 120
const rowKey = (row: MemberRow): string => row.id

type Panel = { readonly kind: 'member'; readonly id: string } | { readonly kind: 'new' } | null

/** 党员名册:一个查找框,列表不离开,详情在右侧。 */
export const MembersScreen = ({ organisationId, memberId }: { readonly organisationId?: string; readonly memberId?: string }) => {
  const { go, branchId: workingBranch } = useNavigation()
  const { nodes } = useOrganisations()
  const [organisation, setOrganisation] = useState<string | null>(organisationId ?? workingBranch)
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [memberType, setMemberType] = useState<MemberType | null>(null)
  const [panel, setPanel] = useState<Panel>(memberId !== undefined ? { kind: 'member', id: memberId } : keptDrafts.read(NEW_MEMBER) === undefined ? null : { kind: 'new' })
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), SETTLE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  // 顶栏换了支部,名册跟着换;从别处指定了组织进来的那一次不跟。
  const [followed, setFollowed] = useState(workingBranch)
  if (followed !== workingBranch) {
    setFollowed(workingBranch)
    setOrganisation(workingBranch)
    setPanel(null)
  }
  const list = useQuery(api.members.list, { organisationId: organisation, search, memberType, offset: 0, limit: EVERYONE }, ['members.changed', 'organisations.changed'])
  const rows = list.data?.rows ?? []
  const selected = nodes.find((node) => node.id === organisation)
  const withBranch = selected === undefined || (selected.kind !== 'branch' && selected.kind !== 'party_group')
  const columns = useMemo(() => memberColumns(withBranch), [withBranch])
  const openId = panel?.kind === 'member' ? panel.id : null

  const step = (by: 1 | -1): void => {
    const next = rows[rows.findIndex((row) => row.id === openId) + by]
    if (next !== undefined) setPanel({ kind: 'member', id: next.id })
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
  const searchEnter = useImeSafeEnter(() => {
    const first = rows[0]
    // 结果还没跟上打的字时不开,免得开错人。
    if (first !== undefined && typed.trim() === search && !list.loading) setPanel({ kind: 'member', id: first.id })
  })
  const toImport = (): void => go({ screen: 'roster-import', ...(selected?.kind === 'branch' ? { branchId: selected.id } : {}) })
  return (
    <Page
      title={membersText.title}
      section={{ group: 'members', current: 'members' }}
      fixed
      actions={
        <>
          <ListActions list="roster" title={membersText.printTitle} subtitle={selected?.name ?? ''} organisationId={organisation} columns={rosterPrintColumns(withBranch)} rows={rows} personal printOnly />
          <ExportButton organisationId={organisation} search={search} memberType={memberType} />
          <Button onClick={toImport}>{membersText.importRoster}</Button>
          <Button type="primary" onClick={() => setPanel({ kind: 'new' })}>
            {membersText.add}
          </Button>
        </>
      }
    >
      <div className="members">
        <div className="members-tools" role="search">
          <Input className="members-search" value={typed} maxLength={40} allowClear autoFocus placeholder={membersText.searchPlaceholder} aria-label={membersText.search} onChange={(event) => setTyped(event.target.value)} {...searchEnter} />
          <span className="members-tool">
            <span aria-hidden="true">{membersText.organisation}</span>
            <BranchPicker aria-label={membersText.organisation} kinds={ALL_KINDS} value={organisation} onChange={setOrganisation} allowClear placeholder={membersText.allOrganisations} />
          </span>
          <span className="members-tool">
            <span aria-hidden="true">{membersText.type}</span>
            <Select
              aria-label={membersText.type}
              className="members-type"
              value={memberType ?? ''}
              options={[{ value: '', label: membersText.allTypes }, ...memberTypes.map((entry) => ({ value: entry.code, label: entry.name }))]}
              onChange={(code: string) => setMemberType(memberTypes.find((entry) => entry.code === code)?.code ?? null)}
            />
          </span>
        </div>
        {list.error !== null && <ErrorNote failure={list.error} onRetry={list.reload} />}
        <div className="members-split" data-open={panel !== null}>
          <div className="members-list">
            <DataTable
              label={membersText.table}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              onOpen={(row) => setPanel({ kind: 'member', id: row.id })}
              selectedKey={openId}
              loading={list.loading}
              fill
              minWidth={withBranch ? 1100 : 920}
              empty={
                search !== '' || memberType !== null || list.data === null ? (
                  <p className="empty-note">{list.data === null ? '' : membersText.emptySearch}</p>
                ) : (
                  <EmptyNote sentence={membersText.empty} actionLabel={membersText.importRoster} onAction={toImport} />
                )
              }
            />
            <p className="members-counts" role="status">
              {list.data !== null && membersText.counts(list.data.counts.total, list.data.counts.full, list.data.counts.probationary)}
              <span className="meta">{membersText.keys}</span>
            </p>
          </div>
          {panel !== null && (
            <aside className="member-panel" aria-label={membersText.panel}>
              {panel.kind === 'member' ? (
                <MemberPanel key={panel.id} id={panel.id} onStep={step} onClose={close} />
              ) : (
                <NewMemberPanel branchId={selected?.kind === 'branch' ? selected.id : (workingBranch ?? '')} onAdded={(id) => setPanel({ kind: 'member', id })} onClose={close} />
              )}
            </aside>
          )}
        </div>
      </div>
    </Page>
  )
}
