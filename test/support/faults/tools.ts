import { spawnSync } from 'node:child_process'

/**
 * 本机有没有造故障用的系统工具。没有或不许用的,测试标明跳过,不算通过;真跑一下才知道许不许。
 */
const works = (program: string, ...parameters: readonly string[]): boolean => process.platform === 'linux' && spawnSync(program, parameters, { stdio: 'ignore', timeout: 10_000 }).status === 0

/** 能跟踪自己的子进程。 */
export const canTrace = works('strace', '-f', '-o', '/dev/null', '-e', 'trace=openat', '-e', 'inject=fsync:error=EIO:when=60000', 'true')
/** 能在自己的挂载空间里挂内存盘(不必是管理员)。 */
export const canMount = works('unshare', '-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt && mount -o remount,ro /mnt')
/** 能限制单个文件的大小。 */
export const canLimitFiles = works('sh', '-c', 'ulimit -f 100')
