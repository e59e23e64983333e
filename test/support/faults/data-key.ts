import { join } from 'node:path'
import { createKeySlots } from '../../../electron/store/keys/key-slots.ts'
import { personSlot, readKeyring, readSlot } from '../../../electron/store/keys/keyring.ts'
import { TEST_PERSON } from '../make-core.ts'

/** 开过的库的数据密钥,按钥匙簿里的指纹记着:同一个样板拷出来的都是这一把。 */
const unlocked = new Map<string, Buffer>()

/** 凭测试使用人的口令取出数据密钥并记住;没设口令的工作区没有钥匙簿,不必取。 */
export const unlock = async (folder: string): Promise<Buffer | undefined> => {
  const keys = join(folder, 'keys')
  const keyring = readKeyring(keys)
  if (keyring === null) return undefined
  const entry = keyring.slots.find(({ slot }) => slot === personSlot(keyring, TEST_PERSON.userName))
  const bundle = entry === undefined ? null : await createKeySlots({ scryptLogN: 2 }).openWithPassword(readSlot(keys, entry), TEST_PERSON.password)
  if (bundle === null) throw new Error('the test person cannot open this workspace')
  unlocked.set(keyring.check, bundle.key)
  return bundle.key
}

/** 记着的数据密钥;没设口令的、钥匙簿已经读不出来的没有(由程序自己去说)。 */
export const knownKey = (folder: string): Buffer | undefined => {
  try {
    const keyring = readKeyring(join(folder, 'keys'))
    return keyring === null ? undefined : unlocked.get(keyring.check)
  } catch {
    return undefined
  }
}
