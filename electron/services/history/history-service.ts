import type { historyContract } from '../../../shared/contract/audit.contract.ts'
import { shippedRegister } from '../../../shared/data/registers/index.ts'
import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import { DeclaredFailure, failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createDuesRepo } from '../../store/repos/dues-repo.ts'
import { createHistoryRepo } from '../../store/repos/history-repo.ts'
import { createRegisterRepo } from '../../store/repos/register-repo.ts'
import { createSubmissionRepo } from '../../store/repos/submission-repo.ts'
import { createSchemeRepo } from '../../store/repos/scheme-repo.ts'
import { createSchemeLibrary } from '../evaluation/schemes/scheme-library.ts'
import { createOwnBranch } from '../session/own-branch.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { buildEntries, HISTORY_PAGE, type HistorySource } from './build-entries.ts'
import type { Body } from './diff-columns.ts'
import { createHistorySources } from './history-sources.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** 记录的来历:谁、何时、把什么从什么改成什么、为什么;由版本比出来,敏感项遮着。 */
export const createHistoryHandlers = (scope: WorkspaceScope): GroupHandlers<typeof historyContract> => {
  const { db } = scope.store
  const repo = createHistoryRepo(db)
  const categories = createCategoryRepo(db)
  const dues = createDuesRepo(db)
  const registers = createRegisterRepo(db, scope.ports.ids.next)
  const submissions = createSubmissionRepo(db, scope.ports.ids.next)
  const isOwn = createOwnBranch(scope)
  const schemes = createSchemeLibrary(createSchemeRepo(db))
  const names = { organisation: repo.organisationName, member: (id: string) => repo.memberName(id) ?? '', category: categories.nameOf, candidate: (id: string) => repo.developmentName(id) ?? '', customField: repo.customFieldName, entry: repo.entryTitle }
  /** 手工分记着当时的方案版本,其余按当月的方案;方案里没有的照写代码。 */
  const indicatorName = (body: Body): string => {
    const id = text(body['indicator_id'])
    const versionId = text(body['scheme_version_id'])
    try {
      const version = versionId === '' ? schemes.inForce(text(body['period'])) : schemes.byId(versionId)
      return version.body.texts.indicators[id]?.name ?? id
    } catch (error) {
      if (error instanceof DeclaredFailure) return id
      throw error
    }
  }
  const sources = createHistorySources(repo, names, indicatorName)
  const submissionTitle = ({ definitionKey, year }: { readonly definitionKey: string; readonly year: number }): string => historyText.yearly(year, shippedRegister(definitionKey)?.name ?? '')
  const page = (title: string, from: readonly HistorySource[], offset: number) => {
    const entries = buildEntries(from)
    return { title, entries: entries.slice(offset, offset + HISTORY_PAGE), more: entries.length > offset + HISTORY_PAGE }
  }
  return {
    member: ({ id, offset }) => page(repo.memberName(id) ?? failWith('NOT_FOUND'), sources.member(id), offset),
    meeting: ({ id, offset }) => page(sources.meetingTitle(repo.meetingHead(id) ?? failWith('NOT_FOUND')), sources.meeting(id), offset),
    followUp: ({ id, offset }) => page(repo.followUpText(id) ?? failWith('NOT_FOUND'), sources.followUp(id), offset),
    entry: ({ id, offset }) => {
      const head = repo.entryHead(id) ?? failWith('NOT_FOUND')
      const definition = registers.definition(head.definitionKey, head.definitionVersion) ?? failWith('NOT_FOUND')
      return page(head.title, sources.entry(id, definition, isOwn(head.branchId)), offset)
    },
    submission: ({ id, offset }) => page(submissionTitle(submissions.head(id) ?? failWith('NOT_FOUND')), sources.submission(id), offset),
    development: ({ id, offset }) => page(repo.developmentName(id) ?? failWith('NOT_FOUND'), sources.development(id), offset),
    transfer: ({ id, offset }) => page(repo.letterName(id) ?? failWith('NOT_FOUND'), sources.transfer(id), offset),
    care: ({ id, offset }) => page(repo.careSubject(id) ?? failWith('NOT_FOUND'), sources.care(id), offset),
    organisation: ({ id, offset }) => page(repo.isOrganisation(id) ? repo.organisationName(id) : failWith('NOT_FOUND'), sources.organisation(id), offset),
    dues: ({ branchId, cell: { memberId, month }, offset }) => {
      const { id } = dues.entry(branchId, memberId, month) ?? failWith('NOT_FOUND')
      return page(historyText.duesTitle(repo.memberName(memberId) ?? '', month), sources.dues(id), offset)
    },
    evaluation: ({ branchId, period, offset }) => page(historyText.evaluationTitle(repo.isOrganisation(branchId) ? repo.organisationName(branchId) : failWith('NOT_FOUND'), period), sources.evaluation(branchId, period), offset),
  }
}
