import type { FoundBrowser } from './find-browser.ts'

export interface PackagedBrowser extends FoundBrowser {
  readonly args: readonly string[]
}

/** 它是给容器用的精简件,没有沙箱助手;只载入本程序自己的打印页,不上网。 */
const ARGS = ['--no-sandbox', '--disable-setuid-sandbox', '--no-zygote']

/**
 * 装了 npm 里那一份浏览器(可选件,Linux x64)就用它;只用来印 PDF 和跑测试,从不拿它开窗口。
 *
 * @returns 没装或本机用不了为 null。
 */
export const findPackagedBrowser = async (): Promise<PackagedBrowser | null> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    // 印纸面用不着三维绘图,少解开一大块。
    chromium.setGraphicsMode = false
    return { executable: await chromium.executablePath(), version: '', args: ARGS }
  } catch {
    return null
  }
}
