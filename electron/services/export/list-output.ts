import { listOutputText as text } from '../../../shared/i18n/zh-CN/list-output.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { ListDocument, ListPrintModel } from '../../../shared/model/list-document.ts'
import { failWith } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import type { FileExchange } from '../file-exchange.ts'
import { readPdfPositions } from '../print/pdf-positions.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { writeWorkbook } from './workbook-export.ts'

/** 竖放的一行大约排得下这么多半角字符(9 磅字);再宽就横放。 */
const PORTRAIT_CHARACTERS = 104

export interface ListOrigin {
  /** 审计里认这张表的代号;标题可能带姓名,不进审计。 */
  readonly list: string
  readonly organisationId: string | null
  readonly procedure: string
  /** 含个人信息的表的用途,当作理由存;没有为空串。 */
  readonly purpose: string
}

export interface ListOutput {
  /** 写成 .xlsx;没有行报 NOTHING_TO_PRINT。 */
  sheet(document: ListDocument, origin: ListOrigin): Promise<FileRef>
  /** 印成 PDF;预览那份凭据可反复取,下一次打印时作废。 */
  pdf(document: ListDocument, origin: ListOrigin, signal: AbortSignal): Promise<{ readonly file: FileRef; readonly preview: FileRef; readonly pages: number; readonly landscape: boolean }>
}

/** 任何一张表的两条出路,一处写成:文件怎么写、怎么印、怎么记。 */
export const createListOutput = (scope: WorkspaceScope, files: FileExchange): ListOutput => {
  const accounts = createAccountRepo(scope.store.db)
  let lastPreview: string | null = null
  const who = (): string => accounts.find(currentCall().actor)?.displayName ?? ''
  /** 先记下再交出文件:没记下的不给。 */
  const record = (kind: 'export' | 'print', { list, organisationId, procedure, purpose }: ListOrigin, rows: number): void =>
    scope.writeAs(purpose === '' ? currentCall() : { ...currentCall(), reason: purpose }, kind, procedure, (transaction) => {
      transaction.audit({ ownerUnit: organisationId, table: 'workspace', recordId: scope.workspaceId, detail: { action: kind, document: list, rows } })
    })
  return {
    sheet: async (document, origin) => {
      if (document.rows.length === 0) failWith('NOTHING_TO_PRINT')
      const today = scope.ports.clock.today()
      const bytes = await writeWorkbook([
        {
          name: document.title,
          title: text.title(scope.name, document.title),
          notes: [...(document.subtitle === '' ? [] : [document.subtitle]), text.note(who(), today, document.rows.length, origin.purpose)],
          columns: document.columns.map(({ label, kind, width }) => ({ heading: label, kind: kind === 'date' ? 'text' : kind, width })),
          rows: document.totals === undefined ? document.rows : [...document.rows, document.totals],
        },
      ])
      record('export', origin, document.rows.length)
      return files.offer(text.fileName(document.title, today, 'xlsx'), bytes, true)
    },
    pdf: async (document, origin, signal) => {
      if (document.rows.length === 0) failWith('NOTHING_TO_PRINT')
      const printedOn = scope.ports.clock.today()
      const landscape = document.columns.reduce((sum, { width }) => sum + width, 0) > PORTRAIT_CHARACTERS
      const model: ListPrintModel = { unitName: scope.name, printedOn, notes: [...(document.subtitle === '' ? [] : [document.subtitle]), text.printNote(who(), printedOn, document.rows.length, origin.purpose)], landscape, document }
      const pdf = await scope.ports.printer.renderPdf('list', model, { tagged: false, signal })
      const { totalPages } = await readPdfPositions(pdf)
      record('print', origin, document.rows.length)
      const name = text.fileName(document.title, printedOn, 'pdf')
      if (lastPreview !== null) files.discard(lastPreview)
      const preview = files.offer(name, pdf, false)
      lastPreview = preview.ticket
      return { file: files.offer(name, pdf, true), preview, pages: totalPages, landscape }
    },
  }
}
