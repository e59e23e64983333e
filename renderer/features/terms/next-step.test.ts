import { expect, it } from 'vitest'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import { nextStep } from './next-step.ts'

const steps = (reached: number, recorded: number): TermLine['steps'] =>
  (['first', 'second', 'request', 'due'] as const).map((stage, index) => ({ stage, day: ['2026-08-28', '2026-11-28', '2027-01-28', '2027-02-28'][index] ?? '', reached: index < reached, recorded: index < recorded }))
const line: TermLine = { organisationId: 'a', name: '甲', parentName: '', kind: 'branch', termId: 't', sessionNumber: 3, fromDay: '2024-02-28', years: 3, dueDay: '2027-02-28', extendedTo: null, effectiveDue: '2027-02-28', state: 'in_progress', problems: [], steps: steps(0, 0), reminders: [] }

it.each<[string, Partial<TermLine>, string]>([
  ['还早', {}, '2026-08-28 发换届提醒'],
  ['到了六个月没有记', { steps: steps(1, 0) }, '发换届提醒（2026-08-28 到期，还没有记）'],
  ['记了,等下一步', { steps: steps(1, 1) }, '2026-11-28 启动换届准备'],
  ['前一步没记、后一步也到了:说后一步', { steps: steps(2, 0) }, '启动换届准备（2026-11-28 到期，还没有记）'],
  ['都记了,等大会', { steps: steps(3, 3) }, '2027-02-28 前召开选举大会'],
  ['逾期', { state: 'overdue', effectiveDue: '2026-11-10' }, '过了 10 天，要换届或报批延期'],
  ['没有届满日', { effectiveDue: null, steps: [] }, '没有届满日，去补上'],
  ['没有登记', { termId: null, effectiveDue: null, steps: [] }, '没有登记任期，去登记'],
])('%s', (_title, changes, expected) => expect(nextStep({ ...line, ...changes }, '2026-11-20')).toBe(expected))
