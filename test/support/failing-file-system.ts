import { nodeFileSystem, type FileSystem } from '../../electron/store/files/file-system.ts'

export interface Failure {
  /** 第几次调用出错,从 1 数起;0 为不出错,只数。 */
  readonly failAt: number
  /** 系统错误的代码,如 ENOSPC、EIO、EPERM、EBUSY。 */
  readonly error?: string
  /** 连着错几次;缺省一次。Infinity 为从此都错(盘拔走了、进程没了)。 */
  readonly times?: number
  /** 只数这几种调用;缺省都数。 */
  readonly only?: readonly (keyof FileSystem)[]
}

/** 真的文件系统,只在指定的第 n 次调用上出错。写的那次先真写下一半再报错,就像盘写到一半满了。 */
export const failingFileSystem = ({ failAt, error = 'EIO', times = 1, only }: Failure): FileSystem & { readonly calls: readonly (keyof FileSystem)[] } => {
  const calls: (keyof FileSystem)[] = []
  const isHit = (name: keyof FileSystem): boolean => {
    if (only !== undefined && !only.includes(name)) return false
    calls.push(name)
    return failAt > 0 && calls.length >= failAt && calls.length < failAt + times
  }
  const fault = (name: string): Error => Object.assign(new Error(`${error}: injected, ${name}`), { code: error, syscall: name })
  const wrapped = Object.fromEntries(
    (Object.keys(nodeFileSystem) as (keyof FileSystem)[]).map((name) => [
      name,
      (...given: never[]) => {
        if (!isHit(name)) return (nodeFileSystem[name] as (...given: never[]) => unknown)(...given)
        if (name === 'writeSync') {
          const [handle, bytes, offset, length, position] = given as unknown as Parameters<FileSystem['writeSync']>
          nodeFileSystem.writeSync(handle, bytes, offset, Math.floor(length / 2), position)
        }
        // 关文件报错,句柄也已经放掉。
        if (name === 'closeSync') nodeFileSystem.closeSync(...(given as unknown as Parameters<FileSystem['closeSync']>))
        throw fault(name)
      },
    ]),
  ) as unknown as FileSystem
  return Object.assign(wrapped, { calls })
}

export interface SweepCase {
  readonly fileSystem: FileSystem
  /** 失败时印出来,照着就能重来。 */
  readonly what: string
}

/**
 * 先顺利走一遍数出要调用几次,再让第 1、2 … n 次各出一种错,一次的和从此都错的都试。
 *
 * @param run 用给的文件系统做一遍;自己准备初始内容、自己核对结果。
 * @returns 一共试了多少种;一次调用也没有的(没用上给的文件系统)报错。
 */
export const sweepFailures = async (errors: readonly string[], run: (given: SweepCase, isExpectedToWork: boolean) => void | Promise<void>): Promise<number> => {
  const counted = failingFileSystem({ failAt: 0 })
  await run({ fileSystem: counted, what: 'no failure' }, true)
  if (counted.calls.length === 0) throw new Error('the file system given was not used')
  let tried = 0
  for (const error of errors) {
    for (const times of [1, Infinity]) {
      for (let failAt = 1; failAt <= counted.calls.length; failAt += 1) {
        await run({ fileSystem: failingFileSystem({ failAt, error, times }), what: `call ${failAt} (${counted.calls[failAt - 1]}) ${error} × ${times}` }, false)
        tried += 1
      }
    }
  }
  return tried
}
