import type { rosterContract } from '../../../shared/contract/roster.contract.ts'
import { memberLayoutSchema, type MemberLayout } from '../../../shared/model/member-view.ts'
import type { ColumnKey } from '../../../shared/model/member-columns.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createMemberViewRepo } from '../../store/repos/member-view-repo.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createBatchEdit } from './batch-edit.ts'
import { structureOf } from './member-structure.ts'
import type { RosterBrowser, Selection } from './roster-browser.ts'

/** 全选最多这么多人。 */
const MOST_IDS = 20_000
/** 一个人最多存这么多种看法。 */
const MOST_VIEWS = 30
/** 「上次的样子」的名字:谁也起不出这个名字。 */
const CURRENT = ''

const shownRows = (selection: Selection, columns: readonly ColumnKey[], offset: number, limit: number) =>
  Array.from({ length: Math.max(0, Math.min(limit, selection.rows.length - offset)) }, (_, index) => selection.shown(offset + index, columns))

/** 存过的样子里可能有后来没有了的列:读不懂就当没存过。 */
const readLayout = (text: string | undefined): MemberLayout | null => {
  if (text === undefined) return null
  const found = memberLayoutSchema.safeParse(JSON.parse(text))
  return found.success ? found.data : null
}

/** 名册列表的各个过程。 */
export const createRosterHandlers = (scope: WorkspaceScope, browse: RosterBrowser): Omit<GroupHandlers<typeof rosterContract>, 'printStructure'> => {
  const views = createMemberViewRepo(scope.store.db)
  const keep = (name: string, layout: MemberLayout): void => {
    if (scope.store.readOnly) return
    views.keep({ id: scope.ports.ids.next(), accountId: currentCall().actor, name, body: JSON.stringify(layout), at: scope.ports.clock.now() })
  }
  return {
    browse: async ({ query, columns, offset, limit }, { access }) => {
      const first = browse.firstPage(query, access, columns, offset, limit)
      if (first !== null) return first
      await browse.ready()
      const selection = browse(query, access)
      return { rows: shownRows(selection, columns, offset, limit), groups: selection.groups(), totals: selection.totals() }
    },
    ids: async ({ query }, { access }) => {
      await browse.ready()
      const selection = browse(query, access)
      if (selection.rows.length > MOST_IDS) failWith('TOO_MANY_MEMBERS', { found: selection.rows.length, most: MOST_IDS })
      return { ids: Array.from(selection.rows, (row) => selection.table.idAt(row)) }
    },
    structure: async ({ query }, { access }) => {
      await browse.ready()
      return structureOf(browse, query, access)
    },
    ...createBatchEdit(scope),
    views: () => {
      const mine = views.of(currentCall().actor)
      return {
        current: readLayout(mine.find(({ name }) => name === CURRENT)?.body),
        saved: mine.flatMap(({ name, body }) => {
          const layout = name === CURRENT ? null : readLayout(body)
          return layout === null ? [] : [{ name, layout }]
        }),
      }
    },
    keepLayout: ({ layout }) => {
      keep(CURRENT, layout)
      return {}
    },
    saveView: ({ name, layout }) => {
      const mine = views.of(currentCall().actor)
      if (mine.length > MOST_VIEWS && !mine.some((view) => view.name === name)) failWith('TOO_MANY_VIEWS', { most: MOST_VIEWS })
      keep(name, layout)
      return {}
    },
    removeView: ({ name }) => {
      if (!scope.store.readOnly) views.drop(currentCall().actor, name)
      return {}
    },
  }
}
