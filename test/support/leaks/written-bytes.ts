import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const CALLS = 'write,pwrite64,writev,pwritev,pwritev2,mmap,sendfile,copy_file_range,splice,io_uring_setup'
/** 跟踪一个子进程(连同它的线程、子进程)写出的每一个字节;删掉的临时文件也跑不掉。 */
export const traceWrites = (log: string): readonly string[] => ['strace', '-f', '--seccomp-bpf', '-y', '-xx', '-s', '100000000', '-e', `trace=${CALLS}`, '-e', 'signal=none', '-o', log]

export interface WrittenBytes {
  /** 路径(删掉的带 ` (deleted)`)→ 先后写进去的字节,接在一起。 */
  readonly files: ReadonlyMap<string, Buffer>
  /** 经内存映射能改到、跟踪看不见内容的文件。 */
  readonly mapped: ReadonlySet<string>
  /** 整份抄过去的:来源 → 去处。来源另行看过,内容就看过了。 */
  readonly copied: readonly (readonly [string, string])[]
  /** 跟踪看不见的写法。有就不能说「每个字节都看过」。 */
  readonly unseen: readonly string[]
}

const decode = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const CALL = /^\d+ +(\w+)\((.*)$/s
const DESCRIPTOR = /(\d+)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?/g
/** 引号里的十六进制;一行可能有几十兆,不用正则。 */
const quotedBytes = (text: string): Buffer => {
  const parts: Buffer[] = []
  for (let open = text.indexOf('"'); open >= 0; open = text.indexOf('"', text.indexOf('"', open + 1) + 1)) parts.push(decode(text.slice(open + 1, text.indexOf('"', open + 1))))
  return Buffer.concat(parts)
}

/** 只算磁盘上的文件;管道、套接字、终端、内存里的(memfd、/dev/shm)不是。 */
const isFile = (path: string): boolean => path.startsWith('/') && !/^\/(proc|sys|dev|memfd:)/.test(path)

export const readWrittenBytes = async (log: string): Promise<WrittenBytes> => {
  const chunks = new Map<string, Buffer[]>()
  const mapped = new Set<string>()
  const copied: (readonly [string, string])[] = []
  const unseen: string[] = []
  for await (const line of createInterface({ input: createReadStream(log, 'latin1'), crlfDelay: Infinity })) {
    const [, name = '', rest = ''] = CALL.exec(line) ?? []
    const descriptors = Array.from(rest.slice(0, 20_000).matchAll(DESCRIPTOR), ([, , hex = '', deleted]) => `${decode(hex).toString('utf8')}${deleted === undefined ? '' : ' (deleted)'}`)
    const [first, second] = descriptors
    if (name === 'mmap') {
      if (first !== undefined && isFile(first) && /MAP_SHARED/.test(rest) && /PROT_WRITE/.test(rest)) mapped.add(first)
    } else if (name === 'sendfile' || name === 'copy_file_range' || name === 'splice') {
      const [from, to] = name === 'sendfile' ? [second, first] : [first, second]
      if (to !== undefined && isFile(to)) copied.push([from ?? '', to])
    } else if (name === 'io_uring_setup') {
      // Node 总会开一个只管等待事件的;能代写文件的那种带着 SQPOLL。
      if (rest.includes('IORING_SETUP_SQPOLL')) unseen.push(name)
    }
    else if (/^p?writev?(64|2)?$/.test(name) && first !== undefined && isFile(first)) {
      if (rest.includes('"...')) unseen.push(`${name} cut short`)
      const parts = chunks.get(first) ?? []
      parts.push(quotedBytes(rest))
      chunks.set(first, parts)
    }
  }
  return { files: new Map(Array.from(chunks, ([path, parts]) => [path, Buffer.concat(parts)])), mapped, copied, unseen }
}
