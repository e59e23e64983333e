import { Button } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { printCentreText } from '../../../shared/i18n/zh-CN/print-centre.ts'
import { isImeKey } from '../ime.ts'
import { Loading } from '../loading.tsx'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { nextZoom, singlePages, spreadsOf } from './spreads.ts'
import './pdf-preview.css'

const text = printCentreText.preview
const A4_WIDTH_PIXELS = (210 * 96) / 25.4
const A4_RATIO = 297 / 210
const GAP = 12
/** 窗口太矮时不再缩小,改为上下滚动。 */
const SMALLEST_FIT = 340

/** 预览的就是那份 PDF:装订的两页对开,列表一次一页,翻页键翻页,可缩放。read 取文件内容,换了文件就换一个函数。 */
export const PdfPreview = ({ read, layout = 'spread' }: { readonly read: () => Promise<Uint8Array>; readonly layout?: 'spread' | 'portrait' | 'landscape' }) => {
  const frame = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<OpenPdf | null>(null)
  const [failed, setFailed] = useState(false)
  const [spread, setSpread] = useState(0)
  /** null 为适合窗口。 */
  const [zoom, setZoom] = useState<number | null>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })

  useEffect(() => {
    let dropped = false
    let mine: OpenPdf | null = null
    setOpened(null)
    setFailed(false)
    setSpread(0)
    void read()
      .then(openPdf)
      .then(
        (pdf) => {
          mine = pdf
          if (dropped) pdf.close()
          else setOpened(pdf)
        },
        () => !dropped && setFailed(true),
      )
    return () => {
      dropped = true
      mine?.close()
    }
  }, [read])
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return undefined
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const pages = opened?.document.numPages ?? 0
  const bound = layout === 'spread'
  const ratio = layout === 'landscape' ? 1 / A4_RATIO : A4_RATIO
  const across = bound ? 2 : 1
  const paperWidth = layout === 'landscape' ? A4_WIDTH_PIXELS * A4_RATIO : A4_WIDTH_PIXELS
  const spreads = bound ? spreadsOf(pages) : singlePages(pages)
  const at = Math.min(spread, Math.max(0, spreads.length - 1))
  const shown = spreads[at]
  const fitWidth = Math.max(120, Math.min((room.width - (across + 1) * GAP) / across, Math.max((room.height - 2 * GAP) / ratio, SMALLEST_FIT)))
  const width = zoom === null ? fitWidth : (paperWidth * zoom) / 100
  const percent = Math.round((width / paperWidth) * 100)
  const turn = (step: number): void => {
    setSpread(Math.min(Math.max(at + step, 0), spreads.length - 1))
    frame.current?.scrollTo(0, 0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event)) return
    const steps: Readonly<Record<string, number>> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1, Home: -spreads.length, End: spreads.length }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    turn(step)
  }
  const from = shown?.left ?? shown?.right ?? 0
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- 翻页键在预览里任何一处都管用
    <section className="pdf-preview" aria-label={text.label} onKeyDown={onKeyDown}>
      <div className="pdf-toolbar">
        <Button disabled={at === 0} onClick={() => turn(-1)}>
          {bound ? text.previous : text.previousPage}
        </Button>
        <span role="status" className="pdf-position">
          {pages > 0 && text.page(from, shown?.right ?? from, pages)}
        </span>
        <Button disabled={at >= spreads.length - 1} onClick={() => turn(1)}>
          {bound ? text.next : text.nextPage}
        </Button>
        <Button onClick={() => setZoom(nextZoom(percent, -1))}>{text.zoomOut}</Button>
        <span className="pdf-zoom">{text.zoom(percent)}</span>
        <Button onClick={() => setZoom(nextZoom(percent, 1))}>{text.zoomIn}</Button>
        <Button disabled={zoom === null} onClick={() => setZoom(null)}>
          {text.fit}
        </Button>
        {bound && <span className="meta">{text.hint}</span>}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 滚动区要能用键盘滚动和翻页 */}
      <div ref={frame} className="pdf-frame" tabIndex={0} role="group" aria-label={text.label}>
        {failed && <p role="alert">{text.failed}</p>}
        {opened === null && !failed && <Loading words={text.opening} />}
        {opened !== null && shown !== undefined && room.width > 0 && (
          <div className="pdf-spread" style={bound ? { width: 2 * width + GAP, gridTemplateColumns: `${width}px ${width}px` } : { width }}>
            {(bound ? [shown.left, shown.right] : [shown.right]).map((page, side) => (page === null ? <span key={`none ${side === 0 ? 'left' : 'right'}`} /> : <PdfPage key={page} pdf={opened.document} page={page} width={width} ratio={ratio} />))}
          </div>
        )}
      </div>
    </section>
  )
}
