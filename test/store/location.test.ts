import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SYNC_FOLDER_NAMES } from '../../electron/data/places/place-names.ts'
import { judgeLocation, type LocationFacts, type LocationKind } from '../../electron/store/location/judge-location.ts'
import { mountOf, parseMountInfo } from '../../electron/store/location/mount-info.ts'
import { deviceNumbers, isRemovableDevice } from '../../electron/store/location/removable-device.ts'
import { parseDriveType, readLocation, readLocationFacts } from '../../electron/store/location/read-location.ts'

const windows = (path: string, driveType: number | null = 3): LocationFacts => ({ platform: 'win32', path, fileSystemType: null, isRemovable: null, driveType })
const linux = (fileSystemType: string | number | null, path = '/srv/wang/堡垒', isRemovable: boolean | null = false): LocationFacts => ({ platform: 'linux', path, fileSystemType, isRemovable, driveType: null })

describe('Windows 上的位置(F10)', () => {
  it.each<[string, LocationFacts, LocationKind]>([
    ['本机硬盘', windows('D:\\党建\\堡垒'), 'fine'],
    ['盘的种类问不出来', windows('D:\\党建\\堡垒', null), 'fine'],
    ['盘的种类是 0、1(不明)', windows('D:\\党建', 0), 'fine'],
    ['内存盘', windows('R:\\堡垒', 6), 'fine'],
    ['共享', windows('\\\\server\\share\\堡垒', null), 'network'],
    ['共享,斜线写反了', windows('//server/share/堡垒', null), 'network'],
    ['共享,长路径写法', windows('\\\\?\\UNC\\server\\share\\堡垒', null), 'network'],
    ['共享,长路径小写', windows('\\\\?\\unc\\server\\share', null), 'network'],
    ['本机共享', windows('\\\\localhost\\d$\\堡垒', null), 'network'],
    ['本机硬盘,长路径写法', windows('\\\\?\\D:\\党建\\堡垒'), 'fine'],
    ['映射的网络盘', windows('Z:\\堡垒', 4), 'network'],
    ['U 盘', windows('E:\\堡垒', 2), 'removable'],
    ['光盘', windows('F:\\堡垒', 5), 'removable'],
    ['网盘文件夹', windows('C:\\Users\\wang\\OneDrive\\桌面\\堡垒'), 'cloud'],
    ['网盘文件夹,带单位', windows('C:\\Users\\wang\\OneDrive - 某某集团有限公司\\堡垒'), 'cloud'],
    ['网盘文件夹,斜线', windows('C:/资料/wang/Nutstore/1/我的坚果云'), 'cloud'],
    ['共享上的网盘文件夹:说共享', windows('\\\\server\\OneDrive\\a', null), 'network'],
    ['U 盘上的网盘文件夹:说网盘', windows('E:\\百度网盘\\堡垒', 2), 'cloud'],
  ])('%s', (_what, facts, kind) => expect(judgeLocation(facts)).toBe(kind))
})

describe('Linux 上的位置(F10)', () => {
  it.each<[string, LocationFacts, LocationKind]>([
    ['ext4', linux('ext4'), 'fine'],
    ['ext4 的号', linux(0xef53), 'fine'],
    ['xfs', linux('xfs'), 'fine'],
    ['btrfs 的号', linux(0x9123683e), 'fine'],
    ['内存盘', linux('tmpfs', '/tmp/a', null), 'fine'],
    ['内存盘的号', linux(0x01021994), 'fine'],
    ['容器的叠加层', linux('overlay'), 'fine'],
    ['虚拟机与宿主之间', linux('9p'), 'fine'],
    ['虚拟机与宿主之间的号', linux(0x01021997), 'fine'],
    ['没听说过的', linux('newfs'), 'fine'],
    ['没听说过的号', linux(0x12345678), 'fine'],
    ['不知道', linux(null, '/a', null), 'fine'],
    ['双斜线在这里只是路径', linux('ext4', '//server/share'), 'fine'],
    ['本机的 NTFS', linux('fuseblk'), 'fine'],
    ['fuse 的号,不知道是哪种', linux(0x65735546), 'fine'],
    ['fuse 的本机文件系统', linux('fuse.bindfs'), 'fine'],
    ['NFS', linux('nfs'), 'network'],
    ['NFS 4', linux('nfs4'), 'network'],
    ['NFS 的号', linux(0x6969), 'network'],
    ['CIFS', linux('cifs'), 'network'],
    ['CIFS 的号', linux(0xff534d42), 'network'],
    ['CIFS 的号当成有符号数', linux(0xff534d42 | 0), 'network'],
    ['SMB2 的号', linux(0xfe534d42), 'network'],
    ['SMB 的号', linux(0x517b), 'network'],
    ['sshfs', linux('fuse.sshfs'), 'network'],
    ['davfs', linux('fuse.davfs'), 'network'],
    ['文件管理器连的共享', linux('fuse.gvfsd-fuse'), 'network'],
    ['vboxsf', linux('vboxsf'), 'network'],
    ['FAT 的 U 盘', linux('vfat', '/media/wang/KINGSTON', true), 'removable'],
    ['FAT,问不出设备', linux(0x4d44, '/mnt/a', null), 'removable'],
    ['exFAT', linux('exfat', '/mnt/a', null), 'removable'],
    ['exFAT 的号', linux(0x2011bab0, '/mnt/a', null), 'removable'],
    ['光盘', linux('iso9660', '/mnt/a', null), 'removable'],
    ['ext4 的移动硬盘', linux('ext4', '/media/wang/disk', true), 'removable'],
    ['网盘文件夹', linux('ext4', '/srv/wang/Dropbox/堡垒'), 'cloud'],
    ['反斜线在这里是名字的一部分', linux('ext4', '/srv/wang/a\\OneDrive\\b'), 'fine'],
  ])('%s', (_what, facts, kind) => expect(judgeLocation(facts)).toBe(kind))
})

describe('网盘文件夹的名字', () => {
  it.each(SYNC_FOLDER_NAMES)('%s,原样、大小写、带后缀、在中间', (name) => {
    for (const segment of [name, name.toUpperCase(), `${name} - 公司`, `${name}(个人)`, `${name}（个人）`, `${name} (2)`, `${name}_备份`, `${name}-账号`]) {
      expect(judgeLocation(linux('ext4', `/srv/wang/${segment}/党建/堡垒`)), segment).toBe('cloud')
      expect(judgeLocation(windows(`C:\\Users\\wang\\${segment}\\堡垒`)), segment).toBe('cloud')
    }
  })
  it.each(['百度网盘资料', '我的微云', '云盘', '网盘', 'OneDriveBackup', 'Box', '同步', '堡垒', '阿里', 'MEGAPROJECT', '坚果', '2026 - OneDrive 之外', '天翼'])('%s 不算', (name) => {
    expect(judgeLocation(linux('ext4', `/srv/wang/${name}/堡垒`))).toBe('fine')
  })
})

describe('盘的种类(fsutil 的输出)', () => {
  it.each<[string, string | Uint8Array, number | null]>([
    ['英文,固定', 'C: - Fixed Drive\r\n', 3],
    ['英文,可移动', 'E: - Removable Drive\r\n', 2],
    ['英文,网络', 'Z: - Remote/Network Drive\r\n', 4],
    ['英文,光盘', 'F: - CD-ROM Drive\r\n', 5],
    ['英文,没有这个盘', 'Q: - No such Root Directory\r\n', null],
    ['中文 GBK,可移动', Buffer.from('443a202d20bfc9d2c6b6afc7fdb6afc6f70d0a', 'hex'), 2],
    ['中文 GBK,固定', Buffer.from('433a202d20b9ccb6a8c7fdb6afc6f70d0a', 'hex'), 3],
    ['中文 GBK,网络', Buffer.from('5a3a202d20d4b6b3cc2fcdf8c2e7c7fdb6afc6f70d0a', 'hex'), 4],
    ['中文 GBK,光盘', Buffer.from('453a202d2043442d524f4d20c7fdb6afc6f70d0a', 'hex'), 5],
    ['中文 UTF-8,固定', 'C: - 固定驱动器\r\n', 3],
    ['要管理员', 'Error 5: Access is denied.', null],
    ['空的', '', null],
  ])('%s', (_what, output, type) => expect(parseDriveType(typeof output === 'string' ? Buffer.from(output) : output)).toBe(type))
})

describe('挂载表', () => {
  const mounts = parseMountInfo(
    [
      '22 27 0:21 / /proc rw,relatime - proc proc rw',
      '27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
      '40 27 0:50 / /mnt/share rw,relatime shared:9 master:2 - cifs //server/share rw,vers=3.1.1',
      '41 27 0:51 / /media/wang/MY\\040STICK rw - vfat /dev/sdb1 rw',
      '42 27 0:52 / /media/\\345\\205\\232\\345\\273\\272 rw - exfat /dev/sdc1 rw',
      '43 27 0:53 / /auto rw - autofs systemd-1 rw',
      '44 27 0:54 / /auto rw - nfs4 nas:/vol rw',
      '看不懂的一行',
      '',
    ].join('\n'),
  )
  it.each([
    ['/srv/wang', 'ext4', '/dev/vda'],
    ['/mnt/share', 'cifs', '//server/share'],
    ['/mnt/share/a/b', 'cifs', '//server/share'],
    ['/mnt/shared', 'ext4', '/dev/vda'],
    ['/media/wang/MY STICK/堡垒', 'vfat', '/dev/sdb1'],
    ['/media/党建', 'exfat', '/dev/sdc1'],
    ['/auto/x', 'nfs4', 'nas:/vol'],
  ])('%s 在 %s 上', (path, type, source) => expect(mountOf(mounts, path)).toMatchObject({ type, source }))
  it('空的挂载表', () => expect(mountOf([], '/a')).toBeNull())
})

describe.skipIf(process.platform === 'win32')('设备可不可以拔', () => {
  let sys = ''
  beforeEach(() => {
    sys = mkdtempSync(join(tmpdir(), 'baolei-sys-'))
    mkdirSync(join(sys, 'block'))
  })
  afterEach(() => rmSync(sys, { recursive: true, force: true }))
  /** 照 /sys 的样子造一块盘:整块盘写 removable,分区在它下面。 */
  const disk = (number: string, place: string, removable: '0' | '1' | null, part?: string): string => {
    const whole = join(sys, 'devices', place)
    mkdirSync(part === undefined ? whole : join(whole, part), { recursive: true })
    if (removable !== null) writeFileSync(join(whole, 'removable'), `${removable}\n`)
    symlinkSync(part === undefined ? whole : join(whole, part), join(sys, 'block', number))
    return whole
  }
  const judged = (major: number, minor: number): boolean | null => isRemovableDevice(major * 256 + minor, join(sys, 'block'))
  it('U 盘的分区、USB 硬盘的分区、读卡器', () => {
    disk('8:17', 'pci0/usb1/1-2/block/sdb', '1', 'sdb1')
    disk('8:33', 'pci0/usb2/2-1/block/sdc', '0', 'sdc1')
    disk('179:1', 'pci0/mmc/block/mmcblk1', '1', 'mmcblk1p1')
    expect([judged(8, 17), judged(8, 33), judged(179, 1)]).toEqual([true, true, true])
  })
  it('本机硬盘、没有分区的、没写明的', () => {
    disk('8:1', 'pci0/ata1/block/sda', '0', 'sda1')
    disk('254:0', 'pci0/virtio1/block/vda', '0')
    disk('7:0', 'virtual/block/loop0', null)
    expect([judged(8, 1), judged(254, 0), judged(7, 0)]).toEqual([false, false, false])
  })
  it('加密盘、逻辑卷看底下那块', () => {
    const stick = disk('8:17', 'pci0/usb1/1-2/block/sdb', '1', 'sdb1')
    const fixed = disk('8:1', 'pci0/ata1/block/sda', '0', 'sda1')
    for (const [number, name, below] of [['253:0', 'dm-0', stick], ['253:1', 'dm-1', fixed]] as const) {
      const mapped = disk(number, `virtual/block/${name}`, '0')
      mkdirSync(join(mapped, 'slaves'))
      symlinkSync(below, join(mapped, 'slaves', 'below'))
    }
    const stacked = disk('253:2', 'virtual/block/dm-2', '0')
    mkdirSync(join(stacked, 'slaves'))
    symlinkSync(join(sys, 'devices', 'virtual/block/dm-0'), join(stacked, 'slaves', 'dm-0'))
    expect([judged(253, 0), judged(253, 1), judged(253, 2)]).toEqual([true, false, true])
  })
  it('不是块设备', () => expect(judged(0, 27)).toBeNull())
  it.each([[0xfe00, 254, 0], [0x0811, 8, 17], [27, 0, 27], [0x1000_0301, 3, 0x1_0001], [0x1000_0000_0000 + 0x0801, 0x1008, 1]])('设备号 %i', (device, major, minor) => expect(deviceNumbers(device)).toEqual({ major, minor }))
})

describe('在这台机器上', () => {
  let folder = ''
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'baolei-place-')))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('本机的文件夹可以;还没有的看它的上级', () => {
    expect(readLocation(folder)).toBe('fine')
    expect(readLocation(join(folder, '还没有', '更深'))).toBe('fine')
    expect(readLocationFacts(join(folder, '还没有', '更深'))).toMatchObject({ platform: process.platform, path: join(folder, '还没有', '更深') })
  })
  it('将来的名字就在网盘文件夹里,也不行', () => expect(readLocation(join(folder, 'OneDrive - 公司', '堡垒'))).toBe('cloud'))
  it.skipIf(process.platform === 'win32')('经链接指向网盘文件夹、网盘文件夹里的链接,都看得出来', () => {
    mkdirSync(join(folder, 'Nutstore'))
    mkdirSync(join(folder, 'plain'))
    symlinkSync(join(folder, 'Nutstore'), join(folder, 'alias'))
    symlinkSync(join(folder, 'plain'), join(folder, 'Nutstore', 'link'))
    expect(readLocation(join(folder, 'alias', '堡垒'))).toBe('cloud')
    expect(readLocation(join(folder, 'Nutstore', 'link'))).toBe('cloud')
  })
  it.skipIf(process.platform !== 'linux')('内存盘、伪文件系统都有说法,不抛错', () => {
    expect(readLocationFacts('/proc/self').fileSystemType).toBe('proc')
    expect(readLocation('/proc/没有这个')).toBe('fine')
    expect(typeof readLocationFacts(folder).fileSystemType).toBe('string')
  })
})
