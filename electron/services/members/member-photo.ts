import type { membersContract } from '../../../shared/contract/members.contract.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { collectBlobs } from '../../store/blob-garbage.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createMemberWrites } from '../../store/repos/member-writes.ts'
import type { FileExchange } from '../file-exchange.ts'
import { createMemberDetail, REVEAL_SECONDS } from '../members-service.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 界面裁好、压好的证件照不会比这大。 */
const LARGEST_BYTES = 600 * 1024

/** 认文件开头;别的一律不收(从不照文件名、照界面说的来)。 */
const typeOf = (bytes: Uint8Array): 'image/jpeg' | 'image/png' | null =>
  bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'image/jpeg' : bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47 ? 'image/png' : null

/** 照片:封着存成附件,平时不取出来;看一眼要写明用途。 */
export const createPhotoHandlers = (scope: WorkspaceScope, files: FileExchange): Pick<GroupHandlers<typeof membersContract>, 'photo' | 'setPhoto'> => {
  const { db, paths, key } = scope.store
  const members = createMemberRepo(db)
  const writes = createMemberWrites(db, () => scope.ports.ids.next())
  const blobs = createBlobStore(paths.blobs, key)
  const detail = createMemberDetail(scope)
  const collect = (): void => {
    if (!scope.store.readOnly) collectBlobs(db, blobs, paths.backups)
  }
  // 打开时收一次:上次换下来、因为备份还记着而没收的。
  collect()
  return {
    photo: ({ id, purpose }) => {
      const { fields } = members.read(id) ?? failWith('NOT_FOUND')
      const name = members.photoOf(id) ?? failWith('NOT_FOUND')
      const bytes = blobs.get(name) ?? failWith('PHOTO_LOST')
      scope.writeAs({ ...currentCall(), reason: purpose }, 'member_reveal', 'members.photo', (transaction) => transaction.audit({ ownerUnit: fields.branchId, table: 'member_personal', recordId: id, detail: { action: 'reveal', field: 'photo_blob' } }))
      return { type: typeOf(bytes) ?? 'image/jpeg', base64: bytes.toString('base64'), hideAfterSeconds: REVEAL_SECONDS }
    },
    setPhoto: ({ id, rev, file }) => {
      const bytes = file === null ? null : files.read(file.ticket)
      if (file !== null) files.discard(file.ticket)
      if (bytes !== null && (bytes.length > LARGEST_BYTES || typeOf(bytes) === null)) failWith('PHOTO_UNSUITABLE')
      // 先写文件、后写引用:中途断了,多出来的文件下次收走。
      const name = bytes === null ? null : blobs.put(bytes)
      scope.write('member', 'members.setPhoto', (transaction) => {
        const { fields } = members.read(id) ?? failWith('NOT_FOUND')
        writes.setPhoto(transaction, id, rev, fields.branchId, name)
        transaction.emit('members.changed', { ids: [id] })
      })
      collect()
      return detail(id)
    },
  }
}
