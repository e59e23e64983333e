import { arch, availableParallelism, release, totalmem, type } from 'node:os'

export interface MachineFacts {
  readonly system: string
  readonly release: string
  readonly arch: string
  readonly processors: number
  readonly memoryMegabytes: number
  readonly node: string
  /** 不在 Electron 里为空串。 */
  readonly electron: string
  readonly chrome: string
  readonly timeZone: string
  readonly freeMemoryMegabytes: number
}

/** 系统给的版本串:像样的才用(有人把单位名编进内核版本号)。 */
const plain = (text: string | undefined): string => (text !== undefined && /^[\w.+/-]{1,40}$/.test(text) ? text : '')

/** 这台机器的情况;没有机器名、没有用户名。 */
export const readMachineFacts = (): MachineFacts => ({
  system: plain(type()),
  release: plain(/^[\d.]+/.exec(release())?.[0]),
  arch: plain(arch()),
  processors: availableParallelism(),
  memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
  freeMemoryMegabytes: Math.round(process.availableMemory() / 1024 / 1024),
  node: plain(process.versions.node),
  electron: plain(process.versions['electron']),
  chrome: plain(process.versions['chrome']),
  timeZone: plain(Intl.DateTimeFormat().resolvedOptions().timeZone),
})
