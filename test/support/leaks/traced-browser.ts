import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FoundBrowser } from '../../../electron/printing/find-browser.ts'
import { traceWrites } from './written-bytes.ts'

/** 单引号里的一个词。 */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/**
 * 真浏览器外面包一层:每一次写入都记下来。问版本时不记,免得盖掉。
 *
 * @param extra 另加的启动参数(没有显示器时要无头)。
 * @param trace 不跟踪为 null。
 */
export const wrapBrowser = (folder: string, browser: FoundBrowser, { trace, extra }: { readonly trace: string | null; readonly extra: readonly string[] }): FoundBrowser => {
  const executable = join(folder, `browser-${trace === null ? 'plain' : basename(trace)}.sh`)
  const run = [...(trace === null ? [] : traceWrites(trace)), browser.executable, ...extra].map(quoted).join(' ')
  writeFileSync(executable, `#!/bin/sh\ncase "$*" in --version) exec ${quoted(browser.executable)} --version;; esac\nexec ${run} "$@"\n`, { mode: 0o755 })
  return { executable, version: browser.version }
}
