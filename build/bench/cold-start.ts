import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { startApp } from '../../test/support/e2e-app.ts'
import { launchTestBrowser } from '../../test/support/test-browser.ts'
import { median, round, type BenchRow } from './bench-row.ts'

const RUNS = 5

/** 冷启动(程序进程从头起,浏览器已开着)到首页能用。先造好示例,量的是「再次打开」。 */
export const measureColdStart = async (): Promise<readonly BenchRow[]> => {
  const home = mkdtempSync(join(tmpdir(), 'baolei-bench-'))
  const browser = await launchTestBrowser()
  try {
    const first = await startApp({ home, browser })
    await first.page.getByRole('button', { name: firstStartText.start.sample }).click()
    await first.page.getByRole('heading', { name: homeText.title, exact: true }).waitFor()
    await first.close()

    const starts: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now()
      const app = await startApp({ home, browser })
      await app.page.getByRole('heading', { name: homeText.title, exact: true }).waitFor()
      await app.page.getByRole('table').first().waitFor()
      starts.push(performance.now() - started)
      await app.close()
    }
    return [{ name: benchText.coldStart, value: round(median(starts) / 1000), unit: 's', budget: 4, note: benchText.coldStartNote }]
  } finally {
    await browser.close()
    rmSync(home, { recursive: true, force: true })
  }
}
