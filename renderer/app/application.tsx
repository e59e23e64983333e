import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { ErrorNote } from '../components/error-note.tsx'
import { Loading } from '../components/loading.tsx'
import { FirstStartScreen } from '../features/first-start/first-start-screen.tsx'
import { LockScreen } from '../features/sign-in/lock-screen.tsx'
import { PasswordDueScreen } from '../features/sign-in/password-due-screen.tsx'
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx'
import { useSession, whoAndWhere } from '../platform/session.ts'
import { leaveWorkspace, signOut } from './leave.ts'
import { NewCodesScreen } from './new-codes-screen.tsx'
import { OpenFrame } from './open-frame.tsx'
import { TroubleFrame } from './trouble-frame.tsx'
import { useHello } from './use-hello.ts'
import { useTrouble } from './use-trouble.ts'

/** 最外层:会话在哪一步,就只画那一步;没登录、锁着的时候,内容不在页面里。 */
export const Application = () => {
  const hello = useHello()
  const { workspace, sealed, session, ceremony, newCodes, refresh } = useSession()
  const { trouble, report, dismiss } = useTrouble()
  const [elsewhereFrom, setElsewhereFrom] = useState<string | null>(null)
  const [recovering, setRecovering] = useState(false)
  const { phase } = session
  useEffect(() => {
    if (phase === 'open') setRecovering(false)
  }, [phase])

  if (hello.data === null) {
    if (hello.error === null) return <Loading words={shellText.starting} />
    return (
      <main className="boot-failure">
        <ErrorNote
          failure={hello.error}
          onRetry={hello.reload}
          actions={hello.error.code === 'RELOAD' ? <Button onClick={() => location.reload()}>{commonText.reload}</Button> : undefined}
        />
      </main>
    )
  }
  if (newCodes !== null) return <NewCodesScreen {...newCodes} />
  const elsewhere = async (path: string): Promise<void> => {
    dismiss()
    setElsewhereFrom(path)
    if (phase !== 'closed') await leaveWorkspace()
  }
  if (!ceremony && trouble !== null)
    return (
      <TroubleFrame
        trouble={trouble}
        onElsewhere={(path) => void elsewhere(path)}
        onRecover={
          phase === 'sealed'
            ? () => {
                setRecovering(true)
                dismiss()
              }
            : undefined
        }
        onTrouble={report}
        onOpened={() => {
          dismiss()
          refresh()
        }}
      />
    )
  // 第一次设置没办完(恢复码还没收好),建好了也先不进去。
  if (ceremony || phase === 'closed') return <FirstStartScreen key={elsewhereFrom} elsewhereFrom={elsewhereFrom} onOpened={refresh} onTrouble={(failure, path) => report({ ...failure, path, userName: '', password: '' })} />
  const { name, path } = workspace ?? sealed ?? { name: '', path: '' }
  if (phase === 'sealed')
    return (
      <SignInScreen
        key={`${path} ${recovering}`}
        name={name}
        path={path}
        startWithRecovery={recovering}
        onTrouble={(failure, typed) => report({ ...failure, path, ...typed })}
        onSwitchWorkspace={() => {
          setElsewhereFrom(null)
          void leaveWorkspace()
        }}
      />
    )
  if (phase === 'locked') return <LockScreen session={session} name={name} />
  if (phase === 'password_due') return <PasswordDueScreen name={name} onSignOut={() => void signOut()} />
  if (workspace === null) return <Loading words={shellText.starting} />
  // 换了人、换了工作区就整个换,旧页面的内容不带过去。
  return <OpenFrame key={whoAndWhere({ workspace, session })} workspace={workspace} />
}
