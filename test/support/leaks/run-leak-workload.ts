import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CANARIES, type Canary } from './canaries.ts'
import { traceWrites } from './written-bytes.ts'

export interface LeakRun {
  /** 子进程能写的全部地方:用户主文件夹、配置、临时文件夹。 */
  readonly home: string
  readonly trace: string
  /** 埋进去的,加上运行中才有的恢复码、数据密钥。 */
  readonly canaries: readonly Canary[]
  readonly lines: readonly string[]
  remove(): void
}
interface LeakRunOptions {
  readonly traced: boolean
  readonly control: boolean
  /** 不关就走:没收的 WAL、没清的临时文件都留着。 */
  readonly leaveOpen: boolean
}

const WORKLOAD = fileURLToPath(new URL('leak-workload.ts', import.meta.url))

/** 在一套自己的文件夹里跑一遍负荷。 */
export const runLeakWorkload = ({ traced, control, leaveOpen }: LeakRunOptions): LeakRun => {
  const base = mkdtempSync(join(tmpdir(), 'baolei-leaks-'))
  const home = join(base, 'home')
  const trace = join(base, 'trace')
  // 让文件读写都走平常的系统调用,跟踪才看得见。
  const env = { PATH: process.env['PATH'], HOME: home, TMPDIR: join(home, 'tmp'), XDG_CONFIG_HOME: join(home, '.config'), USERPROFILE: home, APPDATA: join(home, '.config'), TMP: join(home, 'tmp'), TEMP: join(home, 'tmp'), UV_USE_IO_URING: '0' }
  mkdirSync(env.TMPDIR, { recursive: true })
  const [program, ...parameters] = [...(traced ? traceWrites(trace) : []), process.execPath, WORKLOAD, control ? 'control' : 'plain', leaveOpen ? 'leave-open' : 'close']
  const result = spawnSync(program, parameters, { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const lines = result.stdout.split('\n').filter((line) => line !== '')
  if (lines.at(-1) !== 'DONE') {
    rmSync(base, { recursive: true, force: true })
    throw new Error(`workload stopped: ${lines.at(-1) ?? ''}\n${result.stderr}`)
  }
  const told = (word: string): readonly string[] => [...new Set(lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)))]
  const canaries: readonly Canary[] = [
    ...CANARIES,
    ...told('CODE').map((value) => ({ what: '恢复码', value })),
    ...told('KEY').map((value) => ({ what: '数据密钥', value, bytes: Buffer.from(value, 'hex') })),
  ]
  return { home, trace, canaries, lines, remove: () => rmSync(base, { recursive: true, force: true }) }
}
