import { sampleUnit } from '../../data/sample/organisations.ts'
import { populateSampleScores } from '../evaluation/populate-sample-scores.ts'
import { populateScheme } from '../evaluation/schemes/populate-scheme.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { buildSampleDevelopment } from './build-development.ts'
import { buildSampleDues } from './build-dues.ts'
import { buildSampleMeetings } from './build-meetings.ts'
import { buildMemberExtras } from './build-member-extras.ts'
import { buildSampleRegisters } from './build-registers.ts'
import { buildOrganisationStory } from './build-organisation-story.ts'
import { buildSampleOrganisations } from './build-organisations.ts'

/** 示例工作区的名称,也是示例企业的名称。 */
export const SAMPLE_NAME: string = sampleUnit.name

/**
 * 示例企业:组织、名册、会议记录、考核方案与几个月的成绩;与真用时走同样的写入口,因此审计与版本俱全。
 * 不看时钟,每次造出来都一样(标识与写入时刻除外)。
 */
export const populateSampleWorkspace = (scope: WorkspaceScope): void => {
  const branches = scope.write('workspace', 'system.openSample', (transaction) => {
    // 一次造几百人,审计归到一条之下,不逐条记。
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'organisation', recordId: '', detail: { action: 'sample' } }))
    return buildSampleOrganisations(scope, transaction)
  })
  scope.write('workspace', 'system.openSample', (transaction) => buildOrganisationStory(scope, transaction))
  scope.write('workspace', 'system.openSample', (transaction) => {
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'meeting', recordId: '', detail: { action: 'sample' } }))
    buildSampleMeetings(scope, transaction, branches)
    buildSampleRegisters(scope, transaction, branches)
  })
  scope.write('workspace', 'system.openSample', (transaction) => {
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'dues_entry', recordId: '', detail: { action: 'sample' } }))
    buildSampleDues(scope, transaction, branches)
  })
  scope.write('workspace', 'system.openSample', (transaction) => {
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'development_person', recordId: '', detail: { action: 'sample' } }))
    buildSampleDevelopment(scope, transaction, branches)
  })
  scope.write('workspace', 'system.openSample', (transaction) => {
    transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'member', recordId: '', detail: { action: 'sample' } }))
    buildMemberExtras(scope, transaction, branches)
  })
  populateScheme(scope)
  populateSampleScores(scope)
}
