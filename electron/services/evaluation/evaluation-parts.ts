import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createEvaluationPeriodRepo } from '../../store/repos/evaluation-period-repo.ts'
import { createMeetingRepo } from '../../store/repos/meeting-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createSchemeRepo } from '../../store/repos/scheme-repo.ts'
import { createScoreEntryRepo } from '../../store/repos/score-entry-repo.ts'
import { createScoreFactRepo } from '../../store/repos/score-fact-repo.ts'
import { createScoreRepo } from '../../store/repos/score-repo.ts'
import { createDuesLedgers } from '../dues/dues-ledgers.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createBranchDirectory } from './branch-directory.ts'
import { createBranchFacts } from './branch-facts.ts'
import { createRecordSources } from './record-sources.ts'
import { createBranchScorer } from './score-branch.ts'
import { createSchemeLibrary } from './schemes/scheme-library.ts'
import { createPeriodViews } from './summaries.ts'

/** 月评价的各个零件,按一个工作区组装好。 */
export const createEvaluationParts = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const organisations = createOrganisationRepo(db)
  const categories = createCategoryRepo(db)
  const entries = createScoreEntryRepo(db)
  const scores = createScoreRepo(db)
  const schemes = createSchemeLibrary(createSchemeRepo(db))
  const branches = createBranchDirectory(organisations)
  const facts = createBranchFacts({ meetings: createMeetingRepo(db), members: createMemberRepo(db), organisations, history: createScoreFactRepo(db), dues: createDuesLedgers(scope), records: createRecordSources(scope) })
  const scorer = createBranchScorer({ ids: scope.ports.ids, schemes, facts, entries, scores })
  const views = createPeriodViews({ schemes, branches, scores, isFrozen: createEvaluationPeriodRepo(db, () => scope.ports.ids.next()).isFrozen, categories: categories.all })
  return { entries, scores, schemes, branches, facts, scorer, views }
}
export type EvaluationParts = ReturnType<typeof createEvaluationParts>
