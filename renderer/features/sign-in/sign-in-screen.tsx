import { Button } from 'antd'
import { useState } from 'react'
import { signInText as text } from '../../../shared/i18n/zh-CN/sign-in.ts'
import type { Failure } from '../../platform/use-query.ts'
import { RecoverForm } from './recover-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'

/** 口令不对一类,人自己能马上改的;其余的要去启动说明页。 */
const SAID_HERE: readonly string[] = ['PASSWORD_WRONG', 'ACCOUNT_BLOCKED', 'ACCOUNT_DISABLED', 'ACCOUNT_UNKNOWN', 'PASSWORD_REUSED', 'RECOVERY_CODE_WRONG', 'BAD_INPUT', 'BUSY', 'UNAVAILABLE', 'CANCELLED', 'NO_WORKSPACE', 'FORBIDDEN']

export const isSignInFailure = (code: string): boolean => SAID_HERE.includes(code)

interface SignInScreenProps {
  readonly name: string
  readonly path: string
  /** 一进来就凭恢复单重设。 */
  readonly startWithRecovery: boolean
  readonly onTrouble: (failure: Failure, typed: { readonly userName: string; readonly password: string }) => void
  readonly onSwitchWorkspace: () => void
}

/** 登录:工作区选定了,还没打开。 */
export const SignInScreen = ({ name, path, startWithRecovery, onTrouble, onSwitchWorkspace }: SignInScreenProps) => {
  const [recovering, setRecovering] = useState(startWithRecovery)
  const hand = (failure: Failure, typed = { userName: '', password: '' }): boolean => {
    if (isSignInFailure(failure.code)) return false
    onTrouble(failure, typed)
    return true
  }
  return (
    <SignInSheet title={recovering ? text.recover.title : text.title} name={name} path={path}>
      {recovering ? (
        <RecoverForm onBack={() => setRecovering(false)} onTrouble={(failure) => hand(failure)} />
      ) : (
        <SignInForm fixedUser={null} submitLabel={text.submit} onTrouble={hand}>
          <Button size="large" onClick={() => setRecovering(true)}>
            {text.forgot}
          </Button>
          <Button size="large" onClick={onSwitchWorkspace}>
            {text.switchWorkspace}
          </Button>
        </SignInForm>
      )}
    </SignInSheet>
  )
}
