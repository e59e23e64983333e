import { cliText } from '../../../shared/i18n/zh-CN/cli.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { CliFailure, UsageError } from './cli-failure.ts'
import { runAuditVerify } from './commands/audit-verify.ts'
import { runBackup } from './commands/backup.ts'
import { runCases } from './commands/cases.ts'
import { runCheck } from './commands/check.ts'
import { runImportRoster } from './commands/import-roster.ts'
import { runNew } from './commands/new.ts'
import { runPrintHandbook } from './commands/print-handbook.ts'
import { runRestore } from './commands/restore.ts'
import { runSample } from './commands/sample.ts'
import { runScore } from './commands/score.ts'
import { runServe } from './commands/serve.ts'
import { runVerify } from './commands/verify.ts'
import type { Output } from './output.ts'

interface Command {
  /** 命令的词,如 `import roster`。 */
  readonly words: readonly string[]
  run(words: readonly string[], output: Output): number | Promise<number>
}

const COMMANDS: readonly Command[] = [
  { words: ['new'], run: runNew },
  { words: ['sample'], run: runSample },
  { words: ['import', 'roster'], run: runImportRoster },
  { words: ['score'], run: runScore },
  { words: ['print', 'handbook'], run: runPrintHandbook },
  { words: ['cases'], run: runCases },
  { words: ['serve'], run: runServe },
  { words: ['check'], run: runCheck },
  { words: ['audit', 'verify'], run: runAuditVerify },
  { words: ['backup'], run: runBackup },
  { words: ['verify'], run: runVerify },
  { words: ['restore'], run: runRestore },
]

const ownSentence = (code: string, data: unknown): string | null => {
  const sentences: Readonly<Record<string, (text: string) => string>> = cliText.failures
  const detail = typeof data === 'object' && data !== null ? String(Object.values(data)[0] ?? '') : ''
  return sentences[code]?.(detail) ?? null
}

/** 代码在最前,后面一行中文:发生了什么、什么是安全的、怎么办;有追踪号的再加一行。 */
const failureLines = ({ code, data, cause }: CliFailure): string => {
  const { cause: what, safe, next } = describeError(code, data)
  const trace = code === 'INTERNAL' && typeof cause === 'string' ? `\n${cliText.traceId(cause)}` : ''
  return `${code} ${ownSentence(code, data) ?? `${what} ${safe} ${next}`}${trace}`
}

/** 打开、核对库时直接抛出的失败(带代码与数据)也按同样的样子说。 */
const asCliFailure = (error: unknown): CliFailure | null => {
  if (error instanceof CliFailure) return error
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(STORE|MIGRATION|KEY|BACKUP)_|^(PASSWORD_WRONG|ACCOUNT_BLOCKED|FORBIDDEN|SPACE_LOW|FILE_BUSY|FILE_WRITE_FAILED|FILE_READ_FAILED)$/.test(error.code)) return new CliFailure(error.code, 'data' in error ? error.data : {}, error)
  return null
}

/**
 * 一次命令。用错退出码 2,没做成 1,做成 0。
 *
 * @param words 命令行里程序名之后的词。
 */
export const runCli = async (words: readonly string[], output: Output): Promise<number> => {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) {
    const asked = words.length > 0
    ;(asked ? output.line : output.note)(asked ? cliText.usage : `${cliText.noCommand}\n\n${cliText.usage}`)
    return asked ? 0 : 2
  }
  const command = COMMANDS.find((candidate) => candidate.words.every((word, index) => words[index] === word))
  try {
    if (command === undefined) throw new UsageError(cliText.unknownCommand(words.filter((word) => !word.startsWith('-')).slice(0, 2).join(' ')))
    return await command.run(words.slice(command.words.length), output)
  } catch (error) {
    if (error instanceof UsageError) {
      output.note(`${error.message}\n\n${command === undefined ? cliText.usage : cliText.usageOf(command.words.join(' '))}`)
      return 2
    }
    const failure = asCliFailure(error)
    if (failure === null) throw error
    output.note(failureLines(failure))
    return 1
  }
}
