import type { accountsContract } from '../../../shared/contract/accounts.contract.ts'
import { recoverySheetText } from '../../../shared/i18n/zh-CN/recovery-sheet.ts'
import type { RecoverySheetPrintModel } from '../../../shared/model/recovery-sheet-print.ts'
import { judgeRecoveryCode, recoveryCodeGroups, tidyRecoveryCode } from '../../../shared/util/recovery-code.ts'
import { failWith, type Handler } from '../../rpc/handlers.ts'
import { RECOVERY_SLOTS } from '../session/key-keeper.ts'
import { asDeclared } from '../session/sign-in.ts'
import type { AccountParts } from './account-parts.ts'

/** 没人来取的,放这么久就删。 */
const KEPT_MILLISECONDS = 10 * 60 * 1000
/** 一次最多印几张(与契约一致)。 */
const STEPS = 2

/** 选定的工作区在哪里、叫什么;没设口令的没有恢复单可印。 */
const placeOf = ({ slot, registry }: AccountParts): { readonly folder: string; readonly unitName: string } => {
  const scope = slot.scope()
  if (scope !== null) return scope.store.keyring === null ? failWith('NO_PASSWORDS') : { folder: scope.store.paths.folder, unitName: scope.name }
  const folder = slot.sealedFolder() ?? failWith('NO_WORKSPACE')
  return { folder, unitName: registry.recent().find(({ path }) => path === folder)?.name ?? '' }
}

/**
 * 印恢复单:每个码先确实打开过一个恢复槽,印出来的才一定用得上;不认得的码一张也不印。
 * 码只经过内存:不写库,不写日志;PDF 取一次就删,没人取的十分钟后删。
 */
export const createRecoverySheet = (parts: AccountParts): Handler<(typeof accountsContract)['recoverySheet']> => {
  const { keeper, ports, files, slot } = parts
  return async ({ codes }, { signal, progress }) => {
    const { folder, unitName } = placeOf(parts)
    progress({ stage: 'checking', done: 0, total: STEPS })
    const keyring = await asDeclared(() => keeper.keyringOf(folder))
    const of = keyring.slots.filter(({ kind }) => kind === 'recovery').length
    const sheets: RecoverySheetPrintModel['sheets'][number][] = []
    for (const code of codes) {
      const opened = await asDeclared(() => keeper.openWithCode(folder, code))
      const number = opened === null ? 0 : (RECOVERY_SLOTS as readonly string[]).indexOf(opened.slot) + 1
      // 党委的恢复钥匙也打得开,但那是党委的,不由这里印。
      if (number === 0) return failWith('RECOVERY_CODE_WRONG', { mistyped: judgeRecoveryCode(code).verdict !== 'good' })
      sheets.push({ number, of, code: tidyRecoveryCode(code), groups: recoveryCodeGroups(code) })
    }
    const printedOn = ports.clock.today()
    const model: RecoverySheetPrintModel = { unitName, printedOn, sheets: [...new Map(sheets.map((sheet) => [sheet.number, sheet])).values()].toSorted((one, other) => one.number - other.number) }
    progress({ stage: 'printing', done: 1, total: STEPS })
    const pdf = await ports.printer.renderPdf('recovery-sheet', model, { tagged: false, signal })
    const scope = slot.scope()
    // 还没有人登录时库可能没开着,记不了;恢复码是建库或换码时给出的,那时已经记过。
    if (scope !== null && !scope.store.readOnly) scope.write('print', 'accounts.recoverySheet', (transaction) => transaction.audit({ ownerUnit: null, table: 'workspace', recordId: scope.workspaceId, detail: { document: 'recovery_sheet', sheets: model.sheets.length } }))
    const name = recoverySheetText.fileName(unitName, printedOn)
    const file = files.offer(name, pdf, true)
    const preview = files.offer(name, pdf, true)
    const drop = (): void => {
      try {
        for (const { ticket } of [file, preview]) files.discard(ticket)
      } catch {
        // 正被占着:内容是封着的,关闭程序时一并删。
      }
    }
    setTimeout(drop, KEPT_MILLISECONDS).unref()
    progress({ stage: 'done', done: STEPS, total: STEPS })
    return { file, preview }
  }
}
