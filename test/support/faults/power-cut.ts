import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { folderOf, renamePaths, type DiskEvent } from './disk-events.ts'

const SECTOR = 512

/** 一个文件:已经落盘的内容,和写了还没落盘的。 */
interface SimulatedFile {
  durable: Buffer
  pending: ContentEvent[]
}
type NameEvent = DiskEvent & { readonly kind: 'create' | 'unlink' | 'rename' | 'make-folder' }

/** 断电那一刻盘上的样子:路径 → 内容。 */
export type DiskState = ReadonlyMap<string, Buffer>

type ContentEvent = DiskEvent & { readonly kind: 'write' | 'truncate' }

/** 依次做完一串写入、截短;缓冲只开一次,几千次写入也快。 */
const replay = (content: Buffer, events: readonly ContentEvent[]): Buffer => {
  if (events.length === 0) return content
  const ends = events.map((event) => (event.kind === 'write' ? event.offset + event.bytes.length : event.size))
  const whole = Buffer.alloc(ends.reduce((left, right) => Math.max(left, right), content.length))
  content.copy(whole)
  let length = content.length
  for (const event of events) {
    if (event.kind === 'write') {
      event.bytes.copy(whole, event.offset)
      length = Math.max(length, event.offset + event.bytes.length)
    } else {
      if (event.size < length) whole.fill(0, event.size, length)
      length = event.size
    }
  }
  return whole.subarray(0, length)
}

/** 写到一半:只有一部分扇区落了盘。 */
const torn = (event: ContentEvent & { readonly kind: 'write' }, random: SeededRandom): ContentEvent[] => {
  const pieces: ContentEvent[] = []
  for (let from = 0; from < event.bytes.length;) {
    // 扇区按盘上的位置对齐。
    const to = Math.min(event.bytes.length, from + SECTOR - ((event.offset + from) % SECTOR))
    if (random.chance(0.5)) pieces.push({ ...event, offset: event.offset + from, bytes: event.bytes.subarray(from, to) })
    from = to
  }
  return pieces
}

const shuffled = <T>(items: readonly T[], random: SeededRandom): T[] => random.sample(items, items.length)

/** 没落盘的写入落了哪些:全没落、全落了、落了前一截、随便落几个(次序也不管)、落了还撕开。 */
const surviving = (pending: ContentEvent[], random: SeededRandom): ContentEvent[] => {
  switch (random.below(5)) {
    case 0:
      return []
    case 1:
      return pending
    case 2:
      return pending.slice(0, random.below(pending.length + 1))
    case 3:
      return shuffled(pending.filter(() => random.chance(0.5)), random)
    default:
      return shuffled(pending.flatMap((event) => (event.kind === 'write' ? torn(event, random) : random.chance(0.5) ? [event] : [])), random)
  }
}

export const createDisk = (initial: ReadonlyMap<string, number>) => {
  const files = new Map<number, SimulatedFile>()
  const names = new Map(initial)
  for (const [path, inode] of initial) files.set(inode, { durable: readFileSync(path), pending: [] })
  let pendingNames: NameEvent[] = []
  const fileOf = (inode: number): SimulatedFile => {
    const known = files.get(inode) ?? { durable: Buffer.alloc(0), pending: [] }
    files.set(inode, known)
    return known
  }
  const rename = (into: Map<string, number>, event: NameEvent): void => {
    if (event.kind === 'create') into.set(event.path, event.inode)
    else if (event.kind === 'unlink') into.delete(event.path)
    else if (event.kind === 'rename') renamePaths(into, event.from, event.to)
  }
  return {
    /** 照着做一步。 */
    advance: (event: DiskEvent): void => {
      if (event.kind === 'write' || event.kind === 'truncate') fileOf(event.inode).pending.push(event)
      else if (event.kind === 'copy') {
        const source = fileOf(event.from)
        const bytes = Buffer.from(replay(source.durable, source.pending).subarray(event.fromOffset, event.fromOffset + event.length))
        fileOf(event.inode).pending.push({ kind: 'write', inode: event.inode, offset: event.offset, bytes })
      }
      else if (event.kind === 'sync') {
        const file = fileOf(event.inode)
        file.durable = replay(file.durable, file.pending)
        file.pending = []
      } else if (event.kind === 'sync-folder') {
        for (const change of pendingNames) if (folderOf(change) === event.path) rename(names, change)
        pendingNames = pendingNames.filter((change) => folderOf(change) !== event.path)
      } else if (event.kind !== 'said') pendingNames.push(event)
    },
    /** 就在此刻断电:没落盘的写入各凭运气,没落盘的名目变动只剩前面几个。 */
    cut: (random: SeededRandom): DiskState => {
      const now = new Map(names)
      const kept = random.chance(0.5) ? pendingNames.length : random.below(pendingNames.length + 1)
      for (const change of pendingNames.slice(0, kept)) rename(now, change)
      return new Map(Array.from(now, ([path, inode]) => {
        const file = fileOf(inode)
        return [path, replay(file.durable, surviving(file.pending, random))] as const
      }))
    },
  }
}

/** 文件夹里的全部文件(绝对路径);-shm 断电后没有意义,不算。 */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('-shm')).map((entry) => join(entry.parentPath, entry.name)).toSorted()

/** 把断电那一刻的样子摆到 target;-shm 留一堆乱码,像真的断过电。 */
export const layOut = (state: DiskState, from: string, target: string, random: SeededRandom): void => {
  rmSync(target, { recursive: true, force: true })
  for (const [path, content] of state) {
    const place = target + path.slice(from.length)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
    if (place.endsWith('.db-wal') && random.chance(0.3)) writeFileSync(place.replace(/-wal$/, '-shm'), Buffer.from(Array.from({ length: 64 }, () => random.below(256))))
  }
}
