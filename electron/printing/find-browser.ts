import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** 界面与打印页用到的功能从这一版起才齐。 */
export const MINIMUM_CHROMIUM = 131

export interface FoundBrowser {
  readonly executable: string
  /** 四段版本号;Windows 上读不到时为空串,不拦。 */
  readonly version: string
}
/** 找浏览器的结果:找到、都太旧(给出看到的版本)、一个也没有。 */
export type BrowserSearch = { readonly kind: 'found'; readonly browser: FoundBrowser } | { readonly kind: 'too-old'; readonly version: string } | { readonly kind: 'none' }

const VERSION = /(\d+)(?:\.\d+){3}/
const VERSION_TIMEOUT_MILLISECONDS = 15_000

const LINUX_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge']
const MAC_PATHS = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']
const WINDOWS_PATHS = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

const linuxCandidates = (env: NodeJS.ProcessEnv): string[] => {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/snap/bin'].filter((folder) => folder !== '')
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
}
const windowsCandidates = (env: NodeJS.ProcessEnv): string[] => {
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined)
  return WINDOWS_PATHS.flatMap((path) => roots.map((root) => join(root, ...path)))
}

/** 按次序列出本机可能的浏览器(去重、确有其文件)。BAOLEI_BROWSER 指定了就只用它,不悄悄换成别的。 */
export const browserCandidates = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): readonly string[] => {
  const chosen = env['BAOLEI_BROWSER']
  const listed = chosen !== undefined && chosen !== '' ? [chosen] : platform === 'win32' ? windowsCandidates(env) : platform === 'darwin' ? MAC_PATHS : linuxCandidates(env)
  return [...new Set(listed)].filter((path) => existsSync(path))
}

/** Windows 的浏览器不认 --version(会开出窗口),版本看程序旁边的版本文件夹。 */
const windowsVersion = (executable: string): string => {
  const versions = readdirSync(dirname(executable)).filter((name) => VERSION.test(name))
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? ''
}

/** @returns 版本号;不是能跑起来的浏览器为 null。 */
const readVersion = async (executable: string, platform: NodeJS.Platform): Promise<string | null> => {
  try {
    if (platform === 'win32') return windowsVersion(executable)
    const { stdout } = await promisify(execFile)(executable, ['--version'], { timeout: VERSION_TIMEOUT_MILLISECONDS })
    return VERSION.exec(stdout)?.[0] ?? null
  } catch {
    return null
  }
}

/** 逐个问版本,取第一个够新的。 */
export const findBrowser = async (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Promise<BrowserSearch> => {
  let tooOld: string | null = null
  for (const executable of browserCandidates(env, platform)) {
    const version = await readVersion(executable, platform)
    if (version === null) continue
    if (version === '' || Number(VERSION.exec(version)?.[1] ?? 0) >= MINIMUM_CHROMIUM) return { kind: 'found', browser: { executable, version } }
    tooOld ??= version
  }
  return tooOld === null ? { kind: 'none' } : { kind: 'too-old', version: tooOld }
}

/** 超级用户跑 Chromium 必须关沙箱(容器、测试机);普通用户一律不关。 */
export const needsNoSandbox = (): boolean => process.getuid?.() === 0
