import type { customFieldsContract } from '../../shared/contract/custom-fields.contract.ts'
import type { CustomKind } from '../../shared/model/custom-field.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createCustomFieldRepo } from '../store/repos/custom-field-repo.ts'
import { prepareRootUnit } from '../store/root-unit.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 自定义项目的增、改、停用。 */
export const createCustomFieldHandlers = (scope: WorkspaceScope): GroupHandlers<typeof customFieldsContract> => {
  const { db } = scope.store
  const repo = createCustomFieldRepo(db)
  const rootUnit = prepareRootUnit(db)
  const choicesFor = (kind: CustomKind, choices: readonly string[]): string[] => {
    if (kind !== 'choice') return []
    const distinct = [...new Set(choices)]
    return distinct.length < 2 ? failWith('CHOICES_MISSING') : distinct
  }
  const requireFreeName = (name: string, self: string | null): void => {
    const other = repo.findByName(name)
    if (other !== null && other !== self) failWith('DUPLICATE_NAME', { name })
  }
  return {
    list: () => ({ fields: repo.all().map((field) => ({ ...field, used: repo.usedIn(field.id) })) }),
    add: ({ name, kind, choices }) => {
      requireFreeName(name, null)
      const suited = choicesFor(kind, choices)
      scope.write('member', 'customFields.add', (transaction) => {
        repo.add(transaction, rootUnit() ?? failWith('NOT_FOUND'), { id: scope.ports.ids.next(), name, kind, choices: suited })
        transaction.emit('customFields.changed', {})
      })
      return {}
    },
    save: ({ id, rev, name, choices }) => {
      const field = repo.find(id) ?? failWith('NOT_FOUND')
      requireFreeName(name, id)
      const suited = choicesFor(field.kind, choices)
      for (const choice of field.choices.filter((former) => !suited.includes(former))) {
        const count = repo.usersOf(id, choice)
        if (count > 0) failWith('CHOICE_IN_USE', { choice, count })
      }
      scope.write('member', 'customFields.save', (transaction) => {
        repo.save(transaction, id, rev, { name, choices: suited })
        transaction.emit('customFields.changed', {})
      })
      return {}
    },
    setRetired: ({ id, rev, retired }) => {
      const field = repo.find(id) ?? failWith('NOT_FOUND')
      if (!retired) requireFreeName(field.name, id)
      scope.write('member', 'customFields.setRetired', (transaction) => {
        repo.retire(transaction, id, rev, retired ? scope.ports.clock.now() : null)
        transaction.emit('customFields.changed', {})
      })
      return {}
    },
  }
}
