/**
 * 网盘、同步软件在本机的文件夹名。比较时不分大小写、全角半角;名字后面跟着空格、横线、括号的也算(「OneDrive - 公司」)。
 * 太平常的名字(Box、Sync、同步)不列:人也会这样叫自己的文件夹。
 */
export const SYNC_FOLDER_NAMES: readonly string[] = [
  // 境内
  '坚果云', '我的坚果云', 'Nutstore', 'Nutstore Files',
  '百度网盘', '百度云', '百度云同步盘', '百度网盘同步空间', 'BaiduNetdisk', 'BaiduSyncdisk', 'BaiduNetdiskWorkspace', 'BaiduCloud',
  '腾讯微云', '微云', '微云同步助手', 'Weiyun', 'WeiyunDisk',
  'WPS云盘', 'WPS云文档', 'WPS网盘', 'WPS Cloud', 'WPS Cloud Files', 'WPSDrive', 'KingsoftDrive', '金山快盘',
  '阿里云盘', '阿里云盘同步', '阿里云盘Drive', 'AliyunDrive', 'aDrive',
  '天翼云盘', '天翼云盘同步盘', 'eCloud', 'eCloudDrive', 'ecloudsync',
  '移动云盘', '中国移动云盘', '和彩云', '和彩云同步盘', 'mCloud', '沃云盘', '联通云盘',
  '115网盘', '115同步盘', '123云盘', '123pan', '夸克网盘', 'QuarkCloudDrive', '迅雷云盘', '城通网盘',
  '360云盘', '360安全云盘', '360AI云盘', '360CloudUI', '华为云空间', '华为云盘', '小米云服务',
  '企业微盘', '微盘', 'WeDrive', '企业微信微盘', '钉盘', '亿方云', '360亿方云', 'FangCloud', 'FangCloudSync', '够快云库', 'GoKuai', '联想企业网盘', '联想Filez', 'Filez', '燕麦云', '云盒子', '巴别鸟', '曙光云盘',
  // 境外
  'OneDrive', 'SkyDrive', 'Dropbox', 'iCloud', 'iCloudDrive', 'iCloud Drive', 'iCloud云盘', 'Mobile Documents', 'com~apple~CloudDocs', 'CloudStorage',
  'Google Drive', 'GoogleDrive', 'My Drive', '我的云端硬盘', 'Box Sync', 'MEGA', 'MEGAsync', 'pCloudDrive', 'pCloud Drive', 'YandexDisk', 'Yandex.Disk', 'Tresorit',
  // 自建
  'Nextcloud', 'ownCloud', 'Seafile', 'Seadrive', 'SynologyDrive', 'Synology Drive', 'CloudStation', 'Cloud Station', 'Qsync', 'QsyncClient', 'Resilio Sync', 'BTSync', 'Syncthing',
]

/** Windows 的 `fsutil fsinfo drivetype` 对各种盘的说法(中文版与英文版)→ 盘的种类号(与 GetDriveType 相同)。 */
export const DRIVE_TYPE_WORDS: readonly (readonly [type: number, ...words: readonly string[]])[] = [
  [2, 'Removable Drive', '可移动驱动器', '可移动磁盘', '可移动的驱动器'],
  [3, 'Fixed Drive', '固定驱动器', '固定磁盘', '本地磁盘'],
  [4, 'Remote/Network Drive', 'Network Drive', 'Remote Drive', '远程/网络驱动器', '网络驱动器', '远程驱动器'],
  [5, 'CD-ROM Drive', 'CD-ROM 驱动器', '光盘驱动器', '光驱'],
  [6, 'Ram Disk', 'RAM 磁盘', 'RAM 驱动器'],
]
