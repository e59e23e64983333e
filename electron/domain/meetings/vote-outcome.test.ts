import { describe, expect, it } from 'vitest'
import type { AttendanceCounts } from '../../../shared/model/meeting.ts'
import type { Vote, VoteFault, VoteKind } from '../../../shared/model/meeting-parts.ts'
import { excellentLimit } from './excellent-limit.ts'
import { voteOutcome } from './vote-outcome.ts'

const counts = (due: number, present: number): AttendanceCounts => ({ due, present, absent: due - present, onLeave: 0, votingDue: due, votingPresent: present })
const vote = (kind: VoteKind, approve: number, changes: Partial<Vote> = {}): Vote => ({ kind, subject: '事项', isSecret: kind !== 'ordinary', issued: approve, returned: approve, approve, against: 0, abstain: 0, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0, ...changes })
const verdict = (kind: VoteKind, due: number, present: number, approve: number, written = 0) => {
  const { canHold, passed } = voteOutcome('general_meeting', vote(kind, approve, { writtenApprove: written }), counts(due, present))
  return [canHold, passed]
}

describe('大会表决:应到 V、实到 A、赞成 Y;一般议题可开/通过,接收预备党员可开/通过', () => {
  it.each([
    [10, 5, 5, [true, false], [false, false]],
    [10, 6, 5, [true, false], [true, false]],
    [10, 6, 6, [true, true], [true, true]],
    [9, 5, 5, [true, true], [true, true]],
    [9, 4, 4, [false, false], [false, false]],
    [1, 1, 1, [true, true], [true, true]],
    [2, 2, 1, [true, false], [true, false]],
    [3, 2, 2, [true, true], [true, true]],
  ])('应到 %i 实到 %i 赞成 %i', (due, present, approve, ordinary, admission) => {
    expect(verdict('ordinary', due, present, approve)).toEqual(ordinary)
    expect(verdict('admission', due, present, approve)).toEqual(admission)
    expect(verdict('confirmation', due, present, approve)).toEqual(admission)
  })
  it('会前书面意见只在接收、转正时计票,不计到会', () => {
    expect(verdict('admission', 10, 6, 5, 1)).toEqual([true, true])
    expect(verdict('confirmation', 10, 6, 5, 1)).toEqual([true, true])
    expect(verdict('ordinary', 10, 6, 5, 1)).toEqual([true, false])
    // 到会不够,书面意见再多也开不成。
    expect(verdict('admission', 10, 5, 5, 4)).toEqual([false, false])
  })
})

describe('选举:到会五分之四以上,得票超过实到的半数', () => {
  it.each([
    [10, 8, 5, [true, true]],
    [10, 8, 4, [true, false]],
    [10, 7, 7, [false, false]],
    [11, 9, 5, [true, true]],
    [12, 10, 5, [true, false]],
  ])('应到 %i 实到 %i 得票 %i', (due, present, approve, expected) => {
    expect(verdict('election', due, present, approve)).toEqual(expected)
  })
})

it('支委会按委员数:五人到三人,三票通过;四人到两人可开,两票不过', () => {
  const inCommittee = (due: number, present: number, approve: number) => {
    const { canHold, passed, base } = voteOutcome('committee_meeting', vote('ordinary', approve), { ...counts(due, present), votingDue: 0, votingPresent: 0 })
    return [canHold, passed, base]
  }
  expect(inCommittee(5, 3, 3)).toEqual([true, true, 5])
  expect(inCommittee(5, 2, 2)).toEqual([false, false, 5])
  expect(inCommittee(4, 2, 2)).toEqual([true, false, 4])
})

describe('票数对不上的,一样样指出来', () => {
  const cases: readonly (readonly [string, Vote, readonly VoteFault[]])[] = [
    ['都对', vote('admission', 6, { issued: 6, returned: 6 }), []],
    ['发出多于到会', vote('ordinary', 7, { issued: 9, returned: 7 }), ['issued_over_present']],
    ['收回多于发出', vote('ordinary', 6, { issued: 5, returned: 6 }), ['returned_over_issued']],
    ['各类之和不等于收回', vote('ordinary', 4, { issued: 6, returned: 6, against: 1 }), ['sum_mismatch']],
    ['废票也算收回', vote('ordinary', 4, { issued: 6, returned: 6, against: 1, invalid: 1 }), []],
    ['一般议题不该有书面意见', vote('ordinary', 6, { writtenAgainst: 1 }), ['written_not_allowed']],
    ['接收要无记名', vote('admission', 6, { isSecret: false }), ['must_be_secret']],
    ['选举要无记名', vote('election', 6, { isSecret: false }), ['must_be_secret']],
    ['没有写表决什么', vote('ordinary', 6, { subject: ' ' }), ['subject_missing']],
  ]
  it.each(cases)('%s', (_title, one, faults) => {
    expect(voteOutcome('general_meeting', one, counts(10, 8)).faults).toEqual(faults)
  })
})

it.each([
  [10, 3],
  [9, 3],
  [8, 2],
  [2, 0],
  [0, 0],
])('参评 %i 人,优秀至多 %i 人', (appraised, limit) => expect(excellentLimit(appraised)).toBe(limit))
