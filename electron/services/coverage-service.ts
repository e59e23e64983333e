import type { coverageContract } from '../../shared/contract/coverage.contract.ts'
import type { CoverageBranch } from '../../shared/model/coverage.ts'
import type { OrganisationNode } from '../../shared/model/organisation.ts'
import { trainingGroups } from '../domain/organisation/training.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createCoverageRepo } from '../store/repos/coverage-repo.ts'
import { createHealthRepo } from '../store/repos/health-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 组织覆盖:单位与党组织、支部大小、重要岗位、三培养。 */
export const createCoverageHandlers = (scope: WorkspaceScope): GroupHandlers<typeof coverageContract> => {
  const { db } = scope.store
  const repo = createCoverageRepo(db, () => scope.ports.ids.next())
  const organisations = createOrganisationRepo(db)
  const health = createHealthRepo(db)
  const members = createMemberRepo(db)
  const { normValue } = createNormRepo(db)
  const write = (procedure: string, organisationId: string, apply: (transaction: Transaction) => void): Record<string, never> => {
    scope.write('organisation', procedure, (transaction) => {
      if (organisations.kindOf(organisationId) === null) failWith('NOT_FOUND')
      apply(transaction)
      transaction.emit('organisations.changed', { ids: [organisationId] })
    })
    return {}
  }
  const sizeOf = ({ fullMembers, probationaryMembers }: OrganisationNode): CoverageBranch['size'] => (fullMembers < normValue('branch_full_members_min') ? 'under' : fullMembers + probationaryMembers > normValue('branch_members_max') ? 'over' : 'sound')
  const checkSpan = ({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string | null }): void => {
    if (toDay !== null && toDay < fromDay) failWith('BAD_INPUT', { issues: [{ path: ['fields', 'toDay'], code: 'before_start' }] })
  }
  return {
    overview: (_input, { access }) => {
      const today = scope.ports.clock.today()
      const nodes = organisations.tree(today).filter(({ id }) => access.covers(id))
      const names = new Map(nodes.map(({ id, name }) => [id, name]))
      const forms = health.forms(today)
      const units = repo
        .units(today)
        .filter(({ ownerUnit, organisationIds }) => access.covers(ownerUnit) || organisationIds.some((id) => access.covers(id)))
        .map((unit) => ({ ...unit, organisationIds: unit.organisationIds.filter((id) => access.covers(id)) }))
      const backbone = repo.backbone(today).filter(({ branchId }) => access.covers(branchId))
      return {
        today,
        units,
        branches: nodes.filter(({ kind }) => kind === 'branch').map((node) => ({ id: node.id, name: node.name, buildForm: forms.get(node.id) ?? 'single', fullMembers: node.fullMembers, probationaryMembers: node.probationaryMembers, size: sizeOf(node) })),
        keyPosts: repo.keyPosts().filter(({ organisationId }) => access.covers(organisationId)).map((post) => ({ ...post, organisationName: names.get(post.organisationId) ?? organisations.nameOn(post.organisationId, today) })),
        training: trainingGroups(backbone, today, normValue('training_recent_months')).map(({ step, since, people }) => ({ step, since, people: people.map(({ branchId, ...person }) => ({ ...person, branchName: names.get(branchId) ?? '' })) })),
      }
    },
    saveUnit: ({ organisationId, unit, fields }, context) => {
      checkSpan(fields)
      return write('coverage.saveUnit', organisationId, (transaction) => {
        const same = repo.unitNamed(fields.name)
        if (same !== null && same !== unit?.id) context.fail('DUPLICATE_NAME', { name: fields.name })
        repo.saveUnit(transaction, organisationId, unit, fields)
      })
    },
    saveKeyPost: ({ keyPost, fields }) => {
      checkSpan(fields)
      if (fields.memberId !== null && members.read(fields.memberId) === null) failWith('NOT_FOUND')
      if (fields.unitId !== null && !repo.hasUnit(fields.unitId)) failWith('NOT_FOUND')
      // 从名册里选的一定是党员。
      return write('coverage.saveKeyPost', fields.organisationId, (transaction) => repo.saveKeyPost(transaction, keyPost, { ...fields, isPartyMember: fields.memberId !== null || fields.isPartyMember }))
    },
    removeKeyPost: ({ organisationId, keyPost }) => write('coverage.removeKeyPost', organisationId, (transaction) => repo.removeKeyPost(transaction, organisationId, keyPost)),
  }
}
