import { describe, expect, it } from 'vitest'
import { crowdedColumns } from './crowded-columns.ts'

const table = (width: number, value: string, rowHeight?: number) => crowdedColumns({ columns: [{ label: '日期', width }], rows: [[value]], ...(rowHeight === undefined ? {} : { rowHeight }) }).columns[0]

describe('表里哪几列用小号字', () => {
  it('日期、电话不折行:宽了照常,窄了用小号', () => {
    expect(table(32, '2026年12月31日')).toBe(false)
    expect(table(26, '2026年12月31日')).toBe(true)
    expect(table(24, '2026-12-31')).toBe(false)
    expect(table(20, '2026-12-31')).toBe(true)
    expect(table(26, '第一行\n2026年12月31日')).toBe(true)
  })
  it('长的超过三行才算挤;行高得下的不算', () => {
    const words = '会议听取了各党小组的情况汇报研究了下一步的工作安排'
    expect(table(60, words)).toBe(false)
    expect(table(22, words)).toBe(true)
    expect(table(22, words, 34)).toBe(false)
  })
  it('表头里的日期有一个挤,整行都小', () => {
    const heads = (width: number) => crowdedColumns({ columns: [{ label: '姓名', width: 24 }, { label: '10.14', width }], rows: [] }).heads
    expect(heads(8.2)).toBe(true)
    expect(heads(16)).toBe(false)
  })
})
