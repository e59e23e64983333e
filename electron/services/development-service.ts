import type { developmentContract } from '../../shared/contract/development.contract.ts'
import type { DevelopmentDetail, DevelopmentPersonFields, StepFields } from '../../shared/model/development.ts'
import { isDone } from '../domain/development/facts.ts'
import { checkStep } from '../domain/development/check-step.ts'
import { EMPTY_STEP } from '../domain/development/standing.ts'
import { namePinyin } from '../domain/members/name-pinyin.ts'
import { checkIdNumber } from '../domain/roster/id-number.ts'
import { developmentSteps } from '../../shared/data/code-tables/development-steps.ts'
import type { Access } from '../rpc/access.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createDevelopmentRepo } from '../store/repos/development-repo.ts'
import { createDevelopmentWrites } from '../store/repos/development-writes.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createAttachments } from './attachments/attachments.ts'
import { createApplicationForms } from './development/application-forms.ts'
import { createDevelopmentDocuments } from './development/documents.ts'
import { createErasePerson } from './development/erase-person.ts'
import { createPersonFacts, type PersonDossier } from './development/person-facts.ts'
import { createPrintRecord } from './development/print-record.ts'
import { toDetail, toRow } from './development/present.ts'
import { createRecordEvent } from './development/record-event.ts'
import { createStepEffects } from './development/step-effects.ts'
import type { FileExchange } from './file-exchange.ts'
import { currentCall } from './session/current-call.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const APPLICATION = 1
const REVEAL_SECONDS = 60
/** 名册上的预备党员:从编入支部起接着办。 */
const ENROL_STEP = 19

/** 发展党员:看板、一个人的全程、逐步办理。 */
export const createDevelopmentHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof developmentContract> => {
  const { db } = scope.store
  const repo = createDevelopmentRepo(db)
  const writes = createDevelopmentWrites(db, () => scope.ports.ids.next())
  const members = createMemberRepo(db)
  const organisations = createOrganisationRepo(db)
  const people = createPersonFacts(scope)
  const effects = createStepEffects(scope)
  const recordEvent = createRecordEvent(scope)
  const attachments = createAttachments(scope, files)
  const today = (): string => scope.ports.clock.today()

  const dossierOf = (id: string): PersonDossier => people.dossier(id) ?? failWith('NOT_FOUND')
  const detail = (id: string): DevelopmentDetail => toDetail(dossierOf(id), people.rules(), attachments)
  const requireActive = ({ person }: PersonDossier): void => {
    if (person.status !== 'active') failWith('NOT_EDITABLE')
  }
  /** 证号要对,也不能与另一个正在发展的人、名册上的人重。 */
  const requireFields = (fields: DevelopmentPersonFields, self: string | null, access: Access): void => {
    if (organisations.kindOf(fields.branchId) !== 'branch') failWith('NOT_A_BRANCH')
    const { idNumber } = fields
    if (idNumber === null || idNumber === '') return
    const check = checkIdNumber(idNumber)
    if (!check.ok) failWith('BAD_ID_NUMBER', { reason: check.reason })
    const [candidate, member] = [repo.findByIdNumber(idNumber), members.findByIdNumber(idNumber)]
    const own = self === null ? null : repo.read(self, today())
    if (candidate !== null && candidate !== self) {
      const other = repo.read(candidate, today())
      failWith('DUPLICATE_ID_NUMBER', other !== null && access.covers(other.fields.branchId) ? { name: other.fields.name, branchName: other.branchName } : { name: '', branchName: '' })
    }
    if (member !== null && member !== own?.memberId) {
      const other = members.read(member, today())
      failWith('DUPLICATE_ID_NUMBER', other !== null && access.covers(other.fields.branchId) ? { name: other.fields.name, branchName: other.branchName } : { name: '', branchName: '' })
    }
  }
  /** 阻断的一条也不能有。 */
  const requireClear = (dossier: PersonDossier, step: number, fields: StepFields): void => {
    const facts = people.withHelpers(dossier, fields.people.flatMap(({ memberId }) => memberId ?? []))
    const findings = checkStep(step, fields, facts, people.rules()).filter(({ level }) => level === 'block')
    if (findings.length > 0) failWith('DEVELOPMENT_BLOCKED', { findings })
  }
  const write = (procedure: string, id: string, change: (transaction: Transaction) => void): DevelopmentDetail => {
    scope.write('member', procedure, (transaction) => {
      change(transaction)
      transaction.emit('development.changed', {})
    })
    return detail(id)
  }
  return {
    list: ({ organisationId, everyone }, { access }) => {
      const branches = organisations.branchIdsUnder(organisationId, today()).filter(access.covers)
      const rules = people.rules()
      return { rows: people.dossiers(repo.inBranches(branches, everyone, today())).map((dossier) => toRow(dossier, rules)) }
    },
    get: ({ id }) => detail(id),
    add: ({ fields, appliedOn }, { access }) => {
      requireFields(fields, null, access)
      let id = ''
      scope.write('member', 'development.add', (transaction) => {
        id = writes.addPerson(transaction, fields, namePinyin(fields.name), null)
        if (appliedOn !== null) {
          const first = { ...EMPTY_STEP, doneOn: appliedOn }
          requireClear(dossierOf(id), APPLICATION, first)
          writes.saveStep(transaction, { personId: id, step: APPLICATION, ownerUnit: fields.branchId, rev: null }, 'done', first)
        }
        transaction.emit('development.changed', {})
      })
      return detail(id)
    },
    enrol: ({ memberId }) => {
      const member = members.read(memberId, today()) ?? failWith('NOT_FOUND')
      if (member.fields.memberType !== 'probationary' || repo.findByMember(memberId) !== null) failWith('NOT_EDITABLE')
      const { branchId, name, gender, ethnicity, birthDate, education, post, transferredInOn } = member.fields
      let id = ''
      scope.write('member', 'development.enrol', (transaction) => {
        id = writes.addPerson(transaction, { branchId, name, gender, ethnicity, birthDate, education, post, note: '', firstStep: ENROL_STEP, transferredInOn: transferredInOn?.length === 10 ? transferredInOn : null, idNumber: '', mobile: '' }, namePinyin(name), memberId)
        transaction.emit('development.changed', {})
      })
      return detail(id)
    },
    save: ({ id, rev, fields }, { access }) => {
      requireActive(dossierOf(id))
      requireFields(fields, id, access)
      return write('development.save', id, (transaction) => writes.savePerson(transaction, id, rev, fields, namePinyin(fields.name)))
    },
    checkStep: ({ personId, step, fields }) => {
      const facts = people.withHelpers(dossierOf(personId), fields.people.flatMap(({ memberId }) => memberId ?? []))
      return { findings: [...checkStep(step, fields, facts, people.rules())] }
    },
    saveStep: ({ personId, step, rev, state, fields }, { access }) => {
      const dossier = dossierOf(personId)
      requireActive(dossier)
      const current = dossier.steps.get(step)
      // 别处刚存过(或刚重办)的先看最新的。
      if ((current?.rev ?? null) !== rev) failWith('STALE', { currentRev: current?.rev ?? 1 })
      if (current?.state === 'done') failWith('NOT_EDITABLE')
      if (state === 'done') requireClear(dossier, step, fields)
      return write('development.saveStep', personId, (transaction) => {
        writes.saveStep(transaction, { personId, step, ownerUnit: dossier.person.fields.branchId, rev }, state, fields)
        if (state === 'done') effects.after(transaction, dossier, step, fields, access)
      })
    },
    reopenStep: ({ personId, step, rev, reason }) => {
      const dossier = dossierOf(personId)
      requireActive(dossier)
      const current = dossier.steps.get(step)
      if (current?.state !== 'done') failWith('NOT_EDITABLE')
      // 已入名册的、后面办完的都靠着它:要改先退后面的。
      const built = developmentSteps.some(({ step: later, after }) => after.includes(step) && later >= dossier.facts.firstStep && isDone(dossier.facts, later))
      if (built || (step === 15 && dossier.person.memberId !== null) || step === 24) failWith('NOT_EDITABLE')
      return write('development.reopenStep', personId, (transaction) => writes.reopenStep(transaction, personId, step, rev, reason))
    },
    ...createDevelopmentDocuments(scope, attachments, { dossierOf, requireActive, write }),
    recordEvent: ({ personId, event }, { access }) => {
      const dossier = dossierOf(personId)
      return write('development.recordEvent', personId, (transaction) => recordEvent(transaction, dossier, event, access))
    },
    reveal: ({ id, field, purpose }) => {
      const { person } = dossierOf(id)
      scope.writeAs({ ...currentCall(), reason: purpose }, 'member_reveal', 'development.reveal', (transaction) => transaction.audit({ ownerUnit: person.fields.branchId, table: 'development_personal', recordId: id, detail: { action: 'reveal', field: field === 'idNumber' ? 'id_number' : 'mobile' } }))
      return { value: person.fields[field], hideAfterSeconds: REVEAL_SECONDS }
    },
    erase: createErasePerson(scope, attachments.collect),
    printRecord: createPrintRecord(scope, files),
    ...createApplicationForms(scope),
  }
}
