import { Encrypter } from 'age-encryption'
import { homedir } from 'node:os'
import type { supportContract } from '../../../shared/contract/support.contract.ts'
import type { BackupRow } from '../../../shared/contract/backups.contract.ts'
import { supportText } from '../../../shared/i18n/zh-CN/support.ts'
import { readRecentLog } from '../../machine/log-reader.ts'
import type { GroupHandlers } from '../../rpc/handlers.ts'
import type { StoreHealth } from '../../store/store-health.ts'
import { readEngineFigures, readStoreFigures } from '../../store/support-figures.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { Ports } from '../ports.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { readMachineFacts } from './machine-facts.ts'
import { composeSupportBundle, type SupportBundle } from './support-bundle.ts'
import { SUPPORT_RECIPIENT } from './vendor-recipient.ts'

const MOST_LOG_LINES = 400

export interface SupportParts {
  readonly ports: Ports
  readonly files: FileExchange
  /** 开着的工作区;没开为 null。 */
  scope(): WorkspaceScope | null
  startError(): { readonly code: string } | null
  /** 最近一次全面检查的结果;没查过为 null。这里不现查:大库要几秒。 */
  health(): StoreHealth | null
  backups(): readonly BackupRow[]
  /** 口令、锁屏之类的规矩。 */
  settings(): Readonly<Record<string, number | boolean>>
  /** 封给谁;缺省是程序里配的,现在没有。 */
  readonly recipient?: string | null
}

/** 封给一个 age 公钥;只有对方打得开。 */
export const sealFor = async (recipient: string, text: string): Promise<Uint8Array> => {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(text)
}

/**
 * 支持包,分两步:preview 把要写的全文给人看,save 写出的就是刚看过的那一份。
 * 看过以后又看了一遍、程序重开过,先前的 digest 就不认了(PREVIEW_EXPIRED)。
 */
export const createSupportHandlers = ({ ports, files, scope, startError, health, backups, settings, recipient = SUPPORT_RECIPIENT }: SupportParts): GroupHandlers<typeof supportContract> => {
  let shown: SupportBundle | null = null
  const compose = (): SupportBundle => {
    const current = scope()
    const now = ports.clock.now()
    return composeSupportBundle({
      madeAt: now,
      app: ports.app,
      machine: readMachineFacts(),
      engine: readEngineFigures(),
      startErrorCode: startError()?.code ?? null,
      workspace: current === null ? null : { kind: current.kind, setup: current.setup, folder: current.store.paths.folder, home: homedir(), figures: readStoreFigures(current.store, now) },
      health: current === null ? null : health(),
      backups: current === null ? null : backups(),
      settings: current === null ? {} : settings(),
      log: readRecentLog(ports.folders.config, MOST_LOG_LINES),
    })
  }
  return {
    preview: () => {
      shown = compose()
      return { sections: shown.sections.map((section) => ({ ...section })), digest: shown.digest }
    },
    save: async ({ digest }, { fail }) => {
      if (shown === null || shown.digest !== digest) return fail('PREVIEW_EXPIRED', {})
      const day = ports.clock.today().replaceAll('-', '')
      return recipient === null
        ? { file: files.offer(supportText.fileName(day), Buffer.from(shown.text, 'utf8'), true) }
        : { file: files.offer(supportText.sealedFileName(day), await sealFor(recipient, shown.text), true) }
    },
  }
}
