import { dirname, resolve } from 'node:path'
import { readFileSync } from 'node:fs'
import { quotedParts, readCalls, unhex } from './strace-log.ts'

/** 进程对一个文件夹里的文件做过的事,按先后;inode 认文件本身(改名、删除后写的还是它)。 */
export type DiskEvent =
  | { readonly kind: 'create'; readonly path: string; readonly inode: number }
  | { readonly kind: 'write'; readonly inode: number; readonly offset: number; readonly bytes: Buffer }
  /** 由另一个文件抄来一段(复制文件时内核直接抄,字节不经过程序)。 */
  | { readonly kind: 'copy'; readonly inode: number; readonly offset: number; readonly from: number; readonly fromOffset: number; readonly length: number }
  | { readonly kind: 'truncate'; readonly inode: number; readonly size: number }
  /** 落盘:文件内容。 */
  | { readonly kind: 'sync'; readonly inode: number }
  /** 落盘:文件夹里的名目。 */
  | { readonly kind: 'sync-folder'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'make-folder'; readonly path: string }
  /** 说出口的一行。 */
  | { readonly kind: 'said'; readonly line: string }

export const TRACED = 'openat,open,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile'
/** 十六进制逐字记下,一次写多长都不截。 */
export const traceCommand = (log: string): readonly string[] => ['strace', '-f', '--seccomp-bpf', '-xx', '-s', '10000000', '-e', `trace=${TRACED}`, '-o', log]

interface OpenFile {
  readonly inode: number
  readonly path: string
  position: number
  readonly appends: boolean
}

/** 改名:文件,或整个文件夹连同里面的。 */
export const renamePaths = (inodes: Map<string, number>, from: string, to: string): void => {
  for (const [path, inode] of Array.from(inodes)) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    inodes.delete(path)
    inodes.set(to + path.slice(from.length), inode)
  }
}

/**
 * 从跟踪记录里取出对 folder 里文件做过的事。
 *
 * @param existing 开始时就有的文件(绝对路径)。-shm 是内存映射,断电后没有意义,不记。
 * @throws 遇到不会模拟的写法(否则会悄悄漏掉)。
 */
export const readDiskEvents = (logFile: string, folder: string, existing: readonly string[]): { readonly events: DiskEvent[]; readonly inodes: ReadonlyMap<string, number> } => {
  const inodes = new Map(existing.map((path, index) => [path, index + 1]))
  const started = new Map(inodes)
  let lastInode = existing.length
  const open = new Map<number, OpenFile>()
  const events: DiskEvent[] = []
  let said = ''
  const inside = (path: string): boolean => (path === folder || path.startsWith(`${folder}/`)) && !path.endsWith('-shm')
  /** @param at 名目相对于哪个打开着的文件夹;缺省为当前文件夹。 */
  const pathOf = (parameter: string | undefined, at = 'AT_FDCWD'): string => resolve(at === 'AT_FDCWD' ? '.' : (open.get(Number(at))?.path ?? '/'), unhex((parameter ?? '').replaceAll('"', '')).toString('utf8'))
  const write = (file: OpenFile, offset: number, bytes: Buffer): void => {
    if (bytes.length > 0) events.push({ kind: 'write', inode: file.inode, offset, bytes })
  }
  const append = (fd: number, bytes: Buffer): void => {
    if (fd === 1) {
      said += bytes.toString('utf8')
      for (let end = said.indexOf('\n'); end >= 0; end = said.indexOf('\n')) {
        events.push({ kind: 'said', line: said.slice(0, end) })
        said = said.slice(end + 1)
      }
    }
    const file = open.get(fd)
    if (file === undefined) return
    if (file.appends) throw new Error(`appending to ${file.path} is not simulated`)
    write(file, file.position, bytes)
    file.position += bytes.length
  }
  for (const { name, parameters, result } of readCalls(readFileSync(logFile, 'latin1'))) {
    const fd = Number(parameters[0])
    const file = open.get(fd)
    switch (name) {
      case 'openat':
      case 'open': {
        const [path, flags = ''] = name === 'openat' ? [pathOf(parameters[1], parameters[0]), parameters[2]] : [pathOf(parameters[0]), parameters[1]]
        open.delete(result)
        if (!inside(path) || flags.includes('O_DIRECTORY')) {
          if (inside(path)) open.set(result, { inode: 0, path, position: 0, appends: false })
          break
        }
        let inode = inodes.get(path)
        if (inode === undefined && !flags.includes('O_CREAT')) {
          // 没有 O_DIRECTORY 也能打开文件夹(为了让它落盘)。
          open.set(result, { inode: 0, path, position: 0, appends: false })
          break
        }
        if (inode === undefined) {
          inode = ++lastInode
          inodes.set(path, inode)
          events.push({ kind: 'create', path, inode })
        }
        if (flags.includes('O_TRUNC')) events.push({ kind: 'truncate', inode, size: 0 })
        open.set(result, { inode, path, position: 0, appends: flags.includes('O_APPEND') })
        break
      }
      case 'close':
        open.delete(fd)
        break
      case 'write':
        append(fd, unhex((parameters[1] ?? '').replaceAll('"', '')).subarray(0, result))
        break
      case 'writev':
        append(fd, quotedParts(parameters[1] ?? '').subarray(0, result))
        break
      case 'pwrite64':
        if (file !== undefined) write(file, Number(parameters[3]), unhex((parameters[1] ?? '').replaceAll('"', '')).subarray(0, result))
        break
      case 'pwritev':
      case 'pwritev2':
        if (file !== undefined) write(file, Number(parameters[3]), quotedParts(parameters[1] ?? '').subarray(0, result))
        break
      case 'ftruncate':
        if (file !== undefined) events.push({ kind: 'truncate', inode: file.inode, size: Number(parameters[1]) })
        break
      case 'fsync':
      case 'fdatasync':
        if (file !== undefined) events.push(file.inode === 0 ? { kind: 'sync-folder', path: file.path } : { kind: 'sync', inode: file.inode })
        break
      case 'unlink':
      case 'unlinkat': {
        const path = name === 'unlink' ? pathOf(parameters[0]) : pathOf(parameters[1], parameters[0])
        // 空文件夹去掉就去掉了,里面已经没有文件。
        if (!inside(path) || parameters[2] === 'AT_REMOVEDIR') break
        inodes.delete(path)
        events.push({ kind: 'unlink', path })
        break
      }
      case 'rename':
      case 'renameat':
      case 'renameat2': {
        const [from, to] = name === 'rename' ? [pathOf(parameters[0]), pathOf(parameters[1])] : [pathOf(parameters[1], parameters[0]), pathOf(parameters[3], parameters[2])]
        if (inside(from) !== inside(to)) throw new Error(`rename across the folder: ${from} ${to}`)
        if (!inside(from)) break
        renamePaths(inodes, from, to)
        events.push({ kind: 'rename', from, to })
        break
      }
      case 'mkdir':
      case 'mkdirat': {
        const path = name === 'mkdir' ? pathOf(parameters[0]) : pathOf(parameters[1], parameters[0])
        if (inside(path)) events.push({ kind: 'make-folder', path })
        break
      }
      case 'copy_file_range': {
        const target = open.get(Number(parameters[2]))
        if (target === undefined || result === 0) break
        if (file === undefined || file.inode === 0) throw new Error('copying from outside the folder is not simulated')
        // 给了位置的从那里抄,没给的从读到的地方抄。
        const given = /^\[(\d+)\]$/
        const [fromOffset, offset] = [given.exec(parameters[1] ?? '')?.[1], given.exec(parameters[3] ?? '')?.[1]]
        events.push({ kind: 'copy', inode: target.inode, offset: Number(offset ?? target.position), from: file.inode, fromOffset: Number(fromOffset ?? file.position), length: result })
        if (fromOffset === undefined) file.position += result
        if (offset === undefined) target.position += result
        break
      }
      case 'rmdir':
        break
      default:
        if (file !== undefined || parameters.some((parameter) => parameter.startsWith('"') && inside(pathOf(parameter)))) throw new Error(`${name} is not simulated`)
    }
  }
  return { events, inodes: started }
}

/** 名目变动落在哪个文件夹里。 */
export const folderOf = (event: DiskEvent): string => (event.kind === 'rename' ? dirname(event.to) : 'path' in event ? dirname(event.path) : '')
