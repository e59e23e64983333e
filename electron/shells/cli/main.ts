import { runCli } from './run-cli.ts'

/** 读的一方先走了(如 `| head -1`)不算出错:后面的话没有人要,事情照做完。 */
const quietWhenUnread = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
process.stdout.on('error', quietWhenUnread)
process.stderr.on('error', quietWhenUnread)

/** 命令行入口:`npm run -s baolei -- <命令>`。 */
try {
  process.exitCode = await runCli(process.argv.slice(2), { line: (text) => process.stdout.write(`${text}\n`), note: (text) => process.stderr.write(`${text}\n`) })
} catch (error) {
  // 报错的话里可能带着数据:只印名称和出错的位置(F69)。
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at ')) : []
  process.stderr.write(`INTERNAL ${error instanceof Error ? error.name : typeof error}\n${frames.join('\n')}\n`)
  process.exitCode = 1
}
