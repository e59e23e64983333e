import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron')

/**
 * Electron 的运行文件在哪里。只看文件,从不引用 electron 包:在普通 Node 里引用它会当场去下载。
 *
 * @returns 没有下载过为 null。
 */
export const findElectronBinary = (packageFolder: string = PACKAGE, env: NodeJS.ProcessEnv = process.env): string | null => {
  const pathFile = join(packageFolder, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  const binary = join(folder, name)
  return existsSync(binary) ? binary : null
}
