import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { yearSchema } from '../../../../shared/model/common.ts'
import { isRendererBuilt } from '../../../machine/renderer-folder.ts'
import { findBranch } from '../branches.ts'
import { CliFailure, UsageError, valueOf } from '../cli-failure.ts'
import { withStore } from '../cli-core.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** 先写在旁边再改名:写到一半停下,原来的文件还在。 */
const writeOut = (bytes: Uint8Array, to: string): void => {
  const partial = `${to}.part`
  try {
    writeFileSync(partial, bytes)
    renameSync(partial, to)
  } catch (cause) {
    rmSync(partial, { force: true })
    throw new CliFailure('OUT_NOT_WRITABLE', { path: to }, cause)
  }
}

/** 年度只认四位数字:Number 会把 0x7ea、2e3 也当成数。 */
const readYear = (text: string): number => (/^\d{4}$/.test(text) ? Number(text) : Number.NaN)

/** 放得下 PDF 的位置:文件夹已经有,不是文件夹本身,也不在工作区里(那会盖掉数据)。印之前就看,不白等。 */
const canHold = (out: string, store: string): boolean => {
  const folder = dirname(out)
  if (!existsSync(folder) || statSync(out, { throwIfNoEntry: false })?.isDirectory() === true) return false
  const inside = existsSync(store) ? relative(realpathSync(store), realpathSync(folder)) : '..'
  return isAbsolute(inside) || inside.split(sep)[0] === '..'
}

/** `print handbook --store DIR --branch CODE --year 2026 --out FILE.pdf`。 */
export const runPrintHandbook = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, [...STORE_OPTIONS, 'branch', 'year', 'out'], [], [])
  const store = readStoreAddress(options)
  const branch = options.required('branch')
  const year = yearSchema.safeParse(readYear(options.required('year')))
  const out = resolve(options.required('out'))
  if (!year.success) throw new UsageError(cliText.badYear)
  if (!canHold(out, store.path)) throw new CliFailure('OUT_NOT_WRITABLE', { path: out })
  if (!isRendererBuilt()) throw new CliFailure('RENDERER_MISSING')
  const pages = await withStore(store, async (cli) => {
    const { id } = await findBranch(cli, branch)
    const { file, pages: count } = await valueOf(cli.api.print.handbook({ branchId: id, year: year.data }))
    const held = cli.files.take(file.ticket)
    if (held === null) throw new CliFailure('FILE_EXPIRED')
    writeOut(held.bytes, out)
    return count
  })
  output.line(cliText.printed(out, pages))
  return 0
}
