import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { faultCode, folderFault, StoreError } from '../store-error.ts'
import { keyFiles, type KeyFiles } from './key-files.ts'
import { decodeKeyring, encodeKeyring, type Keyring, sha256Of, type SlotEntry, type SlotKind, versionOf } from './keyring-format.ts'

export type { Keyring, SlotEntry, SlotKind } from './keyring-format.ts'

export const KEYRING_FILE = 'keyring.json'
/** 槽文件,以及被强行结束时留下的半份。 */
const SLOT_FILE = /\.age(?:\.[0-9a-f]{12}\.part)?$/
const KEYRING_PART = /^keyring\.json\.[0-9a-f]{12}\.part$/
const CHECK_LABEL = 'baolei-key-check'

/** 要写进 keys/ 的一个槽文件。 */
export interface SlotFile {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface NewSlot {
  readonly kind: SlotKind
  readonly slot: string
  readonly bytes: Uint8Array
}

const checkOf = (key: Uint8Array): Buffer => createHmac('sha256', key).update(CHECK_LABEL).digest()

/** 新库的钥匙簿:一个槽都没有,只记密钥的指纹与一份随机的盐。 */
export const newKeyring = (key: Uint8Array): Keyring => ({ format: 'baolei-keyring', version: 1, salt: randomBytes(16).toString('hex'), check: checkOf(key).toString('hex'), slots: [] })

/** 这把密钥是不是这个库的。 */
export const matchesKey = (keyring: Keyring, key: Uint8Array): boolean => timingSafeEqual(Buffer.from(keyring.check, 'hex'), checkOf(key))

/** 用户名 → 槽名。全角半角、大小写、前后空白不计较;加盐,所以文件夹里看不出有谁。 */
export const personSlot = (keyring: Keyring, userName: string): string => sha256Of(`${keyring.salt}\n${userName.normalize('NFKC').trim().toLowerCase()}`).slice(0, 32)

/** 放进(或换掉)一个槽,只在内存里算:新建工作区时先算好,再一次写下。files 是这一步多出来的文件。 */
export const withSlot = (keyring: Keyring, { kind, slot, bytes }: NewSlot): { keyring: Keyring; files: readonly SlotFile[] } => {
  const before = keyring.slots.find((entry) => entry.slot === slot)
  const entry: SlotEntry = { kind, slot, file: `${slot}-${(before === undefined ? 0 : (versionOf(before) ?? 0)) + 1}.age`, sha256: sha256Of(bytes) }
  const slots = before === undefined ? [...keyring.slots, entry] : keyring.slots.map((existing) => (existing === before ? entry : existing))
  return { keyring: { ...keyring, slots }, files: [{ name: entry.file, bytes }] }
}

const writing = <T>(folder: string, act: () => T): T => {
  try {
    return act()
  } catch (cause) {
    throw cause instanceof StoreError ? cause : folderFault(cause, folder)
  }
}

/**
 * 读 keys/keyring.json。
 *
 * @param folder keys 文件夹。
 * @returns 没有这个文件为 null(口令槽出现之前建的库)。
 * @throws StoreError STORE_KEY_DAMAGED 读不懂或被改动过;STORE_FROM_FUTURE;STORE_READONLY 没有权限看。
 */
export const readKeyring = (folder: string, files: KeyFiles = keyFiles): Keyring | null => {
  let bytes: Buffer
  try {
    bytes = files.read(join(folder, KEYRING_FILE))
  } catch (cause) {
    const code = faultCode(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw code === 'EACCES' || code === 'EPERM' ? folderFault(cause, folder) : new StoreError('STORE_KEY_DAMAGED', {}, { cause })
  }
  return decodeKeyring(bytes)
}

/**
 * 读一个槽文件,先核摘要:坏了的不拿去试口令,免得把「文件坏了」说成「口令不对」(F19)。
 *
 * @throws StoreError KEY_SLOT_MISSING / KEY_SLOT_DAMAGED(附 kind);STORE_READONLY 没有权限看。
 */
export const readSlot = (folder: string, entry: SlotEntry, files: KeyFiles = keyFiles): Uint8Array => {
  let bytes: Buffer
  try {
    bytes = files.read(join(folder, entry.file))
  } catch (cause) {
    const code = faultCode(cause)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new StoreError('KEY_SLOT_MISSING', { kind: entry.kind }, { cause })
    throw code === 'EACCES' || code === 'EPERM' ? folderFault(cause, folder) : new StoreError('KEY_SLOT_DAMAGED', { kind: entry.kind }, { cause })
  }
  if (sha256Of(bytes) !== entry.sha256) throw new StoreError('KEY_SLOT_DAMAGED', { kind: entry.kind })
  return bytes
}

/**
 * 建库时一次写下:先写全部槽文件,最后写钥匙簿。钥匙簿在,它列的槽就都在。
 *
 * @throws StoreError STORE_READONLY / STORE_FULL / FILE_BUSY / FILE_WRITE_FAILED / STORE_FOLDER_UNSUITABLE。
 */
export const writeKeyringFiles = (folder: string, keyring: Keyring, slotFiles: readonly SlotFile[], files: KeyFiles = keyFiles): void => {
  const wanted = keyring.slots.map((entry) => {
    const file = slotFiles.find(({ name, bytes }) => name === entry.file && sha256Of(bytes) === entry.sha256)
    if (file === undefined) throw new Error('slot without its file')
    return file
  })
  const encoded = encodeKeyring(keyring)
  writing(folder, () => {
    files.makeFolder(folder)
    for (const { name, bytes } of wanted) files.write(join(folder, name), bytes)
    files.write(join(folder, KEYRING_FILE), encoded)
  })
}

/** 收走钥匙簿没列的槽文件:旧口令的槽留着,旧口令就还打得开。收不走(被杀毒软件占着)不算失败,下次再收。 */
const sweep = (folder: string, keyring: Keyring, files: KeyFiles): void => {
  try {
    const listed = new Set(keyring.slots.map((entry) => entry.file))
    for (const name of files.list(folder)) if ((SLOT_FILE.test(name) || KEYRING_PART.test(name)) && !listed.has(name)) files.remove(join(folder, name))
  } catch {
    // slotProblems 会报出剩下的。
  }
}

/** 改动以盘上的钥匙簿为准,手里的只用来确认是同一个库:两处先后改,不会把对方刚加的槽丢掉。 */
const current = (folder: string, keyring: Keyring, files: KeyFiles): Keyring => {
  const onDisk = readKeyring(folder, files)
  if (onDisk === null || onDisk.salt !== keyring.salt) throw new StoreError('STORE_KEY_DAMAGED')
  return onDisk
}

/**
 * 换掉(或新加)一个槽:写新槽 → 换钥匙簿 → 删旧槽。断在哪一步,盘上都有一份完整可用的旧槽或新槽。
 *
 * @returns 换好以后的钥匙簿。
 * @throws StoreError STORE_READONLY / STORE_FULL / FILE_BUSY / FILE_WRITE_FAILED / STORE_KEY_DAMAGED;出错时旧槽照旧可用。
 */
export const replaceSlot = (folder: string, keyring: Keyring, slot: NewSlot, files: KeyFiles = keyFiles): Keyring => {
  const next = withSlot(current(folder, keyring, files), slot)
  // 先编好再动盘:槽名不合规矩的,一个文件都不写。
  const encoded = encodeKeyring(next.keyring)
  writing(folder, () => {
    for (const { name, bytes } of next.files) files.write(join(folder, name), bytes)
    files.write(join(folder, KEYRING_FILE), encoded)
  })
  sweep(folder, next.keyring, files)
  return next.keyring
}

/**
 * 去掉一个槽(停用账号、作废恢复单)。本来就没有的,原样返回。
 *
 * @throws Error 这是最后一个槽:去掉就谁也打不开了,调用者不该走到这里。
 */
export const removeSlot = (folder: string, keyring: Keyring, slot: string, files: KeyFiles = keyFiles): Keyring => {
  const before = current(folder, keyring, files)
  const next: Keyring = { ...before, slots: before.slots.filter((entry) => entry.slot !== slot) }
  if (next.slots.length === before.slots.length) {
    // 上次去到一半断了,文件可能还在。
    sweep(folder, before, files)
    return before
  }
  if (next.slots.length === 0) throw new Error('the last key slot must stay')
  writing(folder, () => files.write(join(folder, KEYRING_FILE), encodeKeyring(next)))
  sweep(folder, next, files)
  return next
}

export interface SlotProblems {
  readonly keyring: 'good' | 'missing' | 'damaged'
  readonly slots: readonly { readonly kind: SlotKind; readonly slot: string; readonly problem: 'missing' | 'damaged' }[]
  /** 钥匙簿没列、还留在文件夹里的槽文件个数。 */
  readonly leftOver: number
}

/** 给「数据健康」看的:逐个核对,不抛错。 */
export const slotProblems = (folder: string, files: KeyFiles = keyFiles): SlotProblems => {
  let keyring: Keyring | null
  try {
    keyring = readKeyring(folder, files)
  } catch {
    return { keyring: 'damaged', slots: [], leftOver: 0 }
  }
  if (keyring === null) return { keyring: 'missing', slots: [], leftOver: 0 }
  const slots = keyring.slots.flatMap((entry) => {
    try {
      readSlot(folder, entry, files)
      return []
    } catch (error) {
      return [{ kind: entry.kind, slot: entry.slot, problem: faultCode(error) === 'KEY_SLOT_MISSING' ? ('missing' as const) : ('damaged' as const) }]
    }
  })
  const listed = new Set(keyring.slots.map((entry) => entry.file))
  return { keyring: 'good', slots, leftOver: files.list(folder).filter((name) => SLOT_FILE.test(name) && !listed.has(name)).length }
}
