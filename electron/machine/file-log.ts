import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Log } from '../services/ports.ts'

const KEEP_DAYS = 30
const FILE_NAME = /^baolei-(\d{4}-\d{2}-\d{2})\.log$/
const MAX_LINE = 8000

/** 写不了日志不能影响正事。 */
const quietly = (action: () => void): void => {
  try {
    action()
  } catch {
    // 磁盘满或文件夹只读:这一行就不记了。
  }
}

/**
 * 一天一个文件的日志,一行一条 JSON,留 30 天。
 * 只记代码、编号、耗时与程序自己的报错位置,不记名册内容。
 *
 * @param folder 程序的配置文件夹;日志在其下 logs/。
 */
export const createFileLog = (folder: string, clock: Clock): Log => {
  const logs = join(folder, 'logs')
  const oldest = clock.now() - KEEP_DAYS * 86_400_000
  quietly(() => {
    mkdirSync(logs, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(logs)) {
      const day = FILE_NAME.exec(name)?.[1]
      if (day !== undefined && Date.parse(day) < oldest) rmSync(join(logs, name), { force: true })
    }
  })
  return {
    write: (level, message, detail = {}) =>
      quietly(() => {
        const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), level, message, ...detail }).slice(0, MAX_LINE)
        appendFileSync(join(logs, `baolei-${clock.today()}.log`), `${line}\n`, { mode: 0o600 })
      }),
  }
}
