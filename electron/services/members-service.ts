import type { membersContract } from '../../shared/contract/members.contract.ts'
import type { MemberChanges, MemberDetail, MemberFields, SensitiveField } from '../../shared/model/member.ts'
import { maskAddress, maskIdNumber, maskMobile, maskTelephone } from '../domain/members/masks.ts'
import { partyBirthdayIn, partyStandingYears } from '../domain/members/party-dates.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createMemberFormRepo } from '../store/repos/member-form-repo.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createMemberWriter } from './members/member-writer.ts'
import { createRosterList } from './members/roster-list.ts'
import { currentCall } from './session/current-call.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

/** 敏感四项不出核心:界面要看,一项一项地看。 */
const UNTOUCHED = { idNumber: null, mobile: null, telephone: null, address: null } as const
const merge = (before: MemberFields, changes: MemberChanges): MemberFields => ({
  ...changes,
  idNumber: changes.idNumber ?? before.idNumber,
  mobile: changes.mobile ?? before.mobile,
  telephone: changes.telephone ?? before.telephone,
  address: changes.address ?? before.address,
})
/** 看一眼的有多久,秒。 */
export const REVEAL_SECONDS = 60

/** 一名党员给人看的全部:敏感项遮着,党龄、政治生日算到今天。 */
export const createMemberDetail = (scope: WorkspaceScope): ((id: string) => MemberDetail) => {
  const repo = createMemberRepo(scope.store.db)
  const history = createMemberFormRepo(scope.store.db)
  return (id) => {
    const day = scope.ports.clock.today()
    const record = repo.read(id, day) ?? failWith('NOT_FOUND')
    const { joinedOn, regularOn, memberType } = record.fields
    const { idNumber, mobile, telephone, address } = record.fields
    return {
      ...record,
      states: repo.statesOf(id),
      departure: history.departureOf(id),
      fields: { ...record.fields, ...UNTOUCHED },
      masked: { idNumber: maskIdNumber(idNumber), mobile: maskMobile(mobile), telephone: maskTelephone(telephone), address: maskAddress(address) },
      partyStandingYears: memberType === 'full' ? partyStandingYears(regularOn, day) : null,
      // 平年没有 2 月 29 日,当年按 2 月 28 日。
      partyBirthday: partyBirthdayIn(joinedOn, Number(day.slice(0, 4)))?.slice(5) ?? null,
    }
  }
}

/** 党员名册:列表、查找、逐个新增与修改。导入在 createImportHandlers。 */
export const createMemberHandlers = (scope: WorkspaceScope): Omit<GroupHandlers<typeof membersContract>, 'exportList' | 'exportFull' | 'erase' | 'photo' | 'setPhoto' | 'printForm' | 'printForms' | 'printFullForms'> => {
  const { db } = scope.store
  const repo = createMemberRepo(db)
  const list = createRosterList(scope)
  const writer = createMemberWriter(scope)
  const today = (): string => scope.ports.clock.today()

  const detail = createMemberDetail(scope)
  /** 人员有变,树上的人数、书记姓名也跟着变。 */
  const announce = (transaction: Transaction, id: string, branchIds: readonly string[]): void => {
    transaction.emit('members.changed', { ids: [id] })
    transaction.emit('organisations.changed', { ids: [...new Set(branchIds)] })
  }
  return {
    list: (input, { access }) => list(input, access),
    get: (input) => detail(input.id),
    add: (input, { access }) => {
      const id = scope.write('member', 'members.add', (transaction) => {
        const created = writer.add(transaction, input.fields, { access })
        announce(transaction, created, [input.fields.branchId])
        return created
      })
      return detail(id)
    },
    save: (input, { access }) => {
      scope.write('member', 'members.save', (transaction) => {
        const before: MemberFields | undefined = repo.read(input.id)?.fields
        writer.save(transaction, input.id, input.rev, before === undefined ? failWith('NOT_FOUND') : merge(before, input.fields), { access })
        announce(transaction, input.id, [...(before === undefined ? [] : [before.branchId]), input.fields.branchId])
      })
      return detail(input.id)
    },
    changeState: ({ id, rev, state, day, document }, { access }) => {
      scope.write('member', 'members.changeState', (transaction) => {
        const { fields } = repo.read(id) ?? failWith('NOT_FOUND')
        const since = repo.statesOf(id).at(-1)?.fromDay
        if (day > today() || (since !== undefined && day < since)) failWith('STATE_DAY_UNSUITABLE', { day: since ?? '' })
        writer.save(transaction, id, rev, { ...fields, membershipState: state }, { access, fromDay: day, document })
        announce(transaction, id, [fields.branchId])
      })
      return detail(id)
    },
    reveal: ({ id, field, purpose }) => {
      const value = repo.read(id)?.fields[field satisfies SensitiveField] ?? failWith('NOT_FOUND')
      // 用途从几句现成的里选,也可以自己写,所以当作理由存,不进审计正文。
      scope.writeAs({ ...currentCall(), reason: purpose }, 'member_reveal', 'members.reveal', (transaction) => transaction.audit({ ownerUnit: repo.read(id)?.fields.branchId ?? null, table: 'member_personal', recordId: id, detail: { action: 'reveal', field } }))
      return { value, hideAfterSeconds: REVEAL_SECONDS }
    },
  }
}
