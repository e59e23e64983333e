import { resolve } from 'node:path'
import { cliText } from '../../../../shared/i18n/zh-CN/cli.ts'
import { readAppInfo } from '../../../machine/app-info.ts'
import { checkStore } from '../../../services/store-check.ts'
import { CliFailure } from '../cli-failure.ts'
import { printJson, type Output } from '../output.ts'
import { parseOptions } from '../parse-options.ts'

/** `check --store DIR [--json]`:完整性、外键、审计链、版本。 */
export const runCheck = (words: readonly string[], output: Output): number => {
  const options = parseOptions(words, ['store'], ['json'], [])
  const health = checkStore(resolve(options.required('store')))
  const { integrity, foreignKeys, brokenAuditAt, schemaVersion, knownVersion, sqliteVersion, rows } = health
  const sound = integrity.length === 0 && foreignKeys.length === 0 && brokenAuditAt === null
  const report = { sound, integrity, foreignKeys, brokenAuditAt, schemaVersion, knownVersion, sqliteVersion, appVersion: readAppInfo().version, rows }
  if (options.flag('json')) printJson(output, report)
  else {
    const { check } = cliText
    output.line(check.integrity(integrity.length === 0 ? check.sound : integrity.slice(0, 20).join('; ')))
    output.line(check.foreignKeys(foreignKeys.length === 0 ? check.sound : foreignKeys.map(({ table, count }) => `${table} ${count}`).join('; ')))
    output.line(check.audit(brokenAuditAt === null ? check.sound : check.brokenAt(brokenAuditAt), rows))
    output.line(check.versions(schemaVersion, knownVersion, sqliteVersion, report.appVersion))
  }
  if (!sound) throw new CliFailure('STORE_CORRUPT')
  return 0
}
