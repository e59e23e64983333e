import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { CliFailure, valueOf } from '../cli-failure.ts'
import { withCore } from '../cli-core.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'

/** `sample --store DIR`:在空文件夹里造示例企业。 */
export const runSample = async (words: readonly string[], output: Output): Promise<number> => {
  const path = resolve(parseOptions(words, ['store'], [], []).required('store'))
  // 已有东西的文件夹不动,免得把别人的数据当示例打开。
  if (existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)) throw new CliFailure('STORE_EXISTS', { path })
  await withCore(({ api }) => valueOf(api.system.openSample({ path })))
  output.line(cliText.sampleMade(path))
  return 0
}
