import type { Locator, Page } from 'playwright-core'

/** 左侧导航换页。 */
export const openScreen = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation').first().getByText(name, { exact: true }).click()
  // 页面是用到才载入的,载入后会把光标放到第一个框;等它到位再动手。
  await page.getByRole('heading', { name, exact: true }).first().waitFor()
}

/** 下拉框:打开后按文字选;选项浮在页面最外层。 */
export const chooseOption = async (page: Page, control: Locator, name: string): Promise<void> => {
  await control.click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click()
}

/** 顶栏选工作中的支部。 */
export const chooseBranch = async (page: Page, name: string): Promise<void> => {
  const picker = page.getByRole('banner').getByRole('combobox')
  await picker.click()
  await picker.fill(name)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click()
}

/** 把文件拖进窗口放下,与鼠标拖放走同样的事件。 */
export const dropFile = async (page: Page, name: string, bytes: Uint8Array): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ({ fileName, content }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(content)], fileName))
      return data
    },
    { fileName: name, content: [...bytes] },
  )
  for (const type of ['dragenter', 'dragover', 'drop']) await page.locator('main').first().dispatchEvent(type, { dataTransfer: transfer })
}
