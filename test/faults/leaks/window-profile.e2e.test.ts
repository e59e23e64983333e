import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { createClient } from '../../../shared/rpc/client.ts'
import { startCoreWorker } from '../../../electron/core-worker/start-core-worker.ts'
import type { CoreLink } from '../../../electron/core-worker/core-link.ts'
import { createFileLog } from '../../../electron/machine/file-log.ts'
import { readAppInfo } from '../../../electron/machine/app-info.ts'
import { rendererFolder } from '../../../electron/machine/renderer-folder.ts'
import { createBrowserPrinter } from '../../../electron/printing/browser-printer.ts'
import { findBrowser, needsNoSandbox, type FoundBrowser } from '../../../electron/printing/find-browser.ts'
import { systemClock } from '../../../electron/services/system-ports.ts'
import { openAppWindow } from '../../../electron/shells/loopback/app-window.ts'
import { startHost } from '../../../electron/shells/loopback/http-host.ts'
import { openScreen } from '../../e2e/pages/shell.ts'
import { figure } from '../../support/faults/amount.ts'
import { canTrace } from '../../support/faults/tools.ts'
import { createLeakScanner, describeHits, joinReports } from '../../support/leak-scan.ts'
import { CANARIES, DISPLAY_NAME, PASSWORD, PERSON, TALK } from '../../support/leaks/canaries.ts'
import { wrapBrowser } from '../../support/leaks/traced-browser.ts'
import { readWrittenBytes } from '../../support/leaks/written-bytes.ts'
import { must } from '../../support/make-core.ts'
import { memberFields } from '../../support/office.ts'

const search = await findBrowser()
const browser: FoundBrowser | null = search.kind === 'found' ? search.browser : null

let home: string
let core: CoreLink
let branchId: string
let printer: ReturnType<typeof createBrowserPrinter>
const printTrace = (): string => join(home, '..', 'print-trace')
const kept = { HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'], XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] }

beforeAll(async () => {
  home = join(mkdtempSync(join(tmpdir(), 'baolei-profile-')), 'home')
  const temporary = join(home, 'tmp')
  mkdirSync(temporary, { recursive: true })
  // 浏览器会往用户的各个文件夹里写:都引到自己的地方。
  Object.assign(process.env, { HOME: home, TMPDIR: temporary, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') })
  const folders = { config: join(home, '.config', 'baolei'), documents: join(home, 'Documents') }
  mkdirSync(folders.documents, { recursive: true })
  const wrapped = browser === null ? null : wrapBrowser(join(home, '..'), browser, { trace: canTrace ? printTrace() : null, extra: [] })
  printer = createBrowserPrinter(rendererFolder(), createFileLog(folders.config, systemClock), { ...process.env, ...(wrapped === null ? {} : { BAOLEI_BROWSER: wrapped.executable }) })
  core = await startCoreWorker({ openAtStart: 'none', folders, app: readAppInfo() }, printer)
  const api = createClient(contract, { request: (text, options) => core.dispatch(text, options), onPush: (listener) => core.onPush(listener) }, () => crypto.randomUUID())
  await must(api.system.createWorkspace({ path: join(folders.documents, '工作区'), name: '测试单位党委', people: { setup: 'one_office', person: { userName: 'sima', displayName: DISPLAY_NAME, password: PASSWORD } } }))
  const top = (await must(api.organisations.tree({}))).nodes[0]?.id ?? ''
  branchId = (await must(api.organisations.add({ parentId: top, kind: 'branch', name: '炼铁党支部', shortName: '', code: '001', category: 'production', fromDay: '2024-01-01' }))).id
  await must(api.members.add({ fields: memberFields(branchId, PERSON) }))
  const meeting = await must(api.meetings.create({ branchId, meetingType: 'general_meeting', partyGroupId: null, day: '2026-03-05' }))
  await must(api.meetings.save({ id: meeting.id, rev: meeting.rev, fields: { ...meeting.fields, title: PERSON.name, content: TALK } }))
}, 120_000)
afterAll(async () => {
  await core.close()
  await printer.close()
  for (const [name, value] of Object.entries(kept)) if (value === undefined) delete process.env[name]
    else process.env[name] = value
  rmSync(join(home, '..'), { recursive: true, force: true })
})

/** 在窗口里看名册、查人、打开、把身份证号填进格子不保存:能留下的都让它留。 */
const useWindow = async (page: Page): Promise<void> => {
  await openScreen(page, membersText.title)
  await page.getByLabel(membersText.search).fill(PERSON.name)
  await page.getByRole('row').filter({ hasText: PERSON.name }).first().click()
  const form = page.getByRole('complementary').or(page.getByRole('dialog')).or(page.locator('main'))
  await form.getByText(PERSON.name).first().waitFor()
  for (const box of await page.getByRole('textbox').all()) if (await box.isEditable({ timeout: 2000 }).catch(() => false)) await box.fill(`${PERSON.idNumber} ${PERSON.address} ${PERSON.mobile}`.slice(0, 60), { timeout: 2000 }).catch(() => undefined)
  await page.getByLabel(membersText.search).fill(PERSON.mobile)
  // 浏览器隔几秒才把会话写一次。
  await page.waitForTimeout(6000)
}

describe.skipIf(browser === null)('浏览器那一边写出的文件里没有能读的个人信息(F53、决定 8;要本机的浏览器)', () => {
  it.skipIf(!canTrace)('应用窗口的资料夹:开着时、关掉后、写完就删的', { timeout: 240_000 }, async () => {
    if (browser === null) return
    const trace = join(home, '..', 'window-trace')
    const wrapped = wrapBrowser(join(home, '..'), browser, { trace, extra: ['--headless=new', '--remote-debugging-port=0', '--disable-gpu', ...(needsNoSandbox() ? ['--no-sandbox'] : [])] })
    const host = await startHost({ core, rendererFolder: rendererFolder(), lingerMilliseconds: null })
    const temporary = join(home, 'tmp')
    const opened = openAppWindow(wrapped, host.launchAddress)
    const scanner = createLeakScanner(CANARIES)
    try {
      const profile = join(temporary, readdirSync(temporary).find((name) => name.startsWith('baolei-window-')) ?? 'none')
      const portFile = join(profile, 'DevToolsActivePort')
      await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n'), { timeout: 60_000 }).toBe(true)
      const connected = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0] ?? ''}`)
      const page = connected.contexts()[0]?.pages()[0]
      if (page === undefined) throw new Error('no window')
      page.setDefaultTimeout(30_000)
      await useWindow(page)
      const whileOpen = scanner.folders([profile])
      expect(whileOpen.files).toBeGreaterThan(5)
      expect(whileOpen.hits, describeHits(whileOpen)).toEqual([])
      // 与人关窗口一样,由浏览器自己收尾。
      await (await connected.newBrowserCDPSession()).send('Browser.close')
      await opened.closed
      expect(existsSync(profile)).toBe(false)
      const written = await readWrittenBytes(trace)
      const report = joinReports([scanner.written(written), scanner.folders([home])])
      expect([...written.files.keys()].some((path) => path.startsWith(profile)), '跟踪没有看到资料夹').toBe(true)
      expect(report.hits, describeHits(report)).toEqual([])
      figure('F53', '应用窗口的资料夹', `${report.files} 个文件 ${report.bytes} 字节,找到 ${report.hits.length};映射着写的 ${[...written.mapped].map((path) => basename(path)).join('、')}`)
    } finally {
      opened.close()
      await opened.closed
      host.close()
      await host.ended
    }
  })
  it.skipIf(!canTrace)('印手册:打印用的浏览器', { timeout: 240_000 }, async () => {
    const api = createClient(contract, { request: (text, options) => core.dispatch(text, options), onPush: (listener) => core.onPush(listener) }, () => crypto.randomUUID())
    const printed = await must(api.print.handbook({ branchId, year: 2026 }))
    expect(printed.pages).toBeGreaterThan(3)
    await printer.close()
    const written = await readWrittenBytes(printTrace())
    expect(written.files.size).toBeGreaterThan(3)
    // PDF 里的字是字形编号,找字找不到:整份 PDF 就不该写到盘上。
    expect([...written.files].filter(([, bytes]) => bytes.includes('%PDF-')).map(([path]) => path)).toEqual([])
    const scanner = createLeakScanner(CANARIES)
    const report = joinReports([scanner.written(written), scanner.folders([home])])
    expect(report.hits, describeHits(report)).toEqual([])
    figure('F53', '打印用的浏览器', `${report.files} 个文件 ${report.bytes} 字节,找到 ${report.hits.length}`)
  })
})
