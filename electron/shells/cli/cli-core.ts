import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Contract } from '../../../shared/contract/index.ts'
import { createClient, type Client } from '../../../shared/rpc/client.ts'
import { createCore, type Core } from '../../core.ts'
import { findAppFolders } from '../../machine/app-folders.ts'
import { readAppInfo } from '../../machine/app-info.ts'
import { createFileLog } from '../../machine/file-log.ts'
import { rendererFolder } from '../../machine/renderer-folder.ts'
import { createBrowserPrinter } from '../../printing/browser-printer.ts'
import type { Ports } from '../../services/ports.ts'
import { createUuidV7, machineName, PRODUCTION_SCRYPT_LOG_N, systemClock } from '../../services/system-ports.ts'
import { CliFailure, valueOf } from './cli-failure.ts'
import type { StoreAddress } from './store-address.ts'

export interface CliCore {
  readonly api: Client<Contract>
  readonly files: Core['files']
}

/** 命令行用的文件夹:最近清单放在用后即弃的地方,脚本打开过什么不影响下次启动打开哪个工作区。 */
export const withScratchFolders = async <T>(work: (folders: Ports['folders']) => Promise<T>): Promise<T> => {
  const config = mkdtempSync(join(tmpdir(), 'baolei-cli-'))
  try {
    return await work({ config, documents: findAppFolders().documents })
  } finally {
    rmSync(config, { recursive: true, force: true })
  }
}

/** 在本进程里起核心,做完就收。 */
export const withCore = <T>(work: (cli: CliCore) => Promise<T>): Promise<T> =>
  withScratchFolders(async (folders) => {
    const log = createFileLog(findAppFolders().config, systemClock)
    const printer = createBrowserPrinter(rendererFolder(), log)
    const ids = createUuidV7(systemClock.now)
    const core = createCore({ ports: { clock: systemClock, ids, log, printer, folders, app: readAppInfo(), machine: machineName(), scryptLogN: PRODUCTION_SCRYPT_LOG_N }, openAtStart: 'none' })
    try {
      const api = createClient(contract, { request: (text, options) => core.dispatch(text, options), onPush: (listener) => core.onPush(listener) }, () => ids.next())
      return await work({ api, files: core.files })
    } finally {
      core.close()
      await printer.close()
    }
  })

/** 打开一个工作区,要口令的就登录。 */
export const openAndSignIn = async (api: CliCore['api'], { path, credentials }: StoreAddress): Promise<void> => {
  const { session } = await valueOf(api.system.openWorkspace({ path }))
  if (session.phase !== 'sealed') return
  if (credentials === null) throw new CliFailure('STORE_SEALED', { path })
  const signedIn = await valueOf(api.session.signIn(credentials))
  if (signedIn.session.phase === 'password_due') throw new CliFailure('PASSWORD_DUE')
}

/** 打开一个已有的工作区再做事。 */
export const withStore = <T>(store: StoreAddress, work: (cli: CliCore) => Promise<T>): Promise<T> =>
  withCore(async (cli) => {
    await openAndSignIn(cli.api, store)
    return work(cli)
  })
