import { resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { readAppInfo } from '../../../machine/app-info.ts'
import { backUpTo } from '../../../services/backups/offline.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** `backup --store DIR --to DIR`:做一份核对过的备份放到另一处,印出它的文件夹。 */
export const runBackup = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, [...STORE_OPTIONS, 'to'], [], [])
  const to = resolve(options.required('to'))
  const { path, credentials } = readStoreAddress(options)
  const { folder } = await backUpTo(path, to, credentials, readAppInfo().version)
  output.line(folder)
  output.note(cliText.backup.made)
  return 0
}
