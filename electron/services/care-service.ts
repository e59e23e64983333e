import type { careContract } from '../../shared/contract/care.contract.ts'
import { careKind } from '../../shared/data/code-tables/care-kinds.ts'
import type { CareFields, CareRow } from '../../shared/model/care.ts'
import { careFindings, type CareFacts } from '../domain/care/care-findings.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createCareRepo, type CareRecord } from '../store/repos/care-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createMembershipEnd } from '../store/repos/membership-end.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 流动、失联、困难、联系、慰问、表彰、处分。 */
export const createCareHandlers = (scope: WorkspaceScope): GroupHandlers<typeof careContract> => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const repo = createCareRepo(db, nextId)
  const members = createMemberRepo(db)
  const ends = createMembershipEnd(db, nextId)
  const organisations = createOrganisationRepo(db)
  const norms = createNormRepo(db)
  const today = (): string => scope.ports.clock.today()

  const toRow = (record: CareRecord): CareRow => ({ ...record, active: record.fields.fromDay <= today() && (record.fields.toDay === null || record.fields.toDay >= today()) })
  const rowOf = (id: string): CareRow => toRow(repo.read(id, today()) ?? failWith('NOT_FOUND'))
  /** 这一类用不到的项一律清空;类别要在码表里,止不早于起。 */
  const tidy = (fields: CareFields): CareFields => {
    const { codes, labels } = careKind(fields.kind)
    if (!codes.some(({ code }) => code === fields.code) || (fields.toDay !== null && fields.toDay < fields.fromDay)) failWith('CARE_INCOMPLETE')
    return { ...fields, toDay: labels.toDay === undefined ? null : fields.toDay, title: labels.title === undefined ? '' : fields.title, authority: labels.authority === undefined ? '' : fields.authority, documentNumber: labels.documentNumber === undefined ? '' : fields.documentNumber, amountFen: labels.amountFen === undefined ? null : fields.amountFen }
  }
  return {
    list: ({ organisationId, kind }, { access }) => ({ rows: repo.list(kind, organisations.branchIdsUnder(organisationId, today()).filter(access.covers), today()).map(toRow) }),
    ofMember: ({ memberId }) => ({ rows: repo.ofMember(memberId, today()).map(toRow) }),
    add: ({ branchId, memberId, fields }) => {
      if (organisations.kindOf(branchId) !== 'branch') failWith('NOT_A_BRANCH')
      if (memberId === null && careKind(fields.kind).membersOnly) failWith('CARE_INCOMPLETE')
      const member = memberId === null ? null : (members.read(memberId, today()) ?? failWith('NOT_FOUND'))
      // 名册上的人,姓名以名册为准。
      const id = scope.write('member', 'care.add', (transaction) => {
        const added = repo.add(transaction, branchId, memberId, tidy({ ...fields, subject: member?.fields.name ?? fields.subject }))
        transaction.emit('care.changed', {})
        return added
      })
      return rowOf(id)
    },
    save: ({ id, rev, fields }) => {
      const before = repo.read(id, today()) ?? failWith('NOT_FOUND')
      scope.write('member', 'care.save', (transaction) => {
        repo.save(transaction, id, rev, tidy({ ...fields, kind: before.fields.kind, subject: before.memberId === null ? fields.subject : before.fields.subject }))
        transaction.emit('care.changed', {})
      })
      return rowOf(id)
    },
    remove: ({ id, rev }) => {
      if (repo.read(id, today()) === null) failWith('NOT_FOUND')
      scope.write('member', 'care.remove', (transaction) => {
        repo.remove(transaction, id, rev)
        transaction.emit('care.changed', {})
      })
      return {}
    },
    findings: ({ organisationId }, { access }) => {
      const day = today()
      const branchIds = organisations.branchIdsUnder(organisationId, day).filter(access.covers)
      const records = (['floating', 'lost', 'contact'] as const).flatMap((kind) => repo.list(kind, branchIds, day)).filter(({ memberId }) => memberId !== null)
      const facts = records.map(({ memberId, fields }): CareFacts => ({ memberId: memberId ?? '', kind: fields.kind, fromDay: fields.fromDay, toDay: fields.toDay }))
      const stopped = repo.stopped(branchIds)
      const found = careFindings(facts, stopped, { contactMonths: norms.normValue('care_contact_months'), lostMonths: norms.normValue('care_lost_months'), stoppedMonths: norms.normValue('care_stopped_months') }, day)
      // 停止党籍的本来就不在名册上;别的离开了就不再提。
      return {
        findings: found
          .filter(({ code, memberId }) => code === 'stopped_long' || !ends.hasLeft(memberId))
          .flatMap((finding) => {
            const member = members.read(finding.memberId, day)
            return member === null ? [] : [{ ...finding, name: member.fields.name, branchId: member.fields.branchId, branchName: member.branchName }]
          }),
      }
    },
  }
}
