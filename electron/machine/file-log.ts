import { appendFileSync } from 'node:fs'
import type { Clock, Log } from '../services/ports.ts'
import { composeLine } from '../services/support/log-line.ts'
import { currentLogFile, sweepLogFiles } from './log-files.ts'

/** 写不了日志不能影响正事。 */
const quietly = (action: () => void): void => {
  try {
    action()
  } catch {
    // 磁盘满或文件夹只读:这一行就不记了。
  }
}

/**
 * 日志:一行一条 JSON,只有允许的字段(log-line.ts),没有名册内容,也没有报错的原话(F53、F69)。
 * 20 MB 换一个文件,最多五个,留三十天,只有本人可读。
 *
 * 为什么不用现成的日志库:
 * - 每行当场写完才返回。现成的库靠另开的线程收文字,程序倒下前的最后几行正好丢在路上,而那几行最要紧;
 * - 只在出错和超过 0.2 秒时才写,一天几行,用不着为快而攒;
 * - 库的做法是「写一切,再抹掉名单上的」,这里要的是「只许名单上的」,这一层总得自己写;
 * - 换文件在库里是另一个包。自己的合起来一百来行,打包、审查都少两个依赖。
 * 主线程、核心线程、命令行可能同时写:每行一次追加,不会交错;换文件只增编号不改名,谁先换都不丢。
 *
 * @param folder 程序的配置文件夹;日志在其下 logs/。
 */
export const createFileLog = (folder: string, clock: Clock): Log => {
  let current: string | undefined
  quietly(() => sweepLogFiles(folder, clock.now()))
  return {
    write: (level, event, facts) =>
      quietly(() => {
        const now = clock.now()
        const path = currentLogFile(folder, now, current)
        appendFileSync(path, `${JSON.stringify(composeLine(now, level, event, facts))}\n`, { mode: 0o600 })
        if (path === current) return
        current = path
        sweepLogFiles(folder, now)
      }),
  }
}
