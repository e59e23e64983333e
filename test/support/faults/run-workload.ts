import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EngineOptions } from './engine-options.ts'

export interface WorkloadOptions extends EngineOptions {
  readonly folder: string
  readonly seed: number
  readonly steps: number
  /** 每办成一件算一次全部内容的摘要。 */
  readonly digest?: boolean
  /** 办完不关,停在那里(没收的 WAL 留着),等着被结束。 */
  readonly hold?: boolean
  /** 先把程序读进来,等一声令下再打开工作区。 */
  readonly wait?: boolean
}
export interface Acknowledged {
  readonly number: number
  /** 办成之后审计的最大序号与链头。 */
  readonly seq: number
  readonly hash: string
  readonly digest: string
  readonly path: string
}

const WORKLOAD = fileURLToPath(new URL('workload.ts', import.meta.url))
/** 各个子进程共用一份编译好的代码,起得快。 */
export const childEnvironment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'baolei-compile-cache') }
export const workloadCommand = (options: WorkloadOptions): readonly string[] => [process.execPath, WORKLOAD, JSON.stringify(options)]

export const readAck = (line: string): Acknowledged | null => {
  const [word, number, seq, hash = '', digest = '', path = ''] = line.split(' ')
  return word === 'ACK' ? { number: Number(number), seq: Number(seq), hash, digest, path } : null
}

export interface RunningWorkload {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly ended: Promise<void>
  /** 等某个字样开头的一行;子进程先结束了就不等了。 */
  until(word: string): Promise<string | undefined>
  /** 令下。 */
  go(): void
  kill(): Promise<void>
  acknowledged(): Acknowledged[]
}

/** @param wrap 包在外面的命令(跟踪、限额)。 */
export const startWorkload = (options: WorkloadOptions, wrap: readonly string[] = []): RunningWorkload => {
  const [program = '', ...parameters] = [...wrap, ...workloadCommand(options)]
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'pipe'], env: childEnvironment })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const note = (line: string): void => {
    lines.push(line)
    for (const look of waiting) look()
  }
  createInterface({ input: child.stdout }).on('line', note)
  createInterface({ input: child.stderr }).on('line', (line) => note(`STDERR ${line}`))
  let over = false
  const ended = once(child, 'close').then(() => {
    over = true
    for (const look of waiting) look()
  })
  return {
    child,
    lines,
    ended,
    until: (word) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines.find((line) => line.startsWith(word))
          if (found === undefined && !over) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    go: () => child.stdin.write('\n'),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    acknowledged: () => lines.flatMap((line) => readAck(line) ?? []),
  }
}

/** 跑到底,返回全部的行。 */
export const runWorkload = async (options: WorkloadOptions, wrap: readonly string[] = []): Promise<RunningWorkload> => {
  const running = startWorkload(options, wrap)
  await running.ended
  return running
}
