import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judgeSpace, readSpace, wantedBytes } from '../../electron/store/disk-space.ts'
import { probeWritable } from '../../electron/store/probe-writable.ts'
import { keepReserve, releaseReserve, RESERVE_BYTES, reservePath } from '../../electron/store/reserve-file.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { failingFileSystem } from '../support/failing-file-system.ts'
import { canMount } from '../support/faults/tools.ts'
import { DISK_SCENES, runOnDisk } from '../support/run-on-disk.ts'

const MEGABYTE = 1024 * 1024
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-space-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const refusal = (work: () => void): { readonly code: string; readonly data: unknown } | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof StoreError) return { code: error.code, data: error.data }
    throw error
  }
}

describe('空间够不够(F03)', () => {
  it.each([
    [10_000, 10, 'enough'],
    [500, 10, 'enough'],
    [499.9, 10, 'low'],
    [1999, 1000, 'low'],
    [2000, 1000, 'enough'],
    [64, 10, 'low'],
    [63.9, 10, 'critical'],
    [0, 10, 'critical'],
    [63, 0, 'critical'],
  ] as const)('还剩 %f MB、库 %i MB:%s', (free, database, kind) => expect(judgeSpace({ freeBytes: free * MEGABYTE, databaseBytes: database * MEGABYTE })).toBe(kind))
  it('该留多少', () => expect([wantedBytes(0), wantedBytes(1024 * MEGABYTE)]).toEqual([500 * MEGABYTE, 2048 * MEGABYTE]))
  it('这台机器上读得出来', () => {
    const { freeBytes, totalBytes } = readSpace(folder)
    expect(freeBytes).toBeGreaterThanOrEqual(0)
    expect(totalBytes).toBeGreaterThan(freeBytes)
    expect(() => readSpace(join(folder, 'none'))).toThrow('ENOENT')
  })
})

describe('预留文件', () => {
  const roomy = (): number => 2048 * MEGABYTE
  it('真占 64 MB;再来一次不重做;放掉说腾出多少', async () => {
    expect(await keepReserve(folder, { freeBytes: roomy })).toBe('made')
    const { size, blocks, mtimeMs } = statSync(reservePath(folder))
    expect(size).toBe(RESERVE_BYTES)
    if (process.platform !== 'win32') expect(blocks * 512).toBeGreaterThanOrEqual(RESERVE_BYTES * 0.9)
    expect(await keepReserve(folder, { freeBytes: roomy })).toBe('kept')
    expect(statSync(reservePath(folder)).mtimeMs).toBe(mtimeMs)
    expect(releaseReserve(folder)).toBeGreaterThanOrEqual(RESERVE_BYTES * 0.9)
    expect([releaseReserve(folder), readdirSync(folder)]).toEqual([0, []])
  })
  it('空间不宽裕不做', async () => {
    expect(await keepReserve(folder, { freeBytes: () => 1024 * MEGABYTE })).toBe('no_room')
    expect(readdirSync(folder)).toEqual([])
  })
  // Windows 不报块数,看不出稀疏。
  it.skipIf(process.platform === 'win32')('看着有、其实没占地方的(稀疏)重做', async () => {
    writeFileSync(reservePath(folder), '')
    truncateSync(reservePath(folder), RESERVE_BYTES)
    expect(statSync(reservePath(folder)).size).toBe(RESERVE_BYTES)
    expect(await keepReserve(folder, { freeBytes: roomy })).toBe('made')
    expect(statSync(reservePath(folder)).blocks * 512).toBeGreaterThanOrEqual(RESERVE_BYTES * 0.9)
  })
  it.each(['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync'] as const)('做到一半 %s 出错:说清原因,不留半成品', async (name) => {
    await expect(keepReserve(folder, { freeBytes: roomy, fileSystem: failingFileSystem({ failAt: 1, error: 'ENOSPC', only: [name] }) })).rejects.toMatchObject({ code: 'STORE_FULL' })
    expect(readdirSync(folder)).toEqual([])
  })
  it('中途停下', async () => {
    await expect(keepReserve(folder, { freeBytes: roomy, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(folder)).toEqual([])
  })
  it.skipIf(!canMount)('盘真的满了:放掉它就存得进去', () => {
    expect(runOnDisk(folder, '70m', 'reserve')).toEqual({ made: 'made', kept: 'kept', full: 'STORE_FULL', freedMegabytes: 64, after: 'fine', again: 0, noRoom: 'no_room' })
  })
})

describe('试写(F04)', () => {
  it('能写:不留痕迹', () => {
    expect(refusal(() => probeWritable(folder))).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })
  it('系统不让写:STORE_READONLY 和位置', () => {
    for (const error of ['EROFS', 'EACCES', 'EPERM']) {
      for (const failAt of [1, 3]) expect(refusal(() => probeWritable(folder, failingFileSystem({ failAt, error })))).toEqual({ code: 'STORE_READONLY', data: { path: folder } })
    }
    expect(refusal(() => probeWritable(join(folder, 'none')))).toEqual({ code: 'STORE_FOLDER_UNSUITABLE', data: { path: join(folder, 'none') } })
  })
  it('盘满不算不能写', () => expect(refusal(() => probeWritable(folder, failingFileSystem({ failAt: 1, error: 'ENOSPC' })))).toBeNull())
  it.skipIf(process.platform === 'win32')('文件夹能写、库文件带只读属性:说的是那个文件', () => {
    const file = join(folder, 'baolei.db')
    writeFileSync(file, '')
    chmodSync(file, 0o444)
    chmodSync(folder, 0o777)
    // 管理员不受权限位限制:换成别的使用人来试。
    const asOther = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const { stdout, stderr } = spawnSync(process.execPath, [DISK_SCENES, 'probe', folder], { encoding: 'utf8', ...asOther })
    expect([stderr, stdout]).toEqual(['', JSON.stringify({ code: 'STORE_READONLY', data: { path: file } })])
    expect(readdirSync(folder)).toEqual(['baolei.db'])
  })
  it.skipIf(!canMount)('真的满了(内存盘):照样放行,不留痕迹', () => {
    mkdirSync(join(folder, 'disk'))
    expect(runOnDisk(join(folder, 'disk'), '3m', 'probe-when-full')).toEqual({ free: 0, probe: 'fine', left: ['big'] })
  })
})
