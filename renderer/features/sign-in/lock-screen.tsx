import { Button } from 'antd'
import { useState } from 'react'
import { signInText as text } from '../../../shared/i18n/zh-CN/sign-in.ts'
import type { SessionState } from '../../../shared/model/workspace.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'

/** 锁屏:屏上只剩这一张,原来的内容已经收起(F56)。 */
export const LockScreen = ({ session, name }: { readonly session: SessionState; readonly name: string }) => {
  const [someoneElse, setSomeoneElse] = useState(false)
  const { user, lockedBy } = session
  const fixedUser = someoneElse ? null : user
  return (
    <SignInSheet title={text.lockedTitle} name={name}>
      {fixedUser === null ? <p>{text.switchNote}</p> : <p className="sign-in-user">{text.inUseBy(fixedUser.displayName)}</p>}
      {lockedBy !== null && fixedUser !== null && <p>{text.lockedBy[lockedBy]}</p>}
      <SignInForm key={String(someoneElse)} fixedUser={fixedUser} submitLabel={fixedUser === null ? text.submit : text.unlock}>
        <Button size="large" onClick={() => setSomeoneElse(!someoneElse)}>
          {someoneElse ? text.sameUser : text.switchUser}
        </Button>
      </SignInForm>
    </SignInSheet>
  )
}
