import type { membersContract } from '../../../shared/contract/members.contract.ts'
import { memberFormText as text } from '../../../shared/i18n/zh-CN/member-form.ts'
import type { MemberFormPrintModel } from '../../../shared/model/member-form-print.ts'
import { failWith, type GroupHandlers, type Handler } from '../../rpc/handlers.ts'
import { createAccountRepo } from '../../store/repos/account-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import type { FileExchange } from '../file-exchange.ts'
import { offerPdf } from '../print/offer-pdf.ts'
import { currentCall } from '../session/current-call.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { createMemberForm } from './member-form.ts'

type Context = Pick<Parameters<Handler<typeof membersContract.printForms>>[1], 'access' | 'signal' | 'progress'>
type Name = 'printForm' | 'printForms' | 'printFullForms'
/** 收集几个人报一次进度,也让取消插得进来。 */
const STEP = 10
const SIDES = 2

/** 党员登记表:一个人、或名册里选中的几个人一份 PDF,书签按人。敏感项遮不遮由过程定,每次都记下用途。 */
export const createPrintForms = (scope: WorkspaceScope, files: FileExchange): Pick<GroupHandlers<typeof membersContract>, Name> => {
  const { db } = scope.store
  const members = createMemberRepo(db)
  const accounts = createAccountRepo(db)
  const formOf = createMemberForm(scope)
  const offer = offerPdf(files)

  const print = async (name: Name, ids: readonly string[], purpose: string, isFull: boolean, { access, signal, progress }: Context) => {
    const people: MemberFormPrintModel['people'][number][] = []
    const found = [...new Set(ids)].filter((id) => access.covers(members.read(id)?.fields.branchId ?? ''))
    const total = found.length * 2
    for (const [index, id] of found.entries()) {
      if (index % STEP === 0) {
        progress({ done: index, total, stage: 'collecting' })
        await new Promise((resolve) => setImmediate(resolve))
        signal.throwIfAborted()
      }
      const form = formOf(id, isFull)
      if (form !== null) people.push(form)
    }
    if (people.length === 0) failWith('NOT_FOUND')
    progress({ done: found.length, total, stage: 'printing' })
    const printedOn = scope.ports.clock.today()
    const model: MemberFormPrintModel = { unitName: scope.name, printedOn, printedBy: accounts.find(currentCall().actor)?.displayName ?? '', purpose, people }
    // 带标签的才有书签。
    const pdf = await scope.ports.printer.renderPdf('member-form', model, { tagged: true, signal })
    const made = await offer(text.fileName(people.map((person) => person.name), printedOn), pdf)
    // 排不下两面的宁可不交,也不少印一行。
    if (made.pages > people.length * SIDES) failWith('PRINT_FAILED')
    const [only] = people
    const ownerUnit = people.length === 1 && only !== undefined ? (members.read(only.id)?.fields.branchId ?? null) : null
    scope.writeAs({ ...currentCall(), reason: purpose }, 'print', `members.${name}`, (transaction) => transaction.audit({ ownerUnit, table: 'member', recordId: people.length === 1 ? (only?.id ?? '') : '', detail: { action: 'print', document: 'member_form', full: isFull, rows: people.length } }))
    return { ...made, people: people.length }
  }
  return {
    printForm: ({ id, purpose, full }, context) => print('printForm', [id], purpose, full, context),
    printForms: ({ memberIds, purpose }, context) => print('printForms', memberIds, purpose, false, context),
    printFullForms: ({ memberIds, purpose }, context) => print('printFullForms', memberIds, purpose, true, context),
  }
}
