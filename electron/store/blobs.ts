import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sealInto } from './files/seal-into.ts'
import { writeFileAtomically } from './files/safe-files.ts'

/**
 * 附件(照片一类):以内容定名,用数据密钥派生的钥匙封着,写下就不再变。
 *
 * 名字是带密钥的摘要:同样的内容只存一份,看名字猜不出内容。先写文件、后写库里的引用;
 * 没有引用的由 blob-garbage.ts 收走。备份与核对照文件名走(store/backup/copy-blobs.ts)。
 */
export interface BlobStore {
  /** 存下,返回名字。 */
  put(bytes: Uint8Array): string
  /** 没有、打不开、内容与名字不符的为 null。 */
  get(name: string): Buffer | null
  remove(name: string): void
  /** 内容有多少字节,不解开;没有的为 null。 */
  sizeOf(name: string): number | null
  /** 全部名字。 */
  names(): string[]
}

const MARK = Buffer.from('BLB1', 'latin1')
const IV_BYTES = 12
const TAG_BYTES = 16
const NAME = /^[0-9a-f]{64}$/
const derive = (key: Uint8Array, label: string): Buffer => createHmac('sha256', key).update(label).digest()

export const createBlobStore = (folder: string, dataKey: Uint8Array): BlobStore => {
  const sealKey = derive(dataKey, 'baolei-blob-seal')
  const nameKey = derive(dataKey, 'baolei-blob-name')
  const nameOf = (bytes: Uint8Array): string => createHmac('sha256', nameKey).update(bytes).digest('hex')
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name)
  const open = (sealed: Buffer): Buffer => {
    const start = MARK.length
    if (!sealed.subarray(0, start).equals(MARK)) throw new Error('not a blob')
    const decipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(start, start + IV_BYTES))
    decipher.setAuthTag(sealed.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(sealed.subarray(start + IV_BYTES + TAG_BYTES)), decipher.final()])
  }
  const get = (name: string): Buffer | null => {
    if (!NAME.test(name)) return null
    try {
      const bytes = open(readFileSync(pathOf(name)))
      return nameOf(bytes) === name ? bytes : null
    } catch {
      return null
    }
  }
  return {
    get,
    put: (bytes) => {
      const name = nameOf(bytes)
      // 已有而且完好的不重写;坏了的换成好的。
      if (get(name) !== null) return name
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const start = MARK.length + IV_BYTES + TAG_BYTES
      const sealed = Buffer.allocUnsafe(start + bytes.byteLength)
      sealInto(cipher, bytes, sealed, start)
      MARK.copy(sealed)
      iv.copy(sealed, MARK.length)
      cipher.getAuthTag().copy(sealed, MARK.length + IV_BYTES)
      mkdirSync(join(folder, name.slice(0, 2)), { recursive: true, mode: 0o700 })
      writeFileAtomically(pathOf(name), sealed)
      return name
    },
    remove: (name) => {
      if (NAME.test(name)) rmSync(pathOf(name), { force: true })
    },
    sizeOf: (name) => {
      const size = NAME.test(name) ? (statSync(pathOf(name), { throwIfNoEntry: false })?.size ?? null) : null
      return size === null ? null : Math.max(0, size - MARK.length - IV_BYTES - TAG_BYTES)
    },
    names: () => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && NAME.test(entry.name)).map((entry) => entry.name) : []),
  }
}
