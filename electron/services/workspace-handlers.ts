import { createAuditHandlers } from './audit/audit-service.ts'
import { createBinHandlers } from './bin/bin-service.ts'
import { createCareHandlers } from './care-service.ts'
import { createCalendarHandlers } from './calendar-service.ts'
import { createDuesHandlers } from './dues-service.ts'
import { createCompletenessHandlers } from './completeness-service.ts'
import { createContactHandlers } from './contacts-service.ts'
import { createCoverageHandlers } from './coverage-service.ts'
import { createDevelopmentHandlers } from './development-service.ts'
import { createCustomFieldHandlers } from './custom-fields-service.ts'
import { createEvaluationHandlers } from './evaluation-service.ts'
import { createRegisterHandlers } from './registers-service.ts'
import { createSubmissionHandlers } from './submissions-service.ts'
import { createFollowUpHandlers } from './follow-ups-service.ts'
import { populateScheme } from './evaluation/schemes/populate-scheme.ts'
import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../rpc/handlers.ts'
import type { FileExchange } from './file-exchange.ts'
import { createHealthHandlers } from './health-service.ts'
import { createHistoryHandlers } from './history/history-service.ts'
import { createImportHandlers } from './imports-service.ts'
import { createListHandlers } from './lists-service.ts'
import { createLeadingGroupHandlers } from './leading-groups-service.ts'
import { createMeetingAidHandlers } from './meetings/meeting-aids.ts'
import { createMeetingFileHandlers } from './meetings/meeting-files.ts'
import { createMeetingHandlers } from './meetings-service.ts'
import { createMemberHandlers } from './members-service.ts'
import { createEraseMember } from './members/erase-member.ts'
import { createPrintForms } from './members/print-forms.ts'
import { createPhotoHandlers } from './members/member-photo.ts'
import { createRosterExportHandlers } from './members/export-roster.ts'
import { createPrintStructure } from './members/print-structure.ts'
import { rosterBrowserOf, rosterCountsOf } from './members/roster-browser.ts'
import { createRosterHandlers } from './members/roster-service.ts'
import { createNormDecisionHandlers } from './norm-decisions-service.ts'
import { createNormHandlers } from './norms-service.ts'
import { createOrganisationEventHandlers } from './organisation-events-service.ts'
import { createOrganisationListHandlers } from './organisation-lists-service.ts'
import { createOrganisationHandlers } from './organisations-service.ts'
import { populateNewWorkspace as populateOrganisation } from './populate-new-workspace.ts'
import { createAppealHandlers, createPeriodHandlers, createStandingHandlers } from './periods-service.ts'
import { createPrintHandlers } from './print-service.ts'
import { createVolumeHandlers } from './volumes-service.ts'
import { createSchemeHandlers } from './schemes-service.ts'
import { createTransferHandlers } from './transfers-service.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

export { populateSampleWorkspace, SAMPLE_NAME } from './sample/populate-sample-workspace.ts'

/** 大动之前先留一份备份;做不成就报失败,什么也不动。 */
export type BackUpFirst = (kind: 'before_import', watch: { readonly signal: AbortSignal }) => Promise<void>

/** 不靠工作区的各组。 */
export type OutsideGroup = 'system' | 'session' | 'accounts' | 'backups' | 'rescue' | 'support'
type WorkspaceHandlers = Handlers<Omit<typeof contract, OutsideGroup>>

/** 一个打开的工作区里全部过程的处理函数。各组在自己的文件里,这里只集合;用到哪一组才造哪一组:一次造齐要预备上千条语句,打开之后的头一次调用就得等。 */
export const createWorkspaceHandlers = (scope: WorkspaceScope, files: FileExchange, backUpFirst: BackUpFirst): WorkspaceHandlers =>
  lazily<WorkspaceHandlers>({
    norms: () => createNormHandlers(scope),
    contacts: () => createContactHandlers(scope),
    coverage: () => createCoverageHandlers(scope),
    health: () => createHealthHandlers(scope),
    terms: () => createLeadingGroupHandlers(scope),
    organisations: () => createOrganisationHandlers(scope, rosterCountsOf(scope)),
    organisationEvents: () => createOrganisationEventHandlers(scope),
    organisationLists: () => createOrganisationListHandlers(scope),
    members: () => ({ ...createMemberHandlers(scope), erase: createEraseMember(scope), ...createPhotoHandlers(scope, files), ...createPrintForms(scope, files), ...createRosterExportHandlers(scope, files, rosterBrowserOf(scope)) }),
    roster: () => ({ ...createRosterHandlers(scope, rosterBrowserOf(scope)), printStructure: createPrintStructure(scope, files, rosterBrowserOf(scope)) }),
    customFields: () => createCustomFieldHandlers(scope),
    meetings: () => createMeetingHandlers(scope),
    meetingFiles: () => createMeetingFileHandlers(scope, files),
    meetingAids: () => createMeetingAidHandlers(scope),
    followUps: () => createFollowUpHandlers(scope),
    registers: () => createRegisterHandlers(scope),
    submissions: () => createSubmissionHandlers(scope),
    completeness: () => createCompletenessHandlers(scope),
    normDecisions: () => createNormDecisionHandlers(scope),
    dues: () => createDuesHandlers(scope),
    evaluation: () => createEvaluationHandlers(scope),
    periods: () => createPeriodHandlers(scope),
    standings: () => createStandingHandlers(scope),
    appeals: () => createAppealHandlers(scope),
    schemes: () => createSchemeHandlers(scope, files),
    audit: () => createAuditHandlers(scope, files),
    history: () => createHistoryHandlers(scope),
    bin: () => createBinHandlers(scope),
    calendar: () => createCalendarHandlers(scope),
    development: () => createDevelopmentHandlers(scope, files),
    transfers: () => createTransferHandlers(scope, files),
    care: () => createCareHandlers(scope),
    imports: () => createImportHandlers(scope, files, (watch) => backUpFirst('before_import', watch)),
    lists: () => createListHandlers(scope, files),
    print: () => createPrintHandlers(scope, files),
    volumes: () => createVolumeHandlers(scope, files),
  })

const lazily = <T extends object>(makers: { readonly [G in keyof T]: () => T[G] }): T => {
  const made: Partial<T> = {}
  const groups = {}
  for (const group of Object.keys(makers) as (keyof T)[]) Object.defineProperty(groups, group, { enumerable: true, get: () => (made[group] ??= makers[group]()) })
  // 每个键都有了,取到时才造。
  return groups as T
}

/** 新工作区:最上级党委、内置分类、预置考核方案。返回最上级党委的标识。 */
export const populateNewWorkspace = (scope: WorkspaceScope, name: string): string => {
  const root = populateOrganisation(scope, name)
  populateScheme(scope)
  return root
}
