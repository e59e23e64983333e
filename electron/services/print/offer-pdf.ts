import type { FileRef } from '../../../shared/model/files.ts'
import type { FileExchange } from '../file-exchange.ts'
import { readPdfPositions } from './pdf-positions.ts'

/** 交出一份 PDF:下载的用一次即废,预览的可反复取,到下一份为止。 */
export const offerPdf = (files: FileExchange): ((name: string, pdf: Uint8Array) => Promise<{ readonly file: FileRef; readonly preview: FileRef; readonly pages: number }>) => {
  let lastPreview: string | null = null
  return async (name, pdf) => {
    const { totalPages } = await readPdfPositions(pdf)
    if (lastPreview !== null) files.discard(lastPreview)
    const preview = files.offer(name, pdf, false)
    lastPreview = preview.ticket
    return { file: files.offer(name, pdf, true), preview, pages: totalPages }
  }
}
