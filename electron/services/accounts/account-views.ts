import type { OutputOf } from '../../../shared/contract/define.ts'
import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import type { Account } from '../../../shared/model/workspace.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { AccountParts, OpenAccounts } from './account-parts.ts'

/** 使用人一览里的每个人:授权带着组织名称,钥匙槽好不好,停没停用。 */
export const accountsView = ({ keeper, ports }: AccountParts, { scope, folder, accounts }: OpenAccounts): { accounts: Account[] } => {
  const names = new Map(createOrganisationRepo(scope.store.db).tree(ports.clock.today()).map(({ id, name }) => [id, name]))
  const hasPasswords = scope.store.keyring !== null
  const slotOf = hasPasswords ? keeper.slotStates(folder) : () => 'missing' as const
  const now = ports.clock.now()
  const toAccount = ({ id, rev, userName, displayName, state, mustChangePassword, passwordChangedAt, lastSignedInAt }: ReturnType<typeof accounts.all>[number]): Account => ({
    id,
    rev,
    userName,
    displayName,
    state,
    grants: accounts.grantsOf(id).map((grant) => ({ ...grant, unitName: names.get(grant.unitId) ?? '' })),
    mustChangePassword,
    passwordChangedAt,
    lastSignedInAt,
    slot: slotOf(userName),
    blockedUntil: hasPasswords ? keeper.bookOf(folder).judge(keeper.slotOf(folder, userName), now).blockedUntil : null,
  })
  return { accounts: accounts.all().map(toAccount) }
}

/** 授权时可选的组织:上级在前,depth 为第几层。 */
const unitsOf = (nodes: readonly OrganisationNode[]): { id: string; name: string; depth: number }[] => {
  const depths = new Map<string, number>()
  return nodes.map(({ id, name, parentId }) => {
    const depth = parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1
    depths.set(id, depth)
    return { id, name, depth }
  })
}

export const accountsOverview = (parts: AccountParts, open: OpenAccounts): OutputOf<(typeof accountsContract)['list']> => {
  const { scope, folder, policy } = open
  const slots = scope.store.keyring === null ? [] : parts.keeper.keyringOf(folder).slots
  return {
    ...accountsView(parts, open),
    setup: scope.setup,
    policy: { ...policy },
    hasRecovery: slots.some(({ kind }) => kind === 'recovery'),
    hasCommitteeKey: slots.some(({ kind }) => kind === 'committee'),
    units: unitsOf(createOrganisationRepo(scope.store.db).tree(parts.ports.clock.today())),
  }
}
