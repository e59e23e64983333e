import { nodeFileSystem, type FileSystem } from './file-system.ts'

/** 收拾用完的小文件:收不掉就留着,由下一次打开时收;绝不让收拾的错盖住真正的错,也不让它拦住后面的收尾。 */
export const removeQuietly = (path: string, fileSystem: Pick<FileSystem, 'unlinkSync'> = nodeFileSystem): void => {
  try {
    fileSystem.unlinkSync(path)
  } catch {
    // 没造出来、盘已经拔走、盘坏了。
  }
}
