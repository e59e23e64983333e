import { SYNC_FOLDER_NAMES } from '../../data/places/place-names.ts'

/** 一个位置放不放得下工作区:不是 fine 的都不行(备份可以)。 */
export type LocationKind = 'fine' | 'network' | 'removable' | 'cloud'

export interface LocationFacts {
  readonly platform: NodeJS.Platform
  /** 完整路径;链接、映射盘最好已经还原。 */
  readonly path: string
  /** Linux 的文件系统:mountinfo 里的名字,或 statfs 的种类号;不知道为 null。 */
  readonly fileSystemType: string | number | null
  /** Linux 的块设备可不可以拔;不知道为 null。 */
  readonly isRemovable: boolean | null
  /** Windows 的盘种类号(GetDriveType):2 可移动、3 固定、4 网络、5 光盘、6 内存;不知道为 null。 */
  readonly driveType: number | null
}

// statfs 的种类号(linux/magic.h 与各驱动)。9p、virtiofs 是虚拟机与宿主之间的,不算网络。
const NETWORK_MAGIC = new Set([
  0x6969, // nfs
  0x517b, // smb
  0xff534d42, // cifs
  0xfe534d42, // smb2
  0x564c, // ncp
  0x5346414f, // afs
  0x6b414653, // kafs
  0x73757245, // coda(davfs2 的旧做法)
  0x00c36400, // ceph
  0x0bd00bd0, // lustre
  0x01161970, // gfs2
  0x7461636f, // ocfs2
  0x786f4256, // vboxsf
  0xbacbacbc, // vmhgfs
])
const REMOVABLE_MAGIC = new Set([
  0x4d44, // vfat
  0x2011bab0, // exfat
  0x9660, // 光盘
  0x15013346, // udf
])
const NETWORK_NAMES = new Set(['nfs', 'nfs3', 'nfs4', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs', 'ncpfs', 'afs', 'coda', 'davfs', 'davfs2', 'webdav', 'ceph', 'lustre', 'gfs2', 'ocfs2', 'glusterfs', 'vboxsf', 'vmhgfs', 'afpfs', 'ftpfs'])
const NETWORK_FUSE = ['sshfs', 'davfs', 'davfs2', 'curlftpfs', 'gvfsd', 'rclone', 's3fs', 'goofys', 'glusterfs', 'ceph', 'smbnetfs', 'kio', 'vmhgfs', 'juicefs', 'onedriver', 'google-drive-ocamlfuse', 'seadrive']
const REMOVABLE_NAMES = new Set(['vfat', 'msdos', 'exfat', 'iso9660', 'udf'])

const judgeFileSystem = (type: string | number): LocationKind => {
  if (typeof type === 'number') {
    // 有的系统把 32 位的号码当有符号数给出来。
    const magic = type >>> 0
    return NETWORK_MAGIC.has(magic) ? 'network' : REMOVABLE_MAGIC.has(magic) ? 'removable' : 'fine'
  }
  const name = type.toLowerCase()
  if (name.startsWith('fuse.')) return NETWORK_FUSE.some((known) => name.slice(5).startsWith(known)) ? 'network' : REMOVABLE_NAMES.has(name.slice(5)) ? 'removable' : 'fine'
  return NETWORK_NAMES.has(name) ? 'network' : REMOVABLE_NAMES.has(name) ? 'removable' : 'fine'
}

/** `\\服务器\共享`、`//服务器/共享`、`\\?\UNC\…` 是共享;`\\?\C:\…` 只是长路径的写法。 */
const isUncPath = (path: string): boolean => {
  const text = path.replaceAll('/', '\\')
  if (!text.startsWith('\\\\')) return false
  return !/^\\\\[?.]\\/.test(text) || /^\\\\[?.]\\UNC\\/i.test(text)
}

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
const SYNC_NAMES = new Set(SYNC_FOLDER_NAMES.map(folded))
/** 名字之后的后缀:「OneDrive - 公司」「Dropbox (个人)」「坚果云_备份」「GoogleDrive-账号」。 */
const SUFFIX = /^(.+?)\s*[-_–—([【].*$/u
const SPACED = /^(.+?)\s+\S.*$/u

const isSyncFolder = (segment: string): boolean => {
  const name = folded(segment)
  if (SYNC_NAMES.has(name)) return true
  const bare = [SUFFIX.exec(name)?.[1], SPACED.exec(name)?.[1]]
  return bare.some((part) => part !== undefined && SYNC_NAMES.has(part))
}

/**
 * 一个位置放不放得下工作区(F10):网络上的锁靠不住,会拔走的盘写到一半就没了,网盘软件会拿旧文件盖掉新文件。
 * 只按给的情况判断,不看磁盘;不知道的当作可以。
 */
export const judgeLocation = ({ platform, path, fileSystemType, isRemovable, driveType }: LocationFacts): LocationKind => {
  const isWindows = platform === 'win32'
  if (isWindows && (isUncPath(path) || driveType === 4)) return 'network'
  const byFileSystem = isWindows || fileSystemType === null ? 'fine' : judgeFileSystem(fileSystemType)
  if (byFileSystem === 'network') return 'network'
  if (path.split(isWindows ? /[\\/]+/ : /\/+/).some(isSyncFolder)) return 'cloud'
  const isTakenOut = isWindows ? driveType === 2 || driveType === 5 : isRemovable === true
  return byFileSystem === 'removable' || isTakenOut ? 'removable' : 'fine'
}
