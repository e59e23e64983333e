import { createRoot, type Root } from 'react-dom/client'
import { flushSync } from 'react-dom'
import 'lxgw-wenkai-screen-web/lxgwwenkaigbscreen/result.css'
import './fonts.css'
import './print.css'
import './list/list.css'
import './recovery-sheet/recovery-sheet.css'
import './development/development-record.css'
import './development/transfer-letter.css'
import './member-form/member-form.css'
import './structure/structure.css'
import { findOverflow, splitRotated } from './handbook/measure-boxes.ts'
import { printPageOf } from './print-pages.tsx'

declare global {
  interface Window {
    /** 外壳在页面脚本之前放好:哪一种打印页与它的数据。页面自己不取任何数据。 */
    readonly __printModel?: { readonly page: string; readonly model: unknown }
  }
}

/** 页边里的文字不会触发字体加载,要先点名载入,否则会悄悄换成别的字体。 */
const loadFonts = async (): Promise<void> => {
  const sample = '\u9875 \u2014 0123456789'
  await Promise.all(['12pt "Print Serif"', 'bold 12pt "Print Serif"', '9pt "Print Sans"', 'bold 12pt "Print Sans"'].map((font) => document.fonts.load(font, sample)))
  await document.fonts.ready
}

interface Printed {
  readonly root: Root
  readonly rules: HTMLStyleElement
}
let printed: Printed | null = null
/** 撤下上一份,回到空白:同一页接着印下一份,也不留着上一份的内容。 */
const clear = (): void => {
  printed?.root.unmount()
  printed?.rules.remove()
  printed = null
  document.title = ''
  delete document.documentElement.dataset['printReady']
}

const render = async (given: Window['__printModel']): Promise<void> => {
  const page = printPageOf(given)
  const place = document.getElementById('root')
  if (page === null || place === null) throw new Error('nothing to print')
  const rules = document.createElement('style')
  rules.textContent = page.rules
  document.head.append(rules)
  document.title = page.title
  // 排好以后页面脚本还要动手拆横表,卸下时整个换掉。
  const container = document.createElement('div')
  place.replaceChildren(container)
  const root = createRoot(container)
  printed = { root, rules }
  flushSync(() => root.render(page.content))
  await loadFonts()
  // 内容排上去以后可能又要用到生僻字的字体片,再等一次。
  await document.fonts.ready
  const volume = container.querySelector('.volume')
  if (volume !== null) {
    splitRotated(volume)
    const overflow = findOverflow(volume)
    if (overflow !== null) throw new Error(`overflow: ${overflow}`)
  }
  page.settle?.(container)
  document.documentElement.dataset['printReady'] = 'true'
}

const print = (given: Window['__printModel']): void => {
  clear()
  render(given).catch((error: unknown) => {
    document.documentElement.dataset['printReady'] = 'error'
    document.title = error instanceof Error ? error.message : 'error'
  })
}

/** 数据:外壳在页面脚本之前放好的;没有的等着打印机交来(electron/printing/browser-printer.ts),等的时候先把字体载好。 */
if (window.__printModel === undefined) {
  window.addEventListener('baolei-print', (event) => print((event as CustomEvent<Window['__printModel']>).detail))
  window.addEventListener('baolei-clear', clear)
  await loadFonts()
} else print(window.__printModel)
