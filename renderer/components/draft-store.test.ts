import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from './draft-store.ts'

interface Place {
  readonly screen: string
}
let written: (readonly [string, string | null])[] = []
let failing = false
let place: Place = { screen: 'handbook' }
beforeEach(() => {
  vi.useFakeTimers()
  written = []
  failing = false
  place = { screen: 'handbook' }
  return () => vi.useRealTimers()
})
const start = () =>
  createDraftStore<Place>({
    write: async (key, body) => {
      if (failing) throw new Error('STORE_FULL')
      written.push([key, body])
    },
    place: () => place,
  })
const body = (text: string, rev = 1): string => JSON.stringify({ fields: { text }, rev, place: { screen: 'handbook' } })

describe('没存上的内容写进核心', () => {
  it('一直打字也每秒写一次,写的是最新的', async () => {
    const store = start()
    const since = store.session()
    for (let step = 1; step <= 25; step++) {
      store.keep('meeting:1', { fields: { text: `第 ${step} 字` }, rev: 1 }, since)
      await vi.advanceTimersByTimeAsync(100)
    }
    // 2.5 秒里写了两次,剩下的半秒还没到;丢的不超过一秒。
    expect(written).toEqual([
      ['meeting:1', body('第 10 字')],
      ['meeting:1', body('第 20 字')],
    ])
  })
  it('失去焦点、锁屏时马上写,写完才回来', async () => {
    const store = start()
    store.keep('a', { fields: { text: '甲' }, rev: 1 }, store.session())
    place = { screen: 'members' }
    store.keep('b', { fields: { text: '乙' }, rev: 2 }, store.session())
    await store.flush()
    expect(written).toEqual([
      ['a', body('甲')],
      ['b', JSON.stringify({ fields: { text: '乙' }, rev: 2, place: { screen: 'members' } })],
    ])
  })
  it('存上了就从核心里去掉;还没写进去的就不用写了', async () => {
    const store = start()
    const since = store.session()
    store.keep('a', { fields: { text: '甲' }, rev: 1 }, since)
    await store.flush()
    store.drop('a', since)
    store.keep('b', { fields: { text: '乙' }, rev: 1 }, since)
    store.drop('b', since)
    await vi.advanceTimersByTimeAsync(5000)
    expect(written).toEqual([
      ['a', body('甲')],
      ['a', null],
    ])
    expect([store.read('a'), store.read('b')]).toEqual([undefined, undefined])
  })
  it('写不成不抛:下一次照写', async () => {
    const store = start()
    failing = true
    store.keep('a', { fields: { text: '甲' }, rev: 1 }, store.session())
    await store.flush()
    failing = false
    store.keep('a', { fields: { text: '甲乙' }, rev: 1 }, store.session())
    await store.flush()
    expect(written).toEqual([['a', body('甲乙')]])
  })
  it('太长的只留在内存里,不去碰核心的上限', async () => {
    const store = start()
    store.keep('a', { fields: { text: '长'.repeat(200_001) }, rev: 1 }, store.session())
    await store.flush()
    expect(written).toEqual([])
    expect(store.read('a')).toBeDefined()
  })
})

describe('换了人', () => {
  it('清掉以后,前一个人晚到的内容不认,也不写', async () => {
    const store = start()
    const former = store.session()
    store.keep('a', { fields: { text: '前一个人' }, rev: 1 }, former)
    store.clear()
    store.keep('a', { fields: { text: '晚到' }, rev: 1 }, former)
    store.drop('b', former)
    await vi.advanceTimersByTimeAsync(5000)
    expect(written).toEqual([])
    expect(store.take('a')).toBeUndefined()
  })
  it('登录后放进来的:最近的在前,打开过的不再提,读不懂的不提', () => {
    const store = start()
    const heard = vi.fn()
    store.subscribe(heard)
    store.load([
      { key: 'meeting:1', body: body('早', 3), at: 100 },
      { key: 'meeting:2', body: body('晚', 4), at: 200 },
      { key: 'broken', body: '{', at: 300 },
      { key: 'older-format', body: '{"fields":null}', at: 400 },
    ])
    expect(store.unfinished().map(({ key }) => key)).toEqual(['meeting:2', 'meeting:1'])
    expect(store.take('meeting:2')).toMatchObject({ fields: { text: '晚' }, rev: 4 })
    expect(store.unfinished().map(({ key }) => key)).toEqual(['meeting:1'])
    store.drop('meeting:1', store.session())
    expect(store.unfinished()).toEqual([])
    expect(heard).toHaveBeenCalledTimes(3)
  })
  it('取回来又存上的,从核心里去掉', async () => {
    const store = start()
    store.load([{ key: 'meeting:1', body: body('早', 3), at: 100 }])
    store.take('meeting:1')
    store.drop('meeting:1', store.session())
    await store.flush()
    expect(written).toEqual([['meeting:1', null]])
  })
})
