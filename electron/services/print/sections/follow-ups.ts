import { followUpStates } from '../../../../shared/data/code-tables/follow-ups.ts'
import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { handbookPrintText, printedDay } from '../../../../shared/i18n/zh-CN/handbook-print.ts'
import { createFollowUpRepo } from '../../../store/repos/follow-up-repo.ts'
import { tableSection, type SectionFactory } from './section.ts'

const text = handbookPrintText.meeting

/** 一年里提出的议定事项、整改措施,办到哪一步、怎么办的(佐证);不印过没过期,免得天天都要换页。 */
export const followUpsSection: SectionFactory = ({ store, ports }) => {
  const repo = createFollowUpRepo(store.db, ports.ids.next)
  return tableSection({
    key: 'follow_ups',
    whenEmpty: 'omit',
    columns: [
      { label: text.followUps.text, width: 56, align: 'left' },
      { label: text.followUps.owner, width: 18 },
      { label: text.followUps.due, width: 22 },
      { label: text.followUps.state, width: 44, align: 'left' },
      { label: text.followUps.closed, width: 22 },
    ],
    rows: ({ branchId, year, day }) =>
      repo.list([branchId], { state: null, year }, day).map((row) => [
        row.problem === '' ? row.text : text.rectification(row.problem, row.text),
        row.owner,
        printedDay(row.extendedTo ?? row.dueOn),
        row.result === '' ? nameOf(followUpStates, row.state) : `${nameOf(followUpStates, row.state)}\n${row.result}`,
        printedDay(row.closedOn),
      ]),
  })
}
