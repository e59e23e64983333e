import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { shellsText } from '../shared/i18n/zh-CN/shells.ts'
import { BUILD_PARTS, buildPart, isStale } from './build-parts.ts'
import { findElectronBinary } from './electron-binary.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm start`:旧了的先构建,再开桌面窗口;没有 Electron 就说一句,改开浏览器窗口;
 * 没有显示器或浏览器就印出地址。后面的选项(--no-open、--stay)交给本机网页外壳。
 */
requireNode()
const root = join(import.meta.dirname, '..')
const hasDisplay = process.platform !== 'linux' || (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''

for (const part of BUILD_PARTS) {
  if (!isStale(part)) continue
  console.error(part === 'renderer' ? '正在构建界面…' : '正在构建程序…')
  await buildPart(part, 'warn')
}

const electron = findElectronBinary()
const wantsBrowser = process.argv.length > 2
if (electron !== null && hasDisplay && !wantsBrowser) {
  // 超级用户跑 Electron 必须关沙箱;普通用户不关。
  const window = spawn(electron, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root], { stdio: 'inherit' })
  window.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  if (electron === null && !wantsBrowser) console.error(shellsText.electronMissing)
  await import(pathToFileURL(join(root, 'out', 'host', 'host.js')).href)
}
