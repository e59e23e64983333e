import type { Database } from 'better-sqlite3'
import { createDatedTable } from '../dated-table.ts'
import type { Transaction } from '../unit-of-work.ts'

/** 党籍不变、离开或回到本单位:组织关系转出、转回。出党、去世由党员的党籍状态管。 */
export const createMembershipEnd = (db: Database, nextId: () => string) => {
  const branches = createDatedTable(db, nextId, { table: 'membership', key: 'member_id', values: ['organisation_id'] })
  const groups = createDatedTable(db, nextId, { table: 'group_membership', key: 'member_id', values: ['party_group_id'] })
  return {
    /** 自 day 起不在任何支部、小组。 */
    leave: (transaction: Transaction, memberId: string, day: string): void => {
      branches.close(transaction, memberId, day)
      groups.close(transaction, memberId, day)
    },
    /** 自 day 起在这个支部。 */
    enter: (transaction: Transaction, memberId: string, branchId: string, day: string): void => void branches.set(transaction, memberId, branchId, { organisation_id: branchId }, day),
    /** 已离开为真。 */
    hasLeft: (memberId: string): boolean => typeof branches.latest(memberId)?.['to_day'] === 'string',
  }
}
