import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../electron/services/sample/seeded-random.ts'
import { nodeFileSystem } from '../../electron/store/files/safe-files.ts'
import { judgeHead, openHeadMark, type DatabaseHead, type HeadPoint, type HeadSight } from '../../electron/store/head-mark.ts'
import { StoreError } from '../../electron/store/store-error.ts'
import { failingFileSystem } from '../support/failing-file-system.ts'

const WORKSPACE = '019aa000-0000-7000-8000-000000000000'
let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baolei-mark-'))
  path = join(folder, 'head.mark')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hashOf = (seq: number): string => createHash('sha256').update(`commit ${seq}`).digest('hex')
const pointAt = (seq: number, epoch = 1): HeadPoint => ({ epoch, seq, hash: hashOf(seq) })
/** 记号里只存链头的前一半。 */
const kept = (point: HeadPoint): HeadPoint => ({ ...point, hash: point.hash.slice(0, 32) })
const readAgain = (id = WORKSPACE): HeadSight => {
  const mark = openHeadMark(path, id)
  const sight = mark.read()
  mark.close()
  return sight
}
const writeMarks = (...points: readonly HeadPoint[]): void => {
  const mark = openHeadMark(path, WORKSPACE)
  for (const point of points) expect(mark.write(point)).toBe(true)
  mark.sync()
  mark.close()
}

describe('保存记号', () => {
  it('没有文件:空的;看一眼不造文件,写了才有', () => {
    const mark = openHeadMark(path, WORKSPACE)
    expect([mark.read(), mark.lastEpoch(), existsSync(path)]).toEqual([null, 0, false])
    mark.sync()
    expect(mark.write(pointAt(1))).toBe(true)
    expect(mark.read()).toEqual(kept(pointAt(1)))
    mark.sync()
    mark.close()
    mark.close()
    expect(mark.write(pointAt(2))).toBe(false)
    expect(readAgain()).toEqual(kept(pointAt(1)))
  })
  it('轮流写两格,总共 128 字节;重开之后接着轮', () => {
    for (let seq = 1; seq <= 7; seq += 1) {
      writeMarks(pointAt(seq))
      expect(readAgain()).toEqual(kept(pointAt(seq)))
    }
    expect(statSync(path).size).toBe(128)
    writeMarks(pointAt(8), pointAt(9), pointAt(10))
    expect(readAgain()).toEqual(kept(pointAt(10)))
  })
  it('纪元大的为新,哪怕序号小', () => {
    writeMarks(pointAt(500, 1), pointAt(3, 2))
    const mark = openHeadMark(path, WORKSPACE)
    expect([mark.read(), mark.lastEpoch()]).toEqual([kept(pointAt(3, 2)), 2])
    mark.close()
  })
  it('很大的序号、最大的纪元原样读回', () => {
    const point = { epoch: 0xffff_ffff, seq: Number.MAX_SAFE_INTEGER, hash: hashOf(1) }
    writeMarks(point)
    expect(readAgain()).toEqual(kept(point))
  })
  it('别的工作区的记号认得出来', () => {
    writeMarks(pointAt(1), pointAt(2))
    expect(readAgain('019aa000-0000-7000-8000-000000000001')).toBe('other_store')
  })
  it('空文件、乱写的、截短的、以后的格式:坏了,不当作没有', () => {
    writeMarks(pointAt(1), pointAt(2))
    const whole = readFileSync(path)
    const later = Buffer.from(whole)
    for (const at of [0, 64]) {
      later.writeUInt32BE(2, at + 4)
      createHash('sha256').update(later.subarray(at, at + 56)).digest().copy(later, at + 56, 0, 8)
    }
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(128), Buffer.alloc(128, 0xff), whole.subarray(0, 63), Buffer.from('head.mark'), later]) {
      writeFileSync(path, bytes)
      expect(readAgain()).toBe('damaged')
    }
    writeFileSync(path, whole.subarray(0, 100))
    expect(readAgain()).toEqual(kept(pointAt(1)))
  })
  it('坏了的重写一次就好', () => {
    writeFileSync(path, Buffer.alloc(128, 7))
    writeMarks(pointAt(9))
    expect(readAgain()).toEqual(kept(pointAt(9)))
  })
  it('读不出来(盘坏)算坏了;打不开报只读', () => {
    writeMarks(pointAt(1))
    expect(openHeadMark(path, WORKSPACE, failingFileSystem({ failAt: 1, only: ['readSync'] })).read()).toBe('damaged')
    expect(() => openHeadMark(path, WORKSPACE, failingFileSystem({ failAt: 1, error: 'EROFS' }))).toThrow(expect.objectContaining({ code: 'STORE_READONLY' }))
  })
})

describe('写不进去', () => {
  it('不抛错、不换格:下一次写成,中间断在哪里都读得出以前的', () => {
    for (const error of ['ENOSPC', 'EIO']) {
      rmSync(path, { force: true })
      writeMarks(pointAt(1), pointAt(2))
      for (const times of [1, 2, 5]) {
        const mark = openHeadMark(path, WORKSPACE, failingFileSystem({ failAt: 2, error, times, only: ['writeSync'] }))
        expect(mark.write(pointAt(3))).toBe(true)
        for (let turn = 0; turn < times; turn += 1) {
          expect(mark.write(pointAt(4 + turn))).toBe(false)
          expect(mark.read()).toEqual(kept(pointAt(3)))
          expect(readAgain()).toEqual(kept(pointAt(3)))
        }
        expect(mark.write(pointAt(20))).toBe(true)
        mark.close()
        expect(readAgain()).toEqual(kept(pointAt(20)))
        rmSync(path)
        writeMarks(pointAt(1), pointAt(2))
      }
    }
  })
  it('只收下半格、又不报错:当作没写成,下次重写同一格', () => {
    writeMarks(pointAt(1), pointAt(2))
    let isShort = true
    const mark = openHeadMark(path, WORKSPACE, {
      ...nodeFileSystem,
      writeSync: (handle, bytes, offset, length, position) => nodeFileSystem.writeSync(handle, bytes, offset, isShort ? 20 : length, position),
    })
    expect([mark.write(pointAt(3)), mark.read(), readAgain()]).toEqual([false, kept(pointAt(2)), kept(pointAt(2))])
    isShort = false
    expect([mark.write(pointAt(4)), readAgain()]).toEqual([true, kept(pointAt(4))])
    mark.close()
    expect(statSync(path).size).toBe(128)
  })
  it('落盘出错要报', () => {
    const mark = openHeadMark(path, WORKSPACE, failingFileSystem({ failAt: 1, error: 'EIO', only: ['fsyncSync'] }))
    mark.write(pointAt(1))
    expect(() => mark.sync()).toThrow(StoreError)
    mark.sync()
    mark.close()
  })
})

/** 撕开、翻转 300 次:读到的只会是最近的两次之一或「坏了」,从不读出没写过的。 */
it('300 次随机撕开、翻转、截短', () => {
  const seed = 20_261_121
  const random = createSeededRandom(seed)
  let served = 0
  let damaged = 0
  for (let round = 0; round < 300; round += 1) {
    const what = `seed ${seed} round ${round}`
    rmSync(path, { force: true })
    const last = 2 + random.below(40)
    writeMarks(...Array.from({ length: last }, (_, index) => pointAt(index + 1)))
    const before = readFileSync(path)
    writeMarks(pointAt(last + 1))
    const after = readFileSync(path)
    const kind = random.below(3)
    let bytes = Buffer.from(after)
    // 撕开:新的一格只写进去一部分。
    if (kind === 0) {
      const slot = before.subarray(0, 64).equals(after.subarray(0, 64)) ? 64 : 0
      const reached = slot + random.below(65)
      bytes = Buffer.concat([after.subarray(0, reached), before.subarray(reached, slot + 64), after.subarray(slot + 64)])
      if (slot === 64) before.copy(bytes, 0, 0, 64)
    } else if (kind === 1) {
      for (let flips = 1 + random.below(4); flips > 0; flips -= 1) {
        const at = random.below(128)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      }
    } else bytes = bytes.subarray(0, random.below(128))
    writeFileSync(path, bytes)
    const sight = readAgain()
    if (sight === 'damaged') damaged += 1
    else {
      served += 1
      expect([kept(pointAt(last)), kept(pointAt(last + 1))], what).toContainEqual(sight)
    }
    // 撕开的只伤到新写的一格,另一格必定还在。
    if (kind === 0) expect(sight, what).not.toBe('damaged')
    // 接着写,照常。
    writeMarks(pointAt(last + 2))
    expect(readAgain(), what).toEqual(kept(pointAt(last + 2)))
  }
  expect(served).toBeGreaterThan(100)
  expect(damaged).toBeGreaterThan(20)
})

it('写一次的代价:中位数不到 50 微秒', () => {
  const mark = openHeadMark(path, WORKSPACE)
  const points = Array.from({ length: 2000 }, (_, index) => pointAt(index + 1))
  const costs = points
    .map((point) => {
      const from = performance.now()
      mark.write(point)
      return (performance.now() - from) * 1000
    })
    .toSorted((left, right) => left - right)
  mark.close()
  expect(costs[1000]).toBeLessThan(50)
})

describe('对库与记号', () => {
  const mark = kept(pointAt(100, 3))
  const database = (given: Partial<DatabaseHead>): DatabaseHead => ({ ...pointAt(100, 3), ...given })
  it.each<[string, HeadSight, DatabaseHead, unknown]>([
    ['没有记号', null, database({}), { kind: 'fresh' }],
    ['记号坏了', 'damaged', database({}), { kind: 'damaged_mark' }],
    ['别的库的记号', 'other_store', database({}), { kind: 'other_store' }],
    ['一样', mark, database({}), { kind: 'same' }],
    ['库多一次:提交之后、写记号之前被结束', mark, database({ seq: 101, hash: hashOf(101) }), { kind: 'database_ahead' }],
    ['库多很多:断电丢了没落盘的记号', mark, database({ seq: 900, hash: hashOf(900) }), { kind: 'database_ahead' }],
    ['库少一次', mark, database({ seq: 99, hash: hashOf(99) }), { kind: 'database_behind', missing: 1, from: 100, to: 100 }],
    ['库少四十次', mark, database({ seq: 60, hash: hashOf(60) }), { kind: 'database_behind', missing: 40, from: 61, to: 100 }],
    ['库退到头', mark, database({ seq: 0, hash: '' }), { kind: 'database_behind', missing: 100, from: 1, to: 100 }],
    ['同一序号,不同链头', mark, database({ hash: hashOf(7) }), { kind: 'forked' }],
    ['同一序号,没有链头', mark, database({ hash: '' }), { kind: 'forked' }],
    ['库的纪元大:恢复过', mark, database({ epoch: 4, seq: 20, hash: hashOf(20) }), { kind: 'database_ahead' }],
    ['库的纪元小:换回了恢复以前的', mark, database({ epoch: 2, seq: 500, hash: hashOf(500) }), { kind: 'forked' }],
    ['库在前,记号那一次还在链上', mark, database({ seq: 120, hash: hashOf(120), hashAt: hashOf }), { kind: 'database_ahead' }],
    ['库在前,记号那一次在链上是别的:换过文件又接着做', mark, database({ seq: 120, hash: hashOf(120), hashAt: () => hashOf(1) }), { kind: 'forked' }],
    ['库在前,问不出那一次的链头', mark, database({ seq: 120, hash: hashOf(120), hashAt: () => null }), { kind: 'database_ahead' }],
  ])('%s', (_what, sight, given, verdict) => expect(judgeHead(sight, given)).toEqual(verdict))
})
