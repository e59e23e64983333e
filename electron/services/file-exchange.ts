import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FileRef } from '../../shared/model/files.ts'
import { failWith } from '../rpc/handlers.ts'
import { sealInto } from '../store/files/seal-into.ts'
import { safeName } from './export/export-name.ts'
import { BUILT_IN_ACTOR, callInHand, currentCall } from './session/current-call.ts'

/** 单个文件上限;再大的名册应分开导入。 */
export const MAX_FILE_BYTES = 30 * 1024 * 1024
const TICKET = /^[A-Za-z0-9_-]{43}$/

interface HeldFile {
  /** 盘上的位置;内容是封着的,要看用 read。 */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly oneTime: boolean
  /** 谁的:换了人、锁了屏就取不到。 */
  readonly owner: string
}

/** 取走时连同内容。 */
export interface TakenFile extends HeldFile {
  readonly bytes: Uint8Array
}

/**
 * 进出程序的文件:消息里只有凭据,字节由外壳收发。临时文件在私有文件夹里,用完即删,关闭时全清。
 * 里面是整份名册、整本手册,所以盘上的是封着的:钥匙只在内存里,程序怎么结束都没有能读的留下(F53)。
 */
export interface FileExchange {
  /** 外壳收到一个文件。 */
  accept(name: string, bytes: Uint8Array): FileRef
  /** 核心生成一个供下载的文件;oneTime 为真时取一次即作废。 */
  offer(name: string, bytes: Uint8Array, oneTime: boolean): FileRef
  /** 按凭据取文件位置;不存在或已用过报 FILE_EXPIRED。 */
  open(ticket: string): HeldFile
  /** 内容;凭据不存在或已用过报 FILE_EXPIRED。 */
  read(ticket: string): Uint8Array<ArrayBuffer>
  /** 外壳发出下载时调用:返回内容。一次性的凭据当场作废,文件留到 discard;再取为 null。 */
  take(ticket: string): TakenFile | null
  /** 不再需要:凭据作废,文件删掉。 */
  discard(ticket: string): void
  /** 合上了工作区:手里的全部作废,文件删掉。 */
  clear(): void
  close(): void
}

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const seal = (key: Buffer, bytes: Uint8Array): Buffer => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv)
  const sealed = Buffer.allocUnsafe(IV_BYTES + bytes.byteLength + TAG_BYTES)
  iv.copy(sealed)
  sealInto(cipher, bytes, sealed, IV_BYTES)
  cipher.getAuthTag().copy(sealed, IV_BYTES + bytes.byteLength)
  return sealed
}
/** @throws Error 盘上的被改过、截断过。 */
const unseal = (key: Buffer, sealed: Buffer): Uint8Array<ArrayBuffer> => {
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const opened = decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES))
  decipher.final()
  return new Uint8Array(opened)
}

const FOLDER_PREFIX = 'baolei-files-'
const LEFT_BEHIND = /^baolei-files-(\d+)-/

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH' // 别的用户的进程也算在跑
  }
}

/** 上次被强行结束时留下的:里面可能有名册原件,趁这次启动清掉。 */
const removeLeftBehind = (): void => {
  try {
    for (const name of readdirSync(tmpdir())) {
      const pid = LEFT_BEHIND.exec(name)?.[1]
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true })
    }
  } catch {
    // 别的用户的文件夹删不了,不关这里的事。
  }
}

/**
 * @param ownerNow 现在坐在屏幕前的人:外壳收发文件不经过门,靠它认人。没有登录、锁着屏都是内置使用人,取不到登录的人的(F56)。
 */
export const createFileExchange = (ownerNow: () => string = () => BUILT_IN_ACTOR): FileExchange => {
  removeLeftBehind()
  // mkdtemp 建的文件夹只有本人能进。
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`))
  const key = randomBytes(32)
  const held = new Map<string, HeldFile>()
  const hold = (name: string, bytes: Uint8Array, oneTime: boolean, owner: string): FileRef => {
    const ticket = randomBytes(32).toString('base64url')
    const path = join(folder, ticket)
    writeFileSync(path, seal(key, bytes), { mode: 0o600 })
    const file = { path, name: safeName(name), size: bytes.byteLength, oneTime, owner }
    held.set(ticket, file)
    return { ticket, name: file.name, size: file.size }
  }
  const ownedBy = (ticket: string, owner: string): HeldFile | undefined => {
    const file = held.get(ticket)
    return file?.owner === owner ? file : undefined
  }
  const open = (ticket: string): HeldFile => ownedBy(ticket, callInHand()?.actor ?? ownerNow()) ?? failWith('FILE_EXPIRED')
  const clear = (): void => {
    for (const { path } of held.values()) {
      try {
        rmSync(path, { force: true })
      } catch {
        // 被占着:内容是封着的,关闭时再删。
      }
    }
    held.clear()
  }
  return {
    accept: (name, bytes) => hold(name, bytes, false, ownerNow()),
    // 长活做完时可能已经换了人:归交办它的人,不归屏幕前的人。
    offer: (name, bytes, oneTime) => hold(name, bytes, oneTime, currentCall().actor),
    open,
    read: (ticket) => unseal(key, readFileSync(open(ticket).path)),
    take: (ticket) => {
      const file = ownedBy(ticket, ownerNow())
      if (file === undefined) return null
      if (file.oneTime) held.delete(ticket)
      return { ...file, bytes: unseal(key, readFileSync(file.path)) }
    },
    discard: (ticket) => {
      held.delete(ticket)
      // 只删自己文件夹里的;凭据的样子不对就不是自己发的。
      if (TICKET.test(ticket)) rmSync(join(folder, ticket), { force: true })
    },
    clear,
    close: () => {
      held.clear()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
