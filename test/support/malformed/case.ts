import type { ErrorCode } from '../../../shared/rpc/error-codes.ts'

/**
 * 一份坏文件该落得什么下场:
 * - refused:整份拒收,代码是其中之一;
 * - rows:读得出来,逐行结论依次如此(`new`、`refused:cell_error`、`warned:formula_value,date_month_only`;写出的代码都要有);
 * - intact:要么拒收,要么读出来与没坏时一模一样(坏的是用不到的字节);
 * - answered:拒收或逐行结论都行,但必有说法,不许是程序自己的毛病。
 */
export type Expectation =
  | { readonly kind: 'refused'; readonly codes: readonly ErrorCode[] }
  | { readonly kind: 'rows'; readonly verdicts: readonly string[] }
  | { readonly kind: 'intact'; readonly original: () => Uint8Array }
  | { readonly kind: 'answered' }

export interface MalformedFile {
  readonly family: string
  readonly title: string
  readonly fileName: string
  make(): Uint8Array | Promise<Uint8Array>
  readonly expected: Expectation
}

type Make = MalformedFile['make']
export const refused = (...codes: readonly ErrorCode[]): Expectation => ({ kind: 'refused', codes })
export const rows = (...verdicts: readonly string[]): Expectation => ({ kind: 'rows', verdicts })
export const answered: Expectation = { kind: 'answered' }
export const DAMAGED = refused('FILE_DAMAGED')
export const NOT_WORKBOOK = refused('FILE_NOT_WORKBOOK')
export const TOO_COMPLEX = refused('FILE_TOO_COMPLEX')

/** 一类坏文件;缺省的文件名是 a.xlsx。 */
export const family = (name: string, cases: readonly (readonly [title: string, make: Make, expected: Expectation, fileName?: string])[]): MalformedFile[] => cases.map(([title, make, expected, fileName = 'a.xlsx']) => ({ family: name, title, fileName, make, expected }))
