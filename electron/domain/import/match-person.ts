import type { ImportReasonCode } from '../../../shared/model/roster-import.ts'
import type { FindingValues, Severity } from '../roster/read-row.ts'
import { agrees } from '../roster/read-date.ts'

/** 库里的一个人,按证号或姓名去认。 */
export interface Known {
  readonly id: string
  readonly name: string
  readonly idNumber: string
  readonly birthDate: string | null
  readonly branchId: string
  readonly branchName: string
}
interface Wanted {
  readonly row: { find(field: 'name' | 'idNumber', code: ImportReasonCode, severity: Severity, values?: FindingValues): void }
  readonly name: string | undefined
  readonly idNumber: string | undefined
  readonly birthDate: string | undefined
  readonly isElsewhere: ReadonlySet<string>
  /** 只认,不记理由。 */
  readonly quiet?: boolean
}

/** 各人按证号、姓名排好,五万行也只排一次。 */
const indexes = new WeakMap<readonly Known[], { readonly byId: ReadonlyMap<string, Known>; readonly byName: ReadonlyMap<string, readonly Known[]> }>()
const indexOf = (people: readonly Known[]) => {
  const found = indexes.get(people)
  if (found !== undefined) return found
  const made = { byId: new Map(people.flatMap((one) => (one.idNumber === '' ? [] : [[one.idNumber, one] as const]))), byName: Map.groupBy(people, ({ name }) => name) }
  indexes.set(people, made)
  return made
}

/**
 * 先按证号;没有证号(或库里的没有证号)按姓名,再看生日、支部,只剩一个才算。两边都有证号而不同,就不是同一人。
 * 管不到的人的证号:拒收,也不说那是谁。
 *
 * @param isSameBranch 同名的不止一个时,看是不是这一行写的支部。
 */
export const matchOne = <T extends Known>({ row, name, idNumber, birthDate, isElsewhere, quiet = false }: Wanted, people: readonly T[], isSameBranch: (one: T) => boolean): T | null => {
  const { byId, byName } = indexOf(people)
  if (idNumber !== undefined && idNumber !== '') {
    if (isElsewhere.has(idNumber)) {
      if (!quiet) row.find('idNumber', 'duplicate_in_store', 'refuse')
      return null
    }
    const same = byId.get(idNumber)
    if (same !== undefined) {
      if (!quiet && name !== undefined && name !== same.name) row.find('idNumber', 'duplicate_in_store', 'warn', { text: same.name, other: same.branchName })
      return same as T
    }
  }
  if (name === undefined) return null
  const namesakes = ((byName.get(name) ?? []) as readonly T[]).filter((one) => (idNumber === undefined || one.idNumber === '') && (birthDate === undefined || one.birthDate === null || agrees(one.birthDate, birthDate)))
  const inBranch = namesakes.filter(isSameBranch)
  // 悄悄接上的(名册上的预备党员),光凭一个名字不算:要同一支部,或生日相符。
  const candidates = inBranch.length > 0 ? inBranch : quiet ? namesakes.filter((one) => birthDate !== undefined && one.birthDate !== null) : namesakes
  const [only] = candidates
  if (only === undefined) return null
  if (candidates.length > 1) {
    if (!quiet) row.find('name', 'candidate_several', 'refuse', { text: name, limit: candidates.length })
    return null
  }
  if (!quiet) row.find('name', 'candidate_matched', 'note', { text: only.branchName })
  return only
}
