import type { transfersContract } from '../../shared/contract/transfers.contract.ts'
import { nameOf } from '../../shared/data/code-tables/code-table.ts'
import { ethnicities } from '../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../shared/data/code-tables/gender.ts'
import { transferLetterText } from '../../shared/i18n/zh-CN/transfer-letter.ts'
import type { TransferFields, TransferLetterPrintModel, TransferRow } from '../../shared/model/transfer.ts'
import { paidUntil } from '../domain/dues/paid-until.ts'
import { ageOn } from '../domain/members/age.ts'
import { canMove, isOverdue, letterNumber, validUntil } from '../domain/transfers/letter-states.ts'
import { failWith, type GroupHandlers } from '../rpc/handlers.ts'
import { createMemberRepo } from '../store/repos/member-repo.ts'
import { createMembershipEnd } from '../store/repos/membership-end.ts'
import { createNormRepo } from '../store/repos/norm-repo.ts'
import { createOrganisationRepo } from '../store/repos/organisation-repo.ts'
import { createTransferRepo, type TransferRecord } from '../store/repos/transfer-repo.ts'
import type { Transaction } from '../store/unit-of-work.ts'
import { createDuesLedgers } from './dues/dues-ledgers.ts'
import type { FileExchange } from './file-exchange.ts'
import { offerPdf } from './print/offer-pdf.ts'
import { createReceiveLetter } from './transfers/receive-letter.ts'
import type { WorkspaceScope } from './workspace-scope.ts'

const LAST_SERIAL = 999
const NEEDS_REASON: readonly string[] = ['returned', 'suspended']

/** 组织关系转接。 */
export const createTransferHandlers = (scope: WorkspaceScope, files: FileExchange): GroupHandlers<typeof transfersContract> => {
  const { db } = scope.store
  const nextId = (): string => scope.ports.ids.next()
  const letters = createTransferRepo(db, nextId)
  const members = createMemberRepo(db)
  const ends = createMembershipEnd(db, nextId)
  const organisations = createOrganisationRepo(db)
  const norms = createNormRepo(db)
  const receive = createReceiveLetter(scope)
  const offer = offerPdf(files)
  const today = (): string => scope.ports.clock.today()

  const ledgers = createDuesLedgers(scope)
  /** 党费登记里有的以登记为准,没有登记的照填写的。 */
  const duesPaidUntil = (branchId: string | null, memberId: string | null, typed: string | null): string | null => {
    if (branchId === null || memberId === null) return typed
    const year = Number(today().slice(0, 4))
    const cells = [year - 1, year].flatMap((asked) => ledgers.ledger(branchId, asked).rows.find((row) => row.memberId === memberId)?.cells ?? [])
    return paidUntil(cells) ?? typed
  }
  const toRow = (letter: TransferRecord): TransferRow => {
    const until = validUntil(letter.fields.issuedOn, letter.fields.validDays)
    return { ...letter, validUntil: until, overdue: isOverdue(letter.state, until, today()) }
  }
  const letterOf = (id: string): TransferRecord => letters.read(id) ?? failWith('NOT_FOUND')
  const requireBranch = (branchId: string): void => {
    if (organisations.kindOf(branchId) !== 'branch') failWith('NOT_A_BRANCH')
  }
  const write = (procedure: string, change: (transaction: Transaction) => string): TransferRow =>
    toRow(
      letterOf(
        scope.write('member', procedure, (transaction) => {
          const id = change(transaction)
          transaction.emit('transfers.changed', {})
          return id
        }),
      ),
    )
  /** 先看是不是最新的,再看这个状态许不许。 */
  const current = (id: string, rev: number): TransferRecord => {
    const letter = letterOf(id)
    return letter.rev === rev ? letter : failWith('STALE', { currentRev: letter.rev })
  }
  return {
    list: ({ organisationId, direction, openOnly }, { access }) => ({ rows: letters.list({ branchIds: organisations.branchIdsUnder(organisationId, today()).filter(access.covers), direction, openOnly }).map(toRow) }),
    defaults: () => {
      const [local, away] = [norms.normValue('transfer_valid_days_local'), norms.normValue('transfer_valid_days_away')]
      return { validDays: { within_committee: local, within_province: away, nationwide: away } }
    },
    startOut: ({ memberId, toBranchId, fields }) => {
      const member = members.read(memberId, today()) ?? failWith('NOT_FOUND')
      if (ends.hasLeft(memberId) || letters.hasOpenOut(memberId)) failWith('NOT_EDITABLE')
      if (toBranchId !== null) requireBranch(toBranchId)
      const { branchId, name, memberType } = member.fields
      // 姓名、类别以名册为准;编号在开具时才有。
      return write('transfers.startOut', (transaction) => letters.add(transaction, { direction: 'out', year: Number(today().slice(0, 4)), ownerUnit: branchId, memberId, fromBranchId: branchId, toBranchId, fields: { ...fields, name, memberType, number: '', issuedOn: null, duesPaidUntil: duesPaidUntil(branchId, memberId, fields.duesPaidUntil) } }))
    },
    startIn: ({ branchId, fields }) => {
      requireBranch(branchId)
      return write('transfers.startIn', (transaction) => letters.add(transaction, { direction: 'in', year: Number((fields.issuedOn ?? today()).slice(0, 4)), ownerUnit: branchId, memberId: null, fromBranchId: null, toBranchId: branchId, fields }))
    },
    save: ({ id, rev, fields }) => {
      const letter = current(id, rev)
      if (letter.state === 'archived') failWith('NOT_EDITABLE')
      const fixed: Partial<TransferFields> = letter.direction === 'out' ? { name: letter.fields.name, memberType: letter.fields.memberType, number: letter.fields.number, issuedOn: letter.fields.issuedOn, duesPaidUntil: duesPaidUntil(letter.fromBranchId, letter.memberId, fields.duesPaidUntil) } : {}
      const next = letter.state === 'draft' ? { ...fields, ...fixed } : { ...letter.fields, note: fields.note, handledBy: fields.handledBy }
      return write('transfers.save', (transaction) => {
        letters.saveFields(transaction, id, rev, next)
        return id
      })
    },
    issue: ({ id, rev, issuedOn }) => {
      const letter = current(id, rev)
      if (!canMove(letter.direction, letter.state, 'issued')) failWith('NOT_EDITABLE')
      // 介绍信要写明转到哪里、党费交到几月:开具那天再对一遍登记。
      const paidMonth = duesPaidUntil(letter.fromBranchId, letter.memberId, letter.fields.duesPaidUntil)
      if (letter.fields.toName === '' || letter.fields.toTitle === '' || paidMonth === null) failWith('LETTER_INCOMPLETE')
      const year = Number(issuedOn.slice(0, 4))
      const serial = letters.lastSerial(year) + 1
      if (serial > LAST_SERIAL) failWith('LETTERS_EXHAUSTED')
      return write('transfers.issue', (transaction) => {
        letters.change(transaction, id, rev, { year, serial, number: letterNumber(year, serial), issued_on: issuedOn, dues_paid_until: paidMonth, state: 'issued', state_reason: '' })
        return id
      })
    },
    move: ({ id, rev, to, onDay, reason }) => {
      const letter = current(id, rev)
      if (!canMove(letter.direction, letter.state, to)) failWith('NOT_EDITABLE')
      if (NEEDS_REASON.includes(to) && reason === '') failWith('REASON_REQUIRED')
      return write('transfers.move', (transaction) => {
        letters.change(transaction, id, rev, { state: to, state_reason: reason, ...(to === 'in_transit' ? { sent_on: onDay } : {}) })
        return id
      })
    },
    receive: ({ id, rev, receivedOn, receipt, person }, { access }) => {
      const letter = current(id, rev)
      if (!canMove(letter.direction, letter.state, 'received') || receivedOn > today() || (letter.fields.issuedOn !== null && receivedOn < letter.fields.issuedOn)) failWith('NOT_EDITABLE')
      return write('transfers.receive', (transaction) => {
        const memberId = letter.direction === 'out' ? letter.memberId : receive.into(transaction, letter, receivedOn, person ?? failWith('LETTER_INCOMPLETE'), access)
        if (letter.direction === 'out') receive.out(transaction, letter, receivedOn, access)
        letters.change(transaction, id, rev, { state: 'received', state_reason: '', received_on: receivedOn, receipt, member_id: memberId })
        return id
      })
    },
    print: async ({ id }, { signal }) => {
      const letter = letterOf(id)
      if (letter.direction !== 'out' || letter.fields.number === '') failWith('NOTHING_TO_PRINT')
      const member = letter.memberId === null ? null : members.read(letter.memberId, today())
      const { gender = '0', ethnicity = '', birthDate = null, idNumber = '', mobile = '' } = member?.fields ?? {}
      const model: TransferLetterPrintModel = {
        unitName: scope.name,
        number: letter.fields.number,
        fields: { ...letter.fields, fromName: letter.fields.fromName === '' ? (member?.branchName ?? '') : letter.fields.fromName },
        genderName: gender === '0' ? '' : nameOf(genders, gender),
        age: birthDate === null ? null : ageOn(birthDate, letter.fields.issuedOn ?? today()),
        ethnicityName: ethnicity === '' ? '' : nameOf(ethnicities, ethnicity),
        idNumber,
        mobile,
        validUntil: validUntil(letter.fields.issuedOn, letter.fields.validDays) ?? '',
      }
      const pdf = await scope.ports.printer.renderPdf('transfer-letter', model, { tagged: false, signal })
      scope.write('print', 'transfers.print', (transaction) => transaction.audit({ ownerUnit: letter.fromBranchId, table: 'transfer_letter', recordId: id, detail: { document: 'transfer_letter' } }))
      return offer(transferLetterText.fileName(letter.fields.number, today()), pdf)
    },
  }
}
