import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAppWindow, windowArguments } from '../../electron/shells/loopback/app-window.ts'

/** 用后即弃的浏览器资料夹(F53、决定 8):不留缓存,关了就删,被强行结束的下次删。 */
let folder: string
const kept = process.env['TMPDIR']
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-app-window-'))
  process.env['TMPDIR'] = folder
})
afterAll(() => {
  if (kept === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = kept
  rmSync(folder, { recursive: true, force: true })
})
const profiles = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('baolei-window-'))
/** 浏览器的替身:往资料夹里写一份名册,再照吩咐收场。 */
const browser = (ending: string): { readonly executable: string; readonly version: string } => {
  const executable = join(folder, `browser-${ending.length}`)
  writeFileSync(executable, `#!/bin/sh\nfor word in "$@"; do case "$word" in --user-data-dir=*) profile="\${word#--user-data-dir=}";; esac; done\nmkdir -p "$profile/Default/Cache"\nprintf '230102197603120011' > "$profile/Default/Cache/data"\n${ending}\n`, { mode: 0o755 })
  return { executable, version: '' }
}

describe('启动参数', () => {
  const words = windowArguments('http://127.0.0.1:1/#code=x', '/profile')
  test.each(['--disk-cache-size=1', '--media-cache-size=1', '--disable-gpu-shader-disk-cache', '--disable-breakpad', '--disable-crash-reporter', '--disable-sync', '--disable-extensions', '--disable-background-networking', '--no-proxy-server', '--no-pings', '--user-data-dir=/profile'])('带 %s', (word) => expect(words).toContain(word))
  test('不开调试口,不关同源', () => expect(words.filter((word) => /remote-debugging|disable-web-security|allow-file-access/.test(word))).toEqual([]))
})

describe.skipIf(process.platform === 'win32')('资料夹', () => {
  test('只有本人能进;不记口令、不自动填写、不记历史;浏览器结束就删', async () => {
    const opened = openAppWindow(browser('sleep 0.5'), 'http://127.0.0.1:1/')
    const [name = ''] = profiles()
    expect(name).toMatch(new RegExp(`^baolei-window-${process.pid}-`))
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, name, 'Default', 'Preferences'), 'utf8'))).toMatchObject({ credentials_enable_service: false, autofill: { enabled: false, profile_enabled: false }, history: { saving_disabled: true }, browser: { enable_spellchecking: false }, translate: { enabled: false } })
    await expect.poll(() => existsSync(join(folder, name, 'Default', 'Cache', 'data'))).toBe(true)
    await opened.closed
    expect(profiles()).toEqual([])
  })
  test('程序自己关窗口,也删', async () => {
    const opened = openAppWindow(browser('exec sleep 60'), 'http://127.0.0.1:1/')
    const [name = ''] = profiles()
    await expect.poll(() => existsSync(join(folder, name, 'Default', 'Cache', 'data'))).toBe(true)
    opened.close()
    await opened.closed
    expect(profiles()).toEqual([])
  })
  test('浏览器根本起不来,也删', async () => {
    await openAppWindow({ executable: join(folder, 'nothing'), version: '' }, 'http://127.0.0.1:1/').closed
    expect(profiles()).toEqual([])
  })
  test('上次被强行结束留下的,这次打开时删;还开着的别动', async () => {
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => dead.once('exit', resolve))
    const alive = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    for (const pid of [dead.pid, alive.pid]) mkdirSync(join(folder, `baolei-window-${pid}-abc`, 'Default'), { recursive: true })
    await openAppWindow(browser('true'), 'http://127.0.0.1:1/').closed
    alive.kill()
    expect(profiles()).toEqual([`baolei-window-${alive.pid}-abc`])
  })
})
