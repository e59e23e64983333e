import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBrowserPrinter } from '../../electron/printing/browser-printer.ts'
import { findBrowser } from '../../electron/printing/find-browser.ts'
import { findPackagedBrowser } from '../../electron/printing/packaged-browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'baolei-printer-'))
const logged: unknown[] = []
const log = { write: (_level: string, _message: string, detail?: unknown) => void logged.push(detail) }
const hasBrowser = (await findBrowser()).kind === 'found' || (await findPackagedBrowser()) !== null
const idle = new AbortController().signal

/** 打印页的替身:按给它的数据报好或报错,并试着去够网络和页外的文件。 */
const PAGE = `
const root = document.documentElement
addEventListener('baolei-print', async ({ detail: { page, model } }) => {
  delete root.dataset.printReady
  const tried = await Promise.all(['http://example.com/', 'http://127.0.0.1:1/', 'file:///etc/hostname', '/outside.js', 'http://print.local/../outside.js'].map((url) => fetch(url).then(() => url, () => null)))
  document.title = tried.filter((url) => url !== null).join() || page
  if (document.body.textContent.trim() !== '') document.title = 'not cleared'
  document.body.textContent = model.text
  if (model.slow === true) await new Promise((resolve) => setTimeout(resolve, 500))
  if (model.never !== true) root.dataset.printReady = model.bad === true || document.title !== page ? 'error' : 'true'
})
addEventListener('baolei-clear', () => {
  delete root.dataset.printReady
  document.body.textContent = ''
})
`
beforeAll(() => {
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer', 'print.html'), '<!doctype html><meta charset="utf-8"><body><script type="module" src="/print.js"></script></body>')
  writeFileSync(join(folder, 'renderer', 'print.js'), PAGE)
  writeFileSync(join(folder, 'outside.js'), 'secret')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const printer = (env?: NodeJS.ProcessEnv) => createBrowserPrinter(join(folder, 'renderer'), log, env)

describe.skipIf(!hasBrowser)('用真浏览器印', () => {
  const shared = printer()
  afterAll(() => shared.close())
  test('得到普通字节块的 PDF;数据里的标签不会变成页面;页面够不着网络和页外文件', async () => {
    const pdf = await shared.renderPdf('handbook', { text: '</script><script>document.title="x"</script>第一党支部' }, { tagged: false, signal: idle })
    expect(Buffer.isBuffer(pdf)).toBe(false)
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  })
  test('带标签的一份大一些', async () => {
    const plain = await shared.renderPdf('handbook', { text: '一' }, { tagged: false, signal: idle })
    const tagged = await shared.renderPdf('handbook', { text: '一' }, { tagged: true, signal: idle })
    expect(Buffer.from(tagged).toString('latin1')).toContain('/StructTreeRoot')
    expect(Buffer.from(plain).toString('latin1')).not.toContain('/StructTreeRoot')
  })
  test('一页接着用:上一份的内容先撤下;没印成的一页不再用', async () => {
    for (const text of ['甲', '乙', '丙']) await expect(shared.renderPdf('handbook', { text }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
    await expect(shared.renderPdf('handbook', { text: '留在页上的', bad: true }, { tagged: false, signal: idle })).rejects.toMatchObject({ code: 'PRINT_FAILED' })
    await expect(shared.renderPdf('handbook', { text: '丁' }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
  })
  test('载入之后过一会儿才排好,也等得到', async () => {
    await expect(shared.renderPdf('handbook', { text: '好', slow: true }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
  })
  test('两份同时印', async () => {
    const both = await Promise.all([1, 2].map((n) => shared.renderPdf('handbook', { text: String(n) }, { tagged: false, signal: idle })))
    expect(both.length).toBe(2)
  })
  test('打印页报错:PRINT_FAILED,原因进日志', async () => {
    await expect(shared.renderPdf('handbook', { text: '', bad: true }, { tagged: false, signal: idle })).rejects.toMatchObject({ code: 'PRINT_FAILED' })
    expect(logged.at(-1)).toMatchObject({ error: { message: 'print page: handbook' } })
  })
  test('取消:当场停下,下一份照常', async () => {
    const controller = new AbortController()
    const printing = shared.renderPdf('handbook', { text: '', never: true }, { tagged: false, signal: controller.signal })
    setTimeout(() => controller.abort(), 300)
    await expect(printing).rejects.toMatchObject({ name: 'AbortError' })
    await expect(shared.renderPdf('handbook', { text: '好' }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
  })
  test('刚开头就取消(页面还在建)也不卡住,下一份照常', async () => {
    await shared.renderPdf('handbook', { text: '先开好浏览器' }, { tagged: false, signal: idle })
    for (const milliseconds of [0, 5, 12, 18, 30, 36, 60]) {
      const controller = new AbortController()
      const printing = shared.renderPdf('handbook', { text: '', never: true }, { tagged: false, signal: controller.signal })
      setTimeout(() => controller.abort(), milliseconds)
      await expect(printing).rejects.toMatchObject({ name: 'AbortError' })
    }
    await expect(shared.renderPdf('handbook', { text: '好' }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
  })
  test('浏览器中途没了,下一份重开', async () => {
    await shared.close()
    await expect(shared.renderPdf('handbook', { text: '好' }, { tagged: false, signal: idle })).resolves.toBeInstanceOf(Uint8Array)
  })
})

describe('没有合适的浏览器', () => {
  test('指名的不存在', async () => {
    await expect(printer({ BAOLEI_BROWSER: join(folder, 'nothing') }).renderPdf('handbook', {}, { tagged: false, signal: idle })).rejects.toMatchObject({ code: 'NO_BROWSER' })
  })
  test.skipIf(process.platform === 'win32')('太旧', async () => {
    const old = join(folder, 'old')
    writeFileSync(old, '#!/bin/sh\necho "Chromium 109.0.5414.119"\n', { mode: 0o755 })
    await expect(printer({ BAOLEI_BROWSER: old }).renderPdf('handbook', {}, { tagged: false, signal: idle })).rejects.toMatchObject({ code: 'BROWSER_TOO_OLD', data: { found: '109.0.5414.119' } })
  })
})
