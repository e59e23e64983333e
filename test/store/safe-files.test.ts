import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFileSystem, removeLeftParts, syncFolder, writeFileAtomically, type FileSystem } from '../../electron/store/files/safe-files.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { failingFileSystem, sweepFailures } from '../support/failing-file-system.ts'
import { canMount } from '../support/faults/tools.ts'
import { runOnDisk } from '../support/run-on-disk.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-files-'))
  path = join(folder, '清单.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const OLD = '旧的内容'.repeat(50)
const NEW = '新的内容,更长一些'.repeat(80)
const TYPED = ['STORE_FULL', 'STORE_READONLY', 'FILE_WRITE_FAILED', 'FILE_BUSY']
const noWait = (): void => undefined
const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'))
const caught = (work: () => void): StoreError | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
}

describe('写小文件', () => {
  it('新建、盖过、空的,都不留半成品,只有本人能读写', () => {
    for (const text of [OLD, NEW, '']) {
      writeFileAtomically(path, text)
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
    expect(parts()).toEqual([])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    writeFileAtomically(path, new Uint8Array([1, 2, 3]), { mode: 0o644 })
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o644)
  })
  it('系统一次只收几个字节,也写得全', () => {
    const stingy: FileSystem = { ...nodeFileSystem, writeSync: (handle, bytes, offset, length, position) => nodeFileSystem.writeSync(handle, bytes, offset, Math.min(7, length), position) }
    writeFileAtomically(path, NEW, { fileSystem: stingy })
    expect(readFileSync(path, 'utf8')).toBe(NEW)
  })
  it('系统说写了、其实一个字节没收:报错,不转圈', () => {
    writeFileAtomically(path, OLD)
    expect(caught(() => writeFileAtomically(path, NEW, { fileSystem: { ...nodeFileSystem, writeSync: () => 0 } }))?.code).toBe('FILE_WRITE_FAILED')
    expect([readFileSync(path, 'utf8'), parts()]).toEqual([OLD, []])
  })
  it('名字到了系统的限度,加后缀的半成品也不超', () => {
    const long = join(folder, `${'党'.repeat(83)}.json`)
    writeFileAtomically(long, NEW)
    expect(readFileSync(long, 'utf8')).toBe(NEW)
  })
  it('先落盘再换上,换上之后文件夹也落盘', () => {
    const fileSystem = failingFileSystem({ failAt: 0 })
    writeFileAtomically(path, NEW, { fileSystem })
    const sequence = fileSystem.calls.join(' ')
    expect(sequence).toBe(process.platform === 'win32' ? 'openSync writeSync fsyncSync closeSync renameSync' : 'openSync writeSync fsyncSync closeSync renameSync openSync fsyncSync closeSync')
  })
  it('逐次调用各出一种错:原来的一个字不少,或换上的是完整的新内容;错都说得清;只有换上了才算成', async () => {
    const tried = await sweepFailures(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EPERM', 'EACCES', 'EBUSY', 'ENODEV'], ({ fileSystem, what }, isExpectedToWork) => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name))
      writeFileSync(path, OLD)
      const error = caught(() => writeFileAtomically(path, NEW, { fileSystem, wait: noWait }))
      const found = readFileSync(path, 'utf8')
      expect([OLD, NEW], what).toContain(found)
      if (error === null) expect(found, what).toBe(NEW)
      else expect(TYPED, what).toContain(error.code)
      if (isExpectedToWork) expect(error, what).toBeNull()
      // 只错一次的,半成品都收得走;FILE_BUSY 留着写好的那份。
      if (error?.code === 'FILE_BUSY') expect(readFileSync(String(error.data['kept']), 'utf8'), what).toBe(NEW)
      else if (!what.includes('Infinity')) expect(parts(), what).toEqual([])
    })
    expect(tried).toBeGreaterThanOrEqual(8 * 2 * 5)
  })
  it('对照:直接盖写的,同样试一遍必有丢的', async () => {
    let lost = 0
    await sweepFailures(['ENOSPC'], ({ fileSystem }) => {
      writeFileSync(path, OLD)
      try {
        const handle = fileSystem.openSync(path, 'w')
        fileSystem.writeSync(handle, Buffer.from(NEW), 0, Buffer.byteLength(NEW), null)
        fileSystem.closeSync(handle)
      } catch {
        // 只看留下了什么。
      }
      if (![OLD, NEW].includes(readFileSync(path, 'utf8'))) lost += 1
    })
    expect(lost).toBeGreaterThan(0)
  })
  it('代码对得上原因', () => {
    for (const [error, code] of [['ENOSPC', 'STORE_FULL'], ['EDQUOT', 'STORE_FULL'], ['EROFS', 'STORE_READONLY'], ['EACCES', 'STORE_READONLY'], ['EIO', 'FILE_WRITE_FAILED']] as const) {
      expect(caught(() => writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 1, error }) }))?.code).toBe(code)
    }
    expect(caught(() => writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 1, error: 'EROFS' }) }))?.data).toEqual({ path: folder })
  })
})

describe('被别的程序占着(F11)', () => {
  const STEPS = [10, 20, 40, 80, 160, 320, ...Array.from({ length: 13 }, () => 500), 370]
  it.each(['EPERM', 'EACCES', 'EBUSY'])('%s 几次之后放开:等得越来越久,写成', (error) => {
    for (const times of [1, 3, 10, 20]) {
      writeFileSync(path, OLD)
      const waited: number[] = []
      writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 1, error, times, only: ['renameSync'] }), wait: (milliseconds) => waited.push(milliseconds) })
      expect(readFileSync(path, 'utf8')).toBe(NEW)
      expect(waited).toEqual(STEPS.slice(0, times))
      expect(parts()).toEqual([])
    }
  })
  it('一直不放:等满 7.5 秒才报 FILE_BUSY,旧的、新的都读得出来', () => {
    writeFileSync(path, OLD)
    let waited = 0
    const error = caught(() => writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 1, error: 'EBUSY', times: Infinity, only: ['renameSync'] }), wait: (milliseconds) => (waited += milliseconds) }))
    expect(error?.code).toBe('FILE_BUSY')
    expect(waited).toBe(7500)
    expect(readFileSync(path, 'utf8')).toBe(OLD)
    expect(readFileSync(String(error?.data['kept']), 'utf8')).toBe(NEW)
  })
  it('不给换的,真的会等', () => {
    const from = performance.now()
    writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 1, error: 'EBUSY', times: 3, only: ['renameSync'] }) })
    expect(performance.now() - from).toBeGreaterThanOrEqual(68)
  })
})

describe('文件夹落盘', () => {
  it('不支持的文件系统不算错,真出错要报', () => {
    for (const error of ['EINVAL', 'ENOTSUP', 'ENOSYS']) syncFolder(folder, { fileSystem: failingFileSystem({ failAt: 1, error, only: ['fsyncSync'] }) })
    if (process.platform !== 'win32') expect(caught(() => syncFolder(folder, { fileSystem: failingFileSystem({ failAt: 1, error: 'EIO', only: ['fsyncSync'] }) }))?.code).toBe('FILE_WRITE_FAILED')
  })
})

describe('收走留下的半成品', () => {
  const DAY = 24 * 60 * 60 * 1000
  it('只收自己的名字、放了一天以上的', () => {
    const now = Date.now()
    const left = (name: string, age: number): void => {
      writeFileSync(join(folder, name), '')
      utimesSync(join(folder, name), (now - age) / 1000, (now - age) / 1000)
    }
    left('清单.json.0123456789ab.part', DAY + 1000)
    left('清单.json.ba9876543210.part', DAY / 2)
    left('别人的.part', DAY * 9)
    left('清单.json', DAY * 9)
    expect(removeLeftParts(folder, now)).toEqual(['清单.json.0123456789ab.part'])
    expect(readdirSync(folder).toSorted()).toEqual(['别人的.part', '清单.json', '清单.json.ba9876543210.part'].toSorted())
  })
  it('被强行结束的写,留下的认得出来', () => {
    caught(() => writeFileAtomically(path, NEW, { fileSystem: failingFileSystem({ failAt: 3, error: 'EIO', times: Infinity }) }))
    expect(parts().length).toBe(1)
    expect(removeLeftParts(folder, Date.now() + DAY * 2).length).toBe(1)
    expect(existsSync(path)).toBe(false)
  })
})

describe.skipIf(!canMount)('真的满、真的只读(内存盘)', () => {
  it('写到满:报 STORE_FULL,原来的还在,不留半成品;腾出地方就写得进去', () => {
    mkdirSync(join(folder, 'disk'))
    expect(runOnDisk(join(folder, 'disk'), '3m', 'write-until-full')).toEqual({ code: 'STORE_FULL', again: 'STORE_FULL', isOldWhole: true, parts: 0, worksAgain: true })
  })
  it('改成只读:报 STORE_READONLY 和位置,原来的读得出来;试写也看得出来', () => {
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    expect(runOnDisk(disk, '3m', 'turn-read-only')).toEqual({ before: 'fine', writing: { code: 'STORE_READONLY', data: { path: disk } }, probe: { code: 'STORE_READONLY', data: { path: disk } }, isOldWhole: true, left: ['old.json'] })
  })
})
