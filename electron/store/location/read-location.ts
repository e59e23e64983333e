import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname, join, parse, relative, resolve } from 'node:path'
import { DRIVE_TYPE_WORDS } from '../../data/places/place-names.ts'
import { judgeLocation, type LocationFacts, type LocationKind } from './judge-location.ts'
import { mountOf, parseMountInfo } from './mount-info.ts'
import { isRemovableDevice } from './removable-device.ts'

const FSUTIL_TIME_LIMIT = 3000

const attempt = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    // 打听不到就是不知道;不知道不拦人。
    return null
  }
}

/** 文件夹可以还没有:看它将来所在的、最近的上级。链接还原成真实的位置,没有的那几段照旧接上。 */
const settle = (path: string): { readonly existing: string; readonly whole: string } => {
  const asked = resolve(path)
  let existing = asked
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  // native 的写法在 Windows 上会把映射盘还原成 \\服务器\共享。
  const real = attempt(() => realpathSync.native(existing)) ?? existing
  return { existing: real, whole: join(real, relative(existing, asked)) }
}

/** fsutil 的输出 → 盘的种类号;认不出为 null。中文版按控制台的编码(GBK)输出。 */
export const parseDriveType = (output: Uint8Array): number | null => {
  for (const encoding of ['gb18030', 'utf-8']) {
    const text = new TextDecoder(encoding).decode(output).toLowerCase()
    const found = DRIVE_TYPE_WORDS.find(([, ...words]) => words.some((word) => text.includes(word.toLowerCase())))
    if (found !== undefined) return found[0]
  }
  return null
}

const readDriveType = (existing: string): number | null => {
  const drive = /^[A-Za-z]:/.exec(parse(existing).root)?.[0]
  if (drive === undefined) return null
  const done = spawnSync('fsutil', ['fsinfo', 'drivetype', drive], { timeout: FSUTIL_TIME_LIMIT, windowsHide: true })
  return done.status === 0 ? parseDriveType(done.stdout) : null
}

/** 在这台机器上收集判断所需的情况;打听不到的为 null。 */
export const readLocationFacts = (path: string): LocationFacts => {
  const { existing, whole } = settle(path)
  if (process.platform === 'win32') return { platform: 'win32', path: whole, fileSystemType: null, isRemovable: null, driveType: readDriveType(existing) }
  const mount = process.platform === 'linux' ? attempt(() => mountOf(parseMountInfo(readFileSync('/proc/self/mountinfo', 'utf8')), existing)) : null
  const magic = process.platform === 'linux' ? attempt(() => statfsSync(existing).type) : null
  return { platform: process.platform, path: whole, fileSystemType: mount?.type ?? magic, isRemovable: attempt(() =>
      // btrfs 等自编设备号:以挂载的来源为准。
      isRemovableDevice(mount?.source.startsWith('/dev/') === true ? statSync(mount.source).rdev : statSync(existing).dev),
    ), driveType: null }
}

/** 一个位置放不放得下工作区;还没有的文件夹按它的上级判断。读过的和写出来的路径有一个不合适就不合适(指向网盘的链接)。 */
export const readLocation = (path: string): LocationKind => {
  const facts = readLocationFacts(path)
  const kind = judgeLocation(facts)
  return kind === 'fine' ? judgeLocation({ ...facts, path: resolve(path) }) : kind
}
