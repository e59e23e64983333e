import { parsePeriod } from '../../domain/scoring/period.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { BranchEntry, OrganisationRepo } from '../../store/repos/organisation-repo.ts'

export type { BranchEntry }

/** 一个月考核哪些支部:以期末那天的名称、类别为准;月内撤销、改设的也考到那天为止。 */
export interface BranchDirectory {
  /** 期内在册过的全部支部:期末还在的按组织树的次序,期内撤销、改设的在后。 */
  all(period: string): readonly BranchEntry[]
  /** @throws DeclaredFailure NOT_FOUND / NOT_A_BRANCH;期内没有过这个支部也算 NOT_FOUND。 */
  find(id: string, period: string): BranchEntry
}

export const createBranchDirectory = (organisations: OrganisationRepo): BranchDirectory => {
  /** 期内撤销、改设了的:按最后还是支部的那天,排在期末还在的之后。 */
  const endedWithin = (from: string, to: string, known: ReadonlySet<string>): BranchEntry[] => {
    const candidates = new Set([...organisations.branches(from).map(({ id }) => id), ...organisations.revokedBetween(from, to)])
    return [...candidates].flatMap((id): BranchEntry[] => {
      if (known.has(id)) return []
      const day = organisations.lastBranchDay(id, from, to)
      if (day === null) return []
      const entry = organisations.branches(day).find((branch) => branch.id === id)
      return entry === undefined ? [] : [entry]
    })
  }
  const all = (period: string): readonly BranchEntry[] => {
    const { from, to } = parsePeriod(period)
    const standing = organisations.branches(to)
    return [...standing, ...endedWithin(from, to, new Set(standing.map(({ id }) => id)))]
  }
  return {
    all,
    find: (id, period) => {
      const found = all(period).find((branch) => branch.id === id)
      if (found !== undefined) return found
      const kind = organisations.kindOn(id, parsePeriod(period).to) ?? failWith('NOT_FOUND')
      return failWith(kind === 'branch' ? 'NOT_FOUND' : 'NOT_A_BRANCH')
    },
  }
}
