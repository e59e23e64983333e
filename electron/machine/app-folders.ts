import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { AppFolders } from '../services/ports.ts'

const FOLDER = 'baolei'

const absolute = (path: string | undefined): string | null => (path !== undefined && isAbsolute(path) ? path : null)

/** Linux 的「文档」文件夹可能叫别的名字(文档、Documents),桌面环境把它写在 user-dirs.dirs 里。 */
const linuxDocuments = (home: string, config: string): string => {
  try {
    const found = /^XDG_DOCUMENTS_DIR="(.*)"$/m.exec(readFileSync(join(config, 'user-dirs.dirs'), 'utf8'))?.[1]
    const path = absolute(found?.replace(/^\$HOME/, home))
    if (path !== null) return path
  } catch {
    // 没有桌面环境的机器没有这个文件。
  }
  return join(home, 'Documents')
}

/**
 * 本机上程序自己的文件夹:配置放各系统惯用的位置,工作区建议放在「文档」。
 *
 * @param env 环境变量;测试用它把文件夹引到临时位置,与用户改 XDG_CONFIG_HOME、APPDATA 是一回事。
 */
export const findAppFolders = (env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): AppFolders => {
  const home = homedir()
  if (platform === 'win32') {
    const roaming = absolute(env['APPDATA']) ?? join(home, 'AppData', 'Roaming')
    return { config: join(roaming, FOLDER), documents: join(absolute(env['USERPROFILE']) ?? home, 'Documents') }
  }
  if (platform === 'darwin') return { config: join(home, 'Library', 'Application Support', FOLDER), documents: join(home, 'Documents') }
  const config = absolute(env['XDG_CONFIG_HOME']) ?? join(home, '.config')
  return { config: join(config, FOLDER), documents: linuxDocuments(home, config) }
}
