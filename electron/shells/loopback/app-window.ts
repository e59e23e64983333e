import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needsNoSandbox, type FoundBrowser } from '../../printing/find-browser.ts'

export interface AppWindow {
  /** 窗口(浏览器进程)已经关掉,临时文件夹也删了。 */
  readonly closed: Promise<void>
  close(): void
}

/** 不记口令、不自动填写、不翻译:名册里的证号不能留在浏览器里。 */
const PREFERENCES = {
  credentials_enable_service: false,
  profile: { password_manager_enabled: false, exit_type: 'Normal' },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
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
  '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--no-pings',
  '--no-proxy-server',
  '--lang=zh-CN',
  '--window-size=1366,768',
  ...(needsNoSandbox() ? ['--no-sandbox'] : []),
]

const removeFolder = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  } catch {
    // 杀毒软件占着个别文件时删不净,由系统清理临时文件夹。
  }
}

/** 以应用窗口打开;资料夹用后即弃,不沾用户自己的浏览器。 */
export const openAppWindow = (browser: FoundBrowser, address: string): AppWindow => {
  const profile = mkdtempSync(join(tmpdir(), 'baolei-window-'))
  mkdirSync(join(profile, 'Default'), { recursive: true })
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(PREFERENCES))
  const child: ChildProcess = spawn(browser.executable, windowArguments(address, profile), { stdio: 'ignore' })
  const closed = new Promise<void>((resolve) => {
    const finish = (): void => {
      removeFolder(profile)
      resolve()
    }
    child.once('exit', finish)
    child.once('error', finish)
  })
  return { closed, close: () => void child.kill() }
}
