import { extname } from 'node:path'
import { MOST_ATTACHMENT_BYTES, MOST_THUMBNAIL_BYTES, type AttachmentFacts, type AttachmentGiven, type AttachmentOpened } from '../../../shared/model/attachment.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { kindOfName, recogniseAttachment } from '../../domain/attachments/attachment-kind.ts'
import { failWith } from '../../rpc/handlers.ts'
import { collectBlobs } from '../../store/blob-garbage.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { safeName } from '../export/export-name.ts'
import type { FileExchange } from '../file-exchange.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 库里记着的一份:内容与小样的名字,给人看的文件名。 */
export interface StoredAttachment {
  readonly blob: string
  readonly thumbnail: string | null
  readonly fileName: string
}
const JPEG = [0xff, 0xd8, 0xff] as const

/** 附件的收、看、取、清;哪张表记着它由各处自己定(见 README.md)。 */
export const createAttachments = (scope: WorkspaceScope, files: FileExchange) => {
  const { db, paths, key } = scope.store
  const blobs = createBlobStore(paths.blobs, key)
  let lastOpened: string | null = null

  const taken = (ref: FileRef): { readonly bytes: Uint8Array; readonly name: string } => {
    const { name } = files.open(ref.ticket)
    const bytes = files.read(ref.ticket)
    files.discard(ref.ticket)
    return { bytes, name }
  }
  const thumbnailOf = (ref: FileRef | null): string | null => {
    if (ref === null) return null
    const { bytes } = taken(ref)
    // 小样只是方便看:不像样的就不要,不拦着存正文。
    return bytes.length > MOST_THUMBNAIL_BYTES || JPEG.some((byte, index) => bytes[index] !== byte) ? null : blobs.put(bytes)
  }
  return {
    /**
     * 收下一份,内容先封好存下;引用由调用者在事务里写。写不成的,多出来的文件下次收走。
     *
     * @throws DeclaredFailure FILE_EXPIRED / ATTACHMENT_UNSUITABLE
     */
    keep: (given: AttachmentGiven): StoredAttachment => {
      const { bytes, name } = taken(given.file)
      if (bytes.length === 0) failWith('ATTACHMENT_UNSUITABLE', { reason: 'empty' })
      if (bytes.length > MOST_ATTACHMENT_BYTES) failWith('ATTACHMENT_UNSUITABLE', { reason: 'size' })
      const found = recogniseAttachment(bytes) ?? failWith('ATTACHMENT_UNSUITABLE', { reason: 'kind' })
      if (found === 'macro') return failWith('ATTACHMENT_UNSUITABLE', { reason: 'macro' })
      // 后缀照内容定:名叫 .jpg 的网页存出去也变不成网页。
      const fileName = safeName(`${name.slice(0, name.length - extname(name).length)}.${found.extension}`)
      return { fileName, thumbnail: thumbnailOf(given.thumbnail), blob: blobs.put(bytes) }
    },
    /** 列表里显示的几样;没有附件的为 null。 */
    facts: (blob: string | null, fileName: string): AttachmentFacts | null => {
      if (blob === null || blob === '') return null
      const size = blobs.sizeOf(blob)
      return { fileName, kind: kindOfName(fileName), size: size ?? 0, lost: size === null }
    },
    /**
     * 取出来看、存一份:凭据可反复取,开下一份时作废。要不要记下谁看过由调用者定,记在交出之前。
     *
     * @throws DeclaredFailure ATTACHMENT_LOST
     */
    open: (blob: string, fileName: string): AttachmentOpened => {
      const bytes = blobs.get(blob) ?? failWith('ATTACHMENT_LOST')
      if (lastOpened !== null) files.discard(lastOpened)
      const file = files.offer(fileName, bytes, false)
      lastOpened = file.ticket
      return { file, kind: kindOfName(fileName) }
    },
    /** 小样的内容;没有、坏了的为 null。 */
    thumbnail: (name: string | null): string | null => (name === null ? null : (blobs.get(name)?.toString('base64') ?? null)),
    /** 去掉、换掉、擦除之后:没有人要的收走(备份还记着的等备份到期)。 */
    collect: (): void => {
      if (!scope.store.readOnly) collectBlobs(db, blobs, paths.backups)
    },
  }
}
export type Attachments = ReturnType<typeof createAttachments>
