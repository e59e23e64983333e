import type { BrowsedRow, ColumnKey, MemberQuery, MemberTotals } from '../../../shared/model/member-columns.ts'
import { createRosterTable } from '../../domain/members/roster/roster-table.ts'
import type { Access } from '../../rpc/access.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createFirstPageRepo } from '../../store/repos/first-page-repo.ts'
import { createRosterRows } from '../../store/repos/roster-rows.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { placesUnder } from './places-under.ts'
import { shownRow, type CellWords } from './roster-cells.ts'
import type { RosterIndex } from './roster-index.ts'

export interface FirstPage {
  readonly rows: BrowsedRow[]
  readonly groups: never[]
  readonly totals: MemberTotals
}
/** 再往后的,等整本读完。 */
const FURTHEST = 1000
/** 不到这么多人的,读完也只要几十毫秒:不必另走一条路。 */
const FEW = 3000

/** 缺省的看法才答得了:没有查找、筛选、排序、分组。 */
const isPlain = ({ search, presence, filters, sort, groupBy }: MemberQuery): boolean => search === '' && presence === 'on_roster' && filters.length === 0 && sort.length === 0 && groupBy === null

/**
 * 打开工作区之后的第一屏:十万人要两三秒才读得完,人等不起。缺省次序是按支部、名册排序、录入先后,
 * 照这个次序一个支部一个支部地从库里取,取够就停;人数只数索引。细的合计等整本读完再给。
 */
export const createFirstPage = (scope: WorkspaceScope, index: Pick<RosterIndex, 'isReady' | 'nodesOn'>, few = FEW) => {
  const repo = createFirstPageRepo(scope.store.db)
  const source = createRosterRows(scope.store.db)
  const customFields = createCustomFieldRepo(scope.store.db)
  return (query: MemberQuery, access: Access, columns: readonly ColumnKey[], offset: number, limit: number): FirstPage | null => {
    if (!isPlain(query) || offset + limit > FURTHEST || index.isReady()) return null
    const day = query.day ?? scope.ports.clock.today()
    const nodes = index.nodesOn(day)
    if (nodes.find(({ id }) => id === query.organisationId)?.kind === 'party_group') return null
    const inside = placesUnder(nodes, query.organisationId)
    const listed = nodes.flatMap(({ id, kind }) => (kind !== 'party_group' && (inside === null || inside.has(id)) && access.covers(id) ? [id] : []))
    const { full, probationary } = repo.count(day, inside === null && access.isWhole ? null : listed)
    const total = full + probationary
    if (total <= few) return null
    const ids: string[] = []
    for (const branchId of listed) {
      if (ids.length >= offset + limit) break
      ids.push(...repo.idsOf(branchId, day))
    }
    // 有人挂在已经不在树上的组织里,排在最后:不够数的等整本读完。
    if (ids.length < Math.min(offset + limit, total)) return null
    const wanted = ids.slice(offset, offset + limit)
    const table = createRosterTable()
    for (const row of source.of(wanted)) table.put(row)
    const names = new Map(nodes.map((node) => [node.id, node.name]))
    const kinds = new Map(customFields.all().map((field) => [`custom:${field.id}`, field.kind]))
    const words: CellWords = { organisation: (id) => names.get(id) ?? '', customKind: (key) => kinds.get(key) }
    return { rows: wanted.flatMap((id) => (table.rowOf(id) === undefined ? [] : [shownRow(table, table.rowOf(id) ?? -1, day, columns, words)])), groups: [], totals: { total, full, probationary, mix: null } }
  }
}
