import { describe, expect, it } from 'vitest'
import { defaultNorms, normsFrom } from '../../../shared/data/norms/norm-registry.ts'
import type { TermFields } from '../../../shared/model/leading-group.ts'
import { EMPTY_TERM } from '../../store/repos/term-writes.ts'
import { electionQuorumMet, termProblems } from './term-problems.ts'

describe('选举到会五分之四(ELE-03)', () => {
  const strict = normsFrom((key) => (key === 'election_quorum_op' ? 'more_than' : undefined))
  it.each([
    [10, 8, true, false],
    [10, 9, true, true],
    [10, 7, false, false],
    [11, 9, true, true],
    [11, 8, false, false],
  ])('应到 %i 实到 %i:不少于 %s,要超过 %s', (entitled, present, atLeast, moreThan) => expect([electionQuorumMet(entitled, present, defaultNorms), electionQuorumMet(entitled, present, strict)]).toEqual([atLeast, moreThan]))
})

describe('一届的资料', () => {
  const candidates = (votes: readonly (number | null)[], elected: number): TermFields['candidates'] => votes.map((vote, index) => ({ name: `某${index}`, post: '', votes: vote, elected: index < elected }))
  const sound: TermFields = { ...EMPTY_TERM, fromDay: '2024-03-01', years: 3, dueDay: '2027-03-01', electionDay: '2024-02-27', electionMethod: 'member_meeting', entitled: 20, present: 18, ballotsIssued: 18, ballotsReturned: 18, ballotsValid: 17, candidates: candidates([17, 16, 15, 6], 3), approvalDocument: '厂党〔2024〕1 号' }
  it.each<[string, Partial<TermFields>, string[]]>([
    ['齐全', {}, []],
    ['没有届满日', { years: null, dueDay: null }, ['no_due_day']],
    ['实到多于应到', { present: 21 }, ['present_over_entitled']],
    ['发出多于实到', { ballotsIssued: 19 }, ['ballots_over_present']],
    ['收回多于发出', { ballotsReturned: 19 }, ['returned_over_issued']],
    ['有效多于收回', { ballotsReturned: 16 }, ['valid_over_returned']],
    ['得票多于有效票', { ballotsValid: 16 }, ['votes_over_valid']],
    ['到会不足五分之四', { present: 15, ballotsIssued: 15, ballotsReturned: 15, ballotsValid: 15, candidates: candidates([15, 14, 13, 3], 3) }, ['quorum_not_met']],
    ['三职三名候选人,没有差额', { candidates: candidates([17, 16, 15], 3) }, ['too_few_candidates']],
    ['直接选书记一人,不要求差额', { candidates: candidates([17], 1) }, []],
    ['得票没有过半的当选', { candidates: candidates([17, 16, 9, 8], 3) }, ['elected_below_half']],
    ['指定的不看选举', { electionMethod: 'appointed', present: 1, ballotsIssued: null, ballotsReturned: null, ballotsValid: null }, []],
    ['没有批复', { approvalDocument: '' }, ['no_approval']],
    ['延期没有批复', { extendedTo: '2028-03-01' }, ['extension_without_document']],
    ['延期超过一年', { extendedTo: '2028-03-02', extensionDocument: '批' }, ['extension_too_long']],
    ['延期一年,有批复', { extendedTo: '2028-03-01', extensionDocument: '批' }, []],
  ])('%s', (_title, changes, expected) => expect(termProblems({ ...sound, ...changes }, defaultNorms)).toEqual(expected))
})
