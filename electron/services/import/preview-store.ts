import type { ImportCounts, ImportKind, ImportPreviewRow } from '../../../shared/model/roster-import.ts'
import type { HeaderColumn } from '../../domain/roster/map-headers.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { FileExchange } from '../file-exchange.ts'
import { currentCall } from '../session/current-call.ts'
import type { HeldRow } from './import-kind.ts'

export interface HeldPreview {
  readonly kind: ImportKind
  /** 谁看的预览,谁才能写入。 */
  readonly actor: string
  readonly ticket: string
  readonly fileName: string
  readonly fileHash: string
  readonly counts: ImportCounts
  readonly found: ReadonlyMap<string, readonly HeaderColumn<string>[]>
  readonly rows: readonly HeldRow[]
  /** 给人看的各行,一页一页地取。 */
  readonly shown: readonly ImportPreviewRow[]
}

/** 内存里留最近几次预览,合计不超过这么多行;再早的要重新选文件。 */
const KEPT_PREVIEWS = 3
const KEPT_ROWS = 120_000

/** 看过的预览:写入、涂色、改对照都凭它。 */
export const createPreviewStore = (files: FileExchange) => {
  const previews = new Map<string, HeldPreview>()
  /** 同一个文件可以换支部、换对照再核对几次,还用得着就留着。 */
  const drop = (id: string): void => {
    const ticket = previews.get(id)?.ticket ?? ''
    previews.delete(id)
    if (![...previews.values()].some((kept) => kept.ticket === ticket)) files.discard(ticket)
  }
  return {
    keep: (id: string, preview: HeldPreview): void => {
      previews.set(id, preview)
      const rowsOf = (): number => [...previews.values()].reduce((total, kept) => total + kept.rows.length, 0)
      for (const old of previews.keys()) {
        if (old === id || (previews.size <= KEPT_PREVIEWS && rowsOf() <= KEPT_ROWS)) return
        drop(old)
      }
    },
    /** @throws DeclaredFailure PREVIEW_EXPIRED 没有了,或看过预览的不是他。 */
    require: (id: string): HeldPreview => {
      const preview = previews.get(id) ?? failWith('PREVIEW_EXPIRED')
      return preview.actor === currentCall().actor ? preview : failWith('PREVIEW_EXPIRED')
    },
    /** 写成之后预览与文件都不再需要;没写成的留着,改完可以再来。 */
    finish: (id: string): void => {
      const ticket = previews.get(id)?.ticket ?? ''
      previews.delete(id)
      files.discard(ticket)
    },
  }
}
