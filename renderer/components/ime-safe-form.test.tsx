import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { useSession } from '../platform/session.ts'
import { DateField } from './date-field.tsx'
import { useImeSafeForm } from './ime-safe-form.ts'

const Form = ({ onSubmit }: { readonly onSubmit: (day: string | null, note: string) => void }) => {
  const [day, setDay] = useState<string | null>('2026-11-20')
  const [note, setNote] = useState('')
  return (
    <form {...useImeSafeForm(() => onSubmit(day, note))}>
      <DateField aria-label="日期" value={day} onChange={setDay} />
      <input aria-label="说明" type="text" value={note} onChange={(event) => setNote(event.target.value)} />
    </form>
  )
}
const press = async (label: string, typed: string, more: object = {}) => {
  const box = screen.getByLabelText(label)
  fireEvent.change(box, { target: { value: typed } })
  fireEvent.keyDown(box, { key: 'Enter', ...more })
  await Promise.resolve()
}

it('打完日期就按回车:交上去的是刚打的日期', async () => {
  useSession.setState({ today: '2026-11-20' })
  const submit = vi.fn()
  render(<Form onSubmit={submit} />)
  await press('日期', '20261208')
  expect(submit.mock.calls).toEqual([['2026-12-08', '']])
  await press('说明', '补记')
  expect(submit.mock.calls.at(-1)).toEqual(['2026-12-08', '补记'])
})
it('拼音上屏的回车不提交', async () => {
  const submit = vi.fn()
  render(<Form onSubmit={submit} />)
  await press('说明', 'bu ji', { isComposing: true })
  expect(submit).not.toHaveBeenCalled()
})
