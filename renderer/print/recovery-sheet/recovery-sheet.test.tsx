import { render } from '@testing-library/react'
import { generateX25519Identity } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { recoveryCodeGroups } from '../../../shared/util/recovery-code.ts'
import { readQr } from '../../../test/support/read-qr.ts'
import { printPageOf } from '../print-pages.tsx'
import { QrCode } from './qr-code.tsx'

const QUIET = 4

/** 画出来的路径 → 黑白格,去掉四周的留白;留白里有黑点就不算数。 */
const gridOf = (svg: Element): boolean[][] => {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2])
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y] of (svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (grid[Number(y)] ?? [])[Number(x)] = true
  const inner = grid.slice(QUIET, size - QUIET).map((row) => row.slice(QUIET, size - QUIET))
  expect(inner.flat().filter(Boolean).length).toBe(grid.flat().filter(Boolean).length)
  return inner
}

describe('恢复单', () => {
  it('二维码里就是恢复码,一字不差(照标准自己读出来)', async () => {
    for (let turn = 0; turn < 40; turn++) {
      const code = await generateX25519Identity()
      const { container, unmount } = render(<QrCode text={code} label="code" />)
      const svg = container.querySelector('svg')
      if (svg === null) throw new Error('no code drawn')
      expect(readQr(gridOf(svg))).toBe(code)
      unmount()
    }
  })
  it('一码一张:单位、日期、第几张、各组带组号、做什么用、怎样保管、签字的地方', async () => {
    const codes = [await generateX25519Identity(), await generateX25519Identity()]
    const page = printPageOf({ page: 'recovery-sheet', model: { unitName: '北岭钢铁集团党委', printedOn: '2026-11-20', sheets: codes.map((code, index) => ({ number: index + 1, of: 2, code, groups: recoveryCodeGroups(code) })) } })
    expect(page?.title).toBe('北岭钢铁集团党委 恢复单')
    const { container } = render(<>{page?.content}</>)
    const sheets = [...container.querySelectorAll('article')]
    expect(sheets).toHaveLength(2)
    for (const [index, sheet] of sheets.entries()) {
      const text = sheet.textContent
      for (const words of ['北岭钢铁集团党委', '2026年11月20日', `第 ${index + 1} 张（共 2 张）`, '忘记口令', '保险柜', '不拍照', '封存人', '见证人', '保管地点']) expect(text).toContain(words)
      const groups = [...sheet.querySelectorAll('li')].map((group) => [group.querySelector('small')?.textContent, group.querySelector('b')?.textContent])
      expect(groups).toEqual(recoveryCodeGroups(codes[index] ?? '').map((group, place) => [String(place + 1), group]))
      const svg = sheet.querySelector('svg')
      expect(svg === null ? '' : readQr(gridOf(svg))).toBe(codes[index])
    }
  })
  it('没有的打印页不印', () => {
    for (const page of ['', 'nothing', 'constructor', '__proto__', 'toString']) expect(printPageOf({ page, model: {} })).toBeNull()
    expect(printPageOf(undefined)).toBeNull()
  })
})
