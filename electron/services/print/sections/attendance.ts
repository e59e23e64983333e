import { handbookPrintText } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import { isCounted } from '../../../domain/meetings/counted-states.ts'
import { createMeetingRepo } from '../../../store/repos/meeting-repo.ts'
import { leafOf, type SectionFactory, type VolumeYear } from './section.ts'

const DATES = 23
const [NAME, DATE, COUNT] = [24, 8, 8]
const USABLE = 238

/** 出勤统计:党员 × 会议,由记录自动得出;二十三次一张(ux P-25)。 */
export const attendanceSection: SectionFactory = ({ store }) => {
  const repo = createMeetingRepo(store.db)
  const t = text.attendance
  const leaves = ({ branchId, year, roster }: VolumeYear) => {
    const records = repo
      .rowsForHandbook(branchId, year)
      .filter(({ state }) => isCounted(state))
      .toSorted((a, b) => a.fields.startAt.localeCompare(b.fields.startAt) || a.id.localeCompare(b.id))
    const named = new Map(roster.map(({ memberId, name }) => [memberId, name]))
    for (const { fields } of records) for (const { memberId, name } of fields.attendance) if (!named.has(memberId)) named.set(memberId, name)
    return Array.from({ length: Math.ceil(records.length / DATES) }, (_unused, part) => {
      const shown = records.slice(part * DATES, (part + 1) * DATES)
      const last = (part + 1) * DATES >= records.length
      const spare = USABLE - NAME - shown.length * DATE - COUNT * 3
      const columns = [{ label: t.name, width: NAME + spare }, ...shown.map(({ fields }) => ({ label: t.date(fields.startAt.slice(5, 10)), width: DATE })), ...[t.due, t.present, t.rate].map((label) => ({ label, width: COUNT }))]
      const rows = [...named].map(([memberId, name]) => {
        const own = records.flatMap(({ fields }) => fields.attendance.filter((person) => person.memberId === memberId))
        const present = own.filter(({ status }) => status === 'present').length
        const marks = shown.map(({ fields }) => {
          const status = fields.attendance.find((person) => person.memberId === memberId)?.status
          return status === undefined ? '' : handbookPrintText.attendanceMark[status]
        })
        return [name, ...marks, ...(last ? [String(own.length), String(present), own.length === 0 ? '' : String(Math.round((present * 100) / own.length))] : ['', '', ''])]
      })
      return leafOf({ key: `attendance/${part + 1}`, rotated: true, onBack: part > 0, blocks: [{ kind: 'table', columns, rows }, { kind: 'note', text: t.legend }] })
    })
  }
  return { key: 'attendance', whenEmpty: 'omit', collect: leaves }
}
