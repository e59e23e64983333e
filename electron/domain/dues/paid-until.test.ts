import { expect, it } from 'vitest'
import type { DuesState } from '../../../shared/model/dues.ts'
import { paidUntil } from './paid-until.ts'

/** 一字一个月,自一月起:交、补、欠、少、免、外(不在本支部)、未(没有核定)。 */
const STATES: Readonly<Record<string, DuesState>> = { 交: 'paid', 补: 'late', 欠: 'unpaid', 少: 'short', 免: 'exempt', 外: 'not_obliged', 未: 'unassessed' }
const cells = (text: string) => Array.from(text, (letter, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}`, state: STATES[letter] ?? 'unassessed' }))

it.each([
  ['一月交到三月', '交交交欠欠', '2026-03'],
  ['中间欠一个月,到它的前一个月', '交交欠交交', '2026-02'],
  ['补上了就不算欠', '交补补交欠', '2026-04'],
  ['少交的不算交了', '交交少交', '2026-02'],
  ['以前没有登记,从头一个交了的月份起', '欠欠交交', '2026-04'],
  ['免交、不在这里交的不打断', '交免外交欠', '2026-04'],
  ['一个月也没交过', '欠欠欠', null],
  ['没有登记', '', null],
] as const)('%s', (_what, text, expected) => expect(paidUntil(cells(text))).toBe(expected))
