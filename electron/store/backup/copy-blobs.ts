import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { copyFileVerified, sha256OfFile } from '../files/safe-files.ts'
import { faultCode, folderFault } from '../store-error.ts'
import type { Steps } from './backup-steps.ts'
import type { ManifestFile } from './manifest.ts'

/** 半成品与别的程序丢进来的(.DS_Store 之类)不是附件。 */
const SEGMENT = /^[0-9A-Za-z_][0-9A-Za-z._-]{0,119}$/
const HALF_WRITTEN = /\.part$/

/** blobs 里的全部附件,以 `/` 相隔的相对名字,按名字排。 */
const listBlobs = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !HALF_WRITTEN.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep))
      .filter((parts) => parts.length <= 5 && parts.every((part) => SEGMENT.test(part)))
      .map((parts) => parts.join('/'))
      .toSorted()
  } catch (cause) {
    if (faultCode(cause) === 'ENOENT') return []
    throw folderFault(cause, folder)
  }
}

/**
 * 附件以内容定名,写下就不再变。留在工作区自己的 backups 里的备份只记摘要,不拷文件。
 *
 * @param known 上一份备份里记过的:名字、大小都没变的不再重读(每刻钟一次的备份不该每次读完全部照片);空的就全部重读。
 */
export const digestBlobs = (folder: string, known: readonly ManifestFile[], steps: Steps): ManifestFile[] => {
  const before = new Map(known.map((file) => [file.name, file]))
  const names = listBlobs(folder)
  return names.map((name, index) => {
    steps.next('files', index, names.length)
    const path = join(folder, name)
    const bytes = statSync(path).size
    const same = before.get(name)
    return same?.bytes === bytes ? same : { name, bytes, sha256: sha256OfFile(path) }
  })
}

/**
 * 照清单把附件拷去,从不用硬链接:原件坏了,副本也跟着坏。
 * 原件已经丢了、坏了的跳过:清单里还记着它,核对时说得出缺了哪几个。
 *
 * @returns 没有拷成的名字。
 */
export const copyKnownBlobs = (from: string, to: string, files: readonly ManifestFile[], steps: Steps): string[] =>
  files.flatMap(({ name, sha256 }, index) => {
    steps.next('files', index, files.length)
    const source = join(from, name)
    const target = join(to, name)
    if (!existsSync(source)) return [name]
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    if (copyFileVerified(source, target).sha256 === sha256) return []
    rmSync(target, { force: true })
    return [name]
  })
