import { accountsText } from '../../shared/i18n/zh-CN/accounts.ts'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import { RecoveryCodes } from '../components/recovery-codes.tsx'
import { Sheet } from '../components/sheet.tsx'
import { useSession } from '../platform/session.ts'

/** 给已有的工作区设了口令:恢复码收好之前,只有这一页。 */
export const NewCodesScreen = ({ codes, openBackups }: { readonly codes: readonly string[]; readonly openBackups: number }) => {
  const offerCodes = useSession((session) => session.offerCodes)
  const refresh = useSession((session) => session.refresh)
  const done = (): void => {
    offerCodes(null)
    refresh()
  }
  return (
    <Sheet title={signInText.codes.title} width="wide">
      <RecoveryCodes codes={codes} doneLabel={accountsText.recovery.done} intro={openBackups === 0 ? undefined : <p>{accountsText.secure.oldBackups(openBackups)}</p>} onDone={done} />
    </Sheet>
  )
}
