import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** 每份文件都用一个新线程读,与程序里一样;源码要先去掉类型才能跑,存下编译结果,线程才起得快。 */
export const letReadersStartFast = (): void => {
  process.env['NODE_COMPILE_CACHE'] ??= join(tmpdir(), 'baolei-compile-cache')
}
