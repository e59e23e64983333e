import { resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { verifyBackupAt } from '../../../services/backups/offline.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { CREDENTIAL_OPTIONS, readCredentials } from '../store-address.ts'

/** `verify BACKUP [--json]`:核对一份备份;不给使用人的,要口令的备份只核对到文件一级。 */
export const runVerify = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, CREDENTIAL_OPTIONS, ['json'], ['BACKUP'])
  const verified = await verifyBackupAt(resolve(options.positionals[0] ?? ''), readCredentials(options))
  if (options.flag('json')) printJson(output, { sound: verified.problems.length === 0, ...verified })
  else {
    for (const { folder, problems } of verified.skipped) output.line(cliText.backup.skipped(folder, problems.join(', ')))
    output.line(verified.level === 'full' ? cliText.backup.full(verified.folder) : cliText.backup.filesOnly(verified.folder))
    if (verified.problems.length > 0) output.line(cliText.backup.lacks(verified.problems.join(', ')))
  }
  return 0
}
