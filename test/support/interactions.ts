import type { Locator, Page } from 'playwright-core'

/** 数一数人动了几下手:点一下、按一个键(组合键算一个)、往一个框里打一段字,各算一次。 */
export const countInteractions = (page: Page) => {
  const done: string[] = []
  return {
    click: async (target: Locator, what: string): Promise<void> => {
      done.push(`click ${what}`)
      await target.click()
    },
    press: async (key: string, what: string): Promise<void> => {
      done.push(`press ${key} ${what}`)
      await page.keyboard.press(key)
    },
    /** 光标已在框里:打一段字。 */
    type: async (words: string, what: string): Promise<void> => {
      done.push(`type ${what}`)
      await page.keyboard.insertText(words)
    },
    total: (): number => done.length,
    steps: (): readonly string[] => done,
  }
}
