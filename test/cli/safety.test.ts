import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/shells/cli/run-cli.ts'

let folder: string
let store: string
let backup: string
let who: readonly string[]
const kept = process.env['XDG_CONFIG_HOME']

const run = async (words: readonly string[]) => {
  const lines: string[] = []
  const notes: string[] = []
  const status = await runCli(words, { line: (text) => lines.push(text), note: (text) => notes.push(text) })
  return { status, out: lines.join('\n'), err: notes.join('\n') }
}
const passwordFile = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-cli-safety-'))
  process.env['XDG_CONFIG_HOME'] = join(folder, 'config')
  store = join(folder, 'office')
  who = ['--user', 'wangxl', '--password-file', passwordFile('password', 'Steady-River-2026\r\nsecond line')]
  expect(await run(['new', '--store', store, '--unit', '东方钢铁有限公司党委', '--branch', '炼铁作业区党支部', '--branch', '机关党支部:management', ...who])).toMatchObject({ status: 0, out: `工作区已经建好：${store}` })
  const places = join(folder, 'places')
  const made = await run(['backup', '--store', store, '--to', places, ...who])
  expect(made.status).toBe(0)
  backup = made.out
}, 120_000)
afterAll(() => {
  if (kept === undefined) delete process.env['XDG_CONFIG_HOME']
  else process.env['XDG_CONFIG_HOME'] = kept
  rmSync(folder, { recursive: true, force: true })
})

describe('要口令的工作区', () => {
  test('支部依次编号;每个命令都要使用人和口令', async () => {
    expect(await run(['score', '--store', store, '--period', '2026-09', ...who, '--json'])).toMatchObject({ status: 0 })
    const { out } = await run(['score', '--store', store, '--period', '2026-09', ...who, '--json'])
    expect((JSON.parse(out) as { branch: object }[]).map(({ branch }) => branch)).toEqual([
      { code: '001', name: '炼铁作业区党支部', category: 'production' },
      { code: '002', name: '机关党支部', category: 'management' },
    ])
    for (const words of [['check'], ['score', '--period', '2026-09'], ['audit', 'verify'], ['backup', '--to', join(folder, 'places')]]) expect((await run([...words, '--store', store])).err).toMatch(/^STORE_SEALED /)
  }, 60_000)
  test('做备份记下是谁', async () => {
    const rows = async () => (JSON.parse((await run(['audit', 'verify', '--store', store, ...who, '--json'])).out) as { rows: number; sound: boolean })
    const before = await rows()
    expect(await run(['backup', '--store', store, '--to', join(folder, 'other-places'), ...who])).toMatchObject({ status: 0 })
    expect(await rows()).toEqual({ ...before, rows: before.rows + 1, head: expect.any(String) as string })
  }, 60_000)
  test('口令不对说还能试几次;只写一半算用错;口令文件空着说清楚', async () => {
    const wrong = ['--user', 'wangxl', '--password-file', passwordFile('wrong', 'nothing')]
    expect(await run(['check', '--store', store, ...wrong])).toMatchObject({ status: 1, err: expect.stringMatching(/^PASSWORD_WRONG .*还能试 4 次/) })
    expect((await run(['check', '--store', store, '--user', 'nobody', '--password-file', join(folder, 'password')])).err).toMatch(/^PASSWORD_WRONG /)
    expect(await run(['check', '--store', store, '--user', 'wangxl'])).toMatchObject({ status: 2, err: expect.stringContaining('还缺：--password-file') })
    expect((await run(['check', '--store', store, '--user', 'wangxl', '--password-file', passwordFile('empty', '')])).err).toMatch(/^PASSWORD_FILE_UNREADABLE /)
    expect(await run(['check', '--store', store, ...who])).toMatchObject({ status: 0 })
  }, 60_000)
  test('新建:口令太弱、支部重名、文件夹不空,什么也不建', async () => {
    const place = join(folder, 'refused')
    const words = (...more: readonly string[]) => ['new', '--store', place, '--unit', '单位党委', ...more]
    expect((await run(words('--user', 'wangxl', '--password-file', passwordFile('weak', 'abc')))).err).toMatch(/^PASSWORD_WEAK .*10/)
    expect((await run(words('--branch', '甲支部', '--branch', '甲支部', ...who))).status).toBe(2)
    expect((await run(words('--branch', '甲支部:nothing', ...who))).status).toBe(2)
    expect((await run(['new', '--store', store, '--unit', '单位党委', ...who])).err).toMatch(/^STORE_EXISTS /)
    expect(existsSync(place)).toBe(false)
  }, 60_000)
  test('操作记录从头核对,印出链头', async () => {
    const { status, out } = await run(['audit', 'verify', '--store', store, ...who])
    expect(status).toBe(0)
    expect(out).toMatch(/链头：[0-9a-f]{64}$/)
  })
})

describe('备份、核对、恢复', () => {
  test('核对:给口令查到底,不给只核对文件;给放备份的地方用最新一份', async () => {
    expect((await run(['verify', backup, ...who])).out).toContain('从头查过')
    expect(await run(['verify', backup])).toMatchObject({ status: 0, out: expect.stringContaining('没有打开查') })
    expect((await run(['verify', join(folder, 'places'), ...who])).out).toContain(backup)
    expect(await run(['verify', join(folder, 'config')])).toMatchObject({ status: 1, err: expect.stringMatching(/^BACKUP_NOT_FOUND /) })
  }, 60_000)
  test('恢复到空文件夹:原样打得开;再恢复到同一处,换下来的留着', async () => {
    const target = join(folder, 'restored')
    expect(await run(['restore', backup, '--store', target, ...who])).toMatchObject({ status: 0 })
    expect(await run(['check', '--store', target, ...who])).toMatchObject({ status: 0 })
    expect((await run(['restore', backup, '--store', target])).err).toMatch(/^STORE_SEALED /)
    expect(await run(['restore', backup, '--store', target, ...who])).toMatchObject({ status: 0 })
    expect(readdirSync(join(target, 'damaged'))).toHaveLength(1)
  }, 120_000)
  test('坏了一个字节的备份:核对不过,恢复不用它,目的地什么也没有', async () => {
    const broken = join(folder, 'broken')
    cpSync(backup, broken, { recursive: true })
    const bytes = readFileSync(join(broken, 'baolei.db'))
    bytes[9000] = (bytes[9000] ?? 0) ^ 1
    writeFileSync(join(broken, 'baolei.db'), bytes)
    expect(await run(['verify', broken, ...who])).toMatchObject({ status: 1, err: expect.stringMatching(/^BACKUP_DAMAGED /) })
    expect((await run(['restore', broken, '--store', join(folder, 'from-broken'), ...who])).err).toMatch(/^BACKUP_DAMAGED /)
    expect(existsSync(join(folder, 'from-broken'))).toBe(false)
  }, 60_000)
})
