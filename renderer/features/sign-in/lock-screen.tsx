import { Button } from 'antd'
import { useState } from 'react'
import { signInText as text } from '../../../shared/i18n/zh-CN/sign-in.ts'
import type { SessionState } from '../../../shared/model/workspace.ts'
import { RecoverForm } from './recover-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignInSheet } from './sign-in-sheet.tsx'

/** 库开着,失败都在这一页说,不去启动说明页。 */
const saidHere = (): boolean => false

/** 锁屏:屏上只剩这一张,原来的内容已经收起(F56)。 */
export const LockScreen = ({ session, name }: { readonly session: SessionState; readonly name: string }) => {
  const [showing, setShowing] = useState<'same' | 'other' | 'recover'>('same')
  const { user, lockedBy } = session
  const fixedUser = showing === 'same' ? user : null
  if (showing === 'recover')
    return (
      <SignInSheet title={text.recover.title} name={name}>
        <RecoverForm onBack={() => setShowing('same')} onTrouble={saidHere} />
      </SignInSheet>
    )
  return (
    <SignInSheet title={text.lockedTitle} name={name}>
      {fixedUser === null ? <p>{text.switchNote}</p> : <p className="sign-in-user">{text.inUseBy(fixedUser.displayName)}</p>}
      {lockedBy !== null && fixedUser !== null && <p>{text.lockedBy[lockedBy]}</p>}
      <SignInForm key={showing} fixedUser={fixedUser} submitLabel={fixedUser === null ? text.submit : text.unlock}>
        <Button size="large" onClick={() => setShowing(showing === 'same' ? 'other' : 'same')}>
          {showing === 'same' ? text.switchUser : text.sameUser}
        </Button>
        <Button size="large" onClick={() => setShowing('recover')}>
          {text.forgot}
        </Button>
      </SignInForm>
    </SignInSheet>
  )
}
