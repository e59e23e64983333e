import { Button } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { printCentreText } from '../../../shared/i18n/zh-CN/print-centre.ts'
import { isImeKey } from '../../components/ime.ts'
import { Loading } from '../../components/loading.tsx'
import { openPdf, type OpenPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { nextZoom, spreadsOf } from './spreads.ts'

const text = printCentreText.preview
const A4_WIDTH_PIXELS = (210 * 96) / 25.4
const A4_RATIO = 297 / 210
const GAP = 12
/** 窗口太矮时不再缩小,改为上下滚动。 */
const SMALLEST_FIT = 340

/** 预览的就是那份 PDF:两页对开,翻页键翻页,可缩放。read 取文件内容,换了文件就换一个函数。 */
export const PdfPreview = ({ read }: { readonly read: () => Promise<Uint8Array> }) => {
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
  const spreads = spreadsOf(pages)
  const at = Math.min(spread, Math.max(0, spreads.length - 1))
  const shown = spreads[at]
  const fitWidth = Math.max(120, Math.min((room.width - 3 * GAP) / 2, Math.max((room.height - 2 * GAP) / A4_RATIO, SMALLEST_FIT)))
  const width = zoom === null ? fitWidth : (A4_WIDTH_PIXELS * zoom) / 100
  const percent = Math.round((width / A4_WIDTH_PIXELS) * 100)
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
          {text.previous}
        </Button>
        <span role="status" className="pdf-position">
          {pages > 0 && text.page(from, shown?.right ?? from, pages)}
        </span>
        <Button disabled={at >= spreads.length - 1} onClick={() => turn(1)}>
          {text.next}
        </Button>
        <Button onClick={() => setZoom(nextZoom(percent, -1))}>{text.zoomOut}</Button>
        <span className="pdf-zoom">{text.zoom(percent)}</span>
        <Button onClick={() => setZoom(nextZoom(percent, 1))}>{text.zoomIn}</Button>
        <Button disabled={zoom === null} onClick={() => setZoom(null)}>
          {text.fit}
        </Button>
        <span className="meta">{text.hint}</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 滚动区要能用键盘滚动和翻页 */}
      <div ref={frame} className="pdf-frame" tabIndex={0} role="group" aria-label={text.label}>
        {failed && <p role="alert">{text.failed}</p>}
        {opened === null && !failed && <Loading words={text.opening} />}
        {opened !== null && shown !== undefined && room.width > 0 && (
          <div className="pdf-spread" style={{ width: 2 * width + GAP, gridTemplateColumns: `${width}px ${width}px` }}>
            {[shown.left, shown.right].map((page, side) => (page === null ? <span key={`none ${side === 0 ? 'left' : 'right'}`} /> : <PdfPage key={page} pdf={opened.document} page={page} width={width} />))}
          </div>
        )}
      </div>
    </section>
  )
}
