import { handbookPrintText as text, printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeSectionTitles } from '../../../../shared/i18n/zh-CN/volume-sections.ts'
import type { MeetingType } from '../../../../shared/model/meeting.ts'
import type { SectionKey } from '../../../../shared/model/volume-sections.ts'
import { createMeetingAttachmentRepo } from '../../../store/repos/meeting-attachment-repo.ts'
import { createMeetingRepo, type MeetingRecord } from '../../../store/repos/meeting-repo.ts'
import type { ExportSheet } from '../../export/export-sheet.ts'
import { blankExtras, meetingExtras } from './meeting-extras.ts'
import { blankMeetingLeaf, meetingLeaf, referenceLeaves } from './meeting-leaf.ts'
import type { SectionFactory } from './section.ts'

/** 封存的表格:一份记录一行(ux d.4)。 */
const sheetOf = (name: string, records: readonly MeetingRecord[]): ExportSheet => {
  const t = text.meeting
  return {
    name,
    columns: [
      { heading: t.no, kind: 'text', width: 38 },
      { heading: t.title, kind: 'text', width: 30 },
      { heading: t.time, kind: 'text', width: 18 },
      { heading: t.place, kind: 'text', width: 16 },
      { heading: t.host, kind: 'text' },
      { heading: t.recorder, kind: 'text' },
      { heading: t.due, kind: 'number', width: 8 },
      { heading: t.present, kind: 'number', width: 8 },
      { heading: t.absentees, kind: 'text', width: 30 },
      { heading: t.topics, kind: 'text', width: 40 },
      { heading: t.content, kind: 'text', width: 60 },
      { heading: t.resolutions, kind: 'text', width: 40 },
    ],
    rows: records.map(({ id, fields, counts }) => [
      id,
      fields.title,
      fields.startAt,
      fields.place,
      fields.host,
      fields.recorder,
      counts.due,
      counts.present,
      fields.attendance.filter(({ status }) => status !== 'present').map(({ name: person }) => person).join('、'),
      fields.topics.map(({ title }) => title).join('\n'),
      fields.content,
      fields.resolutions.map((resolution) => `${resolution.text}（${resolution.owner || text.empty}，${printedDay(resolution.dueOn)}）`).join('\n'),
    ]),
  }
}

/** 封存的文件名里,会议名称至多这么长。 */
const TITLE_IN_NAME = 20

/** 各类会议印在哪一节。 */
const SECTION_OF: Readonly<Record<MeetingType, SectionKey>> = { general_meeting: 'general_meeting', committee_meeting: 'committee_meeting', group_meeting: 'group_meeting', party_lecture: 'party_lecture', theme_day: 'theme_day', organisational_life: 'life_meeting', democratic_appraisal: 'appraisal', debriefing: 'report_review', other_meeting: 'other_meeting' }

/** 全体党员参加的:半填的空白表先印名册。 */
const WITH_ROSTER: readonly MeetingType[] = ['general_meeting', 'organisational_life', 'democratic_appraisal', 'debriefing']

/** 一类会议:一份记录一张,按日期;主类型在别处的只列「见某节」。 */
export const meetingSection =
  (type: MeetingType): SectionFactory =>
  ({ store }) => {
    const repo = createMeetingRepo(store.db)
    const files = createMeetingAttachmentRepo(store.db)
    const key = SECTION_OF[type]
    const title = volumeSectionTitles[key]
    const recordsOf = (branchId: string, year: number) => repo.rowsForHandbook(branchId, year)
    const main = (records: readonly MeetingRecord[]) => records.filter(({ fields }) => fields.meetingType === type)
    return {
      key,
      whenEmpty: type === 'other_meeting' ? 'omit' : 'none',
      collect: ({ branchId, year }) => {
        const records = recordsOf(branchId, year)
        const elsewhere = records.filter(({ fields }) => fields.meetingType !== type && fields.alsoTypes.includes(type))
        return [...main(records).map((record) => meetingLeaf(key, record, title, meetingExtras(record))), ...referenceLeaves(key, elsewhere, ({ meetingType }) => volumeSectionTitles[SECTION_OF[meetingType]])]
      },
      blank: ({ roster }, { filled }) => {
        const names = filled && WITH_ROSTER.includes(type) ? roster.map(({ name }) => name) : []
        return [blankMeetingLeaf(key, type, names, blankExtras(type, names))]
      },
      // 文件夹里先后照日期,前面编号:同名的几份也不会互相盖掉。
      attachments: ({ branchId, year }) =>
        files
          .ofYear(branchId, year)
          .map((file, index) => ({ ...file, name: `${String(index + 1).padStart(3, '0')} ${file.day} ${file.title.slice(0, TITLE_IN_NAME)} ${file.fileName}` }))
          .filter(({ meetingType }) => meetingType === type),
      sheets: ({ branchId, year }) => {
        const records = main(recordsOf(branchId, year))
        return records.length === 0 ? [] : [sheetOf(title, records)]
      },
    }
  }
