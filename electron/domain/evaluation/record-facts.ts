import type { StudyRow } from '../../../shared/model/register.ts'
import { excellentLimit } from '../meetings/excellent-limit.ts'
import { pairOf } from '../norms/talk-periods.ts'
import type { Fact } from '../scoring/input.ts'

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)
/** 期末那天以前的日子;以后的当作还没有。 */
const by = (date: string | null, day: string): string | null => (date !== null && date <= day ? date : null)
const present = (name: string, value: string | null): Fact => (value === null ? {} : { [name]: value })

export interface FollowUpOutline {
  readonly id: string
  readonly kind: string
  readonly raisedOn: string
  /** 期限,延过的看延到哪天。 */
  readonly due: string | null
  readonly closedOn: string | null
}
/** follow_ups 表的一行;不再办的没有行。 */
export const followUpFact = ({ id, kind, raisedOn, due, closedOn }: FollowUpOutline, day: string): Fact => {
  const done = by(closedOn, day)
  return { id, date: raisedOn, kind, ...present('due', due), ...present('done', done), closed: flag(done !== null), late: flag(due !== null && done !== null && done > due), overdue: flag(due !== null && done === null && due < day) }
}

export interface TalkOutline {
  readonly id: string
  readonly kind: string
  readonly day: string
  readonly enteredOn: string
}
/** talks 表的一行:只有日子和类别,没有谈了什么、谁和谁谈。 */
export const talkFact = ({ id, kind, day, enteredOn }: TalkOutline): Fact => ({ id, date: day, kind, ...present('pair', pairOf(kind)), enteredOn })

/** study 表的一行:期末在册的一名党员,本年到期末的学时。 */
export const studyFact = ({ memberId, isLeading, meetingMinutes, trainingMinutes, requiredHours, lacksCentral, isEnough }: StudyRow, day: string): Fact => ({
  id: memberId,
  date: day,
  leading: flag(isLeading),
  minutes: meetingMinutes + trainingMinutes,
  requiredMinutes: requiredHours * 60,
  lacksCentral: flag(lacksCentral),
  met: flag(isEnough),
})

export interface RegisterOutline {
  readonly id: string
  readonly register: string
  readonly day: string
  readonly enteredOn: string
  /** 不是计划的为 null。 */
  readonly carriedOut: boolean | null
}
/** registers 表的一行:哪一种、哪天的、哪天登记的;写了什么不在里面。 */
export const registerFact = ({ id, register, day, enteredOn, carriedOut }: RegisterOutline): Fact => ({ id, date: day, register, enteredOn, ...(carriedOut === null ? {} : { carriedOut: flag(carriedOut) }) })

export interface AppraisalOutline {
  readonly id: string
  readonly meetingType: string
  readonly day: string
  readonly state: string
  readonly finishedOn: string | null
  readonly appraised: number
  readonly excellent: number
}
/** appraisals 表的一行;一两人参评的由支部掌握,不算超过。 */
export const appraisalFact = ({ id, meetingType, day, state, finishedOn, appraised, excellent }: AppraisalOutline): Fact => ({
  id,
  date: day,
  meetingType,
  state,
  finishedOn,
  appraised,
  excellent,
  excellentOver: flag(appraised >= 3 && excellent > excellentLimit(appraised)),
})

/** 上报一般最迟哪天:计划在当年 1 月 20 日,总结在次年 1 月 20 日(domain 3.3);别的没有期限。 */
const SUBMISSION_DUE: Readonly<Record<string, number>> = { year_plan: 0, year_summary: 1 }
export const submissionDue = (register: string, year: number): string | null => {
  const after = SUBMISSION_DUE[register]
  return after === undefined ? null : `${year + after}-01-20`
}
export interface SubmissionOutline {
  readonly register: string
  readonly year: number
  /** 还没报过为 none。 */
  readonly state: string
  /** 最近一次上报、头一次上报。 */
  readonly submittedOn: string | null
  readonly firstOn: string | null
  readonly returnedCount: number
}
/** submissions 表的一行。自己改了再报的照头一次的日子,退回后再报的照再报的日子。 */
export const submissionFact = ({ register, year, state, submittedOn, firstOn, returnedCount }: SubmissionOutline, due: string, day: string): Fact => {
  const reported = state === 'none' || state === 'returned' ? null : returnedCount === 0 ? firstOn : submittedOn
  const done = by(reported, day)
  return { id: `${register} ${year}`, date: due, register, due, ...present('done', done), submitted: flag(done !== null), approved: flag(done !== null && state === 'approved'), returnedCount }
}
