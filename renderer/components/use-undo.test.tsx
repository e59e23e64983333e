import { act, fireEvent, render, renderHook, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useUndo } from './use-undo.ts'

interface Fields {
  readonly title: string
  readonly count: number
}
const useForm = (enabled = true) => {
  const [fields, setFields] = useState<Fields>({ title: '', count: 0 })
  const undo = useUndo<Fields>(fields, (patch) => setFields((before) => ({ ...before, ...patch })), (patch) => ('title' in patch ? 'title' : ''), enabled)
  return { fields, undo }
}
const start = () => renderHook(() => useForm()).result

describe('撤销和重做', () => {
  it('一步步退,一步步再做;接着打的字是一步', () => {
    const form = start()
    act(() => form.current.undo.change({ title: '会' }))
    act(() => form.current.undo.change({ title: '会议' }))
    act(() => form.current.undo.change({ count: 1 }))
    expect([form.current.undo.steps, form.current.undo.redoSteps]).toEqual([2, 0])
    act(() => form.current.undo.undo())
    expect(form.current.fields).toEqual({ title: '会议', count: 0 })
    act(() => form.current.undo.undo())
    expect([form.current.fields.title, form.current.undo.steps, form.current.undo.redoSteps]).toEqual(['', 0, 2])
    act(() => form.current.undo.redo())
    act(() => form.current.undo.redo())
    expect([form.current.fields, form.current.undo.redoSteps]).toEqual([{ title: '会议', count: 1 }, 0])
    act(() => form.current.undo.redo())
    act(() => form.current.undo.undo())
    expect(form.current.fields).toEqual({ title: '会议', count: 0 })
  })
  it('退了以后又改别的,就不能再重做', () => {
    const form = start()
    act(() => form.current.undo.change({ count: 1 }))
    act(() => form.current.undo.undo())
    act(() => form.current.undo.change({ count: 5 }))
    expect(form.current.undo.redoSteps).toBe(0)
    act(() => form.current.undo.redo())
    expect(form.current.fields.count).toBe(5)
  })
  it('键盘:Ctrl+Z、Ctrl+Y、Ctrl+Shift+Z;光标在文字框里归浏览器', () => {
    const Page = () => {
      const { fields, undo } = useForm()
      return (
        <>
          <button type="button" onClick={() => undo.change({ count: fields.count + 1 })}>
            加
          </button>
          <input aria-label="框" />
          <output>{fields.count}</output>
        </>
      )
    }
    render(<Page />)
    const shown = (): string | null => screen.getByRole('status').textContent
    fireEvent.click(screen.getByRole('button'))
    fireEvent.click(screen.getByRole('button'))
    const steps: readonly (readonly [object, string])[] = [
      [{ key: 'z' }, '1'],
      [{ key: 'Z', shiftKey: true }, '2'],
      [{ key: 'z' }, '1'],
      [{ key: 'y' }, '2'],
    ]
    for (const [key, count] of steps) {
      fireEvent.keyDown(document.body, { ctrlKey: true, ...key })
      expect(shown()).toBe(count)
    }
    fireEvent.keyDown(screen.getByLabelText('框'), { ctrlKey: true, key: 'z' })
    expect(shown()).toBe('2')
  })
})
