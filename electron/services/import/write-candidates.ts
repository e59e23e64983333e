import { candidateImportText } from '../../../shared/i18n/zh-CN/candidate-import.ts'
import type { ImportCounts } from '../../../shared/model/roster-import.ts'
import type { CandidatePlan } from '../../domain/import/judge-candidates.ts'
import { namePinyin } from '../../domain/members/name-pinyin.ts'
import type { Access } from '../../rpc/access.ts'
import { DeclaredFailure, failWith } from '../../rpc/handlers.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createImportBatchRepo } from '../../store/repos/import-batch-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createPersonFacts } from '../development/person-facts.ts'
import { createStepEffects } from '../development/step-effects.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

interface CandidateBatch {
  readonly fileHash: string
  readonly fileName: string
  readonly counts: ImportCounts
  readonly plans: readonly CandidatePlan[]
  readonly access: Access
}
/** 预览之后库变了才会出现的失败。 */
const MOVED_ON: ReadonlySet<string> = new Set(['STALE', 'NOT_FOUND', 'NOT_A_BRANCH', 'DUPLICATE_ID_NUMBER', 'BAD_ID_NUMBER'])
/** 办完就有连带的几步:接收入名册、转正、归档。 */
const EFFECTIVE: ReadonlySet<number> = new Set([15, 24, 25])

/** 把接受的人写进库:一个事务,一条审计;接收、转正、归档的连带变动与逐个办时同一套。 */
export const createCandidateWriter = (scope: WorkspaceScope): ((batch: CandidateBatch) => number) => {
  const { db } = scope.store
  const repo = createDevelopmentRepo(db)
  const writes = createDevelopmentWrites(db, () => scope.ports.ids.next())
  const facts = createPersonFacts(scope)
  const effects = createStepEffects(scope)
  const organisations = createOrganisationRepo(db)
  const batches = createImportBatchRepo(db)

  const bring = (transaction: Transaction, { target, fields, memberId, steps, events }: CandidatePlan, access: Access): string => {
    const owner = repo.findByIdNumber(fields.idNumber ?? '')
    // 预览之后又登记了同一个人。
    if (owner !== null && owner !== target?.id) failWith('PREVIEW_EXPIRED')
    if (memberId !== null && repo.findByMember(memberId) !== null) failWith('PREVIEW_EXPIRED')
    const pinyin = namePinyin(fields.name)
    const id = target === null ? writes.addPerson(transaction, fields, pinyin, memberId) : target.id
    if (target !== null) {
      writes.savePerson(transaction, id, target.rev, fields, pinyin)
      if (memberId !== null) writes.linkMember(transaction, id, memberId)
    }
    for (const event of events) writes.addEvent(transaction, id, fields.branchId, { ...event, toStep: null, reason: candidateImportText.importReason, documentNumber: '' })
    for (const { step, state, fields: own, hadRecord } of steps) {
      const current = hadRecord ? repo.stepsOf([id]).get(id)?.find((record) => record.step === step) : undefined
      if (hadRecord && (current === undefined || current.state === 'done')) failWith('PREVIEW_EXPIRED')
      const dossier = state === 'done' && EFFECTIVE.has(step) ? facts.dossier(id) : null
      writes.saveStep(transaction, { personId: id, step, ownerUnit: fields.branchId, rev: current?.rev ?? null }, state, own)
      if (dossier !== null) effects.after(transaction, dossier, step, own, access)
    }
    return id
  }

  return ({ plans, access, ...batch }) => {
    const branchIds = [...new Set(plans.map(({ fields }) => fields.branchId))]
    const [first] = branchIds
    if (first === undefined) return 0
    try {
      return scope.write('import', 'imports.commit', (transaction) => {
        const ownerUnit = branchIds.length === 1 ? first : organisations.topOf(first, scope.ports.clock.today()).id
        batches.begin(transaction, { id: scope.ports.ids.next(), ownerUnit, kind: 'candidates', written: plans.length, ...batch })
        for (const plan of plans) bring(transaction, plan, access)
        transaction.emit('development.changed', {})
        return plans.length
      })
    } catch (error) {
      if (error instanceof DeclaredFailure && MOVED_ON.has(error.code)) return failWith('PREVIEW_EXPIRED')
      throw error
    }
  }
}
