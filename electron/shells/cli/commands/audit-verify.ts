import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { checkStore } from '../../../services/store-check.ts'
import { CliFailure } from '../cli-failure.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** `audit verify --store DIR [--json]`:从头核对操作记录与每条记录的版本,印出链头,好与抄在别处的对照。 */
export const runAuditVerify = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, STORE_OPTIONS, ['json'], [])
  const { path, credentials } = readStoreAddress(options)
  const { brokenAuditAt, brokenVersionAt, altered, rows, versions, head } = await checkStore(path, credentials)
  const sound = brokenAuditAt === null && brokenVersionAt === null && altered.length === 0
  if (options.flag('json')) printJson(output, { sound, rows, versions, brokenAuditAt, brokenVersionAt, altered, head })
  else {
    const { check } = cliText
    output.line(check.audit(brokenAuditAt === null ? check.sound : check.brokenAt(brokenAuditAt), rows))
    output.line(check.versionChain(brokenVersionAt === null ? check.sound : check.brokenAt(brokenVersionAt), versions))
    output.line(check.altered(altered.length === 0 ? check.sound : altered.map(({ table, count }) => `${table} ${count}`).join('; ')))
    output.line(check.head(head))
  }
  if (!sound) throw new CliFailure('AUDIT_BROKEN')
  return 0
}
