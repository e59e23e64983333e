import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** 界面构建结果所在:源码运行时在项目的 out/renderer,打包后在本文件夹旁边。 */
export const rendererFolder = (): string => (import.meta.url.endsWith('.ts') ? join(import.meta.dirname, '..', '..', 'out', 'renderer') : join(import.meta.dirname, '..', 'renderer'))

export const isRendererBuilt = (folder: string = rendererFolder()): boolean => existsSync(join(folder, 'index.html'))

/** 构建号随界面一起生成:开着的旧页面连到新程序时,两边的号对不上,界面就会请人重新打开。 */
export const readBuildId = (folder: string = rendererFolder()): string => {
  try {
    return readFileSync(join(folder, 'build-id.txt'), 'utf8').trim()
  } catch {
    return ''
  }
}
