import { isUsable } from './backup-problem.ts'
import { compareBackups, type BackupEntry } from './list-backups.ts'

export const SCHEDULE = {
  /** 有改动时隔多久备份一次,毫秒。 */
  everyMilliseconds: 15 * 60_000,
  /** 演练隔多久,毫秒。 */
  drillMilliseconds: 7 * 86_400_000,
  /** 旧备份隔多久重新核对一次,毫秒。 */
  reverifyMilliseconds: 30 * 86_400_000,
  /** 离盘备份过几天算旧、算太久。 */
  secondOldDays: 3,
  secondOverdueDays: 7,
} as const

export type ScheduledEntry = Pick<BackupEntry, 'folder' | 'name' | 'kind' | 'madeAt' | 'verifiedAt' | 'problems' | 'manifest'>

export interface ScheduleInput<Entry extends ScheduledEntry> {
  /** 现在,毫秒。 */
  readonly now: number
  /** 正要关。 */
  readonly isClosing: boolean
  /** 库现在的纪元与提交序号。 */
  readonly head: { readonly epoch: number; readonly seq: number }
  readonly backups: readonly Entry[]
  /** 上次演练的时刻,毫秒;从没有过为 null。 */
  readonly lastDrillAt: number | null
}
export interface DueWork<Entry extends ScheduledEntry> {
  /** 该做的那一份备份;不该做为 null。 */
  readonly backup: 'daily' | 'quarter_hour' | 'at_close' | null
  readonly isDrillDue: boolean
  /** 该重新核对的,最久没核对的在前。一次做一份,空闲时做。 */
  readonly reverify: readonly Entry[]
}

const sameDay = (left: number, right: number): boolean => new Date(left).toDateString() === new Date(right).toDateString()
/** 过了这么久;时刻在将来的(时钟往回调过)也算,宁可多做一次。 */
const isPast = (then: number, now: number, span: number): boolean => now - then >= span || then > now

const backupDue = <Entry extends ScheduledEntry>({ now, isClosing, head, backups }: ScheduleInput<Entry>): DueWork<Entry>['backup'] => {
  const good = backups.filter(({ manifest, problems }) => manifest !== null && isUsable(problems)).toSorted(compareBackups)
  const newest = good[0]?.manifest ?? null
  const isChanged = newest === null || newest.epoch !== head.epoch || newest.commitSeq !== head.seq
  if (isClosing) return isChanged ? 'at_close' : null
  // 一天的开头不问有没有改动:今天有一份核对过的,是给人看的承诺。
  if (!good.some(({ madeAt }) => sameDay(madeAt, now))) return 'daily'
  const last = Math.max(...good.filter(({ madeAt }) => madeAt <= now).map(({ madeAt }) => madeAt))
  return isChanged && isPast(last, now, SCHEDULE.everyMilliseconds) ? 'quarter_hour' : null
}

/** 现在该做什么。只看数据,不碰时钟与文件。 */
export const planWork = <Entry extends ScheduledEntry>(input: ScheduleInput<Entry>): DueWork<Entry> => {
  const { now, backups, lastDrillAt, isClosing } = input
  const reverify = backups
    .filter(({ manifest, problems, verifiedAt }) => manifest !== null && isUsable(problems) && (verifiedAt === null || isPast(verifiedAt, now, SCHEDULE.reverifyMilliseconds)))
    .toSorted((left, right) => (left.verifiedAt ?? 0) - (right.verifiedAt ?? 0))
  return { backup: backupDue(input), isDrillDue: !isClosing && backups.length > 0 && (lastDrillAt === null || isPast(lastDrillAt, now, SCHEDULE.drillMilliseconds)), reverify: isClosing ? [] : reverify }
}

/** 离盘备份隔了几整天、该不该催;从没有过的为 never。 */
export const judgeSecondPlace = (lastSecondAt: number | null, now: number): { readonly ageDays: number | null; readonly state: 'fine' | 'old' | 'overdue' | 'never' } => {
  if (lastSecondAt === null) return { ageDays: null, state: 'never' }
  const ageDays = Math.max(0, Math.floor((now - lastSecondAt) / 86_400_000))
  return { ageDays, state: ageDays >= SCHEDULE.secondOverdueDays ? 'overdue' : ageDays >= SCHEDULE.secondOldDays ? 'old' : 'fine' }
}
