import type { Database } from 'better-sqlite3'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { BEGINNING } from '../as-of.ts'
import type { LoggedRows, LoggedTable, RowChange } from '../logged-rows.ts'
import type { Row } from '../record-table.ts'
import type { Transaction } from '../unit-of-work.ts'

interface SpanRow {
  readonly id: string
  readonly member_id: string
  readonly from_day: string
  readonly to_day: string | null
  readonly owner_unit: string
  readonly joined_on: string | null
}

const spans = (table: 'membership' | 'group_membership', column: string): string =>
  `SELECT x.id, x.member_id, x.from_day, x.to_day, x.owner_unit, m.joined_on FROM ${table} x JOIN member m ON m.id = x.member_id
   WHERE x.${column} = @id AND m.deleted_at IS NULL AND (x.to_day IS NULL OR (x.to_day > @day AND x.to_day > x.from_day))`

/** 组织合并、拆分、改设时,人跟着走。同一天里一个人只在一个支部。 */
export const createMemberMoves = (db: Database, nextId: () => string, rows: LoggedRows) => {
  const inBranch = db.prepare(`${spans('membership', 'organisation_id')} ORDER BY x.member_id, x.from_day`)
  const inGroup = db.prepare(`${spans('group_membership', 'party_group_id')} ORDER BY x.member_id, x.from_day`)
  const groupsOfMember = db.prepare('SELECT id, member_id, from_day, to_day, owner_unit, party_group_id FROM group_membership WHERE member_id = ? AND (to_day IS NULL OR (to_day > ? AND to_day > from_day)) ORDER BY from_day')
  const earlier = { membership: prepareEarlier(db, 'membership'), group_membership: prepareEarlier(db, 'group_membership') }
  const latestBranch = db.prepare('SELECT organisation_id FROM membership WHERE member_id = ? ORDER BY from_day DESC, id DESC LIMIT 1').pluck()

  /** 最早的一行,往前延伸到入党之日:补记从前的变动要从中间断开。 */
  const reachesBack = (table: 'membership' | 'group_membership', row: SpanRow, day: string): boolean => row.from_day >= day && (row.joined_on === null || row.joined_on < day) && earlier[table].get(row.member_id, row.from_day) === undefined
  /** 这一行自 day 起换成 values:在中间的断开,整行都在之后的就地改。 */
  const replaceFrom = (transaction: Transaction, log: RowChange[], table: 'membership' | 'group_membership', row: SpanRow, day: string, values: Row): void => {
    const isBack = reachesBack(table, row, day)
    if (row.from_day >= day && !isBack) return rows.update(transaction, log, table, row.id, values)
    const whole = rows.read(table, row.id)
    if (whole === undefined) return undefined
    rows.update(transaction, log, table, row.id, { from_day: isBack ? addDays(day, -1) : row.from_day, to_day: day })
    return rows.insert(transaction, log, table, { ...whole, ...values, id: nextId(), rev: 1, from_day: day, to_day: row.to_day })
  }
  const endFrom = (transaction: Transaction, log: RowChange[], table: 'membership' | 'group_membership', row: SpanRow, day: string): void => {
    const isBack = reachesBack(table, row, day)
    if (row.from_day < day || isBack) rows.update(transaction, log, table, row.id, { from_day: isBack ? addDays(day, -1) : row.from_day, to_day: day })
    else rows.update(transaction, log, table, row.id, { from_day: BEGINNING, to_day: BEGINNING })
  }
  const settleOwner = (transaction: Transaction, log: RowChange[], memberId: string): void => {
    const branch = latestBranch.get(memberId) as string | undefined
    if (branch !== undefined) rows.update(transaction, log, 'member' satisfies LoggedTable, memberId, { owner_unit: branch })
  }
  const branchRows = (branchId: string, day: string): SpanRow[] => inBranch.all({ id: branchId, day }) as SpanRow[]

  return {
    /** 自 day 起(或之后)在这个支部的人。 */
    membersFrom: (branchId: string, day: string): string[] => [...new Set(branchRows(branchId, day).map((row) => row.member_id))],
    /** 自 day 起(或之后)在这个小组的人。 */
    groupMembersFrom: (partyGroupId: string, day: string): string[] => [...new Set((inGroup.all({ id: partyGroupId, day }) as SpanRow[]).map((row) => row.member_id))],
    /**
     * 支部的人自 day 起编入另一支部。
     *
     * @param only 只这些人;缺省为全部(含以后才来的)。
     * @returns 编入的人。
     */
    moveBranch: (transaction: Transaction, log: RowChange[], from: string, to: string, day: string, only?: ReadonlySet<string>): string[] => {
      const moving = branchRows(from, day).filter((row) => only === undefined || only.has(row.member_id))
      for (const row of moving) replaceFrom(transaction, log, 'membership', row, day, { organisation_id: to, owner_unit: to })
      const memberIds = [...new Set(moving.map((row) => row.member_id))]
      for (const id of memberIds) settleOwner(transaction, log, id)
      return memberIds
    },
    /** 小组的人自 day 起编入另一小组。 */
    moveGroup: (transaction: Transaction, log: RowChange[], from: string, to: string, day: string): string[] => {
      const moving = inGroup.all({ id: from, day }) as SpanRow[]
      for (const row of moving) replaceFrom(transaction, log, 'group_membership', row, day, { party_group_id: to })
      return [...new Set(moving.map((row) => row.member_id))]
    },
    /** 自 day 起不再在小组里,除非小组也跟着走。 */
    leaveGroups: (transaction: Transaction, log: RowChange[], memberId: string, day: string, except: ReadonlySet<string>): void => {
      for (const row of groupsOfMember.all(memberId, day) as (SpanRow & { party_group_id: string })[]) if (!except.has(row.party_group_id)) endFrom(transaction, log, 'group_membership', { ...row, joined_on: null }, day)
    },
  }
}
const prepareEarlier = (db: Database, table: string) => db.prepare(`SELECT 1 FROM ${table} WHERE member_id = ? AND from_day < ? AND (to_day IS NULL OR to_day > from_day) LIMIT 1`)
