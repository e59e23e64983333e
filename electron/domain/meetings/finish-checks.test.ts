import { describe, expect, it } from 'vitest'
import type { FinishCheck, MeetingFields } from '../../../shared/model/meeting.ts'
import { emptyMeeting } from '../../../shared/util/empty-meeting.ts'
import { checkBeforeFinish } from './finish-checks.ts'

const complete: MeetingFields = {
  ...emptyMeeting('general_meeting', '2026-11-20'),
  title: '2026年第4季度支部党员大会',
  startAt: '2026-11-20 15:00',
  endAt: '2026-11-20 16:10',
  place: '二楼会议室',
  host: '王建国',
  recorder: '李敏',
  topics: [{ title: '讨论四季度重点工作', kind: 'report', isFirstTopic: false, publishedOn: null, leader: '' }],
  content: '会议通报三季度考核结果。',
  attendance: [{ memberId: '01890a5d-ac96-774b-bcce-b302099a8057', name: '王建国', hasVote: true, status: 'present', reason: '', reasonNote: '', sitting: 0, exclusion: '', exclusionNote: '' }],
}
const reached = { rule: 'ordinary', base: 1, present: 1, needed: 1, reached: true } as const
const absent = { ...complete.attendance[0]!, status: 'absent' } as const
const codes = (changes: Partial<MeetingFields>, quorum: Parameters<typeof checkBeforeFinish>[1] = reached): FinishCheck['code'][] => checkBeforeFinish({ ...complete, ...changes }, quorum, '2026-11-20').map((check) => check.code)

describe('办结前检查', () => {
  it('齐全时没有提示', () => expect(codes({})).toEqual([]))
  it.each([
    ['标题', { title: ' ' }, ['title_missing']],
    ['地点', { place: '' }, ['place_missing']],
    ['主持人', { host: '' }, ['host_missing']],
    ['记录人', { recorder: '' }, ['recorder_missing']],
    ['党课授课人', { meetingType: 'party_lecture' }, ['lecturer_missing']],
    ['党小组会属于哪个小组', { meetingType: 'group_meeting' }, ['group_missing']],
    ['议题', { topics: [{ title: '', kind: 'other', isFirstTopic: false, publishedOn: null, leader: '' }] }, ['topic_missing']],
    ['内容', { content: '\n ' }, ['content_missing']],
    ['没有一人到会', { attendance: [{ ...absent, reason: 'business_trip' }] }, ['attendance_missing']],
    ['缺席没有原因', { attendance: [...complete.attendance, absent] }, ['reason_missing']],
    ['请假没有原因', { attendance: [...complete.attendance, { ...absent, status: 'on_leave' }] }, ['reason_missing']],
    ['缺席写了说明', { attendance: [...complete.attendance, { ...absent, reasonNote: '外出未报备' }] }, []],
    ['结束时间', { endAt: null }, ['end_missing']],
    ['结束早于开始', { endAt: '2026-11-20 14:00' }, ['end_before_start']],
    ['日期还没到', { startAt: '2026-11-21 15:00', endAt: '2026-11-21 16:00' }, ['in_future']],
  ] as const satisfies readonly (readonly [string, Partial<MeetingFields>, readonly FinishCheck['code'][]])[])('%s', (_name, changes, expected) => {
    expect(codes(changes)).toEqual(expected)
    expect(checkBeforeFinish({ ...complete, ...changes }, reached, '2026-11-20').every((check) => check.level === 'must')).toBe(true)
  })
  it('到会不够只请核对,不拦办结', () => {
    expect(checkBeforeFinish(complete, { ...reached, needed: 2, reached: false }, '2026-11-20')).toEqual([{ level: 'check', code: 'quorum_not_reached', field: 'attendance' }])
  })
})

const PERSON = '01890a5d-ac96-774b-bcce-b302099a8057'
const appraisal = (grade: MeetingFields['appraisals'][number]['grade']) => ({ memberId: PERSON, name: '王建国', selfNote: '', peerNote: '', excellentVotes: 0, qualifiedVotes: 0, basicVotes: 0, unqualifiedVotes: 0, grade, opinion: '' })
const ballot = { kind: 'admission', subject: '李敏', isSecret: true, issued: 1, returned: 1, approve: 1, against: 0, abstain: 0, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0 } as const
const topicOf = (kind: MeetingFields['topics'][number]['kind']) => [{ title: '讨论', kind, isFirstTopic: false, publishedOn: null, leader: '' }]

describe('各类会特有的检查', () => {
  it.each([
    ['接收预备党员没有表决', { topics: topicOf('admission') }, [['check', 'vote_missing']]],
    ['表决过了', { topics: topicOf('admission'), votes: [ballot] }, []],
    ['票数对不上', { votes: [{ ...ballot, returned: 2 }] }, [['must', 'vote_faults']]],
    ['不计入应到没有写依据', { attendance: [{ ...complete.attendance[0]!, hasVote: false, exclusion: 'abroad' }] }, [['must', 'exclusion_unfounded']]],
    ['组织生活会没有查摆、没有整改', { meetingType: 'organisational_life' }, [['check', 'problem_missing'], ['check', 'rectification_missing']]],
    ['民主评议没有人', { meetingType: 'democratic_appraisal' }, [['must', 'appraisal_missing']]],
    ['等次没有定', { meetingType: 'democratic_appraisal', appraisals: [appraisal('')] }, [['check', 'grade_missing']]],
    ['三人里两个优秀', { meetingType: 'democratic_appraisal', appraisals: [appraisal('excellent'), appraisal('excellent'), appraisal('qualified')] }, [['check', 'excellent_over_quota']]],
    ['述职没有写谁', { meetingType: 'debriefing' }, [['must', 'debrief_missing']]],
    ['大会上讲党课,没有写讲课人', { alsoTypes: ['party_lecture'] }, [['must', 'lecturer_missing']]],
    ['第二批结束早于开始', { sittings: [{ startAt: '2026-11-20 20:00', endAt: '2026-11-20 19:00', place: '' }] }, [['must', 'sitting_overlap']]],
  ] as const satisfies readonly (readonly [string, Partial<MeetingFields>, readonly (readonly [FinishCheck['level'], FinishCheck['code']])[]])[])('%s', (_name, changes, expected) => {
    expect(checkBeforeFinish({ ...complete, ...changes }, reached, '2026-11-20').map(({ level, code }) => [level, code])).toEqual(expected)
  })
})
