import { runCli } from './run-cli.ts'

/** 命令行入口:`npm run -s baolei -- <命令>`。 */
try {
  process.exitCode = await runCli(process.argv.slice(2), { line: (text) => process.stdout.write(`${text}\n`), note: (text) => process.stderr.write(`${text}\n`) })
} catch (error) {
  process.stderr.write(`INTERNAL ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
}
