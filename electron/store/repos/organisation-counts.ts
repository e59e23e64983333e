import type { Database } from 'better-sqlite3'
import { IN_GROUP, MEMBER_TYPE_ON_DAY, onRoster } from '../roster-sql.ts'
import type { TreeCounts } from './organisation-tree.ts'

/** 那一天各支部、小组的人数,只靠索引数。@param only 只数这些;不给数全部。 */
export const createOrganisationCounts = (db: Database): ((day: string, only?: readonly string[]) => TreeCounts) => {
  const branchCounts = db.prepare(`SELECT r.organisation_id AS id, ${MEMBER_TYPE_ON_DAY} AS type, count(*) AS count FROM ${onRoster()} GROUP BY 1, 2`)
  const groupCounts = db.prepare(`SELECT g.party_group_id AS id, ${MEMBER_TYPE_ON_DAY} AS type, count(*) AS count FROM ${IN_GROUP} GROUP BY 1, 2`)
  const OF_THESE = 'IN (SELECT value FROM json_each(@ids))'
  const branchCountsOf = db.prepare(`SELECT r.organisation_id AS id, ${MEMBER_TYPE_ON_DAY} AS type, count(*) AS count FROM ${onRoster()} AND r.organisation_id ${OF_THESE} GROUP BY 1, 2`)
  const groupCountsOf = db.prepare(`SELECT g.party_group_id AS id, ${MEMBER_TYPE_ON_DAY} AS type, count(*) AS count FROM ${IN_GROUP} AND g.party_group_id ${OF_THESE} GROUP BY 1, 2`)
  return (day: string, only?: readonly string[]): TreeCounts => {
    const ids = JSON.stringify(only ?? [])
    const found = only === undefined ? [...branchCounts.all({ day }), ...groupCounts.all({ day })] : [...branchCountsOf.all({ day, ids }), ...groupCountsOf.all({ day, ids })]
    const counts = new Map<string, { full: number; probationary: number }>()
    for (const row of found as { id: string; type: 'full' | 'probationary'; count: number }[]) {
      const entry = counts.get(row.id) ?? { full: 0, probationary: 0 }
      entry[row.type] += row.count
      counts.set(row.id, entry)
    }
    return counts
  }
}
