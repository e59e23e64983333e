/**
 * 一份备份的毛病。后三种不碍恢复:附件缺了几个、做的时候钥匙文件就有缺,库仍然完整。
 *
 * - `manifest_…`:清单丢了、坏了、由更新的版本写成;`unreadable`:文件夹或文件读不出来(多半是盘的问题)。
 * - `file_missing` / `file_changed`:少了文件,或大小、内容和清单不符;`file_unexpected`:库旁边多出别处的日志文件,一打开就会被它改坏(F07)。
 * - `key_wrong`:给的钥匙不是这一份的;`seal`:清单被人改过。
 * - `not_openable` / `integrity` / `foreign_keys` / `audit` / `versions` / `differs`:打开后查出的;differs 是提交、链头或行数和清单不符。
 * - `schema_newer`:库由更新的版本写成,这一版恢复不了;`migration`:升不到这一版。
 */
export const PROBLEM_CODES = [
  'manifest_missing',
  'manifest_damaged',
  'manifest_newer',
  'unreadable',
  'file_missing',
  'file_changed',
  'file_unexpected',
  'key_wrong',
  'seal',
  'not_openable',
  'integrity',
  'foreign_keys',
  'audit',
  'versions',
  'differs',
  'schema_newer',
  'migration',
  'blob_missing',
  'blob_changed',
  'keys_incomplete',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
const HARMLESS: readonly ProblemCode[] = ['blob_missing', 'blob_changed', 'keys_incomplete']

export interface BackupProblem {
  readonly code: ProblemCode
  /** 哪个文件,相对于备份文件夹;说的是整份的为 null。 */
  readonly file: string | null
}

export const problemOf = (code: ProblemCode, file: string | null = null): BackupProblem => ({ code, file })

/** 还能不能拿来恢复。 */
export const isUsable = (problems: readonly BackupProblem[]): boolean => problems.every(({ code }) => HARMLESS.includes(code))

/** 去掉重复的代码,给契约用。 */
export const codesOf = (problems: readonly BackupProblem[]): ProblemCode[] => [...new Set(problems.map(({ code }) => code))]
