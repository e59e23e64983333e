import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLine } from '../services/support/log-line.ts'
import { createFileLog } from './file-log.ts'
import { MOST_FILE_BYTES } from './log-files.ts'
import { readRecentLog } from './log-reader.ts'

const DAY = 86_400_000
const START = Date.parse('2026-11-20T01:00:00Z')
let folder: string
let now: number
const clock = { now: () => now, today: () => new Date(now).toISOString().slice(0, 10) }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-log-'))
  now = START
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const names = (): string[] => readdirSync(join(folder, 'logs')).toSorted()
const text = (name: string): string => readFileSync(join(folder, 'logs', name), 'utf8')

describe('写', () => {
  it('一行一条 JSON,当场就在盘上,只有本人可读', () => {
    const log = createFileLog(folder, clock)
    log.write('warn', 'slow procedure', { path: 'members.list', milliseconds: 250 })
    log.write('error', 'print failed', { error: new Error('赵䶮') })
    expect(names()).toEqual(['baolei-000001-2026-11-20.log'])
    const lines = text('baolei-000001-2026-11-20.log').trimEnd().split('\n')
    expect(lines.map((line) => readLine(line)?.event)).toEqual(['slow procedure', 'print failed'])
    expect(lines.join('')).not.toContain('赵䶮')
    if (process.platform === 'win32') return
    expect(statSync(join(folder, 'logs', 'baolei-000001-2026-11-20.log')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'logs')).mode & 0o777).toBe(0o700)
  })
  it('几处同时写同一个文件,各行都在', () => {
    const logs = [createFileLog(folder, clock), createFileLog(folder, clock)]
    for (let count = 0; count < 50; count++) for (const log of logs) log.write('info', 'slow procedure', { count })
    expect(names()).toHaveLength(1)
    expect(readRecentLog(folder, 1000)).toMatchObject({ skipped: 0 })
    expect(readRecentLog(folder, 1000).lines).toHaveLength(100)
  })
  it('写不进去不影响正事', () => {
    writeFileSync(join(folder, 'logs'), 'not a folder')
    expect(() => createFileLog(folder, clock).write('error', 'print failed', {})).not.toThrow()
  })
})

describe('换文件', () => {
  const fill = (): void => truncateSync(join(folder, 'logs', names().at(-1) ?? ''), MOST_FILE_BYTES)
  it('满 20 MB 换一个,最多留五个,先删旧的', () => {
    const log = createFileLog(folder, clock)
    for (let round = 0; round < 9; round++) {
      log.write('info', 'slow procedure', { count: round })
      fill()
    }
    log.write('info', 'slow procedure', { count: 9 })
    expect(names()).toEqual(['000006', '000007', '000008', '000009', '000010'].map((number) => `baolei-${number}-2026-11-20.log`))
    expect(readLine(text('baolei-000010-2026-11-20.log').trim())).toMatchObject({ count: 9 })
  })
  it('八天换一个;三十天没有新内容的删掉', () => {
    createFileLog(folder, clock).write('info', 'slow procedure', { count: 1 })
    now += 9 * DAY
    createFileLog(folder, clock).write('info', 'slow procedure', { count: 2 })
    expect(names()).toEqual(['baolei-000001-2026-11-20.log', 'baolei-000002-2026-11-29.log'])
    utimesSync(join(folder, 'logs', 'baolei-000001-2026-11-20.log'), START / 1000, START / 1000)
    now = START + 29 * DAY
    createFileLog(folder, clock)
    expect(names()).toHaveLength(2)
    now = START + 31 * DAY
    createFileLog(folder, clock)
    expect(names()).toEqual(['baolei-000002-2026-11-29.log'])
  })
  it('时钟拨乱了也接着写,不会一行换一个文件(F08)', () => {
    for (const jump of [0, 3650, -3650, 0, 3650]) {
      now = START + jump * DAY
      const log = createFileLog(folder, clock)
      for (let count = 0; count < 20; count++) log.write('info', 'slow procedure', { count })
    }
    expect(names().length).toBeLessThanOrEqual(5)
    expect(readLine(text(names().at(-1) ?? '').trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ at: new Date(now).toISOString(), count: 19 })
  })
  it('旧格式的文件里有报错的原话:删掉', () => {
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs', 'baolei-2026-11-01.log'), '{"message":"赵䶮"}\n')
    writeFileSync(join(folder, 'logs', '别人的.log'), '')
    createFileLog(folder, clock)
    expect(names()).toEqual(['别人的.log'])
  })
})

describe('读最近的', () => {
  it('旧的在前,跨文件接着取,不合形状的只数不给', () => {
    const log = createFileLog(folder, clock)
    for (let count = 0; count < 3; count++) log.write('info', 'slow procedure', { count })
    now += 9 * DAY
    createFileLog(folder, clock).write('info', 'slow procedure', { count: 3 })
    appendFileSync(join(folder, 'logs', names().at(-1) ?? ''), '{"at":"x","message":"赵䶮"}\n坏行\n')
    const { lines, skipped } = readRecentLog(folder, 100)
    expect(lines.map((line) => (JSON.parse(line) as { count: number }).count)).toEqual([0, 1, 2, 3])
    expect(skipped).toBe(2)
    expect(readRecentLog(folder, 2).lines).toHaveLength(2)
  })
  it('大文件只看末尾,切断的半行不算', () => {
    const log = createFileLog(folder, clock)
    log.write('info', 'slow procedure', { count: 0 })
    const path = join(folder, 'logs', names()[0] ?? '')
    const line = text(names()[0] ?? '')
    appendFileSync(path, line.repeat(20_000))
    const { lines, skipped } = readRecentLog(folder, 50)
    expect(lines).toHaveLength(50)
    expect(skipped).toBe(0)
  })
  it('没有日志就是空的', () => expect(readRecentLog(join(folder, '没有'), 10)).toEqual({ lines: [], skipped: 0 }))
})
