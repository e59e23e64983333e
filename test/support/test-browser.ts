import { chromium, type Browser } from 'playwright-core'
import { findBrowser, needsNoSandbox } from '../../electron/printing/find-browser.ts'
import { findPackagedBrowser } from '../../electron/printing/packaged-browser.ts'

/** 测试用的浏览器:本机的,没有就用 npm 里那一份;都没有就停下。 */
export const launchTestBrowser = async (): Promise<Browser> => {
  const search = await findBrowser()
  const found = search.kind === 'found' ? { executable: search.browser.executable, args: needsNoSandbox() ? ['--no-sandbox'] : [] } : await findPackagedBrowser()
  if (found === null) throw new Error('no browser for tests: install Chromium 131 or newer')
  return chromium.launch({ executablePath: found.executable, args: [...found.args, '--disable-gpu'], chromiumSandbox: false })
}
