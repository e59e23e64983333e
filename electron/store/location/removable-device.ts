import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** 加密盘、逻辑卷叠在别的盘上,最多往下找几层。 */
const DEPTH = 4

const canBeTakenOut = (folder: string, depth: number): boolean => {
  const real = realpathSync(folder)
  // USB 硬盘自称不可移动,看它接在哪里。
  if (/\/usb\d+\//.test(real)) return true
  // 分区的 removable 写在整块盘上。
  const flag = [real, dirname(real)].map((place) => join(place, 'removable')).find((place) => existsSync(place))
  if (flag !== undefined && readFileSync(flag, 'utf8').trim() === '1') return true
  const below = join(real, 'slaves')
  return depth < DEPTH && existsSync(below) && readdirSync(below).some((name) => canBeTakenOut(join(below, name), depth + 1))
}

/** 设备号里的主、次两段(glibc 的 makedev)。 */
export const deviceNumbers = (device: number): { readonly major: number; readonly minor: number } => {
  const bits = BigInt(device)
  return { major: Number(((bits >> 8n) & 0xfffn) | ((bits >> 32n) & 0xffff_f000n)), minor: Number((bits & 0xffn) | ((bits >> 12n) & 0xffff_ff00n)) }
}

/**
 * Linux:这个块设备可不可以拔。
 *
 * @param device 设备号(stat 的 dev 或 rdev)。
 * @param devices 块设备的目录;测试换成造出来的。
 * @returns 不是块设备(内存盘、网络)为 null。
 */
export const isRemovableDevice = (device: number, devices = '/sys/dev/block'): boolean | null => {
  const { major, minor } = deviceNumbers(device)
  const folder = join(devices, `${major}:${minor}`)
  return existsSync(folder) ? canBeTakenOut(folder, 0) : null
}
