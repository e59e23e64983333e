import type { ChangeLine, VolumeLayout, VolumePrintModel } from '../../../shared/model/volume.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { END_ANCHOR, leafAnchors } from '../../../shared/util/volume-anchors.ts'
import type { Numberer } from '../../domain/print/page-labels.ts'
import { pageCounts, planVolume, type ContentsLabels } from '../../domain/print/plan-volume.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { Printer } from '../ports.ts'
import { readPdfPositions } from './pdf-positions.ts'

export interface PrintRun {
  readonly printer: Printer
  readonly signal: AbortSignal
  readonly progress: (progress: Progress) => void
}
export interface RenderedVolume {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly layout: VolumeLayout
}
/** 怎么编页码;目录里要印的页码不给就照这次的。 */
export type Numbering = () => { readonly number: Numberer; readonly contentsLabels?: ContentsLabels }

const STAGES = 4

/**
 * 两遍印成:第一遍量出各张所在页,第二遍补空白背面、印上页码。
 * 第二遍的实际页码与所排逐项核对,有一处不符就不交出这份文件。
 *
 * @param changesOf 换页说明里的页码,排好版面才知道。
 * @throws DeclaredFailure NO_BROWSER / BROWSER_TOO_OLD / PRINT_FAILED / NOTHING_TO_PRINT
 */
export const renderVolume = async (model: VolumePrintModel, numbering: Numbering, { printer, signal, progress }: PrintRun, changesOf?: (layout: VolumeLayout) => readonly ChangeLine[]): Promise<RenderedVolume> => {
  const anchors = leafAnchors(model)
  if (anchors.length === 0) failWith('NOTHING_TO_PRINT')
  const step = (done: number, stage: string): void => progress({ done, total: STAGES, stage })

  step(0, 'measuring')
  const measured = await readPdfPositions(await printer.renderPdf('handbook', { ...model, layout: null }, { tagged: false, signal }))
  step(1, 'planning')
  const pageOf = (id: string): number => measured.pageOf.get(id) ?? failWith('PRINT_FAILED')
  const counts = pageCounts(
    anchors.map(({ key, id }) => ({ key, page: pageOf(id) })),
    pageOf(END_ANCHOR) - 1,
  )
  const front = anchors.flatMap((anchor) => (anchor.front ? [anchor.key] : []))
  const leaves = model.sections.flatMap((section) => section.leaves)
  const { totalPages, ...layout } = planVolume({ front, leaves, counts, ...numbering() })
  step(2, 'printing')
  const pdf = await printer.renderPdf('handbook', { ...model, front: { ...model.front, changes: changesOf?.(layout) ?? model.front.changes }, layout }, { tagged: true, signal })
  step(3, 'checking')
  const final = await readPdfPositions(pdf)
  const blank = new Set(layout.blankAfter)
  let expected = 1
  for (const { key, id } of anchors) {
    // 没有被目录链接到的张没有目标点,由总页数把关。
    const page = final.pageOf.get(id)
    if (page !== undefined && page !== expected) failWith('PRINT_FAILED')
    expected += (layout.pages[key] ?? 0) + (blank.has(key) ? 1 : 0)
  }
  if (final.totalPages !== totalPages) failWith('PRINT_FAILED')
  step(STAGES, 'done')
  return { pdf, pages: totalPages, layout }
}
