import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { shellText } from '../../shared/i18n/zh-CN/shell.ts'
import { ErrorNote } from '../components/error-note.tsx'
import { Loading } from '../components/loading.tsx'
import { FirstStartScreen } from '../features/first-start/first-start-screen.tsx'
import { useSession } from '../platform/session.ts'
import { Button } from 'antd'
import { Shell } from './shell.tsx'
import { useHello } from './use-hello.ts'

/** 最外层:没有开着的工作区就是「首次使用」,否则是外框加页面。 */
export const Application = () => {
  const hello = useHello()
  const workspace = useSession((session) => session.workspace)
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
  if (hello.data.workspace === null) return <FirstStartScreen startError={hello.data.startError} onOpened={hello.reload} />
  // 会话信息晚一拍填入;工作区换了就整个换,旧页面的草稿不带过去。
  if (workspace === null) return <Loading words={shellText.starting} />
  return <Shell key={workspace.path} workspace={workspace} />
}
