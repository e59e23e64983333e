import { sectionChoiceSchema, type SectionChoice } from '../../../shared/model/volume-sections.ts'
import { createSettingRepo } from '../../store/repos/setting-repo.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const NAME = 'volume-sections'
const AS_GIVEN: SectionChoice = { order: [], off: [] }

/** 单位排定的先后与印不印;没有存过、存的读不懂(以后版本的)照缺省。 */
export const createSectionChoice = (scope: WorkspaceScope) => {
  const settings = createSettingRepo(scope.store.db)
  return {
    read: (): SectionChoice => {
      const found = sectionChoiceSchema.safeParse(settings.read(NAME))
      return found.success ? found.data : AS_GIVEN
    },
    save: (choice: SectionChoice): void => scope.write('policy', 'print.saveSections', (transaction) => settings.write(transaction, NAME, choice)),
  }
}
