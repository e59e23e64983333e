import { volumeDuesText as text } from '../../../../shared/i18n/zh-CN/volume-dues.ts'
import type { LedgerCell } from '../../../../shared/model/dues.ts'
import type { VolumeBlock } from '../../../../shared/model/volume.ts'
import { plainYuan } from '../../../../shared/util/parse-yuan.ts'
import { forbiddenFor } from '../../../domain/organisation/build-forms.ts'
import { createOrganisationRepo } from '../../../store/repos/organisation-repo.ts'
import { createDuesLedgers } from '../../dues/dues-ledgers.ts'
import { leafOf, tableSection, type SectionFactory, type VolumeYear } from './section.ts'

/** 横排可用 238 毫米(ux P-20)。 */
const COLUMNS = [{ label: text.name, width: 24 }, { label: text.standard, width: 18 }, ...Array.from({ length: 12 }, (_unused, index) => ({ label: text.month(index), width: 13.75 })), { label: text.total, width: 19 }, { label: text.note, width: 12 }]

/** 一格印什么:交了的印数;没登记过的月份空着,好手写。 */
const shown = ({ state, fields }: Pick<LedgerCell, 'state' | 'fields'>, recorded: boolean): string => {
  const paidFen = fields?.paidFen ?? 0
  if (paidFen > 0) return plainYuan(paidFen)
  if (state === 'exempt') return text.exempt
  if (state === 'not_obliged') return text.elsewhere
  return state === 'unpaid' && recorded ? text.unpaid : ''
}

/** 党费收缴(P-20):一年的月登记,与屏幕上的是同一份账。临时党支部不收缴党费(支部工作条例第八条)。 */
export const duesSection: SectionFactory = (scope) => {
  const ledgers = createDuesLedgers(scope)
  const organisations = createOrganisationRepo(scope.store.db)
  const isTemporary = ({ branchId, day }: VolumeYear): boolean => forbiddenFor(organisations.buildFormOn(branchId, day)).includes('dues')
  const blocksOf = ({ branchId, year }: VolumeYear): VolumeBlock[] => {
    const { rows, months } = ledgers.ledger(branchId, year)
    if (rows.length === 0) return []
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
    const [due, paid] = [sum(rows.map(({ dueFen }) => dueFen)), sum(rows.map(({ paidFen }) => paidFen))]
    const handed = sum(ledgers.repo.handovers([branchId], `${year}-01`, `${year}-12`).map(({ amountFen }) => amountFen))
    const lines = rows.map(({ name, memberType, monthlyFen, cells, paidFen }) => [name, monthlyFen === null ? '' : plainYuan(monthlyFen), ...cells.map((cell, index) => shown(cell, months[index]?.recorded === true)), plainYuan(paidFen), memberType === 'probationary' ? text.probationary : ''])
    const totals = [text.total, '', ...months.map(({ paidFen, recorded }) => (recorded ? plainYuan(paidFen) : '')), plainYuan(paid), '']
    return [
      { kind: 'table', columns: COLUMNS, rows: [...lines, totals] },
      { kind: 'note', text: text.summary(rows.length, plainYuan(due), plainYuan(paid), plainYuan(handed)) },
      { kind: 'note', text: text.legend },
      { kind: 'signatures', places: text.signatures },
    ]
  }
  const form = tableSection({ key: 'dues', whenEmpty: 'none', columns: COLUMNS, rotated: true, rows: () => [], prefilled: ({ roster }) => roster.map(({ name }) => [name]) })
  return {
    ...form,
    collect: (year) => {
      if (isTemporary(year)) return [leafOf({ key: 'dues', blocks: [{ kind: 'none', text: text.temporary }] })]
      const blocks = blocksOf(year)
      return blocks.length === 0 ? [] : [leafOf({ key: 'dues', rotated: true, blocks })]
    },
  }
}
