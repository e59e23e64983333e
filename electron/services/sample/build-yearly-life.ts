import { appraisalOpinion, teamName, criticismTexts, DEBRIEF_DAY, debriefComment, debriefContent, debriefProblem, lifeContent, problemTexts, selfNotes, YEARLY_LIFE_DAY, yearlyTitles } from '../../data/sample/yearly-life.ts'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import type { Appraisal, AppraisalGrade, Topic } from '../../../shared/model/meeting-parts.ts'
import { emptyMeeting } from '../../../shared/util/empty-meeting.ts'
import { excellentLimit } from '../../domain/meetings/excellent-limit.ts'
import { allPresent, type DuePerson } from '../../domain/meetings/merge-attendance.ts'

interface YearlyRequest {
  readonly secretary: string
  readonly recorder: string
  readonly place: string
  /** 支部序号,决定轮到哪几句话。 */
  readonly order: number
  readonly people: readonly DuePerson[]
  createId(): string
}
const turnTo = <T>(items: readonly T[], turn: number): T => {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('an empty list of texts')
  return item
}
const topics = (titles: readonly string[]): Topic[] => titles.map((title) => ({ title, kind: 'other', isFirstTopic: false, publishedOn: null, leader: '' }))
const frame = (type: 'organisational_life' | 'debriefing', day: string, { secretary, recorder, place, people }: YearlyRequest): MeetingFields => ({ ...emptyMeeting(type, day), startAt: `${day} 14:00`, endAt: `${day} 17:00`, place, host: secretary, recorder, attendance: allPresent(people) })

/** 等次:至多三分之一优秀,其余合格,大支部里有一人基本合格。测评票数照等次给。 */
const appraise = (people: readonly DuePerson[], order: number): Appraisal[] =>
  people.map(({ memberId, name }, index) => {
    const grade: AppraisalGrade = index < excellentLimit(people.length) ? 'excellent' : people.length > 12 && index === people.length - 1 ? 'basic' : 'qualified'
    const most = people.length - 2
    return { memberId, name, selfNote: turnTo(selfNotes, index + order), peerNote: '', excellentVotes: grade === 'excellent' ? most : 1, qualifiedVotes: grade === 'excellent' ? 2 : grade === 'qualified' ? most : 3, basicVotes: grade === 'basic' ? most - 2 : 1 - Number(grade === 'excellent'), unqualifiedVotes: 0, grade, opinion: appraisalOpinion[grade === 'excellent' || grade === 'basic' ? grade : 'qualified'] }
  })

/** 一场会两样都算:组织生活会兼民主评议。 */
export const yearlyLife = (request: YearlyRequest): MeetingFields => {
  const { secretary, order, people } = request
  const names = people.map(({ name }) => name)
  const [first, second] = [turnTo(names, order + 1), turnTo(names, order + 2)]
  const found = [turnTo(problemTexts, order), turnTo(problemTexts, order + 1)]
  return {
    ...frame('organisational_life', YEARLY_LIFE_DAY, request),
    alsoTypes: ['democratic_appraisal'],
    title: yearlyTitles.life,
    topics: topics(yearlyTitles.lifeTopics),
    content: lifeContent(secretary, first, second),
    problems: found.map(({ problem, source }, index) => ({ target: index === 0 ? teamName : secretary, problem, source })),
    criticisms: [0, 1, 2].map((turn) => ({ critic: turnTo(names, order + turn), criticised: turnTo(names, order + turn + 1), opinion: turnTo(criticismTexts, order + turn) })),
    resolutions: found.map(({ problem, measure }, index) => ({ itemId: request.createId(), kind: 'rectification' as const, problem, text: measure, owner: index === 0 ? secretary : first, dueOn: index === 0 ? '2026-06-30' : '2026-12-31' })),
    appraisals: appraise(people, order),
  }
}

export const yearlyDebrief = (request: YearlyRequest): MeetingFields => {
  const { secretary, order, people } = request
  const voters = people.length
  const fair = Math.min(voters, 1 + (order % 2))
  return {
    ...frame('debriefing', DEBRIEF_DAY, request),
    title: yearlyTitles.debrief,
    topics: topics(yearlyTitles.debriefTopics),
    content: debriefContent(secretary, turnTo(people, order + 1).name),
    debriefs: [{ name: secretary, goodVotes: voters - fair, fairVotes: fair, averageVotes: 0, poorVotes: 0, comment: debriefComment, problem: debriefProblem }],
  }
}
