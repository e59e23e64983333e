import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from './run-workload.ts'

/** 改动盘面的系统调用:一个一个地数,在第几个上被结束、出错。 */
const CHANGING = ['openat', 'pread64', 'pwrite64', 'write', 'fsync', 'fdatasync', 'ftruncate', 'unlink', 'unlinkat', 'rename', 'mkdir', 'rmdir'] as const

export const scriptCommand = (script: string, ...parameters: readonly string[]): readonly string[] => [process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...parameters]

/** 跑到底(或被结束),返回标准输出的各行。 */
export const runOnce = (command: readonly string[], wrap: readonly string[] = []): readonly string[] => {
  const [program = '', ...parameters] = [...wrap, ...command]
  const { stdout } = spawnSync(program, parameters, { encoding: 'utf8', env: childEnvironment, stdio: ['ignore', 'pipe', 'inherit'] })
  return stdout.split('\n').filter((line) => line !== '')
}

/** 第几个某种系统调用。 */
export interface CallPoint {
  readonly call: string
  readonly when: number
}

/** 跟踪时只认这个位置里的文件:程序自己读源码、说话的调用不算。 */
const within = (paths: readonly string[]): readonly string[] => paths.flatMap((path) => ['-P', path])

/** 在某个系统调用上强行结束。(跟踪的快法不会发信号,只能用慢的。) */
export const killAt = ({ call, when }: CallPoint): readonly string[] => ['strace', '-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`]
/** 让某个系统调用(自它起的每一个,lasting)出错。 */
export const failAt = ({ call, when }: CallPoint, error: 'EIO' | 'ENOSPC', paths: readonly string[], lasting = false): readonly string[] => ['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', ...within(paths), '-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}${lasting ? '+' : ''}`]

/**
 * 跑一遍,列出全部的改动盘面的系统调用(strace 按种类、按线程各自编号;库在主线程里)。
 *
 * @param paths 只认这些文件;空为全部。
 */
export const listCalls = (log: string, command: readonly string[], paths: readonly string[] = []): readonly CallPoint[] => {
  runOnce(command, ['strace', '-f', '--seccomp-bpf', '-o', log, ...within(paths), '-e', `trace=${CHANGING.join(',')}`])
  const counts = new Map<string, number>()
  const points: CallPoint[] = []
  let main = ''
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const found = /^(\d+) +(\w+)\(/.exec(line)
    if (found === null) continue
    const [, thread = '', call = ''] = found
    main ||= thread
    if (thread !== main) continue
    const when = (counts.get(call) ?? 0) + 1
    counts.set(call, when)
    points.push({ call, when })
  }
  return points
}
