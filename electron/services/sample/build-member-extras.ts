import { sampleCustomFields, samplePhotoPositions, sampleScan } from '../../data/sample/member-extras.ts'
import { sampleReferenceDay } from '../../data/sample/calendar.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createDevelopmentRepo } from '../../store/repos/development-repo.ts'
import { createDevelopmentWrites } from '../../store/repos/development-writes.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createMemberWrites } from '../../store/repos/member-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BuiltBranch } from './build-organisations.ts'
import { drawPortrait, drawScan } from './draw-picture.ts'

/** 示例:几个自定义项目、几张画出来的证件照、发展材料附的扫描件。 */
export const buildMemberExtras = (scope: WorkspaceScope, transaction: Transaction, branches: readonly BuiltBranch[]): void => {
  const { db, paths, key } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const blobs = createBlobStore(paths.blobs, key)
  const members = createMemberRepo(db)
  const writes = createMemberWrites(db, nextId)
  const writer = createMemberWriter(scope)
  const [branch] = branches
  if (branch === undefined) return

  const customFields = createCustomFieldRepo(db)
  const owner = members.rosterOf(branch.id, sampleReferenceDay)
  const fields = sampleCustomFields.map((field) => ({ ...field, id: nextId() }))
  for (const { id, name, kind, choices } of fields) customFields.add(transaction, branch.id, { id, name, kind, choices: [...choices] })
  for (const [position, { memberId }] of owner.entries()) {
    const filled = fields.flatMap(({ id, values }) => {
      const value = values[position % values.length]
      return value === undefined || value === '' ? [] : [[id, value] as const]
    })
    const record = members.read(memberId)
    if (record !== null && filled.length > 0) writer.save(transaction, memberId, record.rev, { ...record.fields, custom: Object.fromEntries(filled) })
  }
  for (const position of samplePhotoPositions) {
    const record = owner[position] === undefined ? null : members.read(owner[position].memberId)
    if (record !== null) writes.setPhoto(transaction, record.id, record.rev, branch.id, blobs.put(drawPortrait(position)))
  }
  // 头一份材料附上扫描件:看得到附件是什么样。
  const development = createDevelopmentRepo(db)
  const developmentWrites = createDevelopmentWrites(db, nextId)
  const people = development.inBranches([branch.id], false, sampleReferenceDay)
  const documents = development.documentsOf(people.map(({ id }) => id))
  for (const { id } of people) {
    const first = documents.get(id)?.[0]
    if (first !== undefined) developmentWrites.attachFile(transaction, first.id, first.rev, { blob: blobs.put(drawScan()), thumbnail: null, fileName: sampleScan })
  }
}
