import { useEffect, useRef } from 'react'
import { printCentreText } from '../../../shared/i18n/zh-CN/print-centre.ts'
import type { PDFDocumentProxy } from './open-pdf.ts'

/** 一页,按给定宽度画;屏幕像素密度高时画得更细。 */
export const PdfPage = ({ pdf, page, width, ratio }: { readonly pdf: PDFDocumentProxy; readonly page: number; readonly width: number; readonly ratio: number }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let stopped = false
    let task: { cancel(): void; readonly promise: Promise<void> } | null = null
    void (async () => {
      const source = await pdf.getPage(page)
      const element = canvas.current
      if (stopped || element === null) return
      const natural = source.getViewport({ scale: 1 })
      const density = Math.min(window.devicePixelRatio || 1, 2)
      const viewport = source.getViewport({ scale: (width / natural.width) * density })
      // 先画在看不见的画布上,画好再换上去,翻页不闪白。
      const buffer = document.createElement('canvas')
      buffer.width = Math.round(viewport.width)
      buffer.height = Math.round(viewport.height)
      task = source.render({ canvas: buffer, viewport })
      await task.promise
      if (stopped) return
      element.width = buffer.width
      element.height = buffer.height
      element.getContext('2d')?.drawImage(buffer, 0, 0)
    })().catch(() => undefined)
    return () => {
      stopped = true
      task?.cancel()
    }
  }, [pdf, page, width])
  return <canvas ref={canvas} role="img" aria-label={printCentreText.preview.pageImage(page)} className="pdf-page" style={{ width, height: width * ratio }} />
}
