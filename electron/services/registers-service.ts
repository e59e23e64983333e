import type { registersContract } from '../../shared/contract/registers.contract.ts'
import { shippedRegister, SHIPPED_REGISTERS } from '../../shared/data/registers/index.ts'
import { isPlan } from '../../shared/data/registers/plans.ts'
import type { EntryValues, PlannedMeeting, RegisterDefinition, RegisterEntry } from '../../shared/model/register.ts'
import { judgeEntry, tidyValues, titleOf } from '../domain/registers/judge-entry.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createFollowUpRepo } from '../store/repos/follow-up-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createRegisterRepo, type RegisterRecord } from '../store/repos/register-repo.ts'
import { createSubmissionRepo } from '../store/repos/submission-repo.ts'
import { createUnitSubtree } from '../store/repos/unit-subtree.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createOwnBranch } from './session/own-branch.ts'
import { inspectionItems } from './registers/inspection-items.ts'
import { createRequireUnsubmitted } from './registers/require-unsubmitted.ts'
import { createStudyHours } from './registers/study-hours.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 登记簿:照定义收、照定义给;只给本支部看的项,别人一个字也拿不到。 */
export const createRegisterHandlers = (scope: WorkspaceScope): GroupHandlers<typeof registersContract> => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const today = (): string => scope.ports.clock.today()
  const repo = createRegisterRepo(db, nextId)
  const organisations = createOrganisationRepo(db)
  const subtree = createUnitSubtree(db)
  const followUps = createFollowUpRepo(db, nextId)
  const isOwn = createOwnBranch(scope)
  const requireUnsubmitted = createRequireUnsubmitted(createSubmissionRepo(db, nextId), today)
  const studyHours = createStudyHours(scope.store, repo)

  const definitionOf = (key: string): RegisterDefinition => shippedRegister(key) ?? failWith('NOT_FOUND')
  /** 照它那一版定义,去掉这个人不该看的。 */
  const toEntry = (record: RegisterRecord, own: boolean, meetings: readonly PlannedMeeting[]): RegisterEntry => {
    const { key, fields } = repo.definition(record.definitionKey, record.definitionVersion) ?? definitionOf(record.definitionKey)
    const hidden = own ? [] : fields.filter((field) => field.ownBranchOnly && record.values[field.key] !== undefined).map((field) => field.key)
    const values = hidden.length === 0 ? record.values : Object.fromEntries(Object.entries(record.values).filter(([name]) => !hidden.includes(name)))
    return { ...record, definitionKey: key, values, meetings: [...meetings], withheld: hidden.length }
  }
  /** 一条一条地给:连同照它开的会。 */
  const entryOf = (record: RegisterRecord): RegisterEntry => toEntry(record, isOwn(record.branchId), repo.meetingsOf([record.id]).get(record.id) ?? [])
  const readOr404 = (id: string): RegisterRecord => repo.read(id, today()) ?? failWith('NOT_FOUND')
  const requireWriter = (definition: RegisterDefinition, branchId: string): void => {
    if (definition.writers === 'branch' && !isOwn(branchId)) failWith('REGISTER_NOT_YOURS')
  }
  const judged = (definition: RegisterDefinition, given: EntryValues): EntryValues => {
    const findings = judgeEntry(definition, given)
    if (findings.length > 0) failWith('ENTRY_UNSUITABLE', { findings })
    return tidyValues(definition, given)
  }
  /** 检查里写了整改要求的,跟到销号。 */
  const follow = (transaction: Transaction, record: { readonly id: string; readonly branchId: string }, definition: RegisterDefinition, values: EntryValues): void => {
    if (definition.key !== 'inspections') return
    followUps.sync(transaction, { table: 'register_entry', id: record.id, branchId: record.branchId, raisedOn: values[definition.dayField] as string }, inspectionItems(record.id, values))
    transaction.emit('followUps.changed', {})
  }
  const title = (definition: RegisterDefinition, values: EntryValues): string => titleOf(definition, values)

  return {
    definitions: () => ({ definitions: [...SHIPPED_REGISTERS] }),
    list: ({ definitionKey, organisationId, year }, { access }) => {
      definitionOf(definitionKey)
      // 一次列几百个支部:自己管哪些只问一遍。
      const own = isOwn.now()
      const records = repo.list(definitionKey, subtree.covered(organisationId, access.covers), year, today())
      const meetings = isPlan(definitionKey) ? repo.meetingsOf(records.map(({ id }) => id)) : null
      return { rows: records.map((record) => toEntry(record, own(record.branchId), meetings?.get(record.id) ?? [])) }
    },
    add: ({ definitionKey, branchId, values }) => {
      const definition = definitionOf(definitionKey)
      requireWriter(definition, branchId)
      if (organisations.kindOf(branchId) !== 'branch') failWith('NOT_A_BRANCH')
      const kept = judged(definition, values)
      requireUnsubmitted(null, { branchId, definitionKey, day: kept[definition.dayField] as string, values: kept })
      const id = scope.write('meeting', 'registers.add', (transaction) => {
        const added = repo.add(transaction, branchId, definition, kept, title(definition, kept))
        follow(transaction, { id: added, branchId }, definition, kept)
        transaction.emit('registers.changed', { branchIds: [branchId] })
        return added
      })
      return entryOf(readOr404(id))
    },
    save: ({ id, rev, values }) => {
      const before = readOr404(id)
      const definition = definitionOf(before.definitionKey)
      requireWriter(definition, before.branchId)
      const kept = judged(definition, values)
      requireUnsubmitted(before, { ...before, day: kept[definition.dayField] as string, values: kept })
      scope.write('meeting', 'registers.save', (transaction) => {
        repo.save(transaction, id, rev, definition, kept, title(definition, kept))
        follow(transaction, before, definition, kept)
        transaction.emit('registers.changed', { branchIds: [before.branchId] })
      })
      return entryOf(readOr404(id))
    },
    studyHours: ({ branchId, year }) => {
      if (organisations.lifespan(branchId) === null) failWith('NOT_FOUND')
      return { rows: studyHours(branchId, year, today()) }
    },
  }
}
