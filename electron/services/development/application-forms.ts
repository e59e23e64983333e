import type { developmentContract } from '../../../shared/contract/development.contract.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createFormRepo } from '../../store/repos/form-repo.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { prepareRootUnit } from '../../store/root-unit.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const TRAILING_DIGITS = /^(.*?)(\d{1,12})$/

/** 首号起连续的一串:末尾的数字加一,位数不变。末尾不是数字的、加出头的为 null。 */
const numbersFrom = (first: string, count: number): string[] | null => {
  const [, head, digits] = TRAILING_DIGITS.exec(first) ?? []
  if (head === undefined || digits === undefined) return null
  const last = BigInt(digits) + BigInt(count - 1)
  if (String(last).length > digits.length) return null
  return Array.from({ length: count }, (_, index) => head + String(BigInt(digits) + BigInt(index)).padStart(digits.length, '0'))
}

/** 入党志愿书:一号一人,用了、作废、遗失都登记(编号实名管理)。 */
export const createApplicationForms = (scope: WorkspaceScope): Pick<GroupHandlers<typeof developmentContract>, 'forms' | 'addForms' | 'settleForm'> => {
  const { db } = scope.store
  const forms = createFormRepo(db, () => scope.ports.ids.next())
  const people = createDevelopmentRepo(db)
  const rootUnit = prepareRootUnit(db)
  return {
    forms: () => ({ forms: forms.list() }),
    addForms: ({ first, count }) => {
      const numbers = numbersFrom(first, count) ?? failWith('NUMBER_NOT_COUNTABLE')
      const taken = numbers.find((number) => people.form(number) !== null)
      if (taken !== undefined) failWith('DUPLICATE_CODE', { code: taken })
      scope.write('member', 'development.addForms', (transaction) => {
        forms.add(transaction, rootUnit() ?? failWith('NOT_FOUND'), numbers)
        transaction.emit('development.changed', {})
      })
      return { forms: forms.list() }
    },
    settleForm: ({ id, rev, state, personId, settledOn, note }) => {
      // 用了的要说给谁;作废、遗失的要说缘由。
      if (state === 'used' ? personId === null : state !== 'unused' && note === '') failWith('REASON_REQUIRED')
      if (personId !== null && people.read(personId, scope.ports.clock.today()) === null) failWith('NOT_FOUND')
      scope.write('member', 'development.settleForm', (transaction) => {
        forms.settle(transaction, id, rev, { state, personId: state === 'unused' ? null : personId, settledOn, note })
        transaction.emit('development.changed', {})
      })
      return forms.read(id) ?? failWith('NOT_FOUND')
    },
  }
}
