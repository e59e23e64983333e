import { compareKey } from './clean-text.ts'
import type { RosterVocabulary } from './vocabulary.ts'

export interface RosterBranch {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
}

const trim = (key: string, prefixes: readonly string[], suffixes: readonly string[]): string => {
  let core = key
  for (const prefix of prefixes) if (core.startsWith(prefix)) core = core.slice(prefix.length)
  for (const suffix of suffixes) {
    if (core.length > suffix.length && core.endsWith(suffix)) return core.slice(0, -suffix.length)
  }
  return core
}

/**
 * 按名称找支部:全称、简称、代码完全一样的优先;否则去掉「中共」「党支部」之类可省的字样再比,只有一个相符才算,从不挑最像的。
 */
export const createBranchFinder = (branches: readonly RosterBranch[], vocabulary: RosterVocabulary): ((text: string) => RosterBranch | null) => {
  const exact = new Map<string, RosterBranch | null>()
  const core = new Map<string, RosterBranch | null>()
  const put = (map: Map<string, RosterBranch | null>, key: string, branch: RosterBranch): void => {
    if (key === '') return
    const other = map.get(key)
    map.set(key, other === undefined || other?.id === branch.id ? branch : null)
  }
  for (const branch of branches) {
    for (const text of [branch.name, branch.shortName, branch.code]) {
      put(exact, compareKey(text), branch)
      if (text !== branch.code) put(core, trim(compareKey(text), vocabulary.branchPrefixes, vocabulary.branchSuffixes), branch)
    }
  }
  return (text) => {
    const key = compareKey(text)
    return exact.get(key) ?? core.get(trim(key, vocabulary.branchPrefixes, vocabulary.branchSuffixes)) ?? null
  }
}
