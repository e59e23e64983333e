import { resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { readAppInfo } from '../../../machine/app-info.ts'
import { restoreBackupAt } from '../../../services/backups/offline.ts'
import type { Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** `restore BACKUP --store DIR`:恢复到空文件夹,或换下同一个工作区(它现在的文件留在 damaged 下)。 */
export const runRestore = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, STORE_OPTIONS, [], ['BACKUP'])
  const { path, credentials } = readStoreAddress(options)
  const { from, damaged, skipped } = await restoreBackupAt(resolve(options.positionals[0] ?? ''), path, credentials, readAppInfo().version)
  for (const { folder, problems } of skipped) output.note(cliText.backup.skipped(folder, problems.join(', ')))
  output.line(cliText.backup.restored(path, from.folder))
  if (damaged !== null) output.note(cliText.backup.keptDamaged(damaged))
  return 0
}
