import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import { nodeFileSystem, type FileSystem } from './files/safe-files.ts'
import { partPath } from './files/replace-file.ts'
import { faultCode, folderFault, StoreError } from './store-error.ts'

/** 从光盘、旧备份里拷来的文件常带只读属性:文件夹能写,库却写不进去。 */
const MUST_BE_WRITABLE = ['baolei.db', 'baolei.db-wal', 'head.mark']
const FULL = ['ENOSPC', 'EDQUOT']

/**
 * 试写(F04):真造一个小文件再删掉,权限表上看着能写的不算数。库文件只问权限,不打开(打开再关会放掉 SQLite 的锁)。
 * 盘满不算不能写:满了也要打得开,才好导出、腾地方。
 *
 * @throws StoreError STORE_READONLY(path 为文件夹);STORE_FOLDER_UNSUITABLE。
 */
export const probeWritable = (folder: string, fileSystem: FileSystem = nodeFileSystem): void => {
  const path = partPath(join(folder, 'probe'))
  try {
    fileSystem.closeSync(fileSystem.openSync(path, 'wx', 0o600))
    fileSystem.unlinkSync(path)
  } catch (cause) {
    if (!FULL.includes(faultCode(cause))) throw folderFault(cause, folder)
  }
  for (const name of MUST_BE_WRITABLE) {
    const file = join(folder, name)
    try {
      if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
    } catch (cause) {
      throw new StoreError('STORE_READONLY', { path: file }, { cause })
    }
  }
}
