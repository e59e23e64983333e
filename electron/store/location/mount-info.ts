/** 一处挂载。 */
export interface Mount {
  readonly mountPoint: string
  /** 文件系统的名字,如 ext4、nfs4、fuse.sshfs。 */
  readonly type: string
  /** 设备,如 /dev/sda1;不是块设备的随文件系统而定。 */
  readonly source: string
}

/** 空格、换行之类在 mountinfo 里写成 \040 这样的八进制。 */
const unescape = (text: string): string => {
  const bytes: number[] = []
  const raw = Buffer.from(text, 'utf8')
  for (let index = 0; index < raw.length; index += 1) {
    const octal = /^\\([0-7]{3})/.exec(raw.toString('latin1', index, index + 4))?.[1]
    bytes.push(octal === undefined ? (raw[index] ?? 0) : Number.parseInt(octal, 8))
    if (octal !== undefined) index += 3
  }
  return Buffer.from(bytes).toString('utf8')
}

/** 读 /proc/self/mountinfo;看不懂的行略过。 */
export const parseMountInfo = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    // 序号 父 主:次 根 挂载点 选项 可选项… - 类型 设备 选项
    const [left, right] = line.split(' - ', 2)
    const mountPoint = left?.split(' ')[4]
    const [type, source] = right?.split(' ') ?? []
    return mountPoint === undefined || type === undefined || source === undefined ? [] : [{ mountPoint: unescape(mountPoint), type, source: unescape(source) }]
  })

/** 一个路径在哪处挂载上:最深的那处;同一处叠着挂的以后来的为准。 */
export const mountOf = (mounts: readonly Mount[], path: string): Mount | null => {
  let found: Mount | null = null
  for (const mount of mounts) {
    const isInside = mount.mountPoint === '/' || path === mount.mountPoint || path.startsWith(`${mount.mountPoint}/`)
    if (isInside && (found === null || mount.mountPoint.length >= found.mountPoint.length)) found = mount
  }
  return found
}
