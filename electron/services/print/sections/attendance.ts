import { handbookPrintText } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import { volumeSectionTitles as titles } from '../../../../shared/i18n/zh-CN/volume-sections.ts'
import { isCounted } from '../../../domain/meetings/counted-states.ts'
import { createMeetingRepo } from '../../../store/repos/meeting-repo.ts'
import { leafOf, type SectionFactory, type VolumeYear } from './section.ts'

const DATES = 23
const [NAME, COUNT] = [24, 8]
const USABLE = 238

/** 出勤统计:党员 × 会议,由记录自动得出;二十三次一张,全年合计在最后一张(ux P-25)。 */
export const attendanceSection: SectionFactory = ({ store }) => {
  const repo = createMeetingRepo(store.db)
  const t = text.attendance
  const table = ({ branchId, year, roster }: VolumeYear) => {
    const records = repo
      .rowsForHandbook(branchId, year)
      .filter(({ state }) => isCounted(state))
      .toSorted((a, b) => a.fields.startAt.localeCompare(b.fields.startAt) || a.id.localeCompare(b.id))
    const named = new Map(roster.map(({ memberId, name }) => [memberId, name]))
    for (const { fields } of records) for (const { memberId, name } of fields.attendance) if (!named.has(memberId)) named.set(memberId, name)
    const statuses = records.map(({ fields }) => new Map(fields.attendance.map(({ memberId, status }) => [memberId, status])))
    return {
      dates: records.map(({ fields }) => t.date(fields.startAt.slice(5, 10))),
      people: [...named].map(([memberId, name]) => {
        const own = statuses.map((status) => status.get(memberId))
        const due = own.filter((status) => status !== undefined).length
        const present = own.filter((status) => status === 'present').length
        return { name, marks: own.map((status) => (status === undefined ? '' : handbookPrintText.attendanceMark[status])), counts: [String(due), String(present), due === 0 ? '' : String(Math.round((present * 100) / due))] }
      }),
    }
  }
  return {
    key: 'attendance',
    whenEmpty: 'omit',
    collect: (year) => {
      const { dates, people } = table(year)
      const parts = Math.ceil(dates.length / DATES)
      return Array.from({ length: parts }, (_unused, part) => {
        const last = part === parts - 1
        const shown = dates.slice(part * DATES, (part + 1) * DATES)
        const counts = last ? [t.due, t.present, t.rate] : []
        // 最后一张没满的,空着的几列留给以后的会手填;各列也就不忽宽忽窄。
        const empty = Array.from({ length: DATES - shown.length }, () => '')
        const width = (USABLE - NAME - counts.length * COUNT) / DATES
        return leafOf({
          key: `attendance/${part + 1}`,
          rotated: true,
          onBack: part > 0,
          title: part === 0 ? '' : `${titles.attendance}${text.continued}`,
          blocks: [
            {
              kind: 'table',
              columns: [{ label: t.name, width: NAME }, ...[...shown, ...empty].map((label) => ({ label, width })), ...counts.map((label) => ({ label, width: COUNT }))],
              rows: people.map((person) => [person.name, ...person.marks.slice(part * DATES, (part + 1) * DATES), ...empty, ...(last ? person.counts : [])]),
            },
            { kind: 'note', text: t.legend },
          ],
        })
      })
    },
    // 表格文件不分张:一行一个人,一年的会都在一张表里。
    sheets: (year) => {
      const { dates, people } = table(year)
      if (dates.length === 0) return []
      const column = (heading: string, width: number) => ({ heading, kind: 'text' as const, width })
      return [{ name: titles.attendance, columns: [column(t.name, 12), ...[...dates, t.due, t.present, t.rate].map((heading) => column(heading, 8))], rows: people.map(({ name, marks, counts }) => [name, ...marks, ...counts]) }]
    },
  }
}
