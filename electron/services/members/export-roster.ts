import type { membersContract } from '../../../shared/contract/members.contract.ts'
import { memberColumnsText } from '../../../shared/i18n/zh-CN/member-columns.ts'
import { rosterExportText } from '../../../shared/i18n/zh-CN/roster-export.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { isBuiltIn, MEMBER_COLUMNS, type ColumnKey } from '../../../shared/model/member-columns.ts'
import { failWith, type GroupHandlers, type Handler } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import type { ExportCell, ExportColumn } from '../export/export-sheet.ts'
import { streamWorkbook } from '../export/workbook-export.ts'
import type { FileExchange } from '../file-exchange.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { RosterBrowser, Selection } from './roster-browser.ts'
import { kindOf } from './roster-cells.ts'

type Input = Parameters<Handler<typeof membersContract.exportList>>[0]
type Context = Pick<Parameters<Handler<typeof membersContract.exportList>>[1], 'access' | 'signal'>

/** 敏感的几列;不遮的导出里一定有,没选的补在最后。 */
const SENSITIVE = ['idNumber', 'mobile', 'telephone', 'address'] as const
type Sensitive = (typeof SENSITIVE)[number]
const isSensitive = (key: ColumnKey): key is Sensitive => (SENSITIVE as readonly string[]).includes(key)
const CUSTOM_WIDTH = 14
/** 一次取这么多人的敏感项。 */
const AT_ONCE = 500
const CUSTOM = 'custom:'

/** 名册导出为表格(F52):列与筛选就是屏幕上的;缺省遮着。不遮的要口令、理由,三员分立时要第二个人。谁、何时、为什么印在表头,也进审计。 */
export const createRosterExportHandlers = (scope: WorkspaceScope, files: FileExchange, browse: RosterBrowser): Pick<GroupHandlers<typeof membersContract>, 'exportList' | 'exportFull'> => {
  const members = createMemberRepo(scope.store.db)
  const accounts = createAccountRepo(scope.store.db)
  const customFields = createCustomFieldRepo(scope.store.db)

  const columnOf = (key: ColumnKey, selection: Selection): ExportColumn => {
    const heading = isBuiltIn(key) ? memberColumnsText.labels[key] : (customFields.find(key.slice(CUSTOM.length))?.name ?? memberColumnsText.unknownColumn)
    return { heading, kind: kindOf(key, selection.words) === 'number' ? 'number' : 'text', width: isBuiltIn(key) ? MEMBER_COLUMNS[key].width : CUSTOM_WIDTH }
  }
  const write = async ({ purpose, query, columns }: Input, { access, signal }: Context, full: boolean): Promise<{ file: FileRef; rows: number }> => {
    await browse.ready()
    const selection = browse(query, access)
    const count = selection.rows.length
    if (count === 0) failWith('NOTHING_TO_PRINT')
    const shown: readonly ColumnKey[] = full ? [...columns, ...SENSITIVE.filter((key) => !columns.includes(key))] : columns
    const shownAt = (place: number): readonly [string, readonly ExportCell[]] => {
      const { id, cells } = selection.shown(place, shown)
      return [id, cells]
    }
    function* rows(): Generator<ExportCell[]> {
      for (let start = 0; start < count; start += AT_ONCE) {
        const part = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, offset) => shownAt(start + offset))
        // 不遮的一批一批地取:十万人逐个去读要好几分钟。
        const personal = full ? members.personalOf(part.map(([id]) => id)) : null
        for (const [offset, [id, cells]] of part.entries()) {
          const own = personal?.get(id)
          yield [start + offset + 1, ...cells.map((cell, index) => (own !== undefined && isSensitive(shown[index] ?? 'name') ? own[shown[index] as Sensitive] : cell))]
        }
      }
    }
    const who = accounts.find(currentCall().actor)?.displayName ?? ''
    const today = scope.ports.clock.today()
    const bytes = await streamWorkbook(
      {
        name: rosterExportText.sheet,
        title: rosterExportText.title(scope.name),
        notes: [rosterExportText.note(who, today, purpose, count), ...(query.day === null ? [] : [rosterExportText.asOf(query.day)]), full ? rosterExportText.full : rosterExportText.masked],
        columns: [{ heading: rosterExportText.order, kind: 'number', width: 6 }, ...shown.map((key) => columnOf(key, selection))],
        rows: rows(),
      },
      signal,
    )
    // 先记下再交出文件:没记下的导出不给。
    scope.writeAs({ ...currentCall(), reason: purpose }, 'export', full ? 'members.exportFull' : 'members.exportList', (transaction) => transaction.audit({ ownerUnit: query.organisationId, table: 'member', recordId: '', detail: { action: 'export', full, rows: count } }))
    return { file: files.offer(rosterExportText.fileName(today, full), bytes, true), rows: count }
  }
  return {
    exportList: (input, context) => write(input, context, false),
    exportFull: (input, context) => write(input, context, true),
  }
}
