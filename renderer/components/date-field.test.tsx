import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { DateField } from './date-field.tsx'

const Holder = ({ initial, monthAllowed = false }: { readonly initial: string | null; readonly monthAllowed?: boolean }) => {
  const [value, setValue] = useState(initial)
  return (
    <>
      <DateField aria-label="日期" value={value} onChange={setValue} monthAllowed={monthAllowed} today="2026-11-20" />
      <output>{value ?? '空'}</output>
    </>
  )
}
const field = (): HTMLInputElement => screen.getByLabelText('日期')
const type = (text: string): void => {
  fireEvent.change(field(), { target: { value: text } })
  fireEvent.blur(field())
}
const value = (): string | null => screen.getByRole('status').textContent

describe('日期框', () => {
  it('离开时认出手打的日期,旁边写星期', () => {
    render(<Holder initial={null} />)
    type('1120')
    expect(value()).toBe('2026-11-20')
    expect(field().value).toBe('2026-11-20')
    expect(screen.getByText('周五')).toBeDefined()
  })
  it('认不出就留着原文并说明,不改原来的值', () => {
    render(<Holder initial="2026-11-01" />)
    type('1320')
    expect(field().value).toBe('1320')
    expect(value()).toBe('2026-11-01')
    expect(screen.getByRole('alert').textContent).toContain('没有认出日期')
  })
  it('清空就是未填', () => {
    render(<Holder initial="2026-11-01" />)
    type('')
    expect(value()).toBe('空')
  })
  it.each([
    ['ArrowUp', '2026-03-01'],
    ['ArrowDown', '2026-02-27'],
    ['PageUp', '2026-03-28'],
    ['PageDown', '2026-01-28'],
  ])('%s → %s', (key, expected) => {
    render(<Holder initial="2026-02-28" />)
    fireEvent.keyDown(field(), { key })
    expect(value()).toBe(expected)
  })
  it('输入法组字时的方向键不算', () => {
    render(<Holder initial="2026-02-28" />)
    fireEvent.keyDown(field(), { key: 'ArrowUp', keyCode: 229 })
    expect(value()).toBe('2026-02-28')
  })
  it('允许只到月时不补成 1 日', () => {
    render(<Holder initial={null} monthAllowed />)
    type('2006.12')
    expect(value()).toBe('2006-12')
    fireEvent.keyDown(field(), { key: 'ArrowUp' })
    expect(value()).toBe('2007-01')
  })
})
