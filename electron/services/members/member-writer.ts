import type { MemberFields } from '../../../shared/model/member.ts'
import { namePinyin } from '../../domain/members/name-pinyin.ts'
import { suitsCustomField } from '../../domain/members/custom-value.ts'
import { isOnRoster } from '../../domain/members/roster-state.ts'
import { checkIdNumber } from '../../domain/roster/id-number.ts'
import { WHOLE, type Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createMemberWrites } from '../../store/repos/member-writes.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

export interface MemberWriteOptions {
  /** 所在支部、小组自哪天起;缺省为今天。 */
  readonly fromDay?: string
  /** 党籍状态变更凭的文号;缺省为空。 */
  readonly document?: string
  /** 办的人管得到哪里;缺省为全单位。证号与管不到的人重复时,不说那是谁、在哪个支部。 */
  readonly access?: Access
}

/** 写党员的唯一入口:逐个新增、修改与导入都经这里,规则只有一份。不发事件,由调用者按一次操作发一次。 */
export interface MemberWriter {
  /**
   * 新增一名党员。
   *
   * @param options.fromDay 自哪天起在这个支部;缺省为今天。名册查以前的日子时,最早的记载向前延伸到入党之日。
   * @returns 新党员的标识。
   * @throws DeclaredFailure NOT_A_BRANCH、BAD_ID_NUMBER、DUPLICATE_ID_NUMBER;NOT_FOUND 小组不属于本支部。
   */
  add(transaction: Transaction, fields: MemberFields, options?: MemberWriteOptions): string
  /**
   * 整份保存一名党员。换支部时,原小组不属于新支部就清空。
   *
   * @param rev 调用者看到的修订号;null 表示不核对。
   * @param options.fromDay 所在支部、小组的变动自哪天起;缺省为今天。
   * @throws DeclaredFailure 同 add,另有 NOT_FOUND、STALE。
   */
  save(transaction: Transaction, id: string, rev: number | null, fields: MemberFields, options?: MemberWriteOptions): void
  /** 找到或新建支部下的党小组,返回其标识。@throws DeclaredFailure NOT_A_BRANCH */
  ensureGroup(transaction: Transaction, branchId: string, name: string): string
}

export const createMemberWriter = (scope: WorkspaceScope): MemberWriter => {
  const { db } = scope.store
  const { clock, ids } = scope.ports
  const organisations = createOrganisationRepo(db)
  const organisationWrites = createOrganisationWrites(db, () => ids.next())
  const members = createMemberRepo(db)
  const writes = createMemberWrites(db, () => ids.next())
  const stale = createMarkScoresStale(scope)

  const requireBranch = (branchId: string): void => {
    if (organisations.kindOn(branchId, clock.today()) !== 'branch') failWith('NOT_A_BRANCH')
  }
  /** 人不能编入已经撤销的支部。 */
  const requireOpenBranch = (branchId: string): void => {
    requireBranch(branchId)
    const revokedOn = organisations.lifespan(branchId)?.revokedOn ?? null
    if (revokedOn !== null && revokedOn <= clock.today()) failWith('NOT_A_BRANCH')
  }
  const isGroupOf = (partyGroupId: string, branchId: string): boolean => organisations.kindOf(partyGroupId) === 'party_group' && organisations.parentOn(partyGroupId, clock.today()) === branchId
  const customFields = createCustomFieldRepo(db)
  /** 只看改了的:停用的、改过可选值的,原来填的留着不管。 */
  const requireCustom = (custom: MemberFields['custom'], before: MemberFields['custom']): void => {
    for (const [id, value] of Object.entries(custom)) {
      if (before[id] === value) continue
      const field = customFields.find(id)
      if (field === undefined || field.isRetired || !suitsCustomField(field, value)) failWith('VALUE_UNSUITABLE', { name: field?.name ?? '' })
    }
  }
  const requireIdNumber = (idNumber: string, self: string | null, access: Access): void => {
    if (idNumber === '') return
    const check = checkIdNumber(idNumber)
    if (!check.ok) failWith('BAD_ID_NUMBER', { reason: check.reason })
    const owner = members.findByIdNumber(idNumber)
    if (owner === null || owner === self) return
    const other = members.read(owner, clock.today())
    const isShown = other !== null && access.covers(other.fields.branchId)
    failWith('DUPLICATE_ID_NUMBER', isShown ? { name: other.fields.name, branchName: other.branchName } : { name: '', branchName: '' })
  }
  return {
    add: (transaction, fields, options = {}) => {
      requireOpenBranch(fields.branchId)
      requireIdNumber(fields.idNumber, null, options.access ?? WHOLE)
      requireCustom(fields.custom, {})
      if (fields.partyGroupId !== null && !isGroupOf(fields.partyGroupId, fields.branchId)) failWith('NOT_FOUND')
      const id = ids.next()
      writes.add(transaction, id, fields, namePinyin(fields.name), { onRoster: isOnRoster(fields.membershipState), fromDay: options.fromDay ?? clock.today(), document: options.document ?? '' })
      stale.of(transaction, fields.branchId)
      return id
    },
    save: (transaction, id, rev, fields, options = {}) => {
      const current = members.read(id) ?? failWith('NOT_FOUND')
      // 版本冲突先于其他失败:别人改过的内容要先看到。
      if (rev !== null && current.rev !== rev) failWith('STALE', { currentRev: current.rev })
      if (fields.branchId !== current.fields.branchId) requireOpenBranch(fields.branchId)
      if (fields.idNumber !== current.fields.idNumber) requireIdNumber(fields.idNumber, id, options.access ?? WHOLE)
      requireCustom(fields.custom, current.fields.custom)
      const groupFits = fields.partyGroupId === null || isGroupOf(fields.partyGroupId, fields.branchId)
      if (!groupFits && fields.branchId === current.fields.branchId) failWith('NOT_FOUND')
      const next = groupFits ? fields : { ...fields, partyGroupId: null }
      const changed = writes.save(transaction, id, rev, next, namePinyin(fields.name), { onRoster: isOnRoster(fields.membershipState), fromDay: options.fromDay ?? clock.today(), document: options.document ?? '' })
      if (!changed) return
      stale.of(transaction, current.fields.branchId)
      stale.of(transaction, fields.branchId)
    },
    ensureGroup: (transaction, branchId, name) => {
      requireBranch(branchId)
      const today = clock.today()
      const existing = organisations.groupsOf(branchId, today).find((group) => group.name === name)
      if (existing !== undefined) return existing.id
      stale.of(transaction, branchId)
      return organisationWrites.add(transaction, { parentId: branchId, kind: 'party_group', name, shortName: '', code: '', category: null, fromDay: today })
    },
  }
}
