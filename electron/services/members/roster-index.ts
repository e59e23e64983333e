import { setImmediate } from 'node:timers/promises'
import { createRosterTable, type RosterTable } from '../../domain/members/roster/roster-table.ts'
import { codeColumn, rankColumn, sortByRank, type Coded, type Compare, type Ranking } from '../../domain/members/roster/rank.ts'
import type { ColumnKey } from '../../../shared/model/member-columns.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { TreeCounts } from '../../store/repos/organisation-tree.ts'
import { createRosterRows } from '../../store/repos/roster-rows.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 后台预读一次读多少人:几十毫秒,不挡别的调用。 */
const SLICE = 1000
const LATER_MILLISECONDS = 25

export interface RosterIndex {
  /** 整本读进来了:可以马上筛、排、找。 */
  isReady(): boolean
  /** 等整本读进来:一段一段地读,不挡别的调用。 */
  ready(): Promise<void>
  /** 与库一致的名册;每次用之前取。没读完的当场读完,会占住一会儿,先等 ready。 */
  current(): RosterTable
  /** 那一天的组织,上级在前。 */
  nodesOn(day: string): readonly OrganisationNode[]
  /** 一列编好的号;同一列再筛不用重编。 */
  coded(key: ColumnKey, day: string): Coded
  /** 一列的名次;同一列再排不用重算。 */
  ranking(key: ColumnKey, day: string, compare?: Compare): Ranking
  /** 那一天各支部、小组的人数;还没预读完的为 null,由库里数。 */
  countsOn(day: string): TreeCounts | null
  /** 全部行号,按支部、名册排序(没填的在后)、录入先后。 */
  baseOrder(day: string, placeOf: (organisationId: string) => number): Int32Array
}

/**
 * 内存里的名册与库对齐的办法:每次写入都有版本(record_version),记着读到第几个;
 * 再用时只重读其后变过的人,变得太多就整本重读。打开工作区后在空闲时一段一段预读。
 */
export const createRosterIndex = (scope: WorkspaceScope): RosterIndex => {
  const { db } = scope.store
  const source = createRosterRows(db)
  const organisations = createOrganisationRepo(db)
  let table = createRosterTable()
  let seq = 0
  /** 已读到哪个标识;null 为读完了。 */
  let position: string | null = ''
  const rankings = new Map<string, Ranking>()
  const codings = new Map<string, Coded>()
  const orders = new Map<string, Int32Array>()
  const trees = new Map<string, readonly OrganisationNode[]>()

  const watch = (): void =>
    table.onChange((key) => {
      if (key === null || key === 'sortOrder' || key.startsWith('branch@')) orders.clear()
      for (const kept of [rankings, codings]) {
        if (key === null) kept.clear()
        else for (const name of kept.keys()) if (name === key || name.startsWith(`${key}@`)) kept.delete(name)
      }
    })
  watch()
  const restart = (): void => {
    table = createRosterTable()
    rankings.clear()
    codings.clear()
    orders.clear()
    watch()
    position = ''
  }
  /** 读一段;还有没有。 */
  const readSlice = (): boolean => {
    if (position === null) return false
    // 先记下读到第几个版本再读人:读的当中没有写入(同一个线程)。
    if (position === '') seq = source.head()
    const rows = source.after(position, SLICE)
    for (const row of rows) table.put(row)
    position = rows.at(-1)?.id ?? null
    return position !== null
  }
  const catchUp = (): void => {
    // 还没开始读的没有可补的:开始读时记下读到第几个版本。
    if (position === '' || source.head() === seq) return
    const changes = source.since(seq)
    if (changes === null) {
      trees.clear()
      restart()
      return
    }
    if (changes.organisations) {
      trees.clear()
      rankings.clear()
      orders.clear()
    }
    const fresh = new Map(source.of([...changes.members]).map((row) => [row.id, row]))
    for (const id of changes.members) {
      const row = fresh.get(id)
      if (row === undefined) table.remove(id)
      // 还没预读到的,轮到时自会读到新的。
      else if (position === null || id <= position) table.put(row)
    }
    seq = changes.seq
  }
  const idle = (): void => {
    if (position === null || !db.open) return
    readSlice()
    setTimeout(idle, LATER_MILLISECONDS).unref()
  }
  setTimeout(idle, LATER_MILLISECONDS).unref()
  const coded: RosterIndex['coded'] = (key, day) => {
    const name = `${key}@${day}`
    const found = codings.get(name)
    if (found !== undefined) return found
    // 日子换多了只留新的。
    if (codings.size > 40) codings.clear()
    const made = codeColumn(table.vector(key, day))
    codings.set(name, made)
    return made
  }

  return {
    isReady: () => {
      catchUp()
      return position === null
    },
    ready: async () => {
      catchUp()
      while (db.open && readSlice()) await setImmediate()
    },
    current: () => {
      catchUp()
      while (readSlice());
      return table
    },
    countsOn: (day) => {
      catchUp()
      if (position !== null) return null
      const counts = new Map<string, { full: number; probationary: number }>()
      const add = (id: string, type: 'full' | 'probationary'): void => {
        const entry = counts.get(id)
        if (entry === undefined) counts.set(id, { full: 0, probationary: 0, [type]: 1 })
        else entry[type] += 1
      }
      table.eachPresent(day, (branch, group, type) => {
        if (branch !== '') add(branch, type)
        if (group !== '') add(group, type)
      })
      return counts
    },
    nodesOn: (day) => {
      const known = trees.get(day)
      if (known !== undefined) return known
      if (trees.size > 20) trees.clear()
      const nodes = organisations.bareTree(day)
      trees.set(day, nodes)
      return nodes
    },
    coded,
    ranking: (key, day, compare) => {
      const name = `${key}@${day}`
      const found = rankings.get(name)
      if (found !== undefined) return found
      const made = rankColumn(coded(key, day), compare)
      rankings.set(name, made)
      return made
    },
    baseOrder: (day, placeOf) => {
      const known = orders.get(day)
      if (known !== undefined) return known
      if (orders.size > 5) orders.clear()
      const byNumber = sortByRank(Int32Array.from({ length: table.size }, (_, row) => row), rankColumn(codeColumn(table.sortOrders.map((order) => (order === 0 ? null : order)))))
      const made = sortByRank(byNumber, rankColumn(coded('branch', day), (left, right) => placeOf(String(left)) - placeOf(String(right))))
      orders.set(day, made)
      return made
    },
  }
}
