import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AsyncFileOptions, CopyResult, FileSystem } from '../../electron/store/files/safe-files.ts'
import { copyFileVerified, copyFileVerifiedAsync, nodeFileSystem, sha256OfFile, sha256OfFileAsync } from '../../electron/store/files/safe-files.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { failingFileSystem, sweepFailures } from '../support/failing-file-system.ts'
import { canMount } from '../support/faults/tools.ts'
import { runOnDisk } from '../support/run-on-disk.ts'

const CHUNK = 1024 * 1024
let folder = ''
let from = ''
let stick = ''
let to = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-copy-'))
  stick = join(folder, 'stick')
  mkdirSync(stick)
  from = join(folder, 'backup.db')
  to = join(stick, '备份.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const caught = async (work: () => unknown): Promise<StoreError | null> => {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
}
type Copy = (from: string, to: string, options?: AsyncFileOptions & { readonly fileSystem?: FileSystem }) => CopyResult | Promise<CopyResult>
const noWait = (): void => undefined
const ways: readonly (readonly [string, Copy])[] = [
  ['一气拷完', (a, b, options = {}) => copyFileVerified(a, b, { wait: noWait, ...(options.fileSystem === undefined ? {} : { fileSystem: options.fileSystem }) })],
  ['边拷边报进度', (a, b, options = {}) => copyFileVerifiedAsync(a, b, { wait: async () => undefined, ...options })],
]

describe.each(ways)('拷并核对(F22):%s', (_way, copy) => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, CHUNK * 2 + 12_345])('%i 字节,逐字节相同,报出字节数和摘要', async (size) => {
    const bytes = randomBytes(size)
    writeFileSync(from, bytes)
    expect(await copy(from, to)).toEqual({ bytes: size, sha256: sha256(bytes) })
    expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(readdirSync(stick)).toEqual(['备份.db'])
  })
  it('逐次调用各出一种错:目的名字下要么没有,要么是完整的一份;源文件不动;错都说得清', async () => {
    const bytes = randomBytes(CHUNK + 5000)
    writeFileSync(from, bytes)
    const tried = await sweepFailures(['ENOSPC', 'EIO', 'ENODEV', 'EBUSY', 'EROFS'], async ({ fileSystem, what }, isExpectedToWork) => {
      for (const name of readdirSync(stick)) rmSync(join(stick, name))
      const error = await caught(() => copy(from, to, { fileSystem }))
      if (existsSync(to)) expect(readFileSync(to).equals(bytes), what).toBe(true)
      if (error === null) expect(existsSync(to), what).toBe(true)
      else expect(['SPACE_LOW', 'STORE_READONLY', 'FILE_WRITE_FAILED', 'FILE_READ_FAILED', 'FILE_BUSY'], what).toContain(error.code)
      if (isExpectedToWork) expect(error, what).toBeNull()
      expect(readFileSync(from).equals(bytes), what).toBe(true)
      if (error?.code === 'FILE_BUSY') expect(readFileSync(String(error.data['kept'])).equals(bytes), what).toBe(true)
      else if (!what.includes('Infinity')) expect(readdirSync(stick).filter((name) => name.endsWith('.part')), what).toEqual([])
    })
    expect(tried).toBeGreaterThanOrEqual(5 * 2 * 12)
  })
  it('覆盖旧的一份:没拷成,旧的还在', async () => {
    writeFileSync(from, randomBytes(3000))
    await sweepFailures(['EIO'], async ({ fileSystem, what }, isExpectedToWork) => {
      writeFileSync(to, '旧的一份')
      const error = await caught(() => copy(from, to, { fileSystem }))
      const found = readFileSync(to)
      expect(found.equals(readFileSync(from)) || found.toString() === '旧的一份', what).toBe(true)
      if (isExpectedToWork) expect(error).toBeNull()
    })
  })
  it('介质把一个位写错了:重读看得出来,不给名字', async () => {
    writeFileSync(from, randomBytes(CHUNK + 100))
    const lying: FileSystem = {
      ...nodeFileSystem,
      writeSync: (handle, bytes, offset, length, position) => {
        const copy = Buffer.from(bytes)
        if (length < CHUNK) copy[offset + 50] = (copy[offset + 50] ?? 0) ^ 4
        return nodeFileSystem.writeSync(handle, copy, offset, length, position)
      },
    }
    const error = await caught(() => copy(from, to, { fileSystem: lying }))
    expect([error?.code, error?.data]).toEqual(['FILE_WRITE_FAILED', { path: to, reason: 'differs' }])
    expect(readdirSync(stick)).toEqual([])
  })
  it('源文件没有、读不出来,说的是源文件', async () => {
    const missing = await caught(() => copy(join(folder, 'none.db'), to))
    expect([missing?.code, missing?.data]).toEqual(['FILE_READ_FAILED', { path: join(folder, 'none.db') }])
    writeFileSync(from, randomBytes(5000))
    const broken = await caught(() => copy(from, to, { fileSystem: failingFileSystem({ failAt: 1, error: 'EIO', only: ['readSync'] }) }))
    expect([broken?.code, broken?.data]).toEqual(['FILE_READ_FAILED', { path: from }])
    // 第一遍读完(一次读到、一次到头)之后的,是重读目的文件。
    const reread = await caught(() => copy(from, to, { fileSystem: failingFileSystem({ failAt: 3, error: 'EIO', only: ['readSync'] }) }))
    expect([reread?.code, reread?.data]).toEqual(['FILE_WRITE_FAILED', { path: to }])
    expect(readdirSync(stick)).toEqual([])
  })
  it('一直被占着:目的名字不动,写好的半成品留着', async () => {
    writeFileSync(from, randomBytes(5000))
    const error = await caught(() => copy(from, to, { fileSystem: failingFileSystem({ failAt: 1, error: 'EPERM', times: Infinity, only: ['renameSync'] }) }))
    expect(error?.code).toBe('FILE_BUSY')
    expect(existsSync(to)).toBe(false)
    expect(readFileSync(String(error?.data['kept'])).equals(readFileSync(from))).toBe(true)
  })
})

describe('进度与停下', () => {
  it('进度只增不减,走到头;拷与核对各占一半', async () => {
    writeFileSync(from, randomBytes(CHUNK * 3))
    const seen: number[] = []
    await copyFileVerifiedAsync(from, to, { onProgress: (done, total) => (expect(total).toBe(CHUNK * 6), seen.push(done)) })
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((count) => count * CHUNK))
  })
  it.each([1, 2, 3, 4, 5, 6])('在第 %i 段停下:CANCELLED,什么也不留', async (stopAt) => {
    writeFileSync(from, randomBytes(CHUNK * 3))
    const controller = new AbortController()
    let segments = 0
    const error = await caught(() => copyFileVerifiedAsync(from, to, { signal: controller.signal, onProgress: () => (segments += 1) === stopAt && controller.abort() }))
    expect(error?.code).toBe('CANCELLED')
    expect(segments).toBe(stopAt)
    expect(readdirSync(stick)).toEqual([])
  })
  it('拷的时候线程空得出来', async () => {
    writeFileSync(from, randomBytes(CHUNK * 8))
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await copyFileVerifiedAsync(from, to)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(0)
  })
})

describe('摘要', () => {
  it('两种算法一样,与整份读进来算的一样', async () => {
    for (const size of [0, 1, CHUNK, CHUNK * 2 + 7]) {
      const bytes = randomBytes(size)
      writeFileSync(from, bytes)
      expect([sha256OfFile(from), await sha256OfFileAsync(from)]).toEqual([sha256(bytes), sha256(bytes)])
    }
  })
  it('读不出来、停下,都说得清', async () => {
    expect((await caught(() => sha256OfFile(join(folder, 'none'))))?.code).toBe('FILE_READ_FAILED')
    expect((await caught(() => sha256OfFileAsync(join(folder, 'none'))))?.code).toBe('FILE_READ_FAILED')
    writeFileSync(from, randomBytes(CHUNK * 2))
    const controller = new AbortController()
    expect((await caught(() => sha256OfFileAsync(from, { signal: controller.signal, onProgress: () => controller.abort() })))?.code).toBe('CANCELLED')
  })
})

describe.skipIf(!canMount)('真的 U 盘那样(内存盘)', () => {
  it('装不下:SPACE_LOW,说清还剩多少、要多少,不留半份', () => {
    mkdirSync(join(folder, 'disk'))
    const low = { code: 'SPACE_LOW', data: { freeMegabytes: 3, neededMegabytes: 5 } }
    expect(runOnDisk(join(folder, 'disk'), '3m', 'copy-too-big')).toEqual({ sync: low, async: low, left: [] })
  })
  it('拷到一半拔走:报没写成,没有半份挂着正式的名字,源文件完好', () => {
    mkdirSync(join(folder, 'disk'))
    expect(runOnDisk(join(folder, 'disk'), '3m', 'pull-out')).toEqual({ code: 'FILE_WRITE_FAILED', isPulled: true, left: [], isSourceWhole: true })
  })
})
