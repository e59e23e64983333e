import { nameOf } from '../../../../shared/data/code-tables/code-table.ts'
import { memberTypes } from '../../../../shared/data/code-tables/member-types.ts'
import { transferDirections, transferScopes, transferStates } from '../../../../shared/data/code-tables/transfers.ts'
import { volumeText as text } from '../../../../shared/i18n/zh-CN/volume.ts'
import { createTransferRepo } from '../../../store/repos/transfer-repo.ts'
import { tableSection, type SectionFactory } from './section.ts'

/** 党员进出登记:当年开具、转入的介绍信(ux P-08)。 */
export const transfersSection: SectionFactory = ({ store, ports }) => {
  const repo = createTransferRepo(store.db, ports.ids.next)
  const t = text.transfers
  return tableSection({
    key: 'transfers',
    onBack: true,
    whenEmpty: 'none',
    rowHeight: 10,
    blankRows: 20,
    columns: [
      { label: t.direction, width: 14 },
      { label: t.name, width: 22 },
      { label: t.memberType, width: 20 },
      { label: t.other, width: 44 },
      { label: t.scope, width: 20 },
      { label: t.issued, width: 22 },
      { label: t.state, width: 20 },
    ],
    rows: ({ branchId, year }) =>
      repo
        .list({ branchIds: [branchId], direction: null, openOnly: false })
        .filter((letter) => letter.year === year && letter.state !== 'draft')
        .toReversed()
        .map(({ direction, fields, state }) => [nameOf(transferDirections, direction), fields.name, nameOf(memberTypes, fields.memberType), direction === 'out' ? fields.toName : fields.fromName, nameOf(transferScopes, fields.scope), fields.issuedOn ?? '', nameOf(transferStates, state)]),
  })
}
