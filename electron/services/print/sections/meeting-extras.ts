import { appraisalGrades, voteKinds } from '../../../../shared/data/code-tables/meeting-parts.ts'
import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { handbookPrintText } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { MeetingType } from '../../../../shared/model/meeting.ts'
import type { VolumeBlock, VolumeColumn } from '../../../../shared/model/volume.ts'
import { voteOutcome } from '../../../domain/meetings/vote-outcome.ts'
import type { MeetingRecord } from '../../../store/repos/meeting-repo.ts'

const text = handbookPrintText.meeting
type Table = Extract<VolumeBlock, { readonly kind: 'table' }>

const columns = (...given: readonly (readonly [label: string, width: number, align?: 'left'])[]): VolumeColumn[] => given.map(([label, width, align]) => ({ label, width, ...(align === undefined ? {} : { align }) }))
const VOTE_COLUMNS = columns([text.vote.subject, 44, 'left'], [text.vote.kind, 22], [text.vote.issued, 12], [text.vote.returned, 12], [text.vote.approve, 12], [text.vote.against, 12], [text.vote.abstain, 12], [text.vote.invalid, 12], [text.vote.outcome, 24])
const PROBLEM_COLUMNS = columns([text.problem.target, 26], [text.problem.problem, 100, 'left'], [text.problem.source, 36])
const CRITICISM_COLUMNS = columns([text.criticism.critic, 24], [text.criticism.criticised, 24], [text.criticism.opinion, 114, 'left'])
const APPRAISAL_COLUMNS = columns([text.appraisal.name, 18], [text.appraisal.selfNote, 34, 'left'], [text.appraisal.excellent, 10], [text.appraisal.qualified, 10], [text.appraisal.basic, 10], [text.appraisal.unqualified, 13], [text.appraisal.grade, 12], [text.appraisal.opinion, 35, 'left'], [text.appraisal.signature, 20])
const DEBRIEF_COLUMNS = columns([text.debrief.name, 22], [text.debrief.good, 12], [text.debrief.fair, 12], [text.debrief.average, 12], [text.debrief.poor, 12], [text.debrief.comment, 48, 'left'], [text.debrief.problem, 44, 'left'])

const titled = (title: string, table: Table): VolumeBlock[] => [{ kind: 'subtitle', text: title }, table]
const filled = (title: string, tableColumns: readonly VolumeColumn[], rows: readonly (readonly string[])[]): VolumeBlock[] => (rows.length === 0 ? [] : titled(title, { kind: 'table', columns: tableColumns, rows }))

/** 一份记录里各类会特有的几块:表决、查摆、批评、评议、述职。没有内容的不印。 */
export const meetingExtras = ({ fields, counts }: MeetingRecord): VolumeBlock[] => [
  ...filled(
    text.votes,
    VOTE_COLUMNS,
    fields.votes.map((vote) => {
      const { canHold, passed } = voteOutcome(fields.meetingType, vote, counts)
      const written = vote.writtenApprove + vote.writtenAgainst + vote.writtenAbstain
      const kind = fields.meetingType === 'committee_meeting' ? text.committee : nameOf(voteKinds, vote.kind)
      return [
        written === 0 ? vote.subject : `${vote.subject}（${text.vote.written} ${vote.writtenApprove}/${vote.writtenAgainst}/${vote.writtenAbstain}）`,
        kind,
        ...[vote.issued, vote.returned, vote.approve, vote.against, vote.abstain, vote.invalid].map(String),
        canHold ? (passed ? text.vote.passed : text.vote.notPassed) : text.vote.cannotHold,
      ]
    }),
  ),
  ...filled(
    text.problems,
    PROBLEM_COLUMNS,
    fields.problems.map(({ target, problem, source }) => [target, problem, source]),
  ),
  ...filled(
    text.criticisms,
    CRITICISM_COLUMNS,
    fields.criticisms.map(({ critic, criticised, opinion }) => [critic, criticised, opinion]),
  ),
  ...filled(
    text.appraisals,
    APPRAISAL_COLUMNS,
    fields.appraisals.map((row) => [row.name, [row.selfNote, row.peerNote].filter((part) => part !== '').join('；'), ...[row.excellentVotes, row.qualifiedVotes, row.basicVotes, row.unqualifiedVotes].map(String), row.grade === '' ? handbookPrintText.empty : nameOf(appraisalGrades, row.grade), row.opinion, '']),
  ),
  ...filled(
    text.debriefs,
    DEBRIEF_COLUMNS,
    fields.debriefs.map((row) => [row.name, ...[row.goodVotes, row.fairVotes, row.averageVotes, row.poorVotes].map(String), row.comment, row.problem]),
  ),
]

const BLANK_ROWS = { votes: 3, problems: 5, criticisms: 6, appraisals: 14, debriefs: 3 }
const blank = (title: string, tableColumns: readonly VolumeColumn[], blankRows: number, names: readonly string[] = []): VolumeBlock[] =>
  titled(title, { kind: 'table', columns: tableColumns, rows: names.map((name) => [name, ...tableColumns.slice(1).map(() => '')]), blankRows: Math.max(0, blankRows - names.length), emptyWord: '' })

/** 各类会空白表里特有的几块;没有列出的没有。 */
const BLANK: Partial<Readonly<Record<MeetingType, (names: readonly string[]) => VolumeBlock[]>>> = {
  general_meeting: () => blank(text.votes, VOTE_COLUMNS, BLANK_ROWS.votes),
  committee_meeting: () => blank(text.votes, VOTE_COLUMNS, BLANK_ROWS.votes),
  organisational_life: () => [...blank(text.problems, PROBLEM_COLUMNS, BLANK_ROWS.problems), ...blank(text.criticisms, CRITICISM_COLUMNS, BLANK_ROWS.criticisms)],
  democratic_appraisal: (names) => blank(text.appraisals, APPRAISAL_COLUMNS, BLANK_ROWS.appraisals, names),
  debriefing: () => blank(text.debriefs, DEBRIEF_COLUMNS, BLANK_ROWS.debriefs),
}
/** @param names 半填的民主评议先印上的姓名;不印为空。 */
export const blankExtras = (type: MeetingType, names: readonly string[]): VolumeBlock[] => BLANK[type]?.(names) ?? []
