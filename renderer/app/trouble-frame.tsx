import { useState } from 'react'
import { isSignInFailure } from '../features/sign-in/sign-in-screen.tsx'
import { StartTroubleScreen } from '../features/start-trouble/start-trouble-screen.tsx'
import type { Trouble } from '../features/start-trouble/trouble.ts'
import { api } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

interface TroubleFrameProps {
  readonly trouble: Trouble
  readonly onElsewhere: (path: string) => void
  readonly onRecover: (() => void) | undefined
  readonly onTrouble: (trouble: Trouble) => void
  readonly onOpened: () => void
}

/** 启动说明页的外圈:重试就是原样再来一次,登录时出的问题用刚才的口令再登一次。 */
export const TroubleFrame = ({ trouble, onElsewhere, onRecover, onTrouble, onOpened }: TroubleFrameProps) => {
  const apply = useSession((session) => session.apply)
  const [retrying, setRetrying] = useState(false)
  const retry = async (path: string): Promise<void> => {
    setRetrying(true)
    const { userName, password } = trouble
    const opened = await api.system.openWorkspace({ path })
    const signedIn = opened.ok && opened.value.session.phase === 'sealed' && userName !== '' ? await api.session.signIn({ userName, password }) : null
    setRetrying(false)
    const failure = !opened.ok ? opened.error : signedIn !== null && !signedIn.ok ? signedIn.error : null
    // 打得开了,只是口令不对:回登录页去说。
    if (failure !== null && !isSignInFailure(failure.code)) onTrouble({ ...trouble, code: failure.code, data: failure.data, path })
    else {
      if (signedIn?.ok === true) apply(signedIn.value.session, signedIn.value.workspace)
      onOpened()
    }
  }
  return <StartTroubleScreen key={trouble.code} trouble={trouble} retrying={retrying} onRetry={(path) => void retry(path)} onElsewhere={onElsewhere} onRecover={onRecover} onOpened={onOpened} />
}
