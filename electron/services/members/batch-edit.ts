import type { rosterContract } from '../../../shared/contract/roster.contract.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { memberColumnsText as text } from '../../../shared/i18n/zh-CN/member-columns.ts'
import { EMPTY_MEMBER, memberFieldsSchema, type MemberFields } from '../../../shared/model/member.ts'
import { isBatchColumn, type BatchChange, type BatchPreview } from '../../../shared/model/member-batch.ts'
import { columnKeySchema, isBuiltIn, MEMBER_COLUMNS } from '../../../shared/model/member-columns.ts'
import { suitsCustomField } from '../../domain/members/custom-value.ts'
import type { Access } from '../../rpc/access.ts'
import { failWith, type GroupHandlers } from '../../rpc/handlers.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createMemberBatchRepo } from '../../store/repos/member-batch-repo.ts'
import { columnOfField, isOwnField } from '../../store/repos/member-columns.ts'
import { createMemberRepo, type MemberRecord } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createMemberWriter } from './member-writer.ts'
import { wordOf, type CellWords } from './roster-cells.ts'

type Handlers = Pick<GroupHandlers<typeof rosterContract>, 'previewBatch' | 'saveBatch' | 'lastBatch' | 'undoBatch'>
const CUSTOM = 'custom:'

/** 批量修改:先看谁从什么改成什么,再一次写入;没有人再动过之前,可以整批改回去。 */
export const createBatchEdit = (scope: WorkspaceScope): Handlers => {
  const { db } = scope.store
  const members = createMemberRepo(db)
  const organisations = createOrganisationRepo(db)
  const customFields = createCustomFieldRepo(db)
  const batches = createMemberBatchRepo(db)
  const writer = createMemberWriter(scope)

  const words: CellWords = { organisation: (id) => organisations.nameOn(id, scope.ports.clock.today()), customKind: (key) => customFields.find(key.slice(CUSTOM.length))?.kind }
  /** 现在的值,写成文字。 */
  const valueOf = ({ column }: Pick<BatchChange, 'column'>, fields: MemberFields): string => {
    if (column === 'partyGroup') return fields.partyGroupId ?? ''
    if (column.startsWith(CUSTOM)) return fields.custom[column.slice(CUSTOM.length)] ?? ''
    const value = fields[column as keyof MemberFields]
    return typeof value === 'boolean' ? (value ? '1' : '') : typeof value === 'string' ? value : ''
  }
  const withValue = ({ column, value }: BatchChange, fields: MemberFields): MemberFields => {
    if (column === 'partyGroup') return { ...fields, partyGroupId: value === '' ? null : value }
    if (column.startsWith(CUSTOM)) {
      const { [column.slice(CUSTOM.length)]: _before, ...rest } = fields.custom
      return { ...fields, custom: value === '' ? rest : { ...rest, [column.slice(CUSTOM.length)]: value } }
    }
    const kind = isBuiltIn(column) ? MEMBER_COLUMNS[column].kind : 'text'
    // 日期没填的是 null,不是空串。
    return { ...fields, [column]: kind === 'flag' ? value === '1' : kind === 'date' && value === '' ? null : value }
  }
  const requireSuitable = (change: BatchChange): void => {
    if (!isBatchColumn(change.column)) failWith('NOT_EDITABLE')
    const { column, value } = change
    if (value === '') return
    const unsuitable = (): never => failWith('VALUE_UNSUITABLE', { name: isBuiltIn(column) ? text.labels[column] : (customFields.find(column.slice(CUSTOM.length))?.name ?? '') })
    if (column.startsWith(CUSTOM)) {
      const field = customFields.find(column.slice(CUSTOM.length))
      if (field === undefined || field.isRetired || value.length > 200 || !suitsCustomField(field, value)) unsuitable()
      return
    }
    if (column === 'partyGroup') {
      if (organisations.kindOf(value) !== 'party_group') unsuitable()
      return
    }
    const table = column === 'ethnicity' ? ethnicities : column === 'education' ? educations : null
    if (table !== null && !table.some(({ code }) => code === value)) unsuitable()
    const key = column as keyof MemberFields
    if (!memberFieldsSchema.pick({ [key]: true } as Record<keyof MemberFields, true>).safeParse({ [key]: withValue(change, EMPTY_MEMBER)[key] }).success) unsuitable()
  }
  const word = ({ column }: BatchChange, value: string): string => {
    const shown = wordOf(column, isBuiltIn(column) && MEMBER_COLUMNS[column].kind === 'flag' ? Number(value) : value, words)
    return shown === '' ? (isBuiltIn(column) && MEMBER_COLUMNS[column].kind === 'flag' ? text.no : '') : shown
  }
  const reachable = (id: string, access: Access): MemberRecord | null => {
    const record = members.read(id, scope.ports.clock.today())
    return record !== null && access.covers(record.fields.branchId) ? record : null
  }

  return {
    previewBatch: ({ memberIds, change }, { access }) => {
      requireSuitable(change)
      const groupBranch = change.column === 'partyGroup' && change.value !== '' ? organisations.parentOn(change.value, scope.ports.clock.today()) : null
      const preview: { changes: BatchPreview['changes'][number][]; same: number; refused: BatchPreview['refused'][number][] } = { changes: [], same: 0, refused: [] }
      for (const id of new Set(memberIds)) {
        const record = reachable(id, access)
        if (record === null) preview.refused.push({ id, name: '', reason: 'gone' })
        else if (groupBranch !== null && record.fields.branchId !== groupBranch) preview.refused.push({ id, name: record.fields.name, reason: 'group_elsewhere' })
        else {
          const before = valueOf(change, record.fields)
          if (before === change.value) preview.same += 1
          else preview.changes.push({ id, rev: record.rev, name: record.fields.name, branchName: record.branchName, before: word(change, before), after: word(change, change.value) })
        }
      }
      return preview
    },
    saveBatch: ({ members: chosen, change }, { access }) => {
      requireSuitable(change)
      return scope.write('member', 'roster.saveBatch', (transaction) => {
        const today = scope.ports.clock.today()
        const found = chosen.map(({ id, rev }) => {
          const record = reachable(id, access)
          return record !== null && record.rev === rev ? record : failWith('PREVIEW_EXPIRED')
        })
        const branchIds = [...new Set(found.map(({ fields }) => fields.branchId))]
        const [onlyBranch] = branchIds
        const ownerUnit = branchIds.length === 1 && onlyBranch !== undefined ? onlyBranch : organisations.topOf(onlyBranch ?? '', today).id
        const field = isOwnField(change.column) ? columnOfField(change.column) : change.column.startsWith(CUSTOM) ? 'custom' : change.column
        const auditSeq = transaction.audit({ ownerUnit, table: 'member', recordId: '', detail: { action: 'batch', fields: [field], rows: found.length } })
        transaction.groupUnder(auditSeq)
        const items = found.map((record) => {
          writer.save(transaction, record.id, record.rev, withValue(change, record.fields), { access })
          return { memberId: record.id, revBefore: record.rev, revAfter: members.read(record.id)?.rev ?? record.rev, groupBefore: change.column === 'partyGroup' ? record.fields.partyGroupId : null }
        })
        // 本来就一样的没有写,不算在内。
        const written = items.filter(({ revBefore, revAfter }) => revBefore !== revAfter)
        if (written.length > 0) batches.add(transaction, { id: scope.ports.ids.next(), ownerUnit, field: change.column }, written, auditSeq)
        transaction.emit('members.changed', { ids: written.map(({ memberId }) => memberId) })
        transaction.emit('organisations.changed', { ids: branchIds })
        return { changed: written.length }
      })
    },
    lastBatch: () => {
      const head = batches.last(currentCall().actor)
      const column = columnKeySchema.safeParse(head?.field)
      if (head === undefined || !column.success) return { batch: null }
      return { batch: { id: head.id, column: column.data, count: head.count, at: head.at, changedSince: batches.changedSince(head.id) } }
    },
    undoBatch: ({ id }) =>
      scope.write('member', 'roster.undoBatch', (transaction) => {
        const head = batches.find(id)
        if (head?.actor !== currentCall().actor) return failWith('NOT_FOUND')
        const column = columnKeySchema.parse(head.field)
        const changed = batches.changedSince(id)
        if (changed > 0) failWith('BATCH_CHANGED_SINCE', { count: changed })
        const list = batches.items(id)
        const [first] = list
        const ownerUnit = first === undefined ? null : (members.read(first.memberId)?.fields.branchId ?? null)
        const auditSeq = transaction.audit({ ownerUnit, table: 'member', recordId: '', detail: { action: 'undo_batch', rows: list.length } })
        transaction.groupUnder(auditSeq)
        for (const { memberId, revBefore, revAfter, groupBefore } of list) {
          const record = members.read(memberId) ?? failWith('NOT_FOUND')
          const row = batches.rowAt(memberId, revBefore) ?? failWith('BATCH_CHANGED_SINCE', { count: 1 })
          writer.save(transaction, memberId, revAfter, { ...record.fields, ...formerOf(column, row, groupBefore, record.fields) })
        }
        batches.markUndone(transaction, id, auditSeq)
        transaction.emit('members.changed', { ids: list.map(({ memberId }) => memberId) })
        return { restored: list.length }
      }),
  }
}

/** 旧版本里的那一项;那一版还没有这一列的,就是没填。 */
const formerOf = (column: string, row: Readonly<Record<string, unknown>>, groupBefore: string | null, now: MemberFields): Partial<MemberFields> => {
  if (column === 'partyGroup') return { partyGroupId: groupBefore }
  if (column.startsWith(CUSTOM)) {
    const id = column.slice(CUSTOM.length)
    const text = row['custom']
    const former = typeof text === 'string' ? (JSON.parse(text) as Readonly<Record<string, string>>)[id] : undefined
    const { [id]: _now, ...rest } = now.custom
    return { custom: former === undefined ? rest : { ...rest, [id]: former } }
  }
  if (!isOwnField(column)) return {}
  const value = row[columnOfField(column)]
  const empty = EMPTY_MEMBER[column]
  return { [column]: value === undefined ? empty : typeof empty === 'boolean' ? value === 1 : value }
}
