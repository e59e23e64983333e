import type { Degree, ManagementLevel, MembershipState, MemberType, PostKind } from '../../../shared/model/member.ts'
import type { ImportReasonCode } from '../../../shared/model/roster-import.ts'
import { cleanCode, cleanLine, compareKey } from './clean-text.ts'
import type { HeaderColumn } from './map-headers.ts'
import { FIELD_READERS } from './read-values.ts'
import { cellText, type SheetCell } from './sheet.ts'
import { readCustom } from './read-custom.ts'
import { isCustomColumn, type RosterColumn, type RosterField, type RosterVocabulary } from './vocabulary.ts'

/** refuse 不收这一行;warn 收,但请人核对;note 只是告知,不改变结论。 */
export type Severity = 'refuse' | 'warn' | 'note'
/** 说明里要填的值。 */
export interface FindingValues {
  readonly text?: string
  readonly other?: string
  readonly row?: number
  readonly sheet?: string
  readonly limit?: number
  readonly names?: readonly string[]
}
export interface Finding {
  readonly field: RosterColumn | null
  readonly code: ImportReasonCode
  readonly severity: Severity
  readonly values: FindingValues
}

/** 一行读出的值;没有的键就是空格子(空格子从不抹掉已有的值)。 */
export interface RowValues {
  name?: string
  branchText?: string
  idNumber?: string
  gender?: '0' | '1' | '2' | '9'
  ethnicity?: string
  birthDate?: string
  education?: string
  memberType?: MemberType
  joinedOn?: string
  regularOn?: string
  post?: string
  mobile?: string
  telephone?: string
  address?: string
  membershipState?: MembershipState
  note?: string
  workNumber?: string
  partyGroupName?: string
  nativePlace?: string
  birthPlace?: string
  workFrom?: string
  degree?: Degree
  graduatedFrom?: string
  major?: string
  isPartySchool?: boolean
  administrativePost?: string
  professionalTitle?: string
  postKind?: PostKind
  managementLevel?: ManagementLevel
  isBackbone?: boolean
  isRetired?: boolean
  appliedOn?: string
  activistOn?: string
  candidateOn?: string
  sponsors?: string
  transferredInOn?: string
  transferredFrom?: string
  joinedIn?: string
  resume?: string
  /** 自定义项:标识 → 值。 */
  custom?: Readonly<Record<string, string>>
}

export interface RowReading {
  readonly sheet: string
  /** Excel 行号。 */
  readonly row: number
  readonly values: Readonly<RowValues>
  readonly findings: readonly Finding[]
  /** 字段 → 表头原文;没有该列则缺。 */
  readonly headers: ReadonlyMap<RosterColumn, string>
  /** 几个要在预览里原样显示的格子(值读不出来时用)。 */
  readonly shown: { readonly name: string; readonly idNumber: string; readonly memberType: string; readonly joinedOn: string; readonly branch: string; readonly partyGroup: string }
}

/** 这些列里有内容才算一个人;只填了支部、小组、序号的是空行或小标题。 */
const PERSON_FIELDS: ReadonlySet<RosterColumn> = new Set<RosterField>(['name', 'idNumber', 'birthDate', 'joinedOn', 'regularOn', 'mobile', 'workNumber'])
/** 表尾行的这几列里没有像样的证号、日期。 */
const IDENTIFYING_FIELDS: ReadonlySet<RosterColumn> = new Set<RosterField>(['idNumber', 'birthDate', 'joinedOn'])
const LEAST_DIGITS = 6

/** 等于没填的写法(含一串空格)不会比这更长。 */
const LONGEST_BLANK = 40
const isBlank = (cell: SheetCell | undefined, vocabulary: RosterVocabulary): boolean => {
  const text = cellText(cell)
  if (text === '') return true
  if (text.length > LONGEST_BLANK) return false
  const key = compareKey(text)
  return key === '' || vocabulary.blanks.has(key)
}

/** 模板里示例的那一行,第一格写着「示例」。 */
const EXAMPLE = '\u793a\u4f8b'
export const isExampleRow = (cells: readonly SheetCell[]): boolean => compareKey(cellText(cells[0]).slice(0, LONGEST_BLANK)) === EXAMPLE

/** 空行、小标题、合计与填表人等表尾行:不是党员,跳过不报。 */
export const isPersonRow = (cells: readonly SheetCell[], columns: readonly HeaderColumn<RosterColumn>[], vocabulary: RosterVocabulary): boolean => {
  const filled = columns.filter((column) => column.field !== null && !isBlank(cells[column.index], vocabulary))
  if (!filled.some((column) => column.field !== null && PERSON_FIELDS.has(column.field))) return false
  const digits = (cell: SheetCell | undefined): number => cellText(cell).slice(0, 200).normalize('NFKC').replaceAll(/\D/g, '').length
  if (filled.some((column) => column.field !== null && IDENTIFYING_FIELDS.has(column.field) && digits(cells[column.index]) >= LEAST_DIGITS)) return true
  const isFooter = (cell: SheetCell | undefined): boolean => {
    const key = compareKey(cellText(cell).slice(0, 200))
    return key !== '' && vocabulary.footers.some((word) => key.startsWith(word))
  }
  const name = columns.find((column) => column.field === 'name')
  return !isFooter(cells.find((cell) => cellText(cell).trim() !== '')) && !isFooter(name === undefined ? undefined : cells[name.index])
}

/** 读一行的各个格子;只看格子本身,不与别的行、别的列、库里的人比。 */
export const readRow = (sheet: string, row: number, cells: readonly SheetCell[], columns: readonly HeaderColumn<RosterColumn>[], headers: ReadonlyMap<RosterColumn, string>, vocabulary: RosterVocabulary, is1904 = false): RowReading => {
  const values: RowValues = {}
  const findings: Finding[] = []
  const shown = { name: '', idNumber: '', memberType: '', joinedOn: '', branch: '', partyGroup: '' }
  for (const { index, field } of columns) {
    if (field === null || field === 'sequence') continue
    const cell = cells[index] ?? null
    const note = (code: ImportReasonCode, severity: Severity, values: FindingValues = {}): void => void findings.push({ field, code, severity, values })
    if (isBlank(cell, vocabulary)) continue
    if (Object.hasOwn(shown, field)) shown[field as keyof typeof shown] = (field === 'idNumber' ? cleanCode(cellText(cell).slice(0, 60)).text : cleanLine(cellText(cell).slice(0, 200)).text).slice(0, 40)
    if (cell !== null && typeof cell === 'object' && cell.kind === 'error') {
      note('cell_error', 'refuse', { text: cell.text.slice(0, 20) })
      continue
    }
    if (cell !== null && typeof cell === 'object' && cell.kind === 'formula') note('formula_value', 'warn', { text: cellText(cell).slice(0, 40) })
    if (isCustomColumn(field)) readCustom({ cell, values, note, vocabulary, is1904 }, field)
    else FIELD_READERS[field]({ cell, values, note, vocabulary, is1904 })
  }
  return { sheet, row, values, findings, headers, shown }
}
