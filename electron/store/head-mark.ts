import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { writeFault } from './files/file-fault.ts'
import { nodeFileSystem, syncFolder, type FileSystem } from './files/safe-files.ts'
import { faultCode } from './store-error.ts'

/** 提交到了哪里。 */
export interface HeadPoint {
  /** 纪元:接受缺失、恢复备份各加一。 */
  readonly epoch: number
  /** 提交序号。 */
  readonly seq: number
  /** 链头的十六进制字;记号里只存前 16 个字节,读出来是 32 个字。 */
  readonly hash: string
}

/** 记号里看到的:没有记号为 null;两格都坏了;是别的库的。 */
export type HeadSight = HeadPoint | null | 'damaged' | 'other_store'

export interface HeadMark {
  /** 最近一次写下的。 */
  read(): HeadSight
  /** 出现过的最大纪元;没有为 0。 */
  lastEpoch(): number
  /**
   * 写下这次提交,不落盘。提交已经成了,记号写不进去只是少一层防备,所以从不抛错。
   *
   * @returns 写进去了没有。
   */
  write(point: HeadPoint): boolean
  /**
   * 落盘:收 WAL、关库时调用。
   *
   * @throws StoreError FILE_WRITE_FAILED / STORE_FULL
   */
  sync(): void
  /** 重复调用无妨。 */
  close(): void
}

// 两格轮流写,各 64 字节:名号 4、格式 4、库 16、纪元 4、序号 8、链头 16、留空 4、校验 8。
// 写一格写到一半断电,另一格还在。
const SLOT_BYTES = 64
const SEALED_BYTES = 56
const MAGIC = 'BLHM'
const FORMAT = 1

const digest = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()

const encode = (slot: Buffer, storeId: Buffer, { epoch, seq, hash }: HeadPoint): void => {
  slot.fill(0)
  slot.write(MAGIC, 0, 'latin1')
  slot.writeUInt32BE(FORMAT, 4)
  storeId.copy(slot, 8)
  slot.writeUInt32BE(epoch, 24)
  slot.writeBigUInt64BE(BigInt(seq), 28)
  slot.write(hash.slice(0, 32), 36, 'hex')
  digest(slot.subarray(0, SEALED_BYTES)).copy(slot, SEALED_BYTES, 0, SLOT_BYTES - SEALED_BYTES)
}

interface Slot {
  readonly point: HeadPoint
  readonly isOurs: boolean
}

const decode = (slot: Buffer, storeId: Buffer): Slot | null => {
  if (slot.length < SLOT_BYTES || slot.toString('latin1', 0, 4) !== MAGIC || slot.readUInt32BE(4) !== FORMAT) return null
  if (!digest(slot.subarray(0, SEALED_BYTES)).subarray(0, SLOT_BYTES - SEALED_BYTES).equals(slot.subarray(SEALED_BYTES))) return null
  return { point: { epoch: slot.readUInt32BE(24), seq: Number(slot.readBigUInt64BE(28)), hash: slot.toString('hex', 36, 52) }, isOurs: slot.subarray(8, 24).equals(storeId) }
}

const isNewer = (left: HeadPoint, right: HeadPoint): boolean => (left.epoch === right.epoch ? left.seq > right.seq : left.epoch > right.epoch)

interface Content {
  readonly sight: HeadSight
  readonly lastEpoch: number
  /** 下一次该写哪一格:坏的先写,都好的写旧的。 */
  readonly next: 0 | 1
}

const readContent = (fileSystem: FileSystem, handle: number, storeId: Buffer): Content => {
  const bytes = Buffer.alloc(SLOT_BYTES * 2)
  let length = 0
  try {
    for (let count = -1; count !== 0 && length < bytes.length; length += count) count = fileSystem.readSync(handle, bytes, length, bytes.length - length, length)
  } catch {
    // 读不出来和内容坏了一样办。
    length = 0
  }
  const first = decode(bytes.subarray(0, Math.min(length, SLOT_BYTES)), storeId)
  const second = decode(bytes.subarray(SLOT_BYTES, Math.max(length, SLOT_BYTES)), storeId)
  const ours = [first, second].filter((slot) => slot?.isOurs === true).map((slot) => (slot as Slot).point)
  const newest = ours.toSorted((left, right) => (isNewer(left, right) ? -1 : 1))[0]
  if (newest === undefined) return { sight: first !== null || second !== null ? 'other_store' : 'damaged', lastEpoch: 0, next: 0 }
  return { sight: newest, lastEpoch: newest.epoch, next: newest === first?.point ? 1 : 0 }
}

const openExisting = (fileSystem: FileSystem, path: string): number | null => {
  try {
    return fileSystem.openSync(path, 'r+')
  } catch (cause) {
    if (faultCode(cause) === 'ENOENT') return null
    throw writeFault(cause, path)
  }
}

/**
 * 库外的保存记号(F06、F07):记着最后一次提交到了哪里。WAL 坏了、短了,SQLite 会悄悄退回去;对一对记号就看得出来。
 * 没有文件的,到第一次写才造。
 *
 * @param workspaceId 工作区标识:记号和库要是同一个工作区的。
 * @throws StoreError STORE_READONLY / FILE_WRITE_FAILED 打不开。
 */
export const openHeadMark = (path: string, workspaceId: string, fileSystem: FileSystem = nodeFileSystem): HeadMark => {
  const storeId = digest(workspaceId).subarray(0, 16)
  const slot = Buffer.alloc(SLOT_BYTES)
  let handle = openExisting(fileSystem, path)
  let content: Content = handle === null ? { sight: null, lastEpoch: 0, next: 0 } : readContent(fileSystem, handle, storeId)
  let isClosed = false
  let isNewFile = false
  const handleToWrite = (): number => {
    if (handle === null) {
      handle = fileSystem.openSync(path, 'wx+', 0o600)
      isNewFile = true
    }
    return handle
  }
  return {
    read: () => content.sight,
    lastEpoch: () => content.lastEpoch,
    write: (point) => {
      if (isClosed) return false
      try {
        encode(slot, storeId, point)
        // 没写全的那一格是坏的:不换格,下次还写它,另一格留着。
        if (fileSystem.writeSync(handleToWrite(), slot, 0, SLOT_BYTES, content.next * SLOT_BYTES) !== SLOT_BYTES) return false
      } catch {
        return false
      }
      content = { sight: { epoch: point.epoch, seq: point.seq, hash: point.hash.slice(0, 32) }, lastEpoch: Math.max(content.lastEpoch, point.epoch), next: content.next === 0 ? 1 : 0 }
      return true
    },
    sync: () => {
      if (handle === null || isClosed) return
      try {
        fileSystem.fsyncSync(handle)
      } catch (cause) {
        throw writeFault(cause, path)
      }
      if (isNewFile) syncFolder(dirname(path), { fileSystem })
      isNewFile = false
    },
    close: () => {
      if (handle !== null && !isClosed) fileSystem.closeSync(handle)
      isClosed = true
    },
  }
}

/** 库与记号对下来的结果。 */
export type HeadVerdict =
  /** 没有记号:刚建的,或以前的版本建的。 */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'same' }
  /** 库在前:提交之后、写记号之前被结束的,或断电丢了没落盘的记号,或恢复过(纪元更大)。都正常。 */
  | { readonly kind: 'database_ahead' }
  /** 最近 missing 次保存不在库里,序号 from 到 to。 */
  | { readonly kind: 'database_behind'; readonly missing: number; readonly from: number; readonly to: number }
  | { readonly kind: 'other_store' }
  /** 同一序号不同链头,或纪元倒退:库被换过。 */
  | { readonly kind: 'forked' }
  /** 记号自己坏了:不拦人,全面检查过库再重写。 */
  | { readonly kind: 'damaged_mark' }

export interface DatabaseHead extends HeadPoint {
  /** 库里某个序号上的链头,没有为 null;给了它,库在前时也能看出中间被换过。 */
  readonly hashAt?: (seq: number) => string | null
}

/** 对一对库与记号;不看文件。链头按记号里有的那一段比。 */
export const judgeHead = (mark: HeadSight, database: DatabaseHead): HeadVerdict => {
  if (mark === null) return { kind: 'fresh' }
  if (mark === 'damaged') return { kind: 'damaged_mark' }
  if (mark === 'other_store') return { kind: 'other_store' }
  if (database.epoch !== mark.epoch) return { kind: database.epoch > mark.epoch ? 'database_ahead' : 'forked' }
  if (database.seq < mark.seq) return { kind: 'database_behind', missing: mark.seq - database.seq, from: database.seq + 1, to: mark.seq }
  const found = database.seq === mark.seq ? database.hash : (database.hashAt?.(mark.seq) ?? mark.hash)
  if (!found.startsWith(mark.hash.slice(0, 32))) return { kind: 'forked' }
  return { kind: database.seq === mark.seq ? 'same' : 'database_ahead' }
}
