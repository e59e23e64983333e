import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useImeSafeEnter } from './ime.ts'

const Box = ({ onEnter }: { readonly onEnter: () => void }) => <input aria-label="框" {...useImeSafeEnter(onEnter)} />

it('上屏的那一下回车不算,之后的才算', async () => {
  const enter = vi.fn()
  render(<Box onEnter={enter} />)
  const box = screen.getByLabelText('框')
  fireEvent.compositionStart(box)
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 })
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
  fireEvent.compositionEnd(box)
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(enter).not.toHaveBeenCalled()
  await new Promise((resolve) => setTimeout(resolve, 5))
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(enter).toHaveBeenCalledTimes(1)
})
