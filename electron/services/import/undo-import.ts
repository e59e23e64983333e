import { failWith } from '../../rpc/handlers.ts'
import { createBinRepo } from '../../store/repos/bin-repo.ts'
import { createImportUndoRepo, type TouchedRow } from '../../store/repos/import-undo-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createOrganisationUse } from '../../store/repos/organisation-use.ts'
import type { Access } from '../../rpc/access.ts'
import { createMarkScoresStale } from '../mark-scores-stale.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 指向所属记录的列:所属记录是这次新增的,连带的行不必另动。 */
const OWNERS = ['person_id', 'member_id', 'organisation_id'] as const
/** 能整个拿掉的;别的行随它们走。 */
const WHOLE_TABLES: ReadonlySet<string> = new Set(['member', 'organisation', 'development_person'])
/** 党费的一格:不删行,清成没登记的样子(与在登记表里清掉一样)。 */
const CLEARED_ENTRY = { paid_fen: null, paid_on: null, method: '', proxy_name: '', receipt_number: '', handler: '', place: '', note: '' } as const
const isDated = ({ after }: TouchedRow): boolean => Object.hasOwn(after, 'from_day') && Object.hasOwn(after, 'to_day')
const ownerOf = ({ after }: TouchedRow): string => OWNERS.map((column) => after[column]).find((value) => typeof value === 'string') ?? ''
const PLACING = new Set(['id', 'owner_unit', 'rev', 'from_day', 'to_day'])

/**
 * 撤销一次导入,一个事务:
 * - 改过的行写回从前的样子(从版本里取);新增的党员进回收站,新增的组织拿掉;
 * - 带起止日期的:导入时另起的那一段写回前一段的内容(前后两段连起来还是从前的样子),前面没有的当天就止;
 * - 其中任何一条之后有人动过、新增的人已经到过会任过职、新增的组织已经有人在用,就一条也不撤。
 */
export const createUndoImport = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const repo = createImportUndoRepo(db, () => scope.ports.ids.next())
  const bin = createBinRepo(db)
  const organisations = createOrganisationRepo(db)
  const organisationUse = createOrganisationUse(db)
  const stale = createMarkScoresStale(scope)

  return (batchId: string, access: Access): { readonly restored: number; readonly removed: number } => {
    const batch = repo.find(batchId)
    if (batch === null || !access.covers(batch.ownerUnit)) return failWith('NOT_FOUND')
    if (batch.undone) return failWith('IMPORT_ALREADY_UNDONE')
    return scope.write('import', 'imports.undo', (transaction) => {
      const rows = repo.touchedBy(batchId)
      const added = new Set(rows.filter(({ before, table }) => before === null && WHOLE_TABLES.has(table)).map(({ recordId }) => recordId))
      const own = new Set(rows.map(({ recordId }) => recordId))
      /** 新登记的人之后又办了步骤、交了材料。 */
      const goneOn = (row: TouchedRow): boolean => row.before === null && row.table === 'development_person' && repo.recordsOfPerson(row.recordId).some((id) => !own.has(id))
      const changed = rows.filter((row) => row.changedSince || goneOn(row) || (row.before === null && row.table === 'member' && bin.isMemberInUse(row.recordId)))
      if (changed.length > 0) return failWith('IMPORT_CHANGED_SINCE', { changed: new Set(changed.map((row) => (WHOLE_TABLES.has(row.table) ? row.recordId : ownerOf(row)))).size })
      const auditSeq = transaction.audit({ ownerUnit: batch.ownerUnit, table: 'import_batch', recordId: batchId, detail: { action: 'undo' } })
      transaction.groupUnder(auditSeq)
      // 带起止的:同一对象在这一批里被截止的那一段。
      const closed = new Map(rows.filter((row) => row.before !== null && isDated(row)).map((row) => [`${row.table} ${ownerOf(row)}`, row]))
      const reopened = new Set(rows.filter((row) => row.before === null && isDated(row)).map((row) => `${row.table} ${ownerOf(row)}`))
      const branches = new Set<string>()
      const people = new Set<string>()
      let restored = 0
      let removed = 0
      // 新写的核定先撤回,旧的那一次才写得回来:同一个月只有一次作数。
      for (const row of rows) if (row.before === null && row.table === 'dues_assessment') repo.set(transaction, row, { withdrawn_at: transaction.at }, auditSeq)
      for (const row of rows) {
        const { table, recordId, before, after } = row
        const group = `${table} ${ownerOf(row)}`
        if (typeof after['owner_unit'] === 'string') branches.add(after['owner_unit'])
        if (table === 'member') people.add(recordId)
        if (before !== null) {
          if (WHOLE_TABLES.has(table) || table === 'dues_entry') restored += 1
          // 后面另起了一段的,截止照留。
          if (isDated(row) && reopened.has(group)) continue
          repo.restore(transaction, row, before, auditSeq)
          if (typeof before['owner_unit'] === 'string') branches.add(before['owner_unit'])
        } else if (table === 'member') {
          bin.removePerson(transaction, 'member', recordId, String(after['owner_unit']))
          removed += 1
        } else if (table === 'dues_assessment') continue
        else if (table === 'dues_entry') {
          repo.set(transaction, row, { ...CLEARED_ENTRY, updated_at: transaction.at }, auditSeq)
          removed += 1
        } else if (table === 'development_person') {
          // 进回收站:证号不占着,取回时放回去。
          bin.removePerson(transaction, 'development_person', recordId, String(after['owner_unit']))
          removed += 1
        } else if (table === 'development_step') {
          if (!added.has(ownerOf(row))) repo.set(transaction, row, { state: 'superseded', updated_at: transaction.at }, auditSeq)
        } else if (table === 'application_form') {
          // 编号留在登记簿里,谁也没用。
          repo.set(transaction, row, { state: 'unused', person_id: null, settled_on: null, updated_at: transaction.at }, auditSeq)
        } else if (table === 'development_event') {
          if (!added.has(ownerOf(row))) repo.set(transaction, row, { undone_at: transaction.at }, auditSeq)
        } else if (table === 'organisation') {
          repo.set(transaction, row, { deleted_at: transaction.at }, auditSeq)
          removed += 1
        } else if (Object.hasOwn(after, 'deleted_at')) {
          repo.set(transaction, row, { deleted_at: transaction.at }, auditSeq)
          removed += 1
        } else if (!added.has(ownerOf(row))) {
          const former = closed.get(group)?.before
          if (!isDated(row)) repo.blank(transaction, row, ['owner_unit', ...OWNERS], auditSeq)
          else if (former === undefined || former === null) repo.set(transaction, row, { to_day: after['from_day'] ?? null }, auditSeq)
          else repo.restore(transaction, row, former, auditSeq, Object.keys(former).filter((column) => !PLACING.has(column) || column === 'owner_unit'))
        }
      }
      if ([...added].some((id) => organisationUse.isInUse(id))) return failWith('IMPORT_CHANGED_SINCE', { changed: 1 })
      for (const id of branches) if (organisations.kindOf(id) !== null) stale.of(transaction, id)
      repo.record(transaction, batchId, batch.ownerUnit, { restored, removed })
      transaction.emit('members.changed', { ids: [...people] })
      transaction.emit('organisations.changed', { ids: [...branches] })
      transaction.emit('development.changed', {})
      transaction.emit('dues.changed', { branchIds: [...branches] })
      return { restored, removed }
    })
  }
}
