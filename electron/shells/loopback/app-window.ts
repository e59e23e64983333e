import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { needsNoSandbox, type FoundBrowser } from '../../printing/find-browser.ts'

export interface AppWindow {
  /** 窗口(浏览器进程)已经关掉,临时文件夹也删了。 */
  readonly closed: Promise<void>
  close(): void
}

/** 不记口令、不自动填写、不记历史、不查拼写、不翻译:名册里的证号不能留在浏览器里(F53)。 */
const PREFERENCES = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, exit_type: 'Normal' },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  history: { saving_disabled: true },
  browser: { enable_spellchecking: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
}

export const windowArguments = (address: string, profile: string): readonly string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--disable-crash-reporter',
  // 取来的东西不写进磁盘缓存。
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--disable-gpu-shader-disk-cache',
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--no-pings',
  '--no-proxy-server',
  '--lang=zh-CN',
  '--window-size=1366,768',
  ...(needsNoSandbox() ? ['--no-sandbox'] : []),
]

const STRAGGLER_MILLISECONDS = 300

const removeFolder = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  } catch {
    // 杀毒软件占着个别文件时删不净,由系统清理临时文件夹。
  }
}

const FOLDER_PREFIX = 'baolei-window-'
const LEFT_BEHIND = /^baolei-window-(\d+)-/

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH' // 别的用户的进程也算在跑
  }
}
/** 上次被强行结束、没来得及删的资料夹,趁这次打开删掉。 */
const removeLeftBehind = (): void => {
  try {
    for (const name of readdirSync(tmpdir())) {
      const pid = LEFT_BEHIND.exec(name)?.[1]
      if (pid !== undefined && !isRunning(Number(pid))) removeFolder(join(tmpdir(), name))
    }
  } catch {
    // 临时文件夹列不出来,不耽误开窗口。
  }
}

/** 以应用窗口打开;资料夹用后即弃,不沾用户自己的浏览器。 */
export const openAppWindow = (browser: FoundBrowser, address: string): AppWindow => {
  removeLeftBehind()
  // 名字里带着宿主的进程号;只有本人进得去。
  const profile = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`))
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES))
  const child: ChildProcess = spawn(browser.executable, windowArguments(address, profile), { stdio: 'ignore' })
  const closed = new Promise<void>((resolve) => {
    child.once('exit', resolve)
    child.once('error', resolve)
  }).then(async () => {
    removeFolder(profile)
    // 浏览器的子进程晚一步才散,可能又写了一点:过一会儿再删一遍。
    await wait(STRAGGLER_MILLISECONDS)
    removeFolder(profile)
  })
  return { closed, close: () => void child.kill() }
}
