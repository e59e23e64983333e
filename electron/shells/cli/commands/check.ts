import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { readAppInfo } from '../../../machine/app-info.ts'
import { checkStore, isSoundHealth } from '../../../services/store-check.ts'
import { CliFailure } from '../cli-failure.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'
import { readStoreAddress, STORE_OPTIONS } from '../store-address.ts'

/** `check --store DIR [--json]`:完整性、外键、审计链、版本链、记录与版本、版本号。 */
export const runCheck = async (words: readonly string[], output: Output): Promise<number> => {
  const options = parseOptions(words, STORE_OPTIONS, ['json'], [])
  const { path, credentials } = readStoreAddress(options)
  const health = await checkStore(path, credentials)
  const { integrity, foreignKeys, brokenAuditAt, brokenVersionAt, altered, schemaVersion, knownVersion, sqliteVersion, rows, versions } = health
  const sound = isSoundHealth(health)
  const report = { sound, ...health, appVersion: readAppInfo().version }
  if (options.flag('json')) printJson(output, report)
  else {
    const { check } = cliText
    const chain = (brokenAt: number | null): string => (brokenAt === null ? check.sound : check.brokenAt(brokenAt))
    const counts = (tables: readonly { readonly table: string; readonly count: number }[]): string => (tables.length === 0 ? check.sound : tables.map(({ table, count }) => `${table} ${count}`).join('; '))
    output.line(check.integrity(integrity.length === 0 ? check.sound : integrity.slice(0, 20).join('; ')))
    output.line(check.foreignKeys(counts(foreignKeys)))
    output.line(check.audit(chain(brokenAuditAt), rows))
    output.line(check.versionChain(chain(brokenVersionAt), versions))
    output.line(check.altered(counts(altered)))
    output.line(check.versions(schemaVersion, knownVersion, sqliteVersion, report.appVersion))
  }
  if (!sound) throw new CliFailure('STORE_CORRUPT')
  return 0
}
