/** 文件读不了的原因,与 members 契约里声明的代码一致。 */
const WORKBOOK_REJECTIONS = ['FILE_EMPTY', 'FILE_NOT_WORKBOOK', 'FILE_ENCRYPTED', 'FILE_OLD_EXCEL', 'FILE_WPS_FORMAT', 'FILE_TOO_COMPLEX', 'FILE_DAMAGED', 'FILE_NOT_TEXT'] as const
export type WorkbookRejection = (typeof WORKBOOK_REJECTIONS)[number]

export class WorkbookRejected extends Error {
  readonly code: WorkbookRejection
  constructor(code: WorkbookRejection, options?: ErrorOptions) {
    super(code, options)
    this.name = 'WorkbookRejected'
    this.code = code
  }
}
