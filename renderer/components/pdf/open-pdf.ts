import type * as Pdfjs from 'pdfjs-dist'

export type { PDFDocumentProxy } from 'pdfjs-dist'

let loading: Promise<typeof Pdfjs> | null = null

/** 用到时才取;解析放在随程序一起的后台线程里,不联网。字体都嵌在文件里,不用另带字库。 */
const loadPdfjs = (): Promise<typeof Pdfjs> => {
  loading ??= import('pdfjs-dist').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url), { type: 'module' })
    return pdfjs
  })
  loading.catch(() => {
    loading = null
  })
  return loading
}

export interface OpenPdf {
  readonly document: Pdfjs.PDFDocumentProxy
  close(): void
}

/** 打开一份 PDF;bytes 会被取走,不要再用。 */
export const openPdf = async (bytes: Uint8Array): Promise<OpenPdf> => {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({ data: bytes, verbosity: 0, useSystemFonts: false })
  return { document: await task.promise, close: () => void task.destroy() }
}
