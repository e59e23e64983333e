import type { membersContract } from '../../shared/contract/members.contract.ts'
import type { MemberDetail, MemberFields } from '../../shared/model/member.ts'
import { partyBirthdayIn, partyStandingYears } from '../domain/members/party-dates.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createMemberWriter } from './members/member-writer.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 党员名册:列表、查找、逐个新增与修改。导入在 createRosterImportHandlers。 */
export const createMemberHandlers = (scope: WorkspaceScope): Omit<GroupHandlers<typeof membersContract>, 'previewImport' | 'commitImport' | 'reveal' | 'exportList' | 'exportFull' | 'erase'> => {
  const { db } = scope.store
  const repo = createMemberRepo(db)
  const organisations = createOrganisationRepo(db)
  const writer = createMemberWriter(scope)
  const today = (): string => scope.ports.clock.today()

  const detail = (id: string): MemberDetail => {
    const day = today()
    const record = repo.read(id, day) ?? failWith('NOT_FOUND')
    const { joinedOn, regularOn, memberType } = record.fields
    return {
      ...record,
      partyStandingYears: memberType === 'full' ? partyStandingYears(regularOn, day) : null,
      // 平年没有 2 月 29 日,当年按 2 月 28 日。
      partyBirthday: partyBirthdayIn(joinedOn, Number(day.slice(0, 4)))?.slice(5) ?? null,
    }
  }
  /** 人员有变,树上的人数、书记姓名也跟着变。 */
  const announce = (transaction: Transaction, id: string, branchIds: readonly string[]): void => {
    transaction.emit('members.changed', { ids: [id] })
    transaction.emit('organisations.changed', { ids: [...new Set(branchIds)] })
  }
  return {
    list: (input, { access }) => {
      const day = today()
      const groupId = input.organisationId !== null && organisations.kindOf(input.organisationId) === 'party_group' ? input.organisationId : null
      const branchOfGroup = groupId === null ? null : organisations.parentOn(groupId, day)
      return repo.list({ ...input, branchIds: organisations.branchIdsUnder(branchOfGroup ?? input.organisationId, day).filter(access.covers), partyGroupId: groupId, day })
    },
    get: (input) => detail(input.id),
    add: (input) => {
      const id = scope.write('member', 'members.add', (transaction) => {
        const created = writer.add(transaction, input.fields)
        announce(transaction, created, [input.fields.branchId])
        return created
      })
      return detail(id)
    },
    save: (input) => {
      scope.write('member', 'members.save', (transaction) => {
        const before: MemberFields | undefined = repo.read(input.id)?.fields
        writer.save(transaction, input.id, input.rev, input.fields)
        announce(transaction, input.id, [...(before === undefined ? [] : [before.branchId]), input.fields.branchId])
      })
      return detail(input.id)
    },
  }
}
