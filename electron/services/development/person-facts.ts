import type { DevelopmentEvent } from '../../../shared/model/development.ts'
import type { DevelopmentFacts, DevelopmentRules, HelperFacts } from '../../domain/development/facts.ts'
import { developmentNormsOf } from '../../domain/norms/development-norms.ts'
import { forbiddenFor } from '../../domain/organisation/build-forms.ts'
import { createDevelopmentRepo, type DevelopmentDocumentRecord, type DevelopmentPersonRecord, type DevelopmentStepRecord } from '../../store/repos/development-repo.ts'
import { createNormRepo } from '../../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createWorkingCalendar } from '../calendar/working-calendar.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

export interface PersonDossier {
  readonly person: DevelopmentPersonRecord
  readonly steps: ReadonlyMap<number, DevelopmentStepRecord>
  readonly documents: readonly DevelopmentDocumentRecord[]
  readonly events: readonly DevelopmentEvent[]
  readonly facts: DevelopmentFacts
}

/** 一批人的全部记录与判断所需的事实;几百人也只读几次库。 */
export const createPersonFacts = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const repo = createDevelopmentRepo(db)
  const norms = createNormRepo(db)
  const organisations = createOrganisationRepo(db)
  const calendar = createWorkingCalendar(scope)
  const today = (): string => scope.ports.clock.today()

  const dossiers = (people: readonly DevelopmentPersonRecord[]): PersonDossier[] => {
    const ids = people.map(({ id }) => id)
    const [steps, documents, events, forms] = [repo.stepsOf(ids), repo.documentsOf(ids), repo.eventsOf(ids), repo.formsOf(ids)]
    const helperIds = [...steps.values()].flatMap((own) => own.flatMap(({ fields }) => fields.people.flatMap(({ memberId }) => memberId ?? [])))
    const full = repo.fullMembers([...new Set(helperIds)], today())
    const mentoring = repo.mentoring()
    const branches = new Map([...new Set(people.map(({ fields }) => fields.branchId))].map((branchId) => [branchId, forbiddenFor(organisations.buildFormOn(branchId, today())).includes('development')]))
    return people.map((person) => {
      const own = new Map((steps.get(person.id) ?? []).map((record) => [record.step, record]))
      const helpers = new Map<string, HelperFacts>(
        [...own.values()].flatMap(({ fields }) => fields.people.flatMap(({ memberId }) => (memberId === null ? [] : [[memberId, { isFull: full.has(memberId), alsoMentors: (mentoring.get(memberId) ?? []).filter((id) => id !== person.id).length }] as const]))),
      )
      const ownDocuments = (documents.get(person.id) ?? []).map(({ personId: _personId, ...document }) => document)
      const ownEvents = (events.get(person.id) ?? []).map(({ personId: _personId, ...event }) => event)
      const facts: DevelopmentFacts = {
        birthDate: person.fields.birthDate,
        firstStep: person.fields.firstStep,
        transferredInOn: person.fields.transferredInOn,
        temporaryBranch: branches.get(person.fields.branchId) === true,
        steps: new Map([...own].map(([step, { state, fields }]) => [step, { state, fields }])),
        events: ownEvents,
        documents: ownDocuments,
        joinedOn: person.joinedOn,
        helpers,
        formNumbers: (forms.get(person.id) ?? []).map(({ number }) => number),
      }
      return { person, steps: own, documents: ownDocuments, events: ownEvents, facts }
    })
  }
  return {
    dossiers,
    dossier: (id: string): PersonDossier | null => {
      const person = repo.read(id, today())
      return person === null ? null : (dossiers([person])[0] ?? null)
    },
    rules: (): DevelopmentRules => ({ norms: developmentNormsOf(norms.normValue), calendar: calendar.around(today()), today: today() }),
    /** 所填的人里名册上的,补上他们的情况,好当场核对。 */
    withHelpers: (dossier: PersonDossier, memberIds: readonly string[]): DevelopmentFacts => {
      const full = repo.fullMembers(memberIds, today())
      const mentoring = repo.mentoring()
      const helpers = new Map(memberIds.map((id) => [id, { isFull: full.has(id), alsoMentors: (mentoring.get(id) ?? []).filter((person) => person !== dossier.person.id).length }]))
      return { ...dossier.facts, helpers }
    },
  }
}
