import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const MOST_FILE_BYTES = 20 * 1024 * 1024
export const MOST_FILES = 5
export const KEEP_DAYS = 30
/** 写不满也隔几天换一个:五个文件合起来够留三十天,又不会把很久以前的一直带着。 */
const FILE_DAYS = 8
const DAY = 86_400_000

const FILE_NAME = /^baolei-(\d{6,9})-(\d{4}-\d{2}-\d{2})\.log$/
/** 早先一天一个的文件,里面有报错的原话。 */
const FORMER_NAME = /^baolei-\d{4}-\d{2}-\d{2}\.log$/

const logsFolder = (folder: string): string => join(folder, 'logs')

/** 日志文件的完整路径,先写的在前。按编号排,不按时刻:时钟会被拨。 */
export const listLogFiles = (folder: string): readonly string[] =>
  readdirSync(logsFolder(folder))
    .filter((name) => FILE_NAME.test(name))
    .toSorted()
    .map((name) => join(logsFolder(folder), name))

const numberOf = (path: string | undefined): number => Number(/baolei-(\d+)-[\d-]+\.log$/.exec(path ?? '')?.[1] ?? 0)
const begunAt = (path: string): number => Date.parse(`${/(\d{4}-\d{2}-\d{2})\.log$/.exec(path)?.[1] ?? ''}T00:00:00Z`)

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** 该接着写哪个文件:没有、满了、开头太久(时钟往回拨得太远也算)就换下一个编号。 */
export const currentLogFile = (folder: string, now: number, last: string | undefined = listLogFiles(folder).at(-1)): string => {
  if (last !== undefined && sizeOf(last) < MOST_FILE_BYTES && Math.abs(now - begunAt(last)) < FILE_DAYS * DAY) return last
  return join(logsFolder(folder), `baolei-${String(numberOf(last) + 1).padStart(6, '0')}-${new Date(now).toISOString().slice(0, 10)}.log`)
}

/** 造好文件夹;多出来的、过了三十天没有新内容的、旧格式的都删掉。最新的一个总留着。 */
export const sweepLogFiles = (folder: string, now: number): void => {
  mkdirSync(logsFolder(folder), { recursive: true, mode: 0o700 })
  for (const name of readdirSync(logsFolder(folder))) if (FORMER_NAME.test(name)) rmSync(join(logsFolder(folder), name), { force: true })
  const older = listLogFiles(folder).slice(0, -1)
  const surplus = older.slice(0, Math.max(older.length - (MOST_FILES - 1), 0))
  const stale = older.filter((path) => now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > KEEP_DAYS * DAY)
  for (const path of new Set([...surplus, ...stale])) rmSync(path, { force: true })
}
