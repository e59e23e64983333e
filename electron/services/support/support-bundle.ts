import { createHash } from 'node:crypto'
import { isAbsolute, relative, sep } from 'node:path'
import { supportText } from '../../../shared/i18n/zh-CN/support.ts'
import type { BackupRow } from '../../../shared/contract/backups.contract.ts'
import { AUDIT_KINDS } from '../../../shared/contract/define.ts'
import type { WorkspaceKind, WorkspaceSetup } from '../../../shared/model/workspace.ts'
import type { StoreHealth } from '../../store/store-health.ts'
import type { EngineFigures, StoreFigures } from '../../store/support-figures.ts'
import type { AppInfo } from '../ports.ts'
import { isErrorCode } from './known-names.ts'
import type { MachineFacts } from './machine-facts.ts'

/** 支持包要用的一切。没有一项是人写的字:数目、代码、版本、时刻。 */
export interface SupportFacts {
  readonly madeAt: number
  readonly app: AppInfo
  readonly machine: MachineFacts
  readonly engine: EngineFigures
  /** 启动时没打开工作区的原因;没有为 null。 */
  readonly startErrorCode: string | null
  /** 没开工作区为 null。 */
  readonly workspace: { readonly kind: WorkspaceKind; readonly setup: WorkspaceSetup; readonly folder: string; readonly home: string; readonly figures: StoreFigures } | null
  /** 最近一次全面检查;没查过为 null。 */
  readonly health: StoreHealth | null
  /** 没开工作区为 null。 */
  readonly backups: readonly BackupRow[] | null
  /** 规矩一类的设置:名称与数目。 */
  readonly settings: Readonly<Record<string, number | boolean>>
  /** 最近的日志,已按「只许名单上的」核过。 */
  readonly log: { readonly lines: readonly string[]; readonly skipped: number }
}

export interface SupportSection {
  readonly title: string
  readonly text: string
}
export interface SupportBundle {
  readonly sections: readonly SupportSection[]
  /** 写出的就是这一份,一字不差。 */
  readonly text: string
  /** 全文的 SHA-256,十六进制。 */
  readonly digest: string
}

/** 小写的代码(备份的毛病、备份的种类)。 */
const SMALL_CODE = /^[a-z][a-z_]{0,40}$/
const SETTING_NAME = /^[A-Za-z][A-Za-z0-9]{0,40}$/
const BUILD = /^[0-9a-f]{12}$/
const VERSION = /^\d{1,3}(\.\d{1,4}){2}(-[a-z]{1,10})?$/

const codeOr = (code: string): string => (isErrorCode(code) || SMALL_CODE.test(code) ? code : supportText.unknown)
const moment = (at: number | null): string => (at === null ? supportText.never : new Date(at).toISOString().slice(0, 16).replace('T', ' '))
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1)
const lines = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n')
const orNone = (parts: readonly string[]): readonly string[] => (parts.length === 0 ? [supportText.none] : parts)

/**
 * 数据放在哪一类位置。路径本身不写:文件夹名里常有单位、人名。
 * 主文件夹里的写 ~ 与第几层,其余写盘符(Windows)或只说不在主文件夹里。
 */
export const placeOf = (folder: string, home: string): string => {
  const inside = relative(home, folder)
  if (inside === '') return '~'
  if (inside.split(sep)[0] !== '..' && !isAbsolute(inside)) return supportText.insideHome(inside.split(sep).length)
  const drive = /^[A-Za-z]:/.exec(folder)?.[0]
  return drive === undefined ? supportText.outsideHome : supportText.onDrive(drive.toUpperCase())
}

const sections = (facts: SupportFacts): readonly SupportSection[] => {
  const { app, machine, engine, workspace, health, backups, log } = facts
  const t = supportText.labels
  const figures = workspace?.figures
  return [
    { title: supportText.titles.about, text: lines(supportText.about, `${t.madeAt} ${moment(facts.madeAt)}`) },
    {
      title: supportText.titles.program,
      text: lines(
        `${t.version} ${VERSION.test(app.version) ? app.version : supportText.unknown}`,
        `${t.build} ${BUILD.test(app.build) ? app.build : supportText.unknown}`,
        `${t.startError} ${facts.startErrorCode === null ? supportText.none : codeOr(facts.startErrorCode)}`,
      ),
    },
    {
      title: supportText.titles.machine,
      text: lines(
        `${t.system} ${machine.system} ${machine.release} ${machine.arch}`,
        `${t.processors} ${machine.processors}`,
        `${t.memory} ${machine.memoryMegabytes} MB`,
        `${t.freeMemory} ${machine.freeMemoryMegabytes} MB`,
        `${t.timeZone} ${machine.timeZone}`,
        `Node ${machine.node}`,
        ...(machine.electron === '' ? [] : [`Electron ${machine.electron}`, `Chromium ${machine.chrome}`]),
        `SQLite ${engine.sqlite}`,
        `SQLite3 Multiple Ciphers ${engine.cipher}`,
        `better-sqlite3-multiple-ciphers ${engine.driver}`,
      ),
    },
    ...(workspace === null || figures === undefined
      ? [{ title: supportText.titles.workspace, text: lines(supportText.notOpen, `${t.knownVersion} ${engine.knownVersion}`) }]
      : [
          {
            title: supportText.titles.workspace,
            text: lines(
              `${t.kind} ${workspace.kind}`,
              `${t.setup} ${workspace.setup}`,
              `${t.place} ${placeOf(workspace.folder, workspace.home)}`,
              `${t.schemaVersion} ${figures.schemaVersion}`,
              `${t.knownVersion} ${engine.knownVersion}`,
              `${t.databaseSize} ${megabytes(figures.databaseBytes)} MB`,
              `${t.walSize} ${megabytes(figures.walBytes)} MB`,
              `${t.pages} ${figures.pages} × ${figures.pageSize}`,
              `${t.freePages} ${figures.freePages}`,
              `${t.commits} ${figures.commits}`,
              `${t.epoch} ${figures.epoch}`,
              `${t.wasUnclean} ${supportText.yesNo(figures.wasUnclean)}`,
              `${t.readOnly} ${supportText.yesNo(figures.readOnly)}`,
              `${t.freeSpace} ${figures.space === null ? supportText.unknown : `${megabytes(figures.space.freeBytes)} / ${megabytes(figures.space.totalBytes)} MB`}`,
            ),
          },
          { title: supportText.titles.slots, text: lines(orNone(figures.slots.map(({ kind, state, count }) => `${codeOr(kind)} ${state} ${count}`))) },
          { title: supportText.titles.settings, text: lines(orNone(Object.entries(facts.settings).filter(([name]) => SETTING_NAME.test(name)).map(([name, value]) => `${name} ${String(value)}`))) },
          { title: supportText.titles.tables, text: lines(orNone(figures.tables.map(({ table, rows }) => `${codeOr(table)} ${rows}`))) },
          { title: supportText.titles.health, text: healthText(health) },
          { title: supportText.titles.backups, text: lines(orNone((backups ?? []).map(backupText))) },
          { title: supportText.titles.audit, text: lines(orNone(figures.audit.map(({ day, kind, count }) => `${day} ${(AUDIT_KINDS as readonly string[]).includes(kind) ? kind : supportText.unknown} ${count}`))) },
        ]),
    { title: supportText.titles.log, text: lines(orNone(log.lines), ...(log.skipped === 0 ? [] : [supportText.skippedLines(log.skipped)])) },
  ]
}

const backupText = ({ madeAt, kind, bytes, verifiedAt, place, problems }: BackupRow): string => `${moment(madeAt)} ${codeOr(kind)} ${place} ${megabytes(bytes)} MB ${supportText.labels.verified} ${moment(verifiedAt)}${problems.length === 0 ? '' : ` ${problems.map(codeOr).join(' ')}`}`

const healthText = (health: StoreHealth | null): string => {
  if (health === null) return supportText.notChecked
  const t = supportText.labels
  return lines(
    `${t.integrity} ${health.integrity.length}`,
    `${t.foreignKeys} ${orNone(health.foreignKeys.map(({ table, count }) => `${codeOr(table)} ${count}`)).join(',')}`,
    `${t.auditChain} ${health.brokenAuditAt ?? supportText.sound}`,
    `${t.versionChain} ${health.brokenVersionAt ?? supportText.sound}`,
    `${t.altered} ${orNone(health.altered.map(({ table, count }) => `${codeOr(table)} ${count}`)).join(',')}`,
    `${t.auditRows} ${health.rows}`,
    `${t.versionRows} ${health.versions}`,
  )
}

/** 由情况写成文字;写出去的文件就是 text,给人看的就是 sections。 */
export const composeSupportBundle = (facts: SupportFacts): SupportBundle => {
  const made = sections(facts)
  const text = `${made.map((section) => `【${section.title}】\n${section.text}`).join('\n\n')}\n`
  return { sections: made, text, digest: createHash('sha256').update(text).digest('hex') }
}
