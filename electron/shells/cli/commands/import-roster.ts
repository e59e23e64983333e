import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import type { ImportCounts, ImportPreview, ImportRow } from '../../../../shared/model/roster-import.ts'
import { MAX_FILE_BYTES } from '../../../services/file-exchange.ts'
import { ensureTarget, readImportTarget, type ImportTarget } from '../branches.ts'
import { CliFailure, UsageError, valueOf } from '../cli-failure.ts'
import { withStore, type CliCore } from '../cli-core.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS, type StoreAddress } from '../store-address.ts'

interface Report {
  readonly counts: ImportCounts
  readonly rows: readonly ImportRow[]
}
interface ImportRequest {
  readonly store: StoreAddress
  readonly file: string
  readonly dryRun: boolean
  readonly skipRefused: boolean
}

const readRoster = (file: string): Buffer => {
  if (!existsSync(file) || !statSync(file).isFile()) throw new CliFailure('FILE_NOT_FOUND', { path: file })
  // 太大的不读进内存。
  if (statSync(file).size > MAX_FILE_BYTES) throw new CliFailure('FILE_TOO_LARGE', { limitMegabytes: MAX_FILE_BYTES / 1024 / 1024 })
  try {
    return readFileSync(file)
  } catch (cause) {
    // 没有读的权限,或正被别的程序独占着(Excel 开着时常见)。
    throw new CliFailure('FILE_NOT_READABLE', { path: file }, cause)
  }
}

const reportOf = ({ counts, rows }: ImportPreview): Report => ({ counts, rows: rows.map(({ sheet, row, status, reasons }) => ({ sheet, row, status, reasons })) })

const preview = async (cli: CliCore, file: string, target: ImportTarget | null): Promise<ImportPreview> => {
  const branchId = target === null ? null : await ensureTarget(cli, target)
  const checked = await valueOf(cli.api.imports.preview({ kind: 'members', file: cli.files.accept(basename(file), readRoster(file)), branchId }))
  // 头一页在手里,其余一页一页地取。
  const rows = [...checked.rows]
  while (rows.length < checked.counts.total) rows.push(...(await valueOf(cli.api.imports.previewRows({ previewId: checked.previewId, offset: rows.length }))).rows)
  return { ...checked, rows }
}

/** 在工作区的副本上先走一遍:支部还没建、又不许写的时候,也能照实核对每一行。 */
const previewOnCopy = async (store: StoreAddress, file: string, target: ImportTarget): Promise<ImportPreview> => {
  const copy = mkdtempSync(join(tmpdir(), 'baolei-dry-run-'))
  try {
    for (const name of ['baolei.db', 'keys']) cpSync(join(store.path, name), join(copy, name), { recursive: true })
    return await withStore({ ...store, path: copy }, (cli) => preview(cli, file, target))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** @returns 报告,以及有没有写入。 */
const carryOut = async ({ store, file, dryRun, skipRefused }: ImportRequest, branch: string | null): Promise<Report & { readonly written: number | null }> => {
  const target = branch === null ? null : await withStore(store, (cli) => readImportTarget(cli, branch))
  const rehearsal = target?.kind === 'new' ? await previewOnCopy(store, file, target) : null
  const stops = (checked: ImportPreview): boolean => dryRun || (checked.counts.refused > 0 && !skipRefused)
  // 支部要新建时,先在副本上看过,确定会写入才动真的。
  if (rehearsal !== null && stops(rehearsal)) return { ...reportOf(rehearsal), written: null }
  return withStore(store, async (cli) => {
    const checked = await preview(cli, file, target)
    if (stops(checked)) return { ...reportOf(checked), written: null }
    const { written } = await valueOf(cli.api.imports.commit({ previewId: checked.previewId, skipRefused }))
    return { ...reportOf(checked), written }
  })
}

const show = (output: Output, { counts, rows }: Report): void => {
  for (const { sheet, row, status, reasons } of rows) {
    if (reasons.length === 0) continue
    output.line(cliText.importRow(sheet, row, cliText.importStatus[status], reasons.map(({ column, message }) => (column === '' ? message : `${column}:${message}`)).join(' ')))
  }
  output.line(cliText.importCounts(counts))
}

/** `import roster FILE --store DIR [--branch CODE] [--dry-run] [--skip-refused] [--json]`。 */
export const runImportRoster = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, [...STORE_OPTIONS, 'branch'], ['dry-run', 'skip-refused', 'json'], ['FILE'])
  const request: ImportRequest = { store: readStoreAddress(options), file: resolve(options.positionals[0] ?? ''), dryRun: options.flag('dry-run'), skipRefused: options.flag('skip-refused') }
  let report: Awaited<ReturnType<typeof carryOut>>
  try {
    readRoster(request.file)
    report = await carryOut(request, options.optional('branch'))
  } catch (error) {
    // 没有支部列又没说导到哪里,是命令没写全。
    if (error instanceof CliFailure && error.code === 'BRANCH_REQUIRED') throw new UsageError(cliText.branchRequired)
    throw error
  }
  if (options.flag('json')) printJson(output, { counts: report.counts, rows: report.rows })
  else show(output, report)
  if (report.written !== null) {
    output.note(cliText.imported(report.written))
    return 0
  }
  if (request.dryRun) {
    output.note(cliText.dryRun)
    return 0
  }
  throw new CliFailure('IMPORT_REFUSED_ROWS', { refused: report.counts.refused })
}
