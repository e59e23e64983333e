import type { membersContract } from '../../../shared/contract/members.contract.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { rosterExportText } from '../../../shared/i18n/zh-CN/roster-export.ts'
import type { MemberRow } from '../../../shared/model/member.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { failWith, type GroupHandlers, type Handler } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import { createMemberRepo, type MemberRecord } from '../../store/repos/member-repo.ts'
import type { ExportCell, ExportColumn } from '../export/export-sheet.ts'
import { writeWorkbook } from '../export/workbook-export.ts'
import type { FileExchange } from '../file-exchange.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createRosterList } from './roster-list.ts'

type Input = Parameters<Handler<typeof membersContract.exportList>>[0]
type Context = Pick<Parameters<Handler<typeof membersContract.exportList>>[1], 'access' | 'signal'>

const text = rosterExportText.headings
const MOST_ROWS = 20_000

const COMMON: readonly (readonly [ExportColumn, (row: MemberRow, index: number) => ExportCell])[] = [
  [{ heading: text.order, kind: 'number', width: 6 }, (_row, index) => index + 1],
  [{ heading: text.name, kind: 'text' }, (row) => row.name],
  [{ heading: text.gender, kind: 'text', width: 6 }, (row) => nameOf(genders, row.gender)],
  [{ heading: text.ethnicity, kind: 'text', width: 8 }, (row) => (row.ethnicity === '' ? '' : nameOf(ethnicities, row.ethnicity))],
  [{ heading: text.birthDate, kind: 'text' }, (row) => row.birthDate],
  [{ heading: text.education, kind: 'text' }, (row) => (row.education === '' ? '' : nameOf(educations, row.education))],
  [{ heading: text.memberType, kind: 'text' }, (row) => nameOf(memberTypes, row.memberType)],
  [{ heading: text.joinedOn, kind: 'text' }, (row) => row.joinedOn],
  [{ heading: text.regularOn, kind: 'text' }, (row) => row.regularOn],
  [{ heading: text.post, kind: 'text', width: 18 }, (row) => row.post],
  [{ heading: text.partyPosts, kind: 'text', width: 18 }, (row) => row.partyPosts.map((post) => nameOf(partyPosts, post)).join('、')],
  [{ heading: text.group, kind: 'text', width: 16 }, (row) => row.partyGroupName],
  [{ heading: text.branch, kind: 'text', width: 28 }, (row) => row.branchName],
]
const MASKED: readonly (readonly [ExportColumn, (row: MemberRow) => ExportCell])[] = [
  [{ heading: text.idNumber, kind: 'text', width: 20 }, (row) => row.idNumberMasked],
  [{ heading: text.mobile, kind: 'text', width: 14 }, (row) => (row.mobileTail === '' ? '' : `*******${row.mobileTail}`)],
]
const FULL: readonly (readonly [ExportColumn, (record: MemberRecord) => ExportCell])[] = [
  [{ heading: text.idNumber, kind: 'text', width: 20 }, ({ fields }) => fields.idNumber],
  [{ heading: text.mobile, kind: 'text', width: 14 }, ({ fields }) => fields.mobile],
  [{ heading: text.telephone, kind: 'text', width: 14 }, ({ fields }) => fields.telephone],
  [{ heading: text.address, kind: 'text', width: 30 }, ({ fields }) => fields.address],
]

/** 名册导出为表格(F52):缺省遮着;不遮的要口令、理由,三员分立时要第二个人。谁、何时、为什么印在表头,也进审计。 */
export const createRosterExportHandlers = (scope: WorkspaceScope, files: FileExchange): Pick<GroupHandlers<typeof membersContract>, 'exportList' | 'exportFull'> => {
  const list = createRosterList(scope)
  const members = createMemberRepo(scope.store.db)
  const accounts = createAccountRepo(scope.store.db)

  const write = async ({ purpose, ...query }: Input, context: Context, full: boolean): Promise<{ file: FileRef; rows: number }> => {
    const { rows } = list({ ...query, offset: 0, limit: MOST_ROWS }, context.access)
    if (rows.length === 0) failWith('NOTHING_TO_PRINT')
    const sensitive = full ? FULL.map(([column]) => column) : MASKED.map(([column]) => column)
    const cells = rows.map((row, index) => {
      const record = full ? members.read(row.id) : null
      return [...COMMON.map(([, cell]) => cell(row, index)), ...(record === null ? MASKED.map(([, cell]) => cell(row)) : FULL.map(([, cell]) => cell(record)))]
    })
    context.signal.throwIfAborted()
    const { actor } = currentCall()
    const who = accounts.find(actor)?.displayName ?? ''
    const today = scope.ports.clock.today()
    const bytes = await writeWorkbook([
      { name: rosterExportText.sheet, title: rosterExportText.title(scope.name), notes: [rosterExportText.note(who, today, purpose, rows.length), full ? rosterExportText.full : rosterExportText.masked], columns: [...COMMON.map(([column]) => column), ...sensitive], rows: cells },
    ])
    // 先记下再交出文件:没记下的导出不给。
    scope.writeAs({ ...currentCall(), reason: purpose }, 'export', full ? 'members.exportFull' : 'members.exportList', (transaction) => transaction.audit({ ownerUnit: query.organisationId, table: 'member', recordId: '', detail: { action: 'export', full, rows: rows.length } }))
    return { file: files.offer(rosterExportText.fileName(today, full), bytes, true), rows: rows.length }
  }
  return {
    exportList: (input, context) => write(input, context, false),
    exportFull: (input, context) => write(input, context, true),
  }
}
