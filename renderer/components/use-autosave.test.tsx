import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '../platform/use-query.ts'
import { useAutosave } from './use-autosave.ts'

interface Fields {
  readonly name: string
  readonly note: string
}
interface Detail {
  readonly rev: number
  readonly updatedAt: number
}
const ok = (rev: number): Outcome<Detail> => ({ ok: true, value: { rev, updatedAt: 1_000 } })

let count = 0
beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})
const start = (save: (fields: Fields, rev: number) => Promise<Outcome<Detail>>, draftKey = `test:${++count}`) =>
  renderHook(({ rev, fields }: { rev: number; fields: Fields }) => useAutosave<Fields, Detail>({ draftKey, fields, rev, save, check: (each) => (each.name === '' ? '姓名没有填' : null) }), { initialProps: { rev: 1, fields: { name: '王建国', note: '' } } })

describe('自动保存', () => {
  it('停手两秒才存,连着改只存一次', async () => {
    const save = vi.fn(async (_fields: Fields, rev: number) => ok(rev + 1))
    const { result } = start(save)
    act(() => result.current.change({ note: '一' }))
    await act(() => vi.advanceTimersByTimeAsync(1500))
    act(() => result.current.change({ note: '一二' }))
    await act(() => vi.advanceTimersByTimeAsync(1500))
    expect(save).not.toHaveBeenCalled()
    await act(() => vi.advanceTimersByTimeAsync(600))
    expect(save.mock.calls).toEqual([[{ name: '王建国', note: '一二' }, 1]])
    expect(result.current.status).toEqual({ kind: 'saved', at: 1_000 })
  })
  it('上一次没存完时排队,修订号接着用', async () => {
    const finish: (() => void)[] = []
    const save = vi.fn((_fields: Fields, rev: number) => new Promise<Outcome<Detail>>((resolve) => finish.push(() => resolve(ok(rev + 1)))))
    const { result } = start(save)
    act(() => result.current.change({ note: '一' }))
    act(() => void result.current.flush())
    act(() => result.current.change({ note: '二' }))
    act(() => void result.current.flush())
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(save).toHaveBeenCalledTimes(1)
    await act(async () => finish.shift()?.())
    expect(save.mock.calls[1]).toEqual([{ name: '王建国', note: '二' }, 2])
    await act(async () => finish.shift()?.())
  })
  it('没存上就离开:内容留着,回来还在并写明没有保存,存上后不再留', async () => {
    let reachable = false
    const save = vi.fn(async (_fields: Fields, rev: number): Promise<Outcome<Detail>> => (reachable ? ok(rev + 1) : { ok: false, error: { code: 'UNAVAILABLE', data: null, traceId: 't' } }))
    const first = start(save, 'test:kept')
    act(() => first.result.current.change({ note: '写了一半' }))
    first.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))

    const second = start(save, 'test:kept')
    expect(second.result.current.fields.note).toBe('写了一半')
    expect(second.result.current.status).toMatchObject({ kind: 'unsaved', failure: { code: 'UNAVAILABLE' } })
    reachable = true
    await act(() => second.result.current.flush())
    expect(second.result.current.status.kind).toBe('saved')
    second.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(start(save, 'test:kept').result.current.fields.note).toBe('')
  })
  it('填得不合要求就离开:打的字留着', async () => {
    const save = vi.fn(async (_fields: Fields, rev: number) => ok(rev + 1))
    const first = start(save, 'test:blocked')
    act(() => first.result.current.change({ name: '' }))
    first.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(start(save, 'test:blocked').result.current.status).toEqual({ kind: 'blocked', words: '姓名没有填' })
  })
  it('不合要求的不送去存,改好了再存', async () => {
    const save = vi.fn(async (_fields: Fields, rev: number) => ok(rev + 1))
    const { result } = start(save)
    act(() => result.current.change({ name: '' }))
    await act(() => result.current.flush())
    expect(save).not.toHaveBeenCalled()
    expect(result.current.status).toEqual({ kind: 'blocked', words: '姓名没有填' })
    act(() => result.current.change({ name: '王建' }))
    await act(() => result.current.flush())
    expect(save).toHaveBeenCalledTimes(1)
  })
  it('没存上就说没存上,内容还在,可以再存', async () => {
    const failure = { code: 'STORE_FULL', data: null, traceId: 't' }
    const save = vi.fn<(fields: Fields, rev: number) => Promise<Outcome<Detail>>>().mockResolvedValueOnce({ ok: false, error: failure }).mockResolvedValueOnce(ok(2))
    const { result } = start(save)
    act(() => result.current.change({ note: '一' }))
    await act(() => result.current.flush())
    expect(result.current.status).toEqual({ kind: 'unsaved', failure })
    expect(result.current.fields.note).toBe('一')
    await act(() => result.current.flush())
    expect(result.current.status.kind).toBe('saved')
  })
  it('换到别的记录(卸下)时把没存的存掉', async () => {
    const save = vi.fn(async (_fields: Fields, rev: number) => ok(rev + 1))
    const { result, unmount } = start(save)
    act(() => result.current.change({ note: '一' }))
    unmount()
    await vi.advanceTimersByTimeAsync(0)
    expect(save).toHaveBeenCalledTimes(1)
  })
  it('别处存了新版本:没有改动时跟着换,有改动时不冲掉', async () => {
    const save = vi.fn(async (_fields: Fields, rev: number) => ok(rev + 1))
    const { result, rerender } = start(save)
    rerender({ rev: 5, fields: { name: '李敏', note: '' } })
    expect(result.current.fields.name).toBe('李敏')
    act(() => result.current.change({ note: '我的' }))
    rerender({ rev: 6, fields: { name: '李敏', note: '别人的' } })
    expect(result.current.fields.note).toBe('我的')
    act(() => result.current.discard())
    rerender({ rev: 6, fields: { name: '李敏', note: '别人的' } })
    expect(result.current.fields.note).toBe('别人的')
  })
})
