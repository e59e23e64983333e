import type { HistoryEntry } from '../../../shared/contract/audit.contract.ts'
import { auditText } from '../../../shared/i18n/zh-CN/audit.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { VersionRow } from '../../store/repos/history-repo.ts'
import { actorLabel } from '../audit/describe-row.ts'
import type { Body, Change } from './diff-columns.ts'
import type { VersionStep } from './diff-spans.ts'

/** 一张表的版本,以及一次操作里的变动怎么说。 */
export interface HistorySource {
  readonly versions: readonly VersionRow[]
  diff(steps: readonly VersionStep[]): Change[]
}
/** 逐行说的表。 */
export const perRow =
  (diff: (before: Body | null, after: Body) => Change[]): HistorySource['diff'] =>
  (steps) =>
    steps.flatMap(({ before, version }) => diff(before, version.body))

export const HISTORY_PAGE = 30
const ERASE = 'members.erase'
const ADOPT = 'store.adopt'
/** 原因随版本存的表。 */
const REASONED: readonly string[] = ['meeting', 'follow_up', 'register_submission']

interface Operation {
  readonly steps: Map<HistorySource, VersionStep[]>
  last: VersionRow
  readonly reasons: Set<string>
}

const importTotal = (detail: string): number => {
  try {
    const { counts } = JSON.parse(detail) as { readonly counts?: { readonly total?: number } }
    return counts?.total ?? 0
  } catch {
    return 0
  }
}
const actionOf = ({ procedure, detail }: VersionRow): string => {
  const label = auditText.procedures[procedure] ?? procedure
  return procedure === 'members.commitImport' || procedure === 'imports.commit' ? historyText.importAction(label, importTotal(detail)) : label
}

/** 擦除过的:原来是什么已经没有了,只说擦除了。 */
const erasureChange: Change = { field: 'erased', label: historyText.personal, from: historyText.erasedBefore, to: historyText.erased }

/** 同一行先后两个版本配成对;擦除过的版本看不到正文,它前后的差别也就不说。 */
const stepsOf = (versions: readonly VersionRow[]): VersionStep[] => {
  const before = new Map<string, VersionRow>()
  return versions.map((version) => {
    const last = before.get(version.recordId)
    before.set(version.recordId, version)
    return { before: last === undefined ? null : last.isErased ? version.body : last.body, version }
  })
}
const unique = (changes: readonly Change[]): Change[] => {
  const seen = new Map<string, number>()
  return changes.map((change) => {
    const count = (seen.get(change.field) ?? 0) + 1
    seen.set(change.field, count)
    return count === 1 ? change : { ...change, field: `${change.field}#${count}` }
  })
}

/**
 * 把各表的版本合成一条一条的来历:同一次保存里的各表变动归在一起,新的在前。
 * 什么也没改的(只碰了修订号、升级时补记的)不列。
 */
export const buildEntries = (sources: readonly HistorySource[]): HistoryEntry[] => {
  const operations = new Map<string, Operation>()
  for (const source of sources) {
    for (const step of stepsOf(source.versions)) {
      const { version } = step
      if (version.procedure === ADOPT && step.before !== null) continue
      const key = `${version.at}\n${version.actor}\n${version.procedure}`
      const operation = operations.get(key) ?? { steps: new Map<HistorySource, VersionStep[]>(), last: version, reasons: new Set<string>() }
      operations.set(key, operation)
      operation.steps.set(source, [...(operation.steps.get(source) ?? []), step])
      if (version.seq > operation.last.seq) operation.last = version
      // 办结、退回、延期的原因在版本里。
      for (const reason of [version.reason, REASONED.includes(version.table) ? version.body['reason'] : '']) if (typeof reason === 'string' && reason !== '') operation.reasons.add(reason)
    }
  }
  const entries = [...operations.values()].map(({ steps, last, reasons }): HistoryEntry => {
    const changes = last.procedure === ERASE ? [erasureChange] : [...steps].flatMap(([source, own]) => source.diff(own.filter(({ version }) => !version.isErased)))
    return { seq: last.seq, at: last.at, actorName: actorLabel(last.actor, last.actorName), action: actionOf(last), reason: [...reasons].join(historyText.separators.items), changes: unique(changes) }
  })
  return entries.filter(({ changes }) => changes.length > 0).toSorted((left, right) => right.seq - left.seq)
}
