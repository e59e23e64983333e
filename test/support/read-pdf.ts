import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfFacts {
  readonly pages: number
  /** 文件属性里的标题。 */
  readonly title: string
  readonly text: string
  /** 各页文字,从第 1 页起。 */
  readonly pageTexts: readonly string[]
  /** 书签,带层次:上一层的题名在前。 */
  readonly bookmarks: readonly { readonly title: string; readonly under: string }[]
  /** 各页尺寸(点)。 */
  readonly sizes: readonly { readonly width: number; readonly height: number }[]
}

interface Outline {
  readonly title: string
  readonly items: readonly Outline[]
}

/** 读出页数、尺寸与每页文字。 */
export const readPdf = async (bytes: Uint8Array): Promise<PdfFacts> => {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
  const pdf = await task.promise
  const pageTexts: string[] = []
  const sizes: { width: number; height: number }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pageTexts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    const { width, height } = page.getViewport({ scale: 1 })
    sizes.push({ width, height })
  }
  const outline = (await pdf.getOutline()) as readonly Outline[] | null
  const bookmarksOf = (items: readonly Outline[], under: string): { title: string; under: string }[] => items.flatMap((item) => [{ title: item.title, under }, ...bookmarksOf(item.items, item.title)])
  const { info } = await pdf.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
  await task.destroy()
  return { bookmarks: bookmarksOf(outline ?? [], ''), pages: pageTexts.length, title, text: pageTexts.join('\n'), pageTexts, sizes }
}
