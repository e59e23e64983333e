import type { HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import type { Progress } from '../../../shared/rpc/messages.ts'
import { handbookAnchors } from '../../domain/print/handbook-anchors.ts'
import { planLayout } from '../../domain/print/plan-layout.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { Printer } from '../ports.ts'
import { readPdfPositions } from './pdf-positions.ts'

interface PrintRun {
  readonly printer: Printer
  readonly signal: AbortSignal
  readonly progress: (progress: Progress) => void
}

const STAGES = 4

/**
 * 两遍印成:第一遍量出各标题所在页,第二遍补空白背面、印上目录页码。
 * 第二遍的实际页码与所印目录逐项核对,有一处不符就不交出这份文件。
 *
 * @throws DeclaredFailure NO_BROWSER / BROWSER_TOO_OLD / PRINT_FAILED
 */
export const printTwice = async (model: HandbookPrintModel, { printer, signal, progress }: PrintRun): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> => {
  const anchors = handbookAnchors(model)
  const firstId = anchors[0]?.id ?? failWith('NOTHING_TO_PRINT')
  const step = (done: number, stage: string): void => progress({ done, total: STAGES, stage })

  step(0, 'measuring')
  const draft = await printer.renderPdf('handbook', { ...model, layout: null }, { tagged: false, signal })
  step(1, 'planning')
  const measured = await readPdfPositions(draft)
  const bodyStart = measured.pageOf.get(firstId) ?? failWith('PRINT_FAILED')
  const layout = planLayout(anchors, { pageOf: measured.pageOf, totalPages: measured.totalPages, frontPages: bodyStart - 1 })
  step(2, 'printing')
  const pdf = await printer.renderPdf('handbook', { ...model, layout }, { tagged: true, signal })
  step(3, 'checking')
  const final = await readPdfPositions(pdf)
  const front = (final.pageOf.get(firstId) ?? failWith('PRINT_FAILED')) - 1
  const wrong = anchors.some((anchor) => (final.pageOf.get(anchor.id) ?? 0) - front !== layout.pageOf[anchor.id])
  if (wrong || front % 2 !== 0 || final.totalPages !== front + layout.bodyPages) failWith('PRINT_FAILED')
  step(STAGES, 'done')
  return { pdf, pages: final.totalPages }
}
