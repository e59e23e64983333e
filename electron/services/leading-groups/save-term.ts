import type { Norms } from '../../../shared/data/norms/norm-registry.ts'
import type { TermFields } from '../../../shared/model/leading-group.ts'
import { ballotProblems } from '../../domain/organisation/term-problems.ts'
import { dueDayOf, latestExtension } from '../../domain/organisation/term.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { StoredTerm } from '../../store/repos/term-repo.ts'
import type { TermWrites } from '../../store/repos/term-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'

const FOREVER = '9999-12-31'
const bad = (field: string, code: string): never => failWith('BAD_INPUT', { issues: [{ path: ['term', 'fields', field], code }] })

/** 核对填的内容,补上由年数算的届满日。对不上的数目不收;不合规定的(到会不足等)照收,由状态与健康检查指出来。 */
const settle = (fields: TermFields, norms: Norms): TermFields => {
  const dueDay = fields.years === null ? fields.dueDay : dueDayOf(fields.fromDay, fields.years)
  if (dueDay !== null && dueDay < fields.fromDay) bad('dueDay', 'before_start')
  if (fields.endedDay !== null && fields.endedDay < fields.fromDay) bad('endedDay', 'before_start')
  const [mismatch] = ballotProblems(fields)
  if (mismatch !== undefined) bad('present', mismatch)
  if (fields.extendedTo !== null) {
    if (dueDay === null || fields.extendedTo < dueDay) bad('extendedTo', 'before_due')
    else if (fields.extendedTo > latestExtension(dueDay, norms)) failWith('TERM_EXTENSION_TOO_LONG', { latest: latestExtension(dueDay, norms) })
    if (fields.extensionDocument === '') bad('extensionDocument', 'required')
  }
  return { ...fields, dueDay }
}

/**
 * 登记或修改一届。各届首尾相接,不能叠在一起;新的一届晚于本届的,本届止于那一天。
 *
 * @throws DeclaredFailure NOT_FOUND、TERM_EXTENSION_TOO_LONG、TERM_OVERLAPS、BAD_INPUT。
 */
export const saveTerm = (transaction: Transaction, writes: TermWrites, organisationId: string, existing: readonly StoredTerm[], submitted: { readonly id: string | null; readonly rev: number | null; readonly fields: TermFields }, norms: Norms): void => {
  const fields = settle(submitted.fields, norms)
  const { id, rev } = submitted
  const open = existing.find((term) => term.endedDay === null && term.id !== id)
  if (id !== null && !existing.some((term) => term.id === id)) failWith('NOT_FOUND')
  const endsOpen = open !== undefined && fields.endedDay === null && fields.fromDay > open.fromDay
  for (const term of existing) {
    if (term.id === id || (endsOpen && term === open)) continue
    if (fields.fromDay < (term.endedDay ?? FOREVER) && (fields.endedDay ?? FOREVER) > term.fromDay) failWith('TERM_OVERLAPS', { from: term.fromDay })
  }
  if (endsOpen) writes.endCurrent(transaction, organisationId, fields.fromDay)
  if (id === null) writes.addTerm(transaction, organisationId, fields)
  else writes.saveTerm(transaction, id, rev ?? 0, fields)
}
