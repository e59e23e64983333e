import { findEntry } from '../../../shared/data/code-tables/code-table.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import type { MembershipState } from '../../../shared/model/member.ts'

/** 这种党籍状态的人是否还列入名册、应到名单与人数。 */
export const isOnRoster = (state: MembershipState): boolean => findEntry(membershipStates, state)?.onRoster ?? false
