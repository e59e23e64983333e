import { isJuniorCollegeOrAbove } from '../../../shared/data/code-tables/education.ts'
import { isMinority } from '../../../shared/data/code-tables/ethnicity.ts'
import { memberColumnsText as text } from '../../../shared/i18n/zh-CN/member-columns.ts'
import type { BrowsedGroup, BrowsedRow, ColumnKey, MemberQuery, MemberTotals } from '../../../shared/model/member-columns.ts'
import { createTest, type ColumnSource, type RowTest } from '../../domain/members/roster/filter.ts'
import { sortByRank } from '../../domain/members/roster/rank.ts'
import { PRESENCE, type RosterTable } from '../../domain/members/roster/roster-table.ts'
import { createMatcher } from '../../domain/members/roster/search.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import type { Cell } from '../../domain/members/roster/rows.ts'
import type { Access } from '../../rpc/access.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createFirstPage, type FirstPage } from './first-page.ts'
import { placesUnder } from './places-under.ts'
import { compareFor, kindOf, shownRow, wordOf, type CellWords } from './roster-cells.ts'
import { createRosterIndex, type RosterIndex } from './roster-index.ts'

/** 筛好、排好的一批人,以及取他们的各样东西的办法。 */
export interface Selection {
  readonly rows: Int32Array
  readonly day: string
  readonly table: RosterTable
  readonly words: CellWords
  /** 那一天的各列。 */
  readonly columns: ColumnSource
  idAt(place: number): string
  /** 一行要显示的字。 */
  shown(place: number, columns: readonly ColumnKey[]): BrowsedRow
  groups(): BrowsedGroup[]
  totals(): MemberTotals
}
export interface RosterBrowser {
  (query: MemberQuery, access: Access): Selection
  /** 等整本名册读进内存,不挡别的调用;不等就用,当场读完。 */
  ready(): Promise<void>
  /** 还没读完时的第一屏,直接从库里取;答不了(筛选、排序、查找过的)或已读完的为 null。 */
  firstPage(query: MemberQuery, access: Access, columns: readonly ColumnKey[], offset: number, limit: number): FirstPage | null
}

const UNDER_35 = 35

interface Shared {
  readonly index: RosterIndex
  readonly browser: RosterBrowser
}
const shared = new WeakMap<WorkspaceScope, Shared>()
const sharedOf = (scope: WorkspaceScope): Shared => {
  const known = shared.get(scope)
  if (known !== undefined) return known
  const index = createRosterIndex(scope)
  const made = { index, browser: createRosterBrowser(scope, index) }
  shared.set(scope, made)
  return made
}
/** 一个工作区一份:列表、导出、结构图共用内存里的同一本名册。 */
export const rosterBrowserOf = (scope: WorkspaceScope): RosterBrowser => sharedOf(scope).browser
/** 那一天各支部、小组的人数;还没预读完的为 null。 */
export const rosterCountsOf = (scope: WorkspaceScope): RosterIndex['countsOn'] => sharedOf(scope).index.countsOn

interface TreeBook {
  readonly names: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<string, number>
}
const books = new WeakMap<readonly OrganisationNode[], TreeBook>()
/** 一棵树的名称与次序:同一天的树不变,只编一次。 */
const bookOf = (nodes: readonly OrganisationNode[]): TreeBook => {
  const known = books.get(nodes)
  if (known !== undefined) return known
  const made = { names: new Map(nodes.map(({ id, name }) => [id, name])), places: new Map(nodes.map(({ id }, place) => [id, place])) }
  books.set(nodes, made)
  return made
}

/** 名册的筛选、排序、分组、合计;列表、导出、结构图、批量修改都由它取人。 */
const createRosterBrowser = (scope: WorkspaceScope, index: RosterIndex): RosterBrowser => {
  const customFields = createCustomFieldRepo(scope.store.db)
  const browse = (query: MemberQuery, access: Access): Selection => {
    const table = index.current()
    const today = scope.ports.clock.today()
    const day = query.day ?? today
    const nodes = index.nodesOn(day)
    const { names, places } = bookOf(nodes)
    const placeOf = (id: string): number => places.get(id) ?? nodes.length
    const kinds = new Map(customFields.all().map((field) => [`custom:${field.id}`, field.kind]))
    const words: CellWords = { organisation: (id) => names.get(id) ?? '', customKind: (key) => kinds.get(key) }
    const columns: ColumnSource = { vectorOf: (key) => table.vector(key, day), codedOf: (key) => index.coded(key, day) }
    const isNumber = (key: ColumnKey): boolean => kindOf(key, words) === 'number'

    const chosen = query.organisationId === null ? undefined : nodes.find((node) => node.id === query.organisationId)
    const inside = placesUnder(nodes, query.organisationId)
    const ofGroup = chosen?.kind === 'party_group' ? columns.vectorOf('partyGroup') : null
    const matcher = createMatcher(table, query.search)
    // 遮着的列只许按填没填筛:不许一位一位地试出来。
    const tests: RowTest[] = query.filters.filter((filter) => filter.kind === 'filled' || kindOf(filter.column, words) !== 'masked').map((filter) => createTest(filter, columns, isNumber))

    const allowed = new Map<string, boolean>()
    const mayList = (branch: string): boolean => {
      let known = allowed.get(branch)
      if (known === undefined) {
        known = access.covers(branch) && (inside === null || ofGroup !== null || inside.has(branch))
        allowed.set(branch, known)
      }
      return known
    }
    // 十万人只在几千个支部里:管不管得到,一个支部只问一次。
    const presence = index.coded(PRESENCE, day)
    const listed = Uint8Array.from(presence.values, (branch) => (mayList(String(branch)) ? 1 : 0))
    const found = new Int32Array(table.size)
    const scores = new Int32Array(matcher === null ? 0 : table.size)
    let count = 0
    // 已按支部、名册排序、录入先后排好,扫一遍就是缺省的次序。
    for (const row of index.baseOrder(day, placeOf)) {
      if (table.isGone(row)) continue
      // 先比要找的字:十万行里多半不合,后面的就不用看了。
      const score = matcher === null ? 0 : matcher(row)
      if (score === -1) continue
      const now = presence.codes[row] ?? -1
      if (query.presence === 'on_roster' ? now === -1 && matcher === null : now !== -1) continue
      if (now === -1) {
        const last = table.lastBranch(row)
        if (last === null || !mayList(last)) continue
      } else if (listed[now] !== 1) continue
      if (ofGroup !== null && ofGroup[row] !== query.organisationId) continue
      if (matcher !== null) scores[row] = score
      if (!tests.every((test) => test(row))) continue
      found[count] = row
      count += 1
    }
    const ranking = (key: ColumnKey) => index.ranking(key, day, compareFor(key, words, placeOf))
    const order = (): Int32Array => {
      // 次要的先排:缺省的次序,再是贴切与所选的各列,最后是分组。
      let sorted: Int32Array = found.slice(0, count)
      if (matcher !== null && query.sort.length === 0) sorted = sortByRank(sorted, { ranks: scores, values: [], blank: 4 })
      for (const { column, descending } of query.sort.toReversed()) if (kindOf(column, words) !== 'masked') sorted = sortByRank(sorted, ranking(column), descending)
      return query.groupBy === null ? sorted : sortByRank(sorted, ranking(query.groupBy))
    }
    const rows = order()

    return {
      rows,
      day,
      table,
      words,
      columns,
      idAt: (place) => table.idAt(rows[place] ?? -1),
      shown: (place, columns) => shownRow(table, rows[place] ?? -1, day, columns, words),
      groups: () => {
        const key = query.groupBy
        if (key === null) return []
        const { ranks, values, blank } = ranking(key)
        const counts = new Map<number, number>()
        for (const row of rows) counts.set(ranks[row] ?? blank, (counts.get(ranks[row] ?? blank) ?? 0) + 1)
        return [...counts].map(([rank, size]) => {
          const value = rank === blank ? '' : String(values[rank])
          const label = wordOf(key, values[rank], words)
          return { value, label: kindOf(key, words) === 'flag' && rank !== blank ? (values[rank] === 1 ? text.yes : text.no) : label === '' ? text.blank : label, count: size }
        })
      },
      totals: () => totalsOf(rows, columns),
    }
  }
  return Object.assign(browse, { ready: () => index.ready(), firstPage: createFirstPage(scope, index) })
}

const totalsOf = (rows: Int32Array, { codedOf }: ColumnSource): MemberTotals => {
  /** 每种值几个人。 */
  const tally = (key: ColumnKey): readonly (readonly [Cell, number])[] => {
    const { codes, values } = codedOf(key)
    const counts = new Int32Array(values.length + 1)
    for (const row of rows) counts[(codes[row] ?? -1) + 1] = (counts[(codes[row] ?? -1) + 1] ?? 0) + 1
    return values.map((value, code) => [value, counts[code + 1] ?? 0])
  }
  const counted = (key: ColumnKey, suits: (value: Cell) => boolean): number => tally(key).reduce((sum, [value, count]) => (suits(value) ? sum + count : sum), 0)
  const mean = (key: ColumnKey): number | null => {
    let [sum, people] = [0, 0]
    for (const [value, count] of tally(key)) {
      if (typeof value !== 'number') continue
      sum += value * count
      people += count
    }
    return people === 0 ? null : Math.round((sum / people) * 10) / 10
  }
  const full = counted('memberType', (value) => value === 'full')
  return {
    total: rows.length,
    full,
    probationary: rows.length - full,
    mix: {
      women: counted('gender', (value) => value === '2'),
      minority: counted('ethnicity', (value) => isMinority(String(value))),
      under35: counted('age', (value) => typeof value === 'number' && value <= UNDER_35),
      juniorCollege: counted('education', (value) => isJuniorCollegeOrAbove(String(value))),
      retired: counted('isRetired', (value) => value === 1),
      averageAge: mean('age'),
      averageStanding: mean('partyStanding'),
    },
  }
}
