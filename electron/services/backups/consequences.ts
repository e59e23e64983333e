import type { z } from 'zod'
import type { consequencesSchema } from '../../../shared/contract/backups.contract.ts'
import { backupsText } from '../../../shared/i18n/zh-CN/backups.ts'
import type { Manifest } from '../../store/backup/manifest.ts'
import { createLaterChanges } from '../../store/repos/later-changes.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const EXAMPLES = 5
const labels: Readonly<Record<string, string>> = backupsText.tables

/** 三员分立时,系统管理员管恢复而不看业务:只说几条,不说是哪几条。 */
const seesExamples = (scope: WorkspaceScope): boolean => scope.setup !== 'separated' || currentCall().role === 'committee_office'

/** 恢复到这一份,会少什么:之后的保存次数,改过的记录按种类列出,最近几条写明是哪一条。 */
export const consequencesOf = (scope: WorkspaceScope, id: string, manifest: Manifest): z.infer<typeof consequencesSchema> => {
  const later = createLaterChanges(scope.store.db)
  const { commits, from, to } = later.since(manifest.audit.seq, manifest.commitSeq)
  const lost = later.records(manifest.audit.seq, EXAMPLES).map(({ table, count, examples }) => ({ table, label: labels[table] ?? backupsText.otherRecords, count, examples: seesExamples(scope) ? [...examples] : [] }))
  return { id, madeAt: manifest.madeAt, laterCommits: commits, lost, from, to }
}
