import { createHash } from 'node:crypto'
import { absenceReasons } from '../../../../shared/data/code-tables/absence-reasons.ts'
import { exclusionGrounds, lecturerIdentities, reviewGrades, themeForms } from '../../../../shared/data/code-tables/meeting-parts.ts'
import { meetingTypes } from '../../../../shared/data/code-tables/meeting-types.ts'
import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { handbookPrintText as text, printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import type { AttendanceRow, MeetingFields, MeetingType } from '../../../../shared/model/meeting.ts'
import type { Topic } from '../../../../shared/model/meeting-parts.ts'
import { localTime } from '../../../../shared/util/local-time.ts'
import type { FieldRow, VolumeBlock, VolumeLeaf } from '../../../../shared/model/volume.ts'
import { canonicalJson } from '../../../domain/scoring/canonical-json.ts'
import type { MeetingRecord } from '../../../store/repos/meeting-repo.ts'
import { leafOf } from './section.ts'

/** 签名格的下限:党员大会二十人,其余八人(ux c.4)。 */
const SIGN_PLACES = 20
const SMALL_SIGN_PLACES = 8
/** 空白表里供手写的行数:正反两面正好;后面另有几张表的少几行,免得签字单独落到第三面。 */
const CONTENT_LINES = 20
const OWN_CONTENT_LINES: Partial<Readonly<Record<MeetingType, number>>> = { general_meeting: 24, organisational_life: 14, democratic_appraisal: 14 }
const RESOLUTION_ROWS = 2
const WIDTHS = [24, 62, 22, 54] as const

/** 八位校验码:记录内容摘要的前八位,纸面上的与库里的可以对照。 */
export const checkCode = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 8)
/** 记录编号:标识的末八位。前几位是记下的时刻,同一阵子记的全都一样,认不出是哪一份。 */
const recordNumber = (id: string): string => id.slice(-8)
export const paragraphsOf = (content: string): readonly string[] => content.split('\n').filter((line) => line.trim() !== '')

const absence = (person: AttendanceRow): string => `${person.name}（${[person.reason === '' ? '' : nameOf(absenceReasons, person.reason), person.reasonNote].filter((part) => part !== '').join('，') || text.empty}）`

const resolutionColumns = [
  { label: text.roster.no, width: 12 },
  { label: text.meeting.resolutions, width: 94, align: 'left' as const },
  { label: text.meeting.owner, width: 24 },
  { label: text.meeting.dueOn, width: 32 },
]

/** 第一议题另注发布日期、领学人。 */
const firstTopic = ({ isFirstTopic, publishedOn, leader }: Topic): string => (isFirstTopic ? `（${[text.meeting.firstTopic, publishedOn === null ? '' : printedDay(publishedOn), leader].filter((part) => part !== '').join('，')}）` : '')
const sittingLine = ({ attendance }: MeetingFields, { startAt, endAt, place }: MeetingFields['sittings'][number], index: number): string => {
  const people = attendance.filter(({ sitting, status }) => status === 'present' && sitting === index + 1).map(({ name }) => name)
  return text.meeting.sitting(index + 2, printedDay(startAt.slice(0, 10)), startAt.slice(11), endAt?.slice(11) ?? '', place || text.empty, people.join('、'))
}
/** 上级的意见与等次;没有审阅过的不占地方。 */
const reviewBlocks = ({ review }: MeetingRecord): VolumeBlock[] =>
  review.reviewedAt === null ? [] : [{ kind: 'fields', widths: [34, 128, 0, 0], rows: [[text.meeting.review, [review.opinion, text.meeting.reviewed(review.grade === '' ? '' : nameOf(reviewGrades, review.grade), printedDay(localTime(review.reviewedAt).slice(0, 10)))].filter((part) => part !== '').join('\n')]] }]

/** 附件只印名称;没有的不占地方。 */
const attachmentBlocks = ({ attachmentNames }: MeetingRecord): VolumeBlock[] => (attachmentNames.length === 0 ? [] : [{ kind: 'fields', widths: [34, 128, 0, 0], rows: [[text.meeting.attachments, attachmentNames.join('、')]] }])

/** 一份会议或活动记录的各块,与录入表单同序;extra 是本类型自己的几块(票决、查摆问题、整改),排在决议之前。 */
export const meetingBlocks = (record: MeetingRecord, extra: readonly VolumeBlock[] = []): readonly VolumeBlock[] => {
  const t = text.meeting
  const { fields, counts, quorum } = record
  const { meetingType } = fields
  const end = fields.endAt === null ? '' : fields.endAt.slice(11)
  const general = meetingType === 'general_meeting'
  const reached = quorum.rule === 'none' ? '' : `　${quorum.reached ? t.quorumReached : t.quorumMissing(Math.max(0, quorum.needed - quorum.present))}`
  const absent = fields.attendance.filter(({ status }) => status !== 'present')
  const excluded = fields.attendance.filter(({ exclusion }) => exclusion !== '')
  const types = [meetingType, ...fields.alsoTypes]
  const rows: readonly FieldRow[] = [
    [t.time, `${printedDay(fields.startAt.slice(0, 10))} ${t.timeRange(fields.startAt.slice(11), end)}`, t.place, fields.place || text.empty],
    [t.host, fields.host || text.empty, t.recorder, fields.recorder || text.empty],
    ...(types.includes('party_lecture') ? [[t.lecturer, [fields.lecturer || text.empty, fields.lecturerIdentity === '' ? '' : nameOf(lecturerIdentities, fields.lecturerIdentity)].filter((part) => part !== '').join('，')] as const] : []),
    ...(fields.themeForm === '' ? [] : [[t.themeForm, nameOf(themeForms, fields.themeForm)] as const]),
    ...(fields.alsoTypes.length === 0 ? [] : [[t.also, fields.alsoTypes.map((type) => nameOf(meetingTypes, type)).join('、')] as const]),
    ...(meetingType === 'group_meeting' ? [[t.group, record.partyGroupName || text.empty] as const] : []),
    ...(fields.observers === '' ? [] : [[t.observers, fields.observers] as const]),
    ...(fields.leadersAttended === '' ? [] : [[t.leaders, fields.leadersAttended] as const]),
    ...(fields.studyMinutes === null ? [] : [[t.studyHours, t.hours(fields.studyMinutes)] as const]),
    [t.people, `${t.counts(counts.due, counts.present, counts.absent, counts.onLeave)}\n${t.voting(counts.votingDue, counts.votingPresent)}${reached}`],
    ...(fields.sittings.length === 0 ? [] : [[t.sittings, fields.sittings.map((sitting, index) => sittingLine(fields, sitting, index)).join('\n')] as const]),
    ...(excluded.length === 0 ? [] : [[t.exclusions, excluded.map(({ name, exclusion, exclusionNote }) => t.exclusion(name, nameOf(exclusionGrounds, exclusion), exclusionNote)).join('\n')] as const]),
  ]
  return [
    { kind: 'fields', widths: WIDTHS, rows },
    { kind: 'sign_grid', title: `${t.signIn}（${t.signInLegend}）`, people: fields.attendance.map(({ name, status }) => ({ name, mark: text.attendanceMark[status] })), places: general ? SIGN_PLACES : SMALL_SIGN_PLACES },
    {
      kind: 'fields',
      widths: [34, 128, 0, 0],
      rows: [
        [t.absentees, absent.length === 0 ? t.noAbsentees : absent.map(absence).join('、')],
        [t.topics, fields.topics.length === 0 ? text.empty : fields.topics.map((topic, index) => `${index + 1}. ${topic.title}${firstTopic(topic)}`).join('\n')],
      ],
    },
    { kind: 'prose', label: meetingType === 'theme_day' ? t.activityContent : t.content, paragraphs: paragraphsOf(fields.content), lines: 4 },
    ...extra,
    { kind: 'table', columns: resolutionColumns, rows: fields.resolutions.map((resolution, index) => [String(index + 1), resolution.kind === 'rectification' ? t.rectification(resolution.problem, resolution.text) : resolution.text, resolution.owner || text.empty, printedDay(resolution.dueOn)]) },
    ...attachmentBlocks(record),
    ...reviewBlocks(record),
    { kind: 'signatures', places: [t.signHost, t.signRecorder] },
  ]
}

/** 一份记录一张。节以记录的主类型为准。 */
export const meetingLeaf = (section: string, record: MeetingRecord, fallbackTitle: string, extra: readonly VolumeBlock[] = []): VolumeLeaf => {
  const title = record.fields.title || fallbackTitle
  return leafOf({
    key: `${section}/${record.id}`,
    title,
    contentsTitle: `${printedDay(record.fields.startAt.slice(0, 10))}　${title}`,
    mark: record.state === 'draft' || record.state === 'returned' ? text.meeting.draft : '',
    blocks: meetingBlocks(record, extra),
    foot: [text.meeting.recordNo(recordNumber(record.id)), text.meeting.checkCode(checkCode({ id: record.id, rev: record.rev, fields: record.fields }))],
  })
}

/** 空白的记录表;半填时名册先印上。次序与录入表单一致。 */
export const blankMeetingLeaf = (section: string, meetingType: MeetingType, names: readonly string[], extra: readonly VolumeBlock[] = []): VolumeLeaf => {
  const t = text.meeting
  const general = meetingType === 'general_meeting'
  const rows: readonly FieldRow[] = [
    [t.title, ''],
    [t.time, '', t.place, ''],
    [t.host, '', t.recorder, ''],
    ...(meetingType === 'party_lecture' ? [[t.lecturer, ''] as const] : []),
    ...(meetingType === 'group_meeting' ? [[t.group, ''] as const] : []),
    [t.people, `${t.blankCounts}\n${t.blankVoting}`],
  ]
  return leafOf({
    key: section,
    blocks: [
      { kind: 'fields', widths: WIDTHS, rows },
      { kind: 'sign_grid', title: `${t.signIn}（${t.signInLegend}）`, people: names.map((name) => ({ name, mark: '' })), places: general ? SIGN_PLACES : SMALL_SIGN_PLACES },
      { kind: 'fields', widths: [34, 128, 0, 0], rows: [[t.absentees, '\n'], [t.topics, '\n']] },
      { kind: 'prose', label: meetingType === 'theme_day' ? t.activityContent : t.content, paragraphs: [], lines: OWN_CONTENT_LINES[meetingType] ?? CONTENT_LINES },
      ...extra,
      { kind: 'table', columns: resolutionColumns, rows: [], blankRows: RESOLUTION_ROWS * 2, emptyWord: '' },
      { kind: 'signatures', places: [t.signHost, t.signRecorder] },
    ],
  })
}

/** 一场活动算几类:正文印在主类型的节里,这里只列「见某节」(domain 2.4)。没有这样的活动为空。 */
export const referenceLeaves = (section: string, records: readonly { readonly fields: MeetingRecord['fields'] }[], mainSection: (record: MeetingRecord['fields']) => string): readonly VolumeLeaf[] =>
  records.length === 0
    ? []
    : [
        leafOf({
          key: `${section}/elsewhere`,
          onBack: true,
          blocks: [
            { kind: 'subtitle', text: text.meeting.elsewhere },
            {
              kind: 'table',
              columns: [
                { label: text.meeting.time, width: 34 },
                { label: text.meeting.title, width: 74, align: 'left' },
                { label: text.meeting.printedIn, width: 54 },
              ],
              rows: records.map(({ fields }) => [printedDay(fields.startAt.slice(0, 10)), fields.title, mainSection(fields)]),
            },
          ],
        }),
      ]
