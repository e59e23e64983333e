import { chromium, type Browser } from 'playwright-core'
import { findBrowser, needsNoSandbox } from '../../electron/printing/find-browser.ts'
import { findPackagedBrowser } from '../../electron/printing/packaged-browser.ts'

const QUIET = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic']

/** 测试用的真浏览器:BAOLEI_BROWSER、系统的、再是 npm 里带的那一份;只有 npm 的机器也跑得起来。 */
export const launchTestBrowser = async (): Promise<Browser> => {
  const found = await findBrowser()
  if (found.kind === 'found') return chromium.launch({ executablePath: found.browser.executable, args: [...QUIET, ...(needsNoSandbox() ? ['--no-sandbox'] : [])] })
  const packaged = await findPackagedBrowser()
  if (packaged === null) throw new Error('no browser: npm ci brings one for Linux x64, elsewhere install Chromium, Chrome or Edge')
  return chromium.launch({ executablePath: packaged.executable, args: [...QUIET, ...packaged.args] })
}
