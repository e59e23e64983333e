import type { Database } from 'better-sqlite3'
import { isOnRoster } from '../../domain/members/roster-state.ts'
import type { MemberFields, MembershipState } from '../../../shared/model/member.ts'
import type { NamePinyin } from '../../domain/members/name-pinyin.ts'
import { BEGINNING } from '../as-of.ts'
import { createDatedTable } from '../dated-table.ts'
import { createRecordTable, type Row } from '../record-table.ts'
import { createRowVersions } from '../row-versions.ts'
import type { Transaction } from '../unit-of-work.ts'
import { MEMBER_COLUMNS, memberRow } from './member-columns.ts'

type PersonalValues = Pick<MemberFields, 'idNumber' | 'mobile' | 'telephone' | 'address'>
interface PersonalRow extends Row {
  rev: number
  id_number: string
  mobile: string
  telephone: string
  address: string
  photo_blob: string | null
}

const personalRow = (fields: PersonalValues) => ({ id_number: fields.idNumber, mobile: fields.mobile, telephone: fields.telephone, address: fields.address })

/** 党员的写入。证号、电话、住址另表存放,有自己的修订号与版本;任一变动都让党员的修订号加一。归属(owner_unit)是所在支部。 */
export const createMemberWrites = (db: Database, nextId: () => string) => {
  const records = createRecordTable(db, 'member', [...MEMBER_COLUMNS, 'created_at', 'updated_at', 'deleted_at'])
  const branches = createDatedTable(db, nextId, { table: 'membership', key: 'member_id', values: ['organisation_id'] })
  const groups = createDatedTable(db, nextId, { table: 'group_membership', key: 'member_id', values: ['party_group_id'] })
  const states = createDatedTable(db, nextId, { table: 'member_state', key: 'member_id', values: ['state', 'document'] })
  const setPhotoBlob = db.prepare('INSERT INTO member_personal (member_id, photo_blob) VALUES (@id, @blob) ON CONFLICT (member_id) DO UPDATE SET rev = rev + 1, photo_blob = excluded.photo_blob')
  const personals = createRowVersions(db, 'member_personal')
  const insertPersonal = db.prepare('INSERT INTO member_personal (member_id, id_number, mobile, telephone, address) VALUES (@member_id, @id_number, @mobile, @telephone, @address)')
  const selectPersonal = db.prepare('SELECT rev, id_number, mobile, telephone, address, photo_blob FROM member_personal WHERE member_id = ?')
  const updatePersonal = db.prepare('UPDATE member_personal SET rev = rev + 1, id_number = @id_number, mobile = @mobile, telephone = @telephone, address = @address WHERE member_id = @member_id')

  const savePersonal = (transaction: Transaction, id: string, branchId: string, fields: PersonalValues): boolean => {
    const current = selectPersonal.get(id) as PersonalRow | undefined
    const next = personalRow(fields)
    const changed = Object.entries(next).filter(([column, value]) => current?.[column] !== value)
    if (changed.length === 0) return false
    if (current === undefined) insertPersonal.run({ member_id: id, ...next })
    else updatePersonal.run({ member_id: id, ...next })
    const rev = (current?.rev ?? 0) + 1
    // 审计只记字段名,不记内容。
    const auditSeq = transaction.auditFor({ ownerUnit: branchId, table: 'member_personal', recordId: id, detail: { action: current === undefined ? 'insert' : 'update', fields: changed.map(([column]) => column) } })
    transaction.version({ table: 'member_personal', recordId: id, rev, auditSeq, body: { member_id: id, rev, ...next, photo_blob: current?.photo_blob ?? null } })
    return true
  }

  /** 党籍状态的起止:从前没记过的,先补上原来的状态,自最早起。 */
  const saveState = (transaction: Transaction, id: string, owner: string, before: string, fields: MemberFields, { fromDay, document = '' }: { readonly fromDay: string; readonly document?: string }): void => {
    if (before === fields.membershipState) return
    if (states.latest(id) === undefined) states.set(transaction, id, owner, { state: before, document: '' }, BEGINNING)
    states.set(transaction, id, owner, { state: fields.membershipState, document }, fromDay)
  }

  const saveBranch = (transaction: Transaction, id: string, branchId: string, fromDay: string, onRoster: boolean, wasOnRoster: boolean): boolean => {
    const latest = branches.latest(id)
    const left = latest?.['to_day']
    // 党籍没变、组织关系已经转走的:改资料不会让他回来,回来凭转入介绍信。
    if (onRoster && wasOnRoster && typeof left === 'string' && latest?.['organisation_id'] === branchId) return false
    if (onRoster || typeof left !== 'string') return branches.set(transaction, id, branchId, { organisation_id: branchId }, fromDay)
    if (latest?.['organisation_id'] === branchId) return false
    // 已离开的人改支部,是更正离开前所在,离开的日子不变。
    branches.set(transaction, id, branchId, { organisation_id: branchId }, String(latest?.['from_day']))
    return branches.close(transaction, id, left)
  }

  return {
    /** @param onRoster 为假的人(导入时已出党、去世)只留记载,不列入名册。 */
    add: (transaction: Transaction, id: string, fields: MemberFields, pinyin: NamePinyin, options: { readonly onRoster: boolean; readonly fromDay: string; readonly document?: string }): void => {
      records.insert(transaction, { id, owner_unit: fields.branchId, ...memberRow(fields, pinyin), created_at: transaction.at, updated_at: transaction.at, deleted_at: null })
      savePersonal(transaction, id, fields.branchId, fields)
      branches.set(transaction, id, fields.branchId, { organisation_id: fields.branchId }, options.fromDay)
      if (fields.partyGroupId !== null) groups.set(transaction, id, fields.branchId, { party_group_id: fields.partyGroupId }, options.fromDay)
      if (options.onRoster) return
      branches.close(transaction, id, options.fromDay)
      groups.close(transaction, id, options.fromDay)
    },
    /**
     * 整份保存;没有变动就不写、修订号不变。
     *
     * @param rev 调用者看到的修订号;null 表示不核对。
     * @param onRoster 保存后是否还在册:不在册的自 fromDay 起离开支部与小组,恢复的自 fromDay 起回来。
     * @returns 是否有变动。
     * @throws RecordMissing / RecordStale
     */
    save: (transaction: Transaction, id: string, rev: number | null, fields: MemberFields, pinyin: NamePinyin, options: { readonly onRoster: boolean; readonly fromDay: string; readonly document?: string }): boolean => {
      // 先核对修订号,再动别的表。
      const before = records.update(transaction, id, rev, {})
      saveState(transaction, id, fields.branchId, String(records.read(id)?.['membership_state']), fields, options)
      const { fromDay, onRoster } = options
      const owner = fields.branchId
      const wasOnRoster = isOnRoster((records.read(id)?.['membership_state'] ?? 'normal') as MembershipState)
      let moved = saveBranch(transaction, id, owner, fromDay, onRoster, wasOnRoster)
      moved = (onRoster && fields.partyGroupId !== null ? groups.set(transaction, id, owner, { party_group_id: fields.partyGroupId }, fromDay) : groups.close(transaction, id, fromDay)) || moved
      if (!onRoster) moved = branches.close(transaction, id, fromDay) || moved
      const touched = savePersonal(transaction, id, owner, fields) || moved
      return records.update(transaction, id, null, { owner_unit: owner, ...memberRow(fields, pinyin), updated_at: transaction.at }, { force: touched }) !== before
    },
    /** 换照片;blob 为 null 即去掉。@throws RecordMissing / RecordStale */
    setPhoto: (transaction: Transaction, id: string, rev: number, branchId: string, blob: string | null): void => {
      records.update(transaction, id, rev, {})
      setPhotoBlob.run({ id, blob })
      const auditSeq = transaction.auditFor({ ownerUnit: branchId, table: 'member_personal', recordId: id, detail: { action: 'update', fields: ['photo_blob'] } })
      personals.record(transaction, id, auditSeq)
      records.update(transaction, id, null, { updated_at: transaction.at }, { force: true })
    },
  }
}
