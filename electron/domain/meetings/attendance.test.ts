import { describe, expect, it } from 'vitest'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { mergeAttendance } from './merge-attendance.ts'
import { hasVotingRight } from './voting-right.ts'

describe('出席统计', () => {
  it('应到 = 实到 + 缺席,请假算缺席,有表决权的另计', () => {
    const counts = countAttendance([
      { hasVote: true, status: 'present' },
      { hasVote: true, status: 'present' },
      { hasVote: true, status: 'on_leave' },
      { hasVote: true, status: 'absent' },
      { hasVote: false, status: 'present' },
    ])
    expect(counts).toEqual({ due: 5, present: 3, absent: 2, onLeave: 1, votingDue: 4, votingPresent: 2 })
  })
  it('没有人时都是零', () => {
    expect(countAttendance([])).toEqual({ due: 0, present: 0, absent: 0, onLeave: 0, votingDue: 0, votingPresent: 0 })
  })
})

describe('表决权', () => {
  it.each([
    ['full', '2010-05-04', 'normal', true],
    ['full', null, 'normal', true],
    ['full', '2010-05-04', 'kept', true],
    ['full', '2010-05-04', 'restored', true],
    ['full', '2010-05-04', 'stopped', false],
    ['full', '2010-05-04', 'expelled', false],
    ['probationary', null, 'normal', false],
    // 会后才转正的,开会那天还是预备党员。
    ['full', '2026-11-21', 'normal', false],
    ['full', '2026-11-20', 'normal', true],
    ['full', '2026-11', 'normal', true],
    ['full', '2026-12', 'normal', false],
  ] as const)('%s 转正 %s %s → %s', (memberType, regularOn, membershipState, expected) => {
    expect(hasVotingRight({ memberType, regularOn, membershipState }, '2026-11-20')).toBe(expected)
  })
})

it('重排应到名单:点过的保留,走了的去掉,新来的算到', () => {
  const previous = [
    { memberId: 'a', name: '甲', hasVote: true, status: 'on_leave', reason: 'sick_leave', reasonNote: '住院', sitting: 1, exclusion: '', exclusionNote: '' },
    { memberId: 'b', name: '乙', hasVote: true, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '' },
  ] as const
  const merged = mergeAttendance(
    [
      { memberId: 'c', name: '丙', hasVote: false },
      { memberId: 'a', name: '甲', hasVote: true },
    ],
    previous,
  )
  expect(merged).toEqual([
    { memberId: 'c', name: '丙', hasVote: false, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '' },
    { memberId: 'a', name: '甲', hasVote: true, status: 'on_leave', reason: 'sick_leave', reasonNote: '住院', sitting: 1, exclusion: '', exclusionNote: '' },
  ])
})
