import { EMPTY_MEMBER } from '../../../shared/model/member.ts'
import type { StepFields } from '../../../shared/model/development.ts'
import { activistDay, dayOf, probationEndOf } from '../../domain/development/facts.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { PersonDossier } from './person-facts.ts'

const ADMISSION = 15
const CONFIRMATION_MEETING = 23
const CONFIRMATION = 24
const FILING = 25
/** 延长预备期批准之后,从继续教育考察起再走一遍。 */
const AGAIN_FROM = 21

/** 办完一步带来的变动:都在同一个事务里。 */
export const createStepEffects = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const writer = createMemberWriter(scope)
  const members = createMemberRepo(db)
  const writes = createDevelopmentWrites(db, () => scope.ports.ids.next())

  const announce = (transaction: Transaction, memberId: string, branchId: string): void => {
    transaction.emit('members.changed', { ids: [memberId] })
    transaction.emit('organisations.changed', { ids: [branchId] })
  }
  /** 支部大会通过:自大会那天起为预备党员(细则第三十二条),证号、手机带过去。 */
  const admit = (transaction: Transaction, { person, steps, facts }: PersonDossier, day: string, access: Access): void => {
    const { branchId, name, gender, ethnicity, birthDate, education, post, idNumber, mobile } = person.fields
    const memberId = writer.add(
      transaction,
      {
        ...EMPTY_MEMBER,
        branchId,
        name,
        gender,
        ethnicity,
        birthDate,
        education,
        post,
        idNumber,
        mobile,
        memberType: 'probationary',
        joinedOn: day,
        appliedOn: dayOf(facts, 1),
        activistOn: activistDay(facts),
        candidateOn: dayOf(facts, 8),
        sponsors: (steps.get(9)?.fields.people ?? []).map((sponsor) => sponsor.name).join('\u3001').slice(0, 60),
      },
      { fromDay: day, access },
    )
    writes.linkMember(transaction, person.id, memberId)
    announce(transaction, memberId, branchId)
  }
  const change = (transaction: Transaction, memberId: string, fromDay: string, access: Access, changes: { readonly memberType?: 'full'; readonly regularOn?: string; readonly membershipState?: 'left' }): void => {
    const { fields } = members.read(memberId) ?? failWith('NOT_FOUND')
    writer.save(transaction, memberId, null, { ...fields, ...changes }, { fromDay, access })
    announce(transaction, memberId, fields.branchId)
  }
  /** 取消预备党员资格:自那天起离开名册。 */
  const cancel = (transaction: Transaction, { person }: PersonDossier, day: string, access: Access): void => {
    if (person.memberId !== null) change(transaction, person.memberId, day, access, { membershipState: 'left' })
    writes.setStatus(transaction, person.id, 'cancelled')
  }
  /** 党委批准:转正日是预备期满日,不是批准日(DEV-02、DEV-04、DEV-05);延长的再走一遍;取消的离开。 */
  const confirm = (transaction: Transaction, dossier: PersonDossier, day: string, access: Access): void => {
    const decided = dossier.steps.get(CONFIRMATION_MEETING)?.fields.conclusion
    const { memberId, id } = dossier.person
    if (decided === 'extended') writes.supersedeFrom(transaction, id, AGAIN_FROM)
    else if (decided === 'cancelled') cancel(transaction, dossier, day, access)
    else if (memberId !== null) change(transaction, memberId, day, access, { memberType: 'full', regularOn: probationEndOf(dossier.facts) ?? day })
  }
  return {
    cancel,
    /** @param dossier 存了这一步之前的样子。 */
    after: (transaction: Transaction, dossier: PersonDossier, step: number, fields: StepFields, access: Access): void => {
      const day = fields.doneOn ?? failWith('NOT_EDITABLE')
      if (step === ADMISSION && fields.conclusion === 'passed' && dossier.person.memberId === null) admit(transaction, dossier, day, access)
      else if (step === CONFIRMATION && fields.conclusion === 'passed') confirm(transaction, dossier, day, access)
      else if (step === FILING) writes.setStatus(transaction, dossier.person.id, 'finished')
    },
  }
}
