import { accountsContract } from './accounts.contract.ts'
import { auditContract, historyContract } from './audit.contract.ts'
import { backupsContract, binContract, rescueContract } from './backups.contract.ts'
import { calendarContract } from './calendar.contract.ts'
import { completenessContract } from './completeness.contract.ts'
import { contactsContract } from './contacts.contract.ts'
import { customFieldsContract } from './custom-fields.contract.ts'
import { coverageContract } from './coverage.contract.ts'
import type { ContractTree } from './define.ts'
import { duesContract } from './dues.contract.ts'
import { careContract } from './care.contract.ts'
import { developmentContract } from './development.contract.ts'
import { registersContract } from './registers.contract.ts'
import { submissionsContract } from './submissions.contract.ts'
import { followUpsContract } from './follow-ups.contract.ts'
import { evaluationContract } from './evaluation.contract.ts'
import { healthContract } from './health.contract.ts'
import { importsContract } from './imports.contract.ts'
import { listsContract } from './lists.contract.ts'
import { leadingGroupsContract } from './leading-groups.contract.ts'
import { meetingAidsContract } from './meeting-aids.contract.ts'
import { meetingFilesContract } from './meeting-files.contract.ts'
import { meetingsContract } from './meetings.contract.ts'
import { membersContract } from './members.contract.ts'
import { normDecisionsContract } from './norm-decisions.contract.ts'
import { normsContract } from './norms.contract.ts'
import { organisationEventsContract } from './organisation-events.contract.ts'
import { organisationListsContract } from './organisation-lists.contract.ts'
import { organisationsContract } from './organisations.contract.ts'
import { appealsContract, periodsContract, standingsContract } from './periods.contract.ts'
import { printContract } from './print.contract.ts'
import { rosterContract } from './roster.contract.ts'
import { schemesContract } from './schemes.contract.ts'
import { sessionContract } from './session.contract.ts'
import { supportContract } from './support.contract.ts'
import { systemContract } from './system.contract.ts'
import { transfersContract } from './transfers.contract.ts'
import { volumesContract } from './volumes.contract.ts'

/** 唯一的契约:界面、命令行、测试都只经这里到核心。 */
export const contract = {
  system: systemContract,
  session: sessionContract,
  accounts: accountsContract,
  norms: normsContract,
  contacts: contactsContract,
  coverage: coverageContract,
  health: healthContract,
  terms: leadingGroupsContract,
  organisations: organisationsContract,
  organisationEvents: organisationEventsContract,
  organisationLists: organisationListsContract,
  members: membersContract,
  roster: rosterContract,
  customFields: customFieldsContract,
  meetings: meetingsContract,
  meetingFiles: meetingFilesContract,
  meetingAids: meetingAidsContract,
  followUps: followUpsContract,
  registers: registersContract,
  submissions: submissionsContract,
  completeness: completenessContract,
  normDecisions: normDecisionsContract,
  dues: duesContract,
  evaluation: evaluationContract,
  schemes: schemesContract,
  periods: periodsContract,
  standings: standingsContract,
  appeals: appealsContract,
  imports: importsContract,
  lists: listsContract,
  print: printContract,
  volumes: volumesContract,
  audit: auditContract,
  history: historyContract,
  bin: binContract,
  backups: backupsContract,
  rescue: rescueContract,
  support: supportContract,
  calendar: calendarContract,
  development: developmentContract,
  transfers: transfersContract,
  care: careContract,
} as const satisfies ContractTree
export type Contract = typeof contract
