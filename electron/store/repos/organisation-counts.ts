import type { Database } from 'better-sqlite3'
import { coversDay } from '../as-of.ts'
import { IN_GROUP, MEMBER_TYPE_ON_DAY, onRoster } from '../roster-sql.ts'
import type { TreeCounts } from './organisation-tree.ts'

interface Tally {
  full: number
  probationary: number
}
const IN_BRANCH = { table: 'membership', alias: 'r', organisation: 'organisation_id', from: onRoster() }
const IN_PARTY_GROUP = { table: 'group_membership', alias: 'g', organisation: 'party_group_id', from: IN_GROUP }

/** 那一天各支部、小组的人数。@param only 只数这些;不给数全部。 */
export const createOrganisationCounts = (db: Database): ((day: string, only?: readonly string[]) => TreeCounts) => {
  const sources = [IN_BRANCH, IN_PARTY_GROUP].map(({ table, alias, organisation, from }) => {
    const covers = coversDay(alias, table, 'member_id')
    return {
      // 数全部:先当作都是正式党员,只按隶属的索引数;再把不是的挑出来。十万人里挑出来的只有几千,不必一个人一个人地去对。
      everyone: db.prepare(`SELECT ${alias}.${organisation} AS id, count(*) AS count FROM ${table} ${alias} WHERE ${covers} GROUP BY 1`),
      others: db.prepare(
        `SELECT ${alias}.${organisation} AS id, m.deleted_at IS NULL AND (m.joined_on IS NULL OR m.joined_on <= @day) AS present, count(*) AS count
         FROM member m CROSS JOIN ${table} ${alias} ON ${alias}.member_id = m.id AND ${covers}
         WHERE m.deleted_at IS NOT NULL OR m.joined_on > @day OR m.member_type <> 'full' OR m.regular_on > @day GROUP BY 1, 2`,
      ),
      some: db.prepare(`SELECT ${alias}.${organisation} AS id, ${MEMBER_TYPE_ON_DAY} AS type, count(*) AS count FROM ${from} AND ${alias}.${organisation} IN (SELECT value FROM json_each(@ids)) GROUP BY 1, 2`),
    }
  })
  return (day: string, only?: readonly string[]): TreeCounts => {
    const counts = new Map<string, Tally>()
    const entryOf = (id: string): Tally => {
      const known = counts.get(id)
      if (known !== undefined) return known
      const made = { full: 0, probationary: 0 }
      counts.set(id, made)
      return made
    }
    for (const { everyone, others, some } of sources) {
      if (only !== undefined) {
        for (const { id, type, count } of some.all({ day, ids: JSON.stringify(only) }) as { id: string; type: keyof Tally; count: number }[]) entryOf(id)[type] += count
        continue
      }
      for (const { id, count } of everyone.all({ day }) as { id: string; count: number }[]) entryOf(id).full += count
      for (const { id, present, count } of others.all({ day }) as { id: string; present: 0 | 1; count: number }[]) {
        const entry = entryOf(id)
        entry.full -= count
        if (present === 1) entry.probationary += count
      }
    }
    return counts
  }
}
