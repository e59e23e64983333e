import { sampleListEntries, sampleMoving, sampleRenamedShort, sampleRenaming } from '../../data/sample/organisation-story.ts'
import { createOrganisationListRepo } from '../../store/repos/organisation-list-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createEventRecorder } from '../organisations/event-recorder.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 示例企业的沿革(改名、划转)与标签、单位、阵地、品牌。 */
export const buildOrganisationStory = (scope: WorkspaceScope, transaction: Transaction): void => {
  const recorder = createEventRecorder(scope)
  const { organisations, lines } = recorder
  const lists = createOrganisationListRepo(scope.store.db, () => scope.ports.ids.next())
  const idOf = (code: string): string => {
    const id = organisations.findByCode(code)
    if (id === null) throw new Error(`no sample branch ${code}`)
    return id
  }
  const unit = organisations.topOf(idOf('001'), sampleRenaming.day).id

  // 造的时候用的是现在的名称、隶属:先写回从前的,再登记变动。
  const renamed = idOf(sampleRenaming.code)
  const now = organisations.nameOn(renamed, sampleRenaming.day)
  const { code: _renamed, from, ...renaming } = sampleRenaming
  lines.correct(transaction, 'name', renamed, { name: from, short_name: '' }, renaming.day)
  recorder.record(transaction, 'renaming', renamed, renaming, (draft) => {
    draft.involve(renamed, 'subject')
    lines.setFrom(transaction, draft.log, 'name', renamed, { name: now, short_name: sampleRenamedShort }, draft.day)
    draft.effect({ aspect: 'name', organisationId: renamed, from, to: now })
  })

  const moved = idOf(sampleMoving.code)
  const { code: _moved, ...moving } = sampleMoving
  const parent = organisations.parentOn(moved, moving.day)
  if (parent === null) throw new Error('the moved sample branch has no parent')
  lines.correct(transaction, 'parent', moved, { parent_id: unit }, moving.day)
  recorder.record(transaction, 'moving', moved, moving, (draft) => {
    draft.involve(moved, 'subject')
    draft.involve(parent, 'parent')
    draft.involve(unit, 'parent')
    lines.setFrom(transaction, draft.log, 'parent', moved, { parent_id: parent }, draft.day)
    draft.effect({ aspect: 'parent', organisationId: moved, from: unit, to: parent })
  })

  for (const { code, entry } of sampleListEntries) lists.save(transaction, idOf(code), { ...entry, id: null, rev: null })
}
