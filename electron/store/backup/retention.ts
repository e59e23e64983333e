import { compareBackups, type BackupEntry } from './list-backups.ts'
import { isUsable } from './backup-problem.ts'

/**
 * 各档留几份。每一档是「最近 n 个有备份的时段,每段留最新的一份」;一份可以同时占几档。
 *
 * | 档       | 时段         | 留几段 |
 * | -------- | ------------ | ------ |
 * | 刻钟     | 每 15 分钟   | 12     |
 * | 天       | 当地的一天   | 14     |
 * | 周       | 周一起的一周 | 8      |
 * | 月       | 自然月       | 24     |
 * | 升级之前 | 不分时段     | 3      |
 * | 恢复之前 | 不分时段     | 3      |
 * | 人做的   | 不分时段     | 全部   |
 */
export const RETENTION = { quarterHours: 12, days: 14, weeks: 8, months: 24, beforeMigration: 3, beforeRestore: 3 } as const
/** 工作区的备份总共超过这么多就提醒,不自动删。 */
export const DEFAULT_CAP_BYTES = 20 * 1024 ** 3

export type KeepReason = 'newest' | 'quarter_hour' | 'day' | 'week' | 'month' | 'before_migration' | 'before_restore' | 'manual' | 'damaged'

/** 只用得到这几项;清单读不出来的算坏的。 */
export type RetainedEntry = Pick<BackupEntry, 'name' | 'kind' | 'madeAt' | 'bytes' | 'problems' | 'manifest'>
export interface RetentionPlan<Entry extends RetainedEntry> {
  readonly keep: readonly { readonly entry: Entry; readonly reasons: readonly KeepReason[] }[]
  readonly remove: readonly Entry[]
  /** 留下的一共多少字节。 */
  readonly keptBytes: number
  /** 超过上限:该提醒了。 */
  readonly isOverCap: boolean
  /** 超过上限时,建议人自己删哪几份(旧的先),删完就不超;从不含最新的好的一份。 */
  readonly suggested: readonly Entry[]
}

const QUARTER = 15 * 60_000
const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
const mondayOf = (date: Date): string => dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)))

const PERIODS: readonly (readonly [KeepReason, number, (date: Date) => string])[] = [
  ['quarter_hour', RETENTION.quarterHours, (date) => String(Math.floor(date.getTime() / QUARTER))],
  ['day', RETENTION.days, dayOf],
  ['week', RETENTION.weeks, mondayOf],
  ['month', RETENTION.months, (date) => dayOf(date).slice(0, 7)],
]

/** 各时段最新的一份;sorted 为新的在前。 */
const newestOfEach = <Entry extends RetainedEntry>(sorted: readonly Entry[], count: number, label: (date: Date) => string): Entry[] => {
  const seen = new Set<string>()
  return sorted.filter(({ madeAt }) => {
    const period = label(new Date(madeAt))
    if (seen.has(period) || seen.size >= count) return false
    seen.add(period)
    return true
  })
}

/**
 * 该留哪些、删哪些。只看数据,不碰文件。
 *
 * 先后以纪元与提交序号为准,时段以做的时刻为准:时钟调错的那几天,照样一份一份往后挤(F08)。
 * 坏了的不占名额(同一时段较旧的好的还留着),也不自动删:也许还能救出东西,由人来删。
 */
export const planRetention = <Entry extends RetainedEntry>(entries: readonly Entry[], capBytes: number = DEFAULT_CAP_BYTES): RetentionPlan<Entry> => {
  const reasons = new Map<Entry, Set<KeepReason>>(entries.map((entry) => [entry, new Set()]))
  const keepFor = (kept: readonly Entry[], reason: KeepReason): void => {
    for (const entry of kept) reasons.get(entry)?.add(reason)
  }
  const sorted = entries.toSorted(compareBackups)
  const good = sorted.filter(({ problems, manifest }) => manifest !== null && isUsable(problems))
  const ofKind = (kind: RetainedEntry['kind']): Entry[] => good.filter((entry) => entry.kind === kind)
  keepFor(good.slice(0, 1), 'newest')
  for (const [reason, count, label] of PERIODS) keepFor(newestOfEach(good, count, label), reason)
  keepFor(ofKind('before_migration').slice(0, RETENTION.beforeMigration), 'before_migration')
  keepFor(ofKind('before_restore').slice(0, RETENTION.beforeRestore), 'before_restore')
  keepFor(ofKind('manual'), 'manual')
  keepFor(sorted.filter((entry) => !good.includes(entry)), 'damaged')
  const keep = sorted.map((entry) => ({ entry, reasons: [...(reasons.get(entry) ?? [])] })).filter((row) => row.reasons.length > 0)
  const keptBytes = keep.reduce((sum, { entry }) => sum + entry.bytes, 0)
  const suggested: Entry[] = []
  let left = keptBytes
  for (const { entry } of keep.toReversed()) {
    if (left <= capBytes) break
    if (entry === good[0]) continue
    suggested.push(entry)
    left -= entry.bytes
  }
  return { keep, remove: sorted.filter((entry) => reasons.get(entry)?.size === 0), keptBytes, isOverCap: keptBytes > capBytes, suggested }
}
