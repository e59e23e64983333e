import { stepEntry } from '../../../shared/data/code-tables/development-steps.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { transferStates } from '../../../shared/data/code-tables/transfers.ts'
import { handbookPrintText, printedDay } from '../../../shared/i18n/zh-CN/handbook-print.ts'
import { volumesText } from '../../../shared/i18n/zh-CN/volumes.ts'
import { volumeSectionTitles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import type { VolumeBlock, VolumePrintModel, VolumeSection } from '../../../shared/model/volume.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createFollowUpRepo } from '../../store/repos/follow-up-repo.ts'
import { createMeetingRepo } from '../../store/repos/meeting-repo.ts'
import { createTransferRepo } from '../../store/repos/transfer-repo.ts'
import { createYearNorms } from '../meetings/year-norms.ts'
import { leafOf, type VolumeYear } from '../print/sections/section.ts'
import type { VolumeContent } from '../print/volume-content.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const t = volumesText.handover
/** 预备期一年,自支部大会通过之日起(发展党员工作细则第三十二条)。 */
const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
const periodWord = (period: string): string =>
  period.length === 4 ? t.wholeYear : period.includes('Q') ? t.quarter(Number(period.slice(-1))) : period.includes('H') ? t.half(Number(period.slice(-1))) : t.month(Number(period.slice(5)))
const table = (widths: readonly number[], labels: readonly string[], rows: readonly (readonly string[])[]): VolumeBlock => ({ kind: 'table', columns: labels.map((label, index) => ({ label, width: widths[index] ?? 0, ...(index === 1 ? { align: 'left' as const } : {}) })), rows, emptyWord: t.none })

/** 上次登记打印以来。 */
interface Printed {
  readonly printedOn: string
  readonly pages: number
  readonly changed: number
}

/** 交接清单:换书记时一页页念给接手的人听的东西(手册使用规则:工作变动要移交)。 */
export const createHandoverPack = (scope: WorkspaceScope, content: VolumeContent) => {
  const { db } = scope.store
  const meetings = createMeetingRepo(db)
  const transfers = createTransferRepo(db, scope.ports.ids.next)
  const development = createDevelopmentRepo(db)
  const followUps = createFollowUpRepo(db, scope.ports.ids.next)
  const yearNorms = createYearNorms(scope.store)

  const openItems = ({ branchId, year, day }: VolumeYear): readonly (readonly string[])[] => {
    const drafts = meetings.rowsForHandbook(branchId, year).filter(({ state }) => state === 'draft' || state === 'returned')
    const letters = transfers.list({ branchIds: [branchId], direction: null, openOnly: true })
    const people = development.inBranches([branchId], false, day)
    const steps = development.stepsOf(people.map(({ id }) => id))
    const items = followUps.list([branchId], { state: 'open', year: null }, day)
    return [
      ...items.map(({ dueOn, extendedTo, text, owner }) => [extendedTo ?? dueOn ?? '', text, t.followUp(owner)]),
      ...drafts.map(({ fields, state }) => [fields.startAt.slice(0, 10), state === 'returned' ? t.returned(fields.title) : t.draft(fields.title), nameOf(meetingTypes, fields.meetingType)]),
      ...letters.map(({ fields, state }) => [fields.issuedOn ?? '', t.transfer(fields.name), nameOf(transferStates, state)]),
      ...people.map(({ id, fields }) => {
        const last = (steps.get(id) ?? []).findLast(({ state }) => state === 'done')
        return [last?.fields.doneOn ?? '', t.development(fields.name), last === undefined ? '' : t.developmentStep(stepEntry(last.step).name)]
      }),
    ]
  }
  const missing = ({ branchId, year, day }: VolumeYear): readonly (readonly string[])[] =>
    yearNorms.of(branchId, year, day).flatMap((norm) =>
      norm.periods.filter(({ state }) => state === 'overdue' || state === 'due').map(({ period, required, done, dueDay }) => [dueDay, `${nameOf(normActivities, norm.activity)}${norm.partyGroupName === '' ? '' : `（${norm.partyGroupName}）`}`, `${periodWord(period)}${t.lack} ${t.times(required - done)}`]),
    )
  const dates = ({ branch, roster }: VolumeYear): readonly (readonly string[])[] =>
    [
      ...(branch.termDue === null ? [] : [[branch.termDue, t.termDue, '']]),
      ...roster.flatMap(({ name, memberType, joinedOn }) => (memberType === 'probationary' && joinedOn !== null && joinedOn.length === 10 ? [[nextYear(joinedOn), t.probationEnds(name), '']] : [])),
    ].toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''))
  const items = ({ year }: VolumeYear, sections: readonly VolumeSection[], pages: number | null): readonly (readonly string[])[] =>
    [
      [t.volume(year), pages === null ? '' : handbookPrintText.pageCount(pages), ''],
      ...sections.filter(({ leaves }) => leaves.some(({ contentsTitle }) => contentsTitle !== '')).map(({ key, leaves }) => [volumeSectionTitles[key], t.copies(leaves.length), '']),
      ...[t.backup, t.passwords, t.seal].map((name) => [name, '', '']),
    ].map((cells, index) => [String(index + 1), ...cells])

  return (year: VolumeYear, sections: readonly VolumeSection[], printed: Printed | null): VolumePrintModel => {
    const { branch, roster } = year
    const full = roster.filter(({ memberType }) => memberType === 'full').length
    const blocks: readonly VolumeBlock[] = [
      {
        kind: 'fields',
        widths: [28, 53, 28, 53],
        rows: [
          [handbookPrintText.basics.name, branch.name],
          [t.secretary, branch.secretaryName || handbookPrintText.empty, t.members, t.memberValue(full, roster.length - full)],
          [t.term, branch.termFrom === null ? handbookPrintText.empty : handbookPrintText.basics.termValue(printedDay(branch.termFrom), printedDay(branch.termDue))],
          [t.printed, printed === null ? t.neverPrinted : t.printedValue(printedDay(printed.printedOn), printed.pages, printed.changed)],
        ],
      },
      { kind: 'subtitle', text: t.dates },
      table([26, 84, 52], [t.day, t.matter, t.state], dates(year)),
      { kind: 'subtitle', text: t.open },
      table([26, 84, 52], [t.day, t.matter, t.state], openItems(year)),
      { kind: 'subtitle', text: t.missing },
      table([26, 84, 52], [t.day, t.activity, t.lack], missing(year)),
      { kind: 'subtitle', text: t.items },
      table([14, 82, 30, 36], [handbookPrintText.roster.no, t.item, t.count, t.note], items(year, sections, printed?.pages ?? null)),
      { kind: 'signatures', places: t.signedList },
      { kind: 'seal', caption: t.sealNote },
    ]
    return { ...content.frame(year, 'section'), documentTitle: `${t.title} ${branch.name}`, front: { cover: false, contents: null, changes: null }, sections: [{ key: 'handover', heading: t.title, leaves: [leafOf({ key: 'handover-pack', blocks })] }], layout: null }
  }
}
