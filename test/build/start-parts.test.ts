import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findElectronBinary } from '../../build/electron-binary.ts'
import { sourceDigest } from '../../build/source-digest.ts'
import { browserCandidates, findBrowser } from '../../electron/printing/find-browser.ts'
import { windowArguments } from '../../electron/shells/loopback/app-window.ts'

const folder = mkdtempSync(join(tmpdir(), 'baolei-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const posix = process.platform !== 'win32'

describe('Electron 的运行文件', () => {
  test('没下载过:没有 path.txt,也没有 dist', () => expect(findElectronBinary(join(folder, 'nothing'), {})).toBe(null))
  test('下载过', () => {
    mkdirSync(join(folder, 'electron', 'dist'), { recursive: true })
    writeFileSync(join(folder, 'electron', 'path.txt'), 'the-binary')
    expect(findElectronBinary(join(folder, 'electron'), {})).toBe(null)
    writeFileSync(join(folder, 'electron', 'dist', 'the-binary'), '')
    expect(findElectronBinary(join(folder, 'electron'), {})).toBe(join(folder, 'electron', 'dist', 'the-binary'))
  })
  test('内网机器用环境变量指明', () => {
    mkdirSync(join(folder, 'offline'), { recursive: true })
    writeFileSync(join(folder, 'offline', 'the-binary'), '')
    expect(findElectronBinary(join(folder, 'electron'), { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'offline') })).toBe(join(folder, 'offline', 'the-binary'))
  })
})

describe('浏览器', () => {
  const fake = (name: string, version: string): string => {
    const path = join(folder, name)
    writeFileSync(path, `#!/bin/sh\necho "${version}"\n`, { mode: 0o755 })
    return path
  }
  test.skipIf(!posix)('指名的够新就用;太旧说版本;不是浏览器当没有', async () => {
    const good = fake('good', 'Chromium 131.0.6778.85 built on Debian')
    expect(await findBrowser({ BAOLEI_BROWSER: good })).toEqual({ kind: 'found', browser: { executable: good, version: '131.0.6778.85' } })
    expect(await findBrowser({ BAOLEI_BROWSER: fake('old', 'Google Chrome 130.0.6723.58') })).toEqual({ kind: 'too-old', version: '130.0.6723.58' })
    expect(await findBrowser({ BAOLEI_BROWSER: fake('other', 'hello') })).toEqual({ kind: 'none' })
  })
  test('指名的不存在:不悄悄换成别的', () => expect(browserCandidates({ BAOLEI_BROWSER: join(folder, 'nothing'), PATH: process.env['PATH'] })).toEqual([]))
  test.skipIf(!posix)('第一个太旧、第二个够新:用第二个', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'chromium'), '#!/bin/sh\necho "Chromium 120.0.1.1"\n', { mode: 0o755 })
    writeFileSync(join(bin, 'microsoft-edge'), '#!/bin/sh\necho "Microsoft Edge 140.0.1.1"\n', { mode: 0o755 })
    expect(await findBrowser({ PATH: bin }, 'linux')).toMatchObject({ kind: 'found', browser: { executable: join(bin, 'microsoft-edge') } })
  })
  test('窗口用后即弃的资料夹,不同步、不装扩展、不连代理', () => {
    const words = windowArguments('http://127.0.0.1:1/#code=x', '/tmp/profile')
    expect(words).toEqual(expect.arrayContaining(['--app=http://127.0.0.1:1/#code=x', '--user-data-dir=/tmp/profile', '--no-first-run', '--no-default-browser-check', '--disable-extensions', '--disable-sync', '--disable-background-networking', '--lang=zh-CN']))
    expect(words.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  })
})

test('Node 版本不够,一句话说清,退出码 1', () => {
  const guard = join(import.meta.dirname, '..', '..', 'build', 'require-node.cjs')
  const pretend = join(folder, 'pretend.cjs')
  writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })")
  const old = spawnSync(process.execPath, ['-r', pretend, '-r', guard, '-e', 'console.log("ran")'], { encoding: 'utf8' })
  expect(old).toMatchObject({ status: 1, stdout: '' })
  expect(old.stderr.trim().split('\n')).toEqual([expect.stringContaining('20.20.2')])
  expect(spawnSync(process.execPath, ['-r', guard, '-e', 'console.log("ran")'], { encoding: 'utf8' }).stdout).toBe('ran\n')
})

test('构建摘要只看内容', () => {
  expect(sourceDigest(['shared/rpc'])).toBe(sourceDigest(['shared/rpc']))
  expect(sourceDigest(['shared/rpc'])).not.toBe(sourceDigest(['shared/rpc', 'package.json']))
})
