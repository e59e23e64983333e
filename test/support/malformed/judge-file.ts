import { readWorkbook } from '../../../electron/import-worker/read-workbook.ts'
import { createSheetCollector } from '../../../electron/import-worker/sheet-sink.ts'
import { WorkbookRejected } from '../../../electron/import-worker/workbook-rejected.ts'
import { WHOLE } from '../../../electron/rpc/access.ts'
import { DeclaredFailure } from '../../../electron/rpc/handlers.ts'
import { checkRoster } from '../../../electron/services/roster-import/check-roster.ts'
import { presentPreviewRow } from '../../../electron/services/roster-import/present-row.ts'
import { locateSheets } from '../../../electron/services/import/locate-sheets.ts'
import { rosterRules } from '../../../electron/services/roster-import/read-sheets.ts'
import type { WorkspaceScope } from '../../../electron/services/workspace-scope.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import type { ImportPreview } from '../../../shared/model/roster-import.ts'
import type { RosterOffice } from '../roster-office.ts'
import type { Expectation, MalformedFile } from './case.ts'

export interface Judgement {
  /** 实际下场:代码,或逐行结论。 */
  readonly outcome: string
  /** 与该有的下场不符之处;没有为 null。 */
  readonly problem: string | null
  readonly milliseconds: number
}

/** 不算「有说法」的代码:程序自己的毛病。 */
const OWN_FAULTS: ReadonlySet<string> = new Set(['INTERNAL', 'BAD_INPUT', 'BAD_REQUEST', 'TRANSPORT'])
const verdictsOf = (preview: Pick<ImportPreview, 'rows'>): string[] => preview.rows.map((row) => [row.status, ...row.reasons.map((reason) => reason.code)].join(':'))
const matches = (verdict: string, actual: string): boolean => {
  const [status, codes = ''] = verdict.split(':')
  const [actualStatus, ...actualCodes] = actual.split(':')
  return status === actualStatus && codes.split(',').every((code) => code === '' || actualCodes.includes(code))
}

/** 三句话都在、没有漏填的值(F24、G10)。 */
const badSentences = (code: string, data: unknown): string | null => {
  const sentences = describeError(code, data)
  const text = Object.values(sentences).join('')
  return Object.values(sentences).some((sentence) => sentence.trim() === '') || /undefined|null|NaN|\[object/.test(text) ? `说明不完整:${text}` : null
}

/** 拒收、提醒的行都要说得出是哪张表、哪一行、哪一列。 */
const badRows = ({ rows }: Pick<ImportPreview, 'rows'>): string | null => {
  for (const row of rows) {
    if (row.sheet === '' || row.row < 2) return `没有说是哪张表哪一行:${JSON.stringify(row)}`
    if (row.status === 'refused' && row.reasons.length === 0) return '拒收而没有理由'
    for (const reason of row.reasons) if (reason.column === '' || reason.message === '' || /undefined|null|NaN/.test(reason.message)) return `理由说不清:${JSON.stringify(reason)}`
  }
  return null
}

const wrongOutcome = (expected: Expectation, outcome: string, verdicts: readonly string[] | null, original: string | null): string | null => {
  switch (expected.kind) {
    case 'refused':
      return (expected.codes as readonly string[]).includes(outcome) ? null : `该拒收(${expected.codes.join('、')}),却是 ${outcome}`
    case 'rows':
      return verdicts !== null && verdicts.length === expected.verdicts.length && verdicts.every((actual, index) => matches(expected.verdicts[index] ?? '', actual)) ? null : `该是 ${expected.verdicts.join(' ')},却是 ${outcome}`
    case 'intact':
      return verdicts === null || outcome === original ? null : `坏了却读成了别的样子:${outcome}`
    case 'answered':
      return null
  }
}
/** 大文件在别的进程里核对,只拿回下场与逐行结论;不符返回一句话。 */
export const matchesExpectation = (expected: Expectation, outcome: string, verdicts: readonly string[]): string | null => wrongOutcome(expected, outcome, expected.kind === 'rows' ? verdicts : null, null)
/** 预览里给人看的全部内容,比两次读得是否一样。 */
const contentOf = ({ rows }: Seen): string => JSON.stringify(rows)

type Seen = Pick<ImportPreview, 'rows'>
/** 核对一份文件的结果:预览的各行,或一个代码。 */
export type Preview = (fileName: string, bytes: Uint8Array) => Promise<{ readonly ok: true; readonly value: Seen } | { readonly ok: false; readonly error: { readonly code: string; readonly data: unknown } }>

/** 核对一份坏文件,看下场对不对。 */
export const judgeFile = async (preview: Preview, file: MalformedFile): Promise<Judgement> => {
  const bytes = await file.make()
  const start = performance.now()
  const result = await preview(file.fileName, bytes)
  const milliseconds = Math.round(performance.now() - start)
  if (!result.ok) {
    const { code, data } = result.error
    const problem = OWN_FAULTS.has(code) ? `程序自己的毛病:${code}` : (badSentences(code, data) ?? wrongOutcome(file.expected, code, null, null))
    return { outcome: code, problem, milliseconds }
  }
  const verdicts = verdictsOf(result.value)
  const isIntact = file.expected.kind === 'intact'
  const original = file.expected.kind === 'intact' ? await preview(file.fileName, file.expected.original()) : null
  const outcome = isIntact ? contentOf(result.value) : verdicts.join(' ')
  return { outcome: verdicts.slice(0, 5).join(' '), problem: badRows(result.value) ?? wrongOutcome(file.expected, outcome, verdicts, original?.ok === true ? contentOf(original.value) : null), milliseconds }
}

/** 经契约核对;有被拒的行时,不明说跳过就一行也写不进。 */
export const previewThrough =
  (office: RosterOffice): Preview =>
  async (fileName, bytes) => {
    const result = await office.preview(fileName, bytes)
    if (!result.ok || result.value.counts.refused === 0) return result
    const committed = await office.api.imports.commit({ previewId: result.value.previewId, skipRefused: false })
    return !committed.ok && committed.error.code === 'IMPORT_REFUSED_ROWS' ? result : { ok: false, error: { code: 'INTERNAL', data: { reason: 'refused rows were written' } } }
  }

/** 同样的读法与规则,不另起线程,快得多。 */
export const previewHere =
  (scope: WorkspaceScope): Preview =>
  async (fileName, bytes) => {
    const signal = new AbortController().signal
    const collector = createSheetCollector()
    try {
      await readWorkbook(Buffer.from(bytes), fileName, collector.add)
      const rows = await checkRoster(scope, await locateSheets(collector.sheets, { ...rosterRules, recall: () => null }, signal), { branchId: null, access: WHOLE }, signal, () => undefined, presentPreviewRow)
      return { ok: true, value: { rows } }
    } catch (error) {
      if (error instanceof WorkbookRejected) return { ok: false, error: error.rejection }
      if (error instanceof DeclaredFailure) return { ok: false, error }
      return { ok: false, error: { code: 'INTERNAL', data: String(error) } }
    }
  }
