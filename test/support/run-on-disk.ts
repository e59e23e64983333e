import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const DISK_SCENES = fileURLToPath(new URL('disk-scenes.ts', import.meta.url))

/** 在自己的挂载空间里,把 disk 挂成一块这么大的内存盘,再在上面演一场(见 disk-scenes.ts);返回它印出的一行 JSON。 */
export const runOnDisk = (disk: string, size: string, scene: string): unknown => {
  const { status, stdout, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o "size=$2" none "$1" && shift 2 && exec "$@"', 'sh', disk, size, process.execPath, DISK_SCENES, scene, disk], { encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`${scene}: ${status} ${stderr}`)
  return JSON.parse(stdout)
}
