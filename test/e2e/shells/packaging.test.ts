import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'baolei-packaging-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** 熔丝区在真 Electron 里的样子:记号、版本、长度,八根都是初值。 */
const SENTINEL = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('01111001')])

/** 假的 Electron 文件夹:只够打包工具走完全程,不能运行。 */
const stubElectron = (platform: 'linux' | 'win32'): string => {
  const dist = join(folder, `electron-${platform}`)
  mkdirSync(join(dist, 'resources'), { recursive: true })
  mkdirSync(join(dist, 'locales'), { recursive: true })
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(dist, name), '45.4.1')
  const binary = join(dist, platform === 'win32' ? 'electron.exe' : 'electron')
  if (platform === 'win32') copyFileSync(join(ROOT, 'node_modules', 'electron-winstaller', 'vendor', 'Setup.exe'), binary)
  else writeFileSync(binary, 'stub')
  writeFileSync(binary, Buffer.concat([readFileSync(binary), SENTINEL]))
  chmodSync(binary, 0o755)
  return dist
}
/** 打成文件夹,返回其中 asar 里的文件与解开的原生件。 */
const packFor = (platform: 'linux' | 'win32', words: readonly string[], result: string) => {
  const output = join(folder, `out-${platform}`)
  const tool = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const made = spawnSync(process.execPath, [tool, ...words, '--dir', `-c.electronDist=${stubElectron(platform)}`, `-c.directories.output=${output}`], { cwd: ROOT, encoding: 'utf8' })
  expect(made.status, `${made.stdout}\n${made.stderr}`).toBe(0)
  const resources = join(output, result, 'resources')
  const { listPackage } = require('@electron/asar') as { listPackage: (path: string, options: { isPack: boolean }) => string[] }
  return { files: listPackage(join(resources, 'app.asar'), { isPack: false }).map((name) => name.replaceAll('\\', '/')), resources, folder: join(output, result) }
}

test('打包配置过得了打包工具自己的核对', async () => {
  const { load } = require('js-yaml') as { load: (text: string) => unknown }
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as { validateConfiguration: (configuration: unknown, log: unknown) => Promise<void> }
  const { DebugLogger } = require('builder-util') as { DebugLogger: new (enabled: boolean) => unknown }
  const configuration = load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')) as Record<string, unknown>
  await expect(validateConfiguration(configuration, new DebugLogger(false))).resolves.toBe(undefined)
  await expect(validateConfiguration({ ...configuration, nothing: 1 }, new DebugLogger(false))).rejects.toThrow('nothing')
  const { version } = require('electron/package.json') as { version: string }
  expect(configuration['electronVersion']).toBe(version)
})

describe.each([
  ['linux', ['--linux', '--x64'], 'linux-unpacked', 'linux-x64.node', 'baolei'],
  ['win32', ['--win', '--x64'], 'win-unpacked', 'win32-x64.node', 'baolei.exe'],
] as const)('用假 Electron 打 %s 包(看装进了什么,不是能运行的程序)', (platform, words, result, native, program) => {
  test('只有程序本身、界面、数据库驱动和对的那一个原生件;熔丝照配置', () => {
    const packed = packFor(platform, words, result)
    const { files } = packed
    expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/main.js', '/out/main/core-worker.js', '/out/main/read-workbook-worker.js', '/out/main/backup-worker.js', '/out/preload/preload.cjs', '/out/renderer/index.html', '/out/renderer/print.html']))
    expect(files.filter((name) => name.endsWith('.node'))).toEqual([`/node_modules/better-sqlite3/prebuilds/${native}`])
    expect(existsSync(join(packed.resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds', native))).toBe(true)
    const packages = new Set(files.flatMap((name) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []))
    expect([...packages]).toEqual(['better-sqlite3'])
    expect(files.filter((name) => /^\/(electron|renderer|shared|test|build|docs|out\/host|out\/cli)\b/.test(name))).toEqual([])
    const wire = readFileSync(join(packed.folder, program)).toString('latin1')
    const at = wire.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34
    // 依次:以 Node 运行、加密 cookie、NODE_OPTIONS、调试参数、核对 asar、只从 asar 载入、快照(照旧)、file 特权。
    expect(wire.slice(at, at + 8)).toMatch(/^010011.0$/)
  })
}, 120_000)
