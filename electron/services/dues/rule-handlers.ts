import type { duesContract } from '../../../shared/contract/dues.contract.ts'
import { payerCategorySchema } from '../../../shared/model/dues.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createDuesWrites } from '../../store/repos/dues-writes.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import { prepareRootUnit } from '../../store/root-unit.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { DUES_ITEMS_SETTING } from './dues-items.ts'
import type { DuesLedgers } from './dues-ledgers.ts'

/** 收缴标准的各版与核算科目:全单位一份,由党委办公室改。 */
export const createRuleHandlers = (scope: WorkspaceScope, ledgers: DuesLedgers): Pick<GroupHandlers<typeof duesContract>, 'rules' | 'saveRule' | 'saveItems'> => {
  const { db } = scope.store
  const writes = createDuesWrites(db, () => scope.ports.ids.next())
  const settings = createSettingRepo(db)
  const rootUnit = prepareRootUnit(db)
  return {
    rules: () => ({ rules: [...ledgers.rules()], items: [...ledgers.items()], categories: [...payerCategorySchema.options] }),
    saveRule: ({ id, rev, fromMonth, basis, body }) => {
      // 与自带的那一版同月,等于改写过去的标准:不许,另起一版。
      if (ledgers.rules().some((rule) => rule.fromMonth === fromMonth && (id === null || rule.id !== id))) failWith('DUPLICATE_CODE', { code: fromMonth })
      scope.write('dues', 'dues.saveRule', (transaction) => {
        writes.saveRule(transaction, rootUnit() ?? failWith('NOT_FOUND'), id, rev, { fromMonth, basis, body })
        transaction.emit('dues.changed', { branchIds: [] })
      })
      return {}
    },
    saveItems: ({ items }) => {
      const same = items.find(({ name, code }, index) => items.some((other, at) => at > index && (other.name === name || other.code === code)))
      if (same !== undefined) failWith('DUPLICATE_NAME', { name: same.name })
      scope.write('dues', 'dues.saveItems', (transaction) => {
        settings.write(transaction, DUES_ITEMS_SETTING, { items })
        transaction.emit('dues.changed', { branchIds: [] })
      })
      return {}
    },
  }
}
