import { Button } from 'antd'
import { signInText } from '../../../shared/i18n/zh-CN/sign-in.ts'
import { useSession } from '../../platform/session.ts'
import { ChangePasswordForm } from './change-password-form.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'

/** 口令到期或由别人重设过:换好之前只能换口令。 */
export const PasswordDueScreen = ({ name, onSignOut }: { readonly name: string; readonly onSignOut: () => void }) => {
  const refresh = useSession((session) => session.refresh)
  const displayName = useSession((session) => session.session.user?.displayName ?? '')
  return (
    <SignInSheet title={signInText.change.dueTitle} name={name}>
      <p className="sign-in-user">{signInText.inUseBy(displayName)}</p>
      <p>{signInText.change.dueNote}</p>
      <ChangePasswordForm onChanged={refresh}>
        <Button size="large" onClick={onSignOut}>
          {signInText.change.signOut}
        </Button>
      </ChangePasswordForm>
    </SignInSheet>
  )
}
