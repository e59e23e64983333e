import type { FileLimit } from '../../shared/model/roster-import.ts'

interface WhereDamaged {
  /** 坏在哪张表、第几行;不知道的为空串与 0。 */
  readonly sheet: string
  readonly row: number
}
interface WhichLimit {
  readonly limit: FileLimit
  /** 那条上限的数。 */
  readonly most: number
}
/** 文件读不了的原因与附带的话,与 members 契约里声明的一致。 */
export type WorkbookRejection =
  | { readonly code: 'FILE_EMPTY' | 'FILE_NOT_WORKBOOK' | 'FILE_ENCRYPTED' | 'FILE_OLD_EXCEL' | 'FILE_WPS_FORMAT' | 'FILE_NOT_TEXT'; readonly data: Readonly<Record<string, never>> }
  | { readonly code: 'FILE_TOO_COMPLEX'; readonly data: WhichLimit }
  | { readonly code: 'FILE_DAMAGED'; readonly data: WhereDamaged }

export class WorkbookRejected extends Error {
  readonly rejection: WorkbookRejection
  constructor(rejection: WorkbookRejection, options?: ErrorOptions) {
    super(rejection.code, options)
    this.name = 'WorkbookRejected'
    this.rejection = rejection
  }
  get code(): WorkbookRejection['code'] {
    return this.rejection.code
  }
}

export const rejected = (code: Exclude<WorkbookRejection['code'], 'FILE_TOO_COMPLEX' | 'FILE_DAMAGED'>): WorkbookRejected => new WorkbookRejected({ code, data: {} })
export const tooComplex = (limit: FileLimit, most: number, cause?: unknown): WorkbookRejected => new WorkbookRejected({ code: 'FILE_TOO_COMPLEX', data: { limit, most } }, { cause })
export const damaged = (cause?: unknown, sheet = '', row = 0): WorkbookRejected => new WorkbookRejected({ code: 'FILE_DAMAGED', data: { sheet, row } }, { cause })
