import { classifyStoreFault } from '../store/classify-fault.ts'
import { openStore } from '../store/open-store.ts'
import { StoreError } from '../store/store-error.ts'
import { readStoreHealth, type StoreHealth } from '../store/store-health.ts'

/**
 * 打开、检查、合上一个工作区。
 *
 * @throws StoreError 打不开,或坏到检查也做不下去(STORE_CORRUPT)。
 */
export const checkStore = (folder: string): StoreHealth => {
  try {
    const store = openStore(folder)
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
