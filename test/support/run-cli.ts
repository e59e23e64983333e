import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '..', '..', 'electron', 'shells', 'cli', 'main.ts')
const config = mkdtempSync(join(tmpdir(), 'baolei-cli-config-'))
/** 配置引到临时文件夹,测试不碰本机真正的最近清单与日志。 */
const environment = (extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({ ...process.env, XDG_CONFIG_HOME: config, APPDATA: config, ...extra })

export interface CliResult {
  readonly status: number | null
  readonly out: string
  readonly err: string
}
/** 像用户那样起一个命令行进程。 */
export const cli = (words: readonly string[], extra: NodeJS.ProcessEnv = {}): CliResult => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8', env: environment(extra), maxBuffer: 64 * 1024 * 1024 })
  return { status, out: stdout, err: stderr }
}

export interface Serving {
  readonly address: string
  readonly ended: Promise<number | null>
  stop(): void
}
/** 起 `serve`,等到标准输出第一行。 */
export const serve = (words: readonly string[], main: readonly string[] = [MAIN, 'serve'], extra: NodeJS.ProcessEnv = {}): Promise<Serving> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...main, ...words], { env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<number | null>((settle) => child.once('exit', settle))
    let err = ''
    child.stderr.on('data', (data: Buffer) => (err += data.toString()))
    child.stdout.once('data', (data: Buffer) => resolve({ address: data.toString().split('\n')[0] ?? '', ended, stop: () => void child.kill('SIGTERM') }))
    void ended.then((code) => reject(new Error(`ended ${code} before the first line: ${err}`)))
  })
