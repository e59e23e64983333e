import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyFileVerified, syncFolder, writeFileAtomically } from '../files/safe-files.ts'
import { StoreError } from '../store-error.ts'
import { backupFault } from './backup-fault.ts'
import type { BackupKind } from './backup-name.ts'
import { silentSteps, type Steps } from './backup-steps.ts'
import { blobsFolderOf } from './check-files.ts'
import { copyKnownBlobs } from './copy-blobs.ts'
import { encodeManifest, isSealIntact, MANIFEST_FILE, readManifest, sealManifest, type Manifest } from './manifest.ts'
import { openPlace, requireSpace } from './prepare-place.ts'

export interface ExportRequest {
  /** 一份已有的备份(在工作区的 backups 里,或正要改名的半成品)。 */
  readonly backup: string
  /** 附件从哪里拷;缺省为这份备份所属工作区的 blobs。 */
  readonly blobs?: string
  /** 另一处(U 盘、共享盘)的文件夹,须已存在:不存在多半是没插好,不能替人造一个在系统盘上。 */
  readonly into: string
  readonly key: Buffer
  readonly kind: BackupKind
  /** 现在的时刻,毫秒,记作核对的时刻。madeAt 仍是原来那份的:说的是数据有多新。 */
  readonly at: number
}

const bytesOf = ({ files, blobs }: Manifest): number => [...files, ...blobs.files].reduce((sum, { bytes }) => sum + bytes, 0)

const copyFiles = (backup: string, { files }: Manifest, part: string, steps: Steps): void => {
  for (const [index, file] of files.entries()) {
    steps.next('placing', index, files.length)
    const target = join(part, file.name)
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    // 拷的当中源文件坏了、被换了:不能把坏的当成备份带走。
    if (copyFileVerified(join(backup, file.name), target).sha256 !== file.sha256) throw new StoreError('BACKUP_DAMAGED', { problems: ['file_changed'] })
  }
}

/**
 * 把一份备份拷到另一处(F22):每个文件写到旁边、落盘、重读比过,附件一起拷去,最后整个改名。
 * 拔掉、写满、叫停,另一处都不会留下一份列得出来的半成品。
 *
 * @returns 新的备份文件夹。
 * @throws StoreError BACKUP_NOT_FOUND / BACKUP_DAMAGED / SPACE_LOW / STORE_READONLY / STORE_FOLDER_UNSUITABLE / FILE_BUSY / CANCELLED。
 */
export const exportBackup = ({ backup, blobs, into, key, kind, at }: ExportRequest, steps: Steps = silentSteps): string => {
  const reading = readManifest(backup)
  if (!reading.ok) throw reading.problem === 'manifest_missing' ? new StoreError('BACKUP_NOT_FOUND') : new StoreError('BACKUP_DAMAGED', { problems: [reading.problem] })
  const { manifest } = reading
  if (!isSealIntact(manifest, key)) throw new StoreError('BACKUP_DAMAGED', { problems: ['seal'] })
  const { seal: _, digest: __, ...body } = manifest
  try {
    requireSpace(into, bytesOf(manifest))
    const place = openPlace(into, manifest.workspaceId, manifest.madeAt, kind)
    try {
      copyFiles(backup, manifest, place.part, steps)
      copyKnownBlobs(blobs ?? blobsFolderOf(backup, manifest), join(place.part, 'blobs'), manifest.blobs.files, steps)
      writeFileAtomically(join(place.part, MANIFEST_FILE), encodeManifest(sealManifest({ ...body, kind, blobs: { place: 'here', files: manifest.blobs.files }, verifiedAt: at }, key)))
      syncFolder(join(place.part, 'keys'))
      return place.settle()
    } catch (error) {
      place.discard()
      throw error
    }
  } catch (error) {
    throw backupFault(error, into)
  }
}
