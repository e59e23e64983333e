import { setTimeout as wait } from 'node:timers/promises'
import { BrowserWindow } from 'electron'
import { DeclaredFailure } from '../../rpc/handlers.ts'
import type { Log, Printer } from '../../services/ports.ts'
import { ORIGIN, printWindowOptions } from './policy.ts'
import type { PrintJobs } from './print-jobs.ts'

const READY_MILLISECONDS = 120_000
const POLL_MILLISECONDS = 50

/** 在看不见的窗口里载入打印页,等它排好,变成 PDF。与浏览器外壳用同一张打印页、同一套纸面尺寸。 */
export const createHiddenWindowPrinter = (jobs: PrintJobs, log: Log): Printer => ({
  renderPdf: async (page, model, { tagged, signal }) => {
    signal.throwIfAborted()
    const job = jobs.add(page, model)
    const window = new BrowserWindow(printWindowOptions())
    try {
      await window.loadURL(`${ORIGIN}/print.html?job=${job}`)
      const deadline = Date.now() + READY_MILLISECONDS
      for (;;) {
        signal.throwIfAborted()
        const state: unknown = await window.webContents.executeJavaScript("document.documentElement.dataset['printReady'] ?? ''")
        if (state === 'true') break
        if (state !== '' || Date.now() > deadline) throw new Error(`print page: ${String(state)}`)
        await wait(POLL_MILLISECONDS, undefined, { signal })
      }
      return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: tagged, generateDocumentOutline: tagged }))
    } catch (error) {
      signal.throwIfAborted()
      log.write('error', 'print failed', { error })
      throw new DeclaredFailure('PRINT_FAILED', {})
    } finally {
      jobs.drop(job)
      window.destroy()
    }
  },
})
