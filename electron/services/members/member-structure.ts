import type { ColumnKey, MemberQuery, MemberTotals } from '../../../shared/model/member-columns.ts'
import type { StructureChart } from '../../../shared/model/member-structure.ts'
import { createTest } from '../../domain/members/roster/filter.ts'
import { STRUCTURE } from '../../domain/members/structure.ts'
import type { Access } from '../../rpc/access.ts'
import type { RosterBrowser } from './roster-browser.ts'
import { kindOf } from './roster-cells.ts'

/** 结构图各条的人数,与点开它的条件:数人与点开用的是同一组,两边不会对不上。 */
export const structureOf = (browse: RosterBrowser, query: MemberQuery, access: Access): { charts: StructureChart[]; totals: MemberTotals } => {
  const selection = browse({ ...query, sort: [], groupBy: null }, access)
  const isNumber = (key: ColumnKey): boolean => kindOf(key, selection.words) === 'number'
  const charts = STRUCTURE.map(({ key, bars }) => ({
    key,
    bars: bars.map(({ key: bar, filters }) => {
      const tests = filters.map((filter) => createTest(filter, selection.columns, isNumber))
      let count = 0
      for (const row of selection.rows) if (tests.every((test) => test(row))) count += 1
      return { key: bar, count, filters: [...filters] }
    }),
  }))
  return { charts, totals: selection.totals() }
}
