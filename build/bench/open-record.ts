import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { firstStartText } from '../../shared/i18n/zh-CN/first-start.ts'
import { homeText } from '../../shared/i18n/zh-CN/home.ts'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { startApp } from '../../test/support/e2e-app.ts'
import { median, round, type BenchRow } from './bench-row.ts'

const OPENINGS = 15
const WARM_UP = 2

/** 在真窗口里点开一份记录:从点下到名单画在屏幕上。钟在页面里走,不算驱动浏览器的工夫。 */
export const measureOpenRecord = async (): Promise<readonly BenchRow[]> => {
  const app = await startApp()
  try {
    const { page } = app
    await page.getByRole('button', { name: firstStartText.start.sample }).click()
    const times: number[] = []
    let people = 0
    for (let opening = 0; opening < OPENINGS + WARM_UP; opening++) {
      const view = page.getByRole('button', { name: homeText.view, exact: true }).first()
      await view.waitFor()
      const took = await view.evaluate(
        (button: HTMLButtonElement) =>
          new Promise<number>((resolve) => {
            const started = performance.now()
            const look = (): void => {
              if (document.querySelector('.attendance-chips button') === null) requestAnimationFrame(look)
              // 这一帧交给屏幕以后才算看见。
              else setTimeout(() => resolve(performance.now() - started), 0)
            }
            button.click()
            requestAnimationFrame(look)
          }),
      )
      people = await page.locator('.attendance-chips button').count()
      if (opening >= WARM_UP) times.push(took)
      await page.getByRole('button', { name: commonText.back, exact: true }).click()
    }
    return [{ name: benchText.openRecord, value: round(median(times), 1), unit: 'ms', budget: 100, note: benchText.openRecordNote(OPENINGS, people, round(Math.max(...times), 0)) }]
  } finally {
    await app.dispose()
  }
}
