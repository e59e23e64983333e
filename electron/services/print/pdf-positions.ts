/** pdfjs-dist 只用来读页数与目标点,不绘制。 */
export interface PdfPositions {
  readonly totalPages: number
  /** 目标点名字 → 物理页(从 1 起)。 */
  readonly pageOf: ReadonlyMap<string, number>
}

/** 只读结构不绘制:先占住绘图用的几个全局名字,pdfjs 就不去找图形库,也不往终端上报缺。 */
const DRAWING_GLOBALS = ['DOMMatrix', 'ImageData', 'Path2D'] as const

const loadPdfjs = async () => {
  for (const name of DRAWING_GLOBALS) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  // 在 Node 里不另起线程:把解析代码直接交给它,打包后也不必再找 worker 文件。
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** 从 PDF 里读出页数与每个命名目标所在的页。 */
export const readPdfPositions = async (bytes: Uint8Array): Promise<PdfPositions> => {
  const pdfjs = await loadPdfjs()
  // pdfjs 会取走传入的内存,给它一份副本。
  const task = pdfjs.getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  try {
    const destinations = await pdf.getDestinations()
    const pageOf = new Map<string, number>()
    for (const [name, destination] of destinations) {
      if (!Array.isArray(destination)) continue
      const reference: unknown = destination[0]
      const index = typeof reference === 'number' ? reference : await pdf.getPageIndex(reference as Parameters<typeof pdf.getPageIndex>[0])
      pageOf.set(name, index + 1)
    }
    return { totalPages: pdf.numPages, pageOf }
  } finally {
    await task.destroy()
  }
}
