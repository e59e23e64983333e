import { describe, expect, it } from 'vitest'
import type { AttendanceCounts } from '../../../shared/model/meeting.ts'
import type { TopicKind } from '../../../shared/model/meeting-parts.ts'
import { quorumOf } from './quorum.ts'

const voting = (due: number, present: number): AttendanceCounts => ({ due: due + 1, present: present + 1, absent: due - present, onLeave: 0, votingDue: due, votingPresent: present })
const canMeet = (kinds: readonly TopicKind[], due: number, present: number): boolean => quorumOf(['general_meeting'], kinds, voting(due, present)).reached

describe('党员大会:一般议题半数以上(含半数),接收与转正须过半数', () => {
  // 应到有表决权 V、实到 A;一般议题可开?接收预备党员可开?
  it.each([
    [10, 5, true, false],
    [10, 6, true, true],
    [9, 5, true, true],
    [9, 4, false, false],
    [10, 4, false, false],
    [1, 1, true, true],
    [1, 0, false, false],
    [2, 1, true, false],
    [3, 2, true, true],
    [3, 1, false, false],
  ])('应到 %i 实到 %i:一般 %s,接收 %s', (due, present, ordinary, admission) => {
    expect(canMeet(['report'], due, present)).toBe(ordinary)
    expect(canMeet([], due, present)).toBe(ordinary)
    expect(canMeet(['admission'], due, present)).toBe(admission)
    expect(canMeet(['confirmation'], due, present)).toBe(admission)
  })
})

describe('选举:应到的五分之四以上', () => {
  it.each([
    [10, 8, true],
    [10, 7, false],
    [11, 9, true],
    [11, 8, false],
    [12, 10, true],
    [12, 9, false],
    [5, 4, true],
    [5, 3, false],
    [4, 4, true],
    [4, 3, false],
  ])('应到 %i 实到 %i:%s', (due, present, reached) => {
    expect(canMeet(['election'], due, present)).toBe(reached)
  })
  it('同一场会按最严的议题算', () => {
    expect(quorumOf(['general_meeting'], ['study', 'admission', 'election'], voting(10, 7))).toEqual({ rule: 'election', base: 10, present: 7, needed: 8, reached: false })
    expect(quorumOf(['general_meeting'], ['report', 'confirmation'], voting(10, 5))).toEqual({ rule: 'admission', base: 10, present: 5, needed: 6, reached: false })
  })
})

describe('支委会:到会委员半数以上', () => {
  it.each([
    [5, 3, true],
    [5, 2, false],
    [4, 2, true],
    [3, 2, true],
    [3, 1, false],
    [0, 0, false],
  ])('委员 %i 到会 %i:%s', (due, present, reached) => {
    expect(quorumOf(['committee_meeting'], ['election'], { due, present, absent: due - present, onLeave: 0, votingDue: due, votingPresent: present })).toMatchObject({ rule: 'committee', base: due, present, reached })
  })
})

it('党小组会、党课、主题党日没有法定人数', () => {
  for (const type of ['group_meeting', 'party_lecture', 'theme_day'] as const) expect(quorumOf([type], ['study'], voting(10, 1))).toMatchObject({ rule: 'none', needed: 0, reached: true })
})

it('只有预备党员到会时不够表决人数', () => {
  expect(quorumOf(['general_meeting'], ['report'], { due: 2, present: 2, absent: 0, onLeave: 0, votingDue: 0, votingPresent: 0 })).toMatchObject({ needed: 1, reached: false })
})

it('组织生活会兼作党员大会的,按大会算', () => {
  expect(quorumOf(['organisational_life', 'general_meeting'], ['report'], voting(10, 4))).toMatchObject({ rule: 'ordinary', needed: 5, reached: false })
})
