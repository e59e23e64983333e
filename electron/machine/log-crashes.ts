import type { Log } from '../services/ports.ts'

/**
 * 程序要倒下时先记一行:出错的位置,没有报错的话。只看不拦,倒下的方式照旧。
 * 每个线程各自登记(主线程的管不到核心线程)。
 */
export const logCrashes = (log: Log): void => {
  process.on('uncaughtExceptionMonitor', (error: unknown) => log.write('error', 'program crashed', { error }))
}
