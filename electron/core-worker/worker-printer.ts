import { DeclaredFailure } from '../rpc/handlers.ts'
import type { Printer } from '../services/ports.ts'
import type { FromCoreWorker, PrintOutcome } from './worker-messages.ts'

export interface WorkerPrinter extends Printer {
  /** 主线程印好了。 */
  settle(print: number, outcome: PrintOutcome): void
}

/** 核心线程里的印刷口:把打印数据交回主线程,等 PDF 回来。 */
export const createWorkerPrinter = (send: (message: FromCoreWorker) => void): WorkerPrinter => {
  const waiting = new Map<number, (outcome: PrintOutcome) => void>()
  let last = 0
  return {
    renderPdf: async (page, model, { tagged, signal }) => {
      signal.throwIfAborted()
      const print = ++last
      const outcome = await new Promise<PrintOutcome>((resolve) => {
        waiting.set(print, resolve)
        signal.addEventListener('abort', () => send({ kind: 'print-cancel', print }), { once: true })
        send({ kind: 'print', print, page, model, tagged })
      })
      // 取消的就是取消,不算没印成。
      signal.throwIfAborted()
      if (outcome.ok) return outcome.pdf
      throw new DeclaredFailure(outcome.code, outcome.data)
    },
    settle: (print, outcome) => {
      waiting.get(print)?.(outcome)
      waiting.delete(print)
    },
  }
}
