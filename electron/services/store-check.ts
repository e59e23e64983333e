import { classifyStoreFault } from '../store/classify-fault.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { readStoreHealth, type StoreHealth } from '../store/store-health.ts'
import { readFolder, workspacePaths } from '../store/workspace-folder.ts'
import { createKeyKeeper } from './session/key-keeper.ts'
import { PRODUCTION_SCRYPT_LOG_N } from './system-ports.ts'

export { isSoundHealth } from '../store/store-health.ts'

interface Credentials {
  readonly userName: string
  readonly password: string
}

/**
 * 一个文件夹(工作区或备份)的数据密钥;不要口令的为 undefined。
 *
 * @throws StoreError STORE_SEALED 要口令而没有给;PASSWORD_WRONG / ACCOUNT_BLOCKED / KEY_SLOT_MISSING / KEY_SLOT_DAMAGED 等。
 */
export const keyFor = async (folder: string, credentials: Credentials | null): Promise<Buffer | undefined> => {
  if (readFolder(workspacePaths(folder)).keyring === null) return undefined
  if (credentials === null) throw new StoreError('STORE_SEALED', { path: folder })
  const trial = await createKeyKeeper(PRODUCTION_SCRYPT_LOG_N).tryPassword(folder, credentials.userName, credentials.password, Date.now())
  if (trial.kind === 'blocked') throw new StoreError('ACCOUNT_BLOCKED', { until: trial.until })
  if (trial.kind === 'wrong') throw new StoreError('PASSWORD_WRONG', { remaining: trial.remaining })
  return trial.bundle.key
}

/**
 * 打开、检查、合上一个工作区。
 *
 * @throws StoreError 打不开,或坏到检查也做不下去(STORE_CORRUPT)。
 */
export const checkStore = async (folder: string, credentials: Credentials | null): Promise<StoreHealth> => {
  const key = await keyFor(folder, credentials)
  try {
    const store = openStore(folder, key === undefined ? {} : { key })
    try {
      return readStoreHealth(store)
    } finally {
      store.close()
    }
  } catch (error) {
    const known = classifyStoreFault(error)
    if (known === null) throw error
    throw error instanceof StoreError ? error : new StoreError(known.code, {}, { cause: error })
  }
}
