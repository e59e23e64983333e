import { expect, test } from 'vitest'
import { wuweiBaolei } from '../../data/templates/wuwei-baolei.ts'
import { canonicalJson } from '../scoring/canonical-json.ts'
import { evaluatePrepared } from '../scoring/evaluate.ts'
import { prepareScheme } from '../scoring/prepare-scheme.ts'
import { assembleInput, type BranchMonth } from './assemble-input.ts'

const prepared = prepareScheme(wuweiBaolei.scheme)
const meeting = (id: string, date: string, changes: object = {}) => ({ id, date, meetingType: 'theme_day', state: 'finished', quorumReached: 1, missingFields: 0, ...changes })
const month: BranchMonth = {
  branchId: 'b1',
  category: 'auxiliary',
  period: '2026-09',
  params: { groupCount: 2 },
  ledger: { meetings: [meeting('m2', '2026-09-20'), meeting('m1', '2026-09-05')] },
  manual: [
    { indicatorId: 'YJ-01', points: '4' },
    { indicatorId: 'DW-06', points: '3' },
  ],
  events: [
    { id: 'e2', indicatorId: 'KF-02', occurredOn: '2026-09-09', count: 1, level: null, matter: '' },
    { id: 'e1', indicatorId: 'JF-04', occurredOn: '2026-09-03', count: 1, level: null, matter: '先进' },
  ],
  vetoes: [{ indicatorId: 'FJ-02' }, { indicatorId: 'FJ-01' }, { indicatorId: 'FJ-02' }],
  exemptions: [],
}
const bytes = (changes: Partial<BranchMonth>): string => canonicalJson(assembleInput(prepared, { ...month, ...changes }))

test('读出的先后不影响输入', () => {
  const reversed = { manual: month.manual.toReversed(), events: month.events.toReversed(), vetoes: month.vetoes.toReversed(), ledger: { meetings: (month.ledger['meetings'] ?? []).toReversed() } }
  expect(bytes(reversed)).toBe(bytes({}))
})

test.each([['draft'], ['returned'], ['voided']])('%s 的记录不进输入', (state) => {
  expect(bytes({ ledger: { meetings: [...(month.ledger['meetings'] ?? []), meeting('m3', '2026-09-21', { state })] } })).toBe(bytes({}))
})

test('不看的字段变了,输入不变;办结后又报送也不变', () => {
  expect(bytes({ ledger: { meetings: [meeting('m1', '2026-09-05', { title: '新标题', state: 'approved' }), meeting('m2', '2026-09-20')] } })).toBe(bytes({}))
})

test('超过本类别满分的手工分当作没有评', () => {
  expect(assembleInput(prepared, { ...month, manual: [{ indicatorId: 'YJ-01', points: '9' }] }).manual).toEqual({})
  expect(assembleInput(prepared, { ...month, category: 'production', manual: [{ indicatorId: 'YJ-01', points: '9' }] }).manual).toEqual({ 'YJ-01': { points: '9', state: 'confirmed' } })
})

test('没有写事项的事件各算各的', () => {
  const events = assembleInput(prepared, month).events ?? []
  expect(events.map((event) => event.matter)).toEqual(['先进', undefined])
})

test('照别的方案登记的:等级、否决这个方案里没有的不算,算得下去', () => {
  const foreign = {
    events: [...month.events, { id: 'e3', indicatorId: 'KF-01', occurredOn: '2026-09-10', count: 1, level: null, matter: '' }, { id: 'e4', indicatorId: 'KF-03', occurredOn: '2026-09-10', count: 1, level: 'nothing', matter: '' }],
    vetoes: [...month.vetoes, { indicatorId: 'FJ-99' }],
  }
  expect(bytes(foreign)).toBe(bytes({}))
  expect(() => evaluatePrepared(prepared, assembleInput(prepared, { ...month, ...foreign }))).not.toThrow()
})
