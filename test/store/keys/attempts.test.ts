import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ATTEMPTS_FILE, createAttemptBook } from '../../../electron/store/keys/attempts.ts'
import { keyFiles, type KeyFiles } from '../../../electron/store/keys/key-files.ts'

const SLOT = 'a'.repeat(32)
const OTHER = 'b'.repeat(32)
const MINUTE = 60_000
const START = Date.UTC(2026, 10, 20, 1)

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-attempts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const path = (): string => join(folder, ATTEMPTS_FILE)
/** 每次都新开一本:和关掉程序重开一样。 */
const book = (files?: KeyFiles) => createAttemptBook(folder, files)
const fail = (times: number, at = START): void => {
  for (let count = 0; count < times; count++) book().failed(SLOT, at)
}

describe('输错的次数关掉程序也不清零(F55)', () => {
  it('每次都重开:第五次还是停用,到点放行', () => {
    fail(4)
    expect(book().judge(SLOT, START)).toEqual({ remaining: 1, blockedUntil: null })
    expect(book().failed(SLOT, START)).toEqual({ remaining: 0, blockedUntil: START + 15 * MINUTE })
    expect(book().judge(SLOT, START + 14 * MINUTE)).toEqual({ remaining: 0, blockedUntil: START + 15 * MINUTE })
    expect(book().judge(SLOT, START + 15 * MINUTE)).toEqual({ remaining: 5, blockedUntil: null })
    expect(book().judge(OTHER, START)).toEqual({ remaining: 5, blockedUntil: null })
  })
  it('登录成功或由管理员解除:清零,别人的不动', () => {
    fail(5)
    book().failed(OTHER, START)
    book().cleared(SLOT)
    expect(book().judge(SLOT, START)).toEqual({ remaining: 5, blockedUntil: null })
    expect(book().judge(OTHER, START)).toEqual({ remaining: 4, blockedUntil: null })
  })
  it('没有输错过就不写文件', () => {
    book().judge(SLOT, START)
    book().cleared(SLOT)
    expect(existsSync(path())).toBe(false)
  })
  it('拨回时钟:停用的时刻记下来,不会每看一次就往后挪一次', () => {
    fail(5)
    const back = START - 24 * 60 * MINUTE
    expect(book().judge(SLOT, back).blockedUntil).toBe(back + 15 * MINUTE)
    expect(book().judge(SLOT, back + 10 * MINUTE).blockedUntil).toBe(back + 15 * MINUTE)
    expect(book().judge(SLOT, back + 15 * MINUTE).blockedUntil).toBeNull()
  })
  it('「三次就停」抄在这里,登录之前也管用', () => {
    book().rememberPolicy(3)
    fail(2)
    expect(book().failed(SLOT, START).blockedUntil).toBe(START + 15 * MINUTE)
  })
  it('两个窗口同时开着:次数合在一起算', () => {
    const one = book()
    const two = book()
    for (const window of [one, two, one, two]) window.failed(SLOT, START)
    expect(one.failed(SLOT, START).blockedUntil).not.toBeNull()
    expect(two.judge(SLOT, START).blockedUntil).not.toBeNull()
  })
})

describe('文件坏了、写不进去', () => {
  it.each([
    ['空文件', ''],
    ['不是 JSON', '{'],
    ['别的格式', '{"format":"other"}'],
    ['次数是负的', JSON.stringify({ format: 'baolei-attempts', version: 1, failuresAllowed: 5, attempts: { [SLOT]: { failures: -9, since: null, blockedUntil: null, blockLength: 0, blocks: 0, lastFailure: 0 } } })],
    ['次数改成不许输错', JSON.stringify({ format: 'baolei-attempts', version: 1, failuresAllowed: 100, attempts: {} })],
  ])('%s:按没有记录算,但报出来,照样从头记', (_, text) => {
    writeFileSync(path(), text)
    const damaged = book()
    expect(damaged.judge(SLOT, START)).toEqual({ remaining: 5, blockedUntil: null })
    expect(damaged.isDamaged()).toBe(true)
    fail(5)
    expect(book().judge(SLOT, START).blockedUntil).not.toBeNull()
  })
  it('带 __proto__ 的文件碰不到任何对象', () => {
    writeFileSync(path(), `{"format":"baolei-attempts","version":1,"failuresAllowed":5,"__proto__":{"x":1},"attempts":{"__proto__":{"failures":1,"blocks":7}}}`)
    expect(book().judge('constructor', START)).toEqual({ remaining: 5, blockedUntil: null })
    expect(({} as { blocks?: number; x?: number }).blocks).toBeUndefined()
    expect(book().judge('__proto__', START)).toEqual({ remaining: 5, blockedUntil: null })
  })
  it('好文件不报', () => {
    fail(1)
    const good = book()
    good.judge(SLOT, START)
    expect(good.isDamaged()).toBe(false)
  })
  it('磁盘满:照样登录,次数先记在内存里,能写了再写下', () => {
    let isFull = true
    const sometimes: KeyFiles = {
      ...keyFiles,
      write: (target, bytes) => {
        if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        keyFiles.write(target, bytes)
      },
    }
    const kept = book(sometimes)
    for (let count = 0; count < 4; count++) kept.failed(SLOT, START)
    expect(kept.judge(SLOT, START).remaining).toBe(1)
    expect(existsSync(path())).toBe(false)
    isFull = false
    expect(kept.failed(SLOT, START).blockedUntil).not.toBeNull()
    expect(book().judge(SLOT, START).blockedUntil).not.toBeNull()
  })
  it('乱试几千个用户名:文件不会无限长,停用着的人还停着', () => {
    fail(5)
    const attempts = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [index.toString(16).padStart(32, '0'), { failures: 1, since: START, blockedUntil: null, blockLength: 0, blocks: 0, lastFailure: START + index }]))
    const contents = JSON.parse(readFileSync(path(), 'utf8')) as { attempts: Record<string, unknown> }
    writeFileSync(path(), JSON.stringify({ ...contents, attempts: { ...contents.attempts, ...attempts } }))
    book().failed(OTHER, START + 5000)
    expect(Object.keys((JSON.parse(readFileSync(path(), 'utf8')) as { attempts: object }).attempts)).toHaveLength(500)
    expect(book().judge(SLOT, START).blockedUntil).not.toBeNull()
    expect(readdirSync(folder)).toEqual([ATTEMPTS_FILE])
  })
})
