import { createHash } from 'node:crypto'
import { volumeSectionTitles } from '../../../shared/i18n/zh-CN/volume-sections.ts'
import { volumesText } from '../../../shared/i18n/zh-CN/volumes.ts'
import type { VolumeLeaf } from '../../../shared/model/volume.ts'
import type { ClosedFile } from '../../../shared/model/year-closing.ts'
import { createBlobStore } from '../../store/blobs.ts'
import type { ExportSheet } from '../export/export-sheet.ts'
import { safeName } from '../export/export-name.ts'
import { writeWorkbook } from '../export/workbook-export.ts'
import type { VolumeYear } from '../print/sections/section.ts'
import type { VolumeContent } from '../print/volume-content.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createOneArchive } from './archive.ts'

const KEPT_YEARS = 10
const text = volumesText.closing

/** 没有自己写表的节:表格块照样写成一张工作表。 */
const sheetOf = (name: string, leaves: readonly VolumeLeaf[]): readonly ExportSheet[] => {
  const tables = leaves.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' && block.rows.length > 0 ? [block] : [])))
  const [first] = tables
  if (first === undefined) return []
  return [{ name, columns: first.columns.map(({ label, width }) => ({ heading: label, kind: 'text' as const, width: Math.max(8, Math.round(width / 2)) })), rows: tables.flatMap(({ rows }) => rows) }]
}

export interface ClosedArchive {
  readonly name: string
  readonly bytes: Uint8Array
  readonly files: readonly ClosedFile[]
}

/** 封存的档案:不用本软件也能看的手册、表格、附件,一份说明,一份指纹清单。 */
export const createClosedArchive = (scope: WorkspaceScope, content: VolumeContent) => {
  const blobs = createBlobStore(scope.store.paths.blobs, scope.store.key)
  /** @param pdf 整本手册,不带只给本支部看的正文。 */
  return async (year: VolumeYear, pdf: Uint8Array, given: { readonly pages: number; readonly person: string; readonly at: number }): Promise<ClosedArchive> => {
    const { branch, unitName, today } = year
    const sheets = [...content.definitions.values()].flatMap((definition) => definition.sheets?.(year) ?? sheetOf(volumeSectionTitles[definition.key], definition.collect(year)))
    const archive = createOneArchive(given.at)
    const files: ClosedFile[] = []
    const put = (name: string, bytes: Uint8Array): void => {
      archive.add(name, bytes)
      files.push({ name, size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') })
    }
    put(safeName(text.volume(branch.name, year.year)), pdf)
    if (sheets.length > 0) put(safeName(text.tables(branch.name, year.year)), await writeWorkbook(sheets))
    // 附件一份一份地取、放进去:一年的照片不必同时在内存里。
    for (const definition of content.definitions.values())
      for (const { name, blob } of definition.attachments?.(year) ?? []) {
        const bytes = blobs.get(blob)
        if (bytes !== null) put(`${text.attachments}/${safeName(name)}`, bytes)
      }
    const note = text.note({ branch: branch.name, unit: unitName, year: year.year, day: today, person: given.person, pages: given.pages, files: files.length, keepUntil: year.year + KEPT_YEARS })
    // 带签名的 UTF-8:记事本一打开就是中文。
    put(text.readme, new TextEncoder().encode(`\ufeff${note}`))
    // 「指纹 *文件名」:sha256sum -c 直接认得;清单自己不列自己。
    archive.add(text.list, new TextEncoder().encode(`${files.map(({ name, sha256 }) => `${sha256} *${name}`).join('\n')}\n`))
    return { name: safeName(text.archive(branch.name, year.year, today.replaceAll('-', ''))), bytes: archive.finish(), files }
  }
}
