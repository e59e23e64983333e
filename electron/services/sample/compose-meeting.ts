import { lectures } from '../../data/sample/lectures.ts'
import { paragraphs, topicTitles, type Speakers } from '../../data/sample/meeting-texts.ts'
import { groupExchanges, monthlyPartyMatters } from '../../data/sample/party-matters.ts'
import { studySubjects } from '../../data/sample/study-subjects.ts'
import { themeDays } from '../../data/sample/theme-days.ts'
import type { BranchCategoryCode, RoutineMeetingType } from '../../data/sample/types.ts'
import { workMatters } from '../../data/sample/work-matters.ts'
import { quarterOf } from '../../domain/norms/periods.ts'
import type { MeetingFields } from '../../../shared/model/meeting.ts'
import type { Topic, TopicKind, Vote } from '../../../shared/model/meeting-parts.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface ComposeRequest {
  readonly meetingType: RoutineMeetingType
  readonly category: BranchCategoryCode
  readonly hasCommittee: boolean
  readonly day: string
  /** 支部序号与第几次,决定轮到哪个题目,免得各支部、各月雷同。 */
  readonly order: number
  readonly turn: number
  /** 第几个党小组,从 0 数;其他会为 0。 */
  readonly groupIndex: number
  readonly speakers: Speakers
  /** 大会要讨论的接收、转正对象。 */
  readonly admitted: string | null
  readonly confirmed: string | null
  /** 预备期里的人,讨论教育考察。 */
  readonly probationer: string | null
  readonly quorumReached: boolean
  /** 到会有表决权的人数,无记名表决时用。 */
  readonly votingPresent: number
  createId(): string
}
export type ComposedText = Pick<MeetingFields, 'topics' | 'content' | 'resolutions'> & { readonly votes?: MeetingFields['votes'] }

/** 无记名表决:到会有表决权的人人一票,一人弃权,其余赞成。 */
const secretBallot = (kind: Vote['kind'], subject: string, present: number): Vote => ({ kind, subject, isSecret: true, issued: present, returned: present, approve: present - 1, against: 0, abstain: 1, invalid: 0, writtenApprove: 0, writtenAgainst: 0, writtenAbstain: 0 })

const turnTo = <T>(items: readonly T[], turn: number): T => {
  const item = items[turn % items.length]
  if (item === undefined) throw new Error('an empty list of texts')
  return item
}
const topic = (title: string, kind: TopicKind, isFirstTopic = false): Topic => ({ title, kind, isFirstTopic, publishedOn: null, leader: '' })

/** 议题、正文、决议:按类型从文字库里取,同一支部相邻几次不重样。 */
export const composeMeeting = (request: ComposeRequest, random: SeededRandom): ComposedText => {
  const { day, order, turn, speakers } = request
  const month = Number(day.slice(5, 7)) - 1
  const subject = turnTo(turnTo(studySubjects, month), order + turn)
  const matter = turnTo(workMatters[request.category], request.meetingType === 'group_meeting' ? order * 3 + month * 3 + request.groupIndex : order * 3 + turn)
  const study = random.pick(paragraphs.study)(subject, speakers)
  const matterText = random.pick(paragraphs.matter)(matter, speakers)
  const resolution = (text: string, owner: string, days: number): MeetingFields['resolutions'][number] => ({ itemId: request.createId(), kind: 'resolution', problem: '', text, owner, dueOn: addDays(day, days) })

  switch (request.meetingType) {
    case 'general_meeting': {
      const quarter = quarterOf(day)
      // 报告里讲的短板与专题讨论的不是同一件事。
      const reported = turnTo(workMatters[request.category], order * 3 + turn + 4)
      const report = request.hasCommittee ? topicTitles.report(quarter) : topicTitles.secretaryReport(quarter)
      const topics = [topic(topicTitles.study(subject), 'study', true), topic(report, 'report'), topic(topicTitles.matter(matter), 'other')]
      const parts: string[] = [study, random.pick(paragraphs.report)(reported, speakers), matterText]
      const decisions: string[] = []
      if (request.admitted !== null) {
        topics.push(topic(topicTitles.admission(request.admitted), 'admission'))
        parts.push(paragraphs.admitted(speakers, request.admitted))
        decisions.push(topicTitles.admissionDecision(request.admitted))
      } else if (request.probationer !== null && quarter === 3) {
        topics.push(topic(topicTitles.education, 'other'))
        parts.push(paragraphs.education(speakers, request.probationer))
      }
      if (request.confirmed !== null) {
        topics.push(topic(topicTitles.confirmation(request.confirmed), 'confirmation'))
        parts.push(paragraphs.confirmed(speakers, request.confirmed))
        decisions.push(topicTitles.confirmationDecision(request.confirmed))
      }
      if (quarter === 2 && request.admitted === null && request.confirmed === null) {
        topics.push(topic(topicTitles.commendation, 'commendation'))
        parts.push(paragraphs.commendation)
      }
      if (!request.quorumReached) return { topics, content: [...parts, random.pick(paragraphs.notVoted)].join('\n'), resolutions: [] }
      parts.push(random.pick(paragraphs.voted), random.pick(paragraphs.closing)(speakers))
      const votes = [...(request.admitted === null ? [] : [secretBallot('admission', request.admitted, request.votingPresent)]), ...(request.confirmed === null ? [] : [secretBallot('confirmation', request.confirmed, request.votingPresent)])]
      return { topics, votes, content: parts.join('\n'), resolutions: [...decisions.map((text) => resolution(text, speakers.host, 30)), resolution(matter.measure, speakers.first, 30)] }
    }
    case 'committee_meeting': {
      const partyMatter = turnTo(turnTo(monthlyPartyMatters, month), order + turn)
      return {
        topics: [topic(topicTitles.study(subject), 'study', true), topic(partyMatter.topic, 'other'), topic(topicTitles.matterForCommittee(matter), 'other')],
        content: [study, partyMatter.text, matterText, random.pick(paragraphs.closing)(speakers)].join('\n'),
        resolutions: [resolution(partyMatter.measure, speakers.second, 20), resolution(matter.measure, speakers.host, 30)],
      }
    }
    case 'group_meeting': {
      const exchange = turnTo(groupExchanges, order * 5 + month * 3 + request.groupIndex)
      // 各组隔月轮着讨论中心工作,月份与组别错开。
      const withMatter = (month + request.groupIndex) % 2 === 0
      return {
        topics: [topic(topicTitles.study(subject), 'study'), topic(withMatter ? topicTitles.groupMatter(matter) : topicTitles.groupExchange, 'other')],
        content: [study, random.pick(paragraphs.group)(exchange, speakers), ...(withMatter ? [matterText] : [])].join('\n'),
        resolutions: withMatter ? [resolution(matter.measure, speakers.host, 25)] : [],
      }
    }
    case 'party_lecture': {
      const lecture = turnTo(lectures, order * 3 + turn)
      return { topics: [topic(topicTitles.lecture(lecture), 'study')], content: random.pick(paragraphs.lecture)(lecture, speakers), resolutions: [] }
    }
    case 'theme_day': {
      const activity = turnTo(turnTo(themeDays, month), order + turn)
      return { topics: [topic(activity.title, 'other')], content: random.pick(paragraphs.themeDay)(activity, speakers), resolutions: [resolution(activity.measure, speakers.first, 28)] }
    }
  }
}
