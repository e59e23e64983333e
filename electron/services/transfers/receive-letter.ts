import { EMPTY_MEMBER } from '../../../shared/model/member.ts'
import type { IncomingPerson } from '../../../shared/model/transfer.ts'
import { isOnRoster } from '../../domain/members/roster-state.ts'
import { namePinyin } from '../../domain/members/name-pinyin.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createMembershipEnd } from '../../store/repos/membership-end.ts'
import type { TransferRecord } from '../../store/repos/transfer-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 转入的预备党员:从继续教育考察接着办(细则第三十六条)。 */
const FROM_STEP = 21

/** 接收之后名册怎么变;都在同一个事务里。返回涉及的党员。 */
export const createReceiveLetter = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const writer = createMemberWriter(scope)
  const members = createMemberRepo(db)
  const ends = createMembershipEnd(db, nextId)
  const development = createDevelopmentRepo(db)
  const developmentWrites = createDevelopmentWrites(db, nextId)
  const stale = createMarkScoresStale(scope)

  const announce = (transaction: Transaction, memberId: string, branchIds: readonly string[]): void => {
    for (const branchId of branchIds) stale.of(transaction, branchId)
    transaction.emit('members.changed', { ids: [memberId] })
    transaction.emit('organisations.changed', { ids: [...branchIds] })
  }
  /** 转出:自接收那天起离开;党委内部的到新支部。 */
  const out = (transaction: Transaction, letter: TransferRecord, day: string, access: Access): void => {
    const memberId = letter.memberId ?? failWith('NOT_FOUND')
    const { fields } = members.read(memberId) ?? failWith('NOT_FOUND')
    const person = development.findByMember(memberId)
    if (letter.toBranchId !== null) {
      if (!access.covers(letter.toBranchId)) failWith('FORBIDDEN')
      writer.save(transaction, memberId, null, { ...fields, branchId: letter.toBranchId, partyGroupId: null }, { fromDay: day, access })
      announce(transaction, memberId, [fields.branchId, letter.toBranchId])
      return
    }
    ends.leave(transaction, memberId, day)
    if (person !== null && fields.memberType === 'probationary') developmentWrites.setStatus(transaction, person, 'transferred_out')
    announce(transaction, memberId, [fields.branchId])
  }
  /** 转入:新人进名册;以前从这里转走的,回到名册上。 */
  const into = (transaction: Transaction, letter: TransferRecord, day: string, person: IncomingPerson, access: Access): string => {
    const branchId = letter.toBranchId ?? failWith('NOT_A_BRANCH')
    const { name, memberType, fromName } = letter.fields
    const known = members.findByIdNumber(person.idNumber)
    const former = known === null ? null : members.read(known)
    const came = { ...person, name, memberType, branchId, partyGroupId: null, transferredInOn: day, transferredFrom: fromName }
    if (former !== null && ends.hasLeft(former.id) && access.covers(former.fields.branchId) && isOnRoster(former.fields.membershipState)) {
      writer.save(transaction, former.id, null, { ...former.fields, ...came }, { fromDay: day, access })
      ends.enter(transaction, former.id, branchId, day)
      // 当初按转出停下的发展记录,接着办。
      const candidate = memberType === 'probationary' ? development.findByMember(former.id) : null
      if (candidate !== null && development.read(candidate, day)?.status === 'transferred_out') {
        developmentWrites.setStatus(transaction, candidate, 'active')
        transaction.emit('development.changed', {})
      }
      announce(transaction, former.id, [branchId])
      return former.id
    }
    const memberId = writer.add(transaction, { ...EMPTY_MEMBER, ...came }, { fromDay: day, access })
    if (memberType === 'probationary') {
      const { gender, ethnicity, birthDate, education, post } = person
      developmentWrites.addPerson(transaction, { branchId, name, gender, ethnicity, birthDate, education, post, note: '', firstStep: FROM_STEP, transferredInOn: day, idNumber: '', mobile: '' }, namePinyin(name), memberId)
      transaction.emit('development.changed', {})
    }
    announce(transaction, memberId, [branchId])
    return memberId
  }
  return { out, into }
}
