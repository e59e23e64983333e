import { useId, useState } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Loading } from '../../components/loading.tsx'
import { api } from '../../platform/api.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'
import { RecentWorkspaces } from './recent-workspaces.tsx'
import { StartForm } from './start-form.tsx'
import './first-start.css'

const CHOICES = ['sample', 'create', 'open'] as const
export type StartChoice = (typeof CHOICES)[number]

export interface FirstStartScreenProps {
  /** 启动时打开上次的工作区失败的原因。 */
  readonly startError: { readonly code: string; readonly data: unknown } | null
  readonly onOpened: () => void
}

/** 首次使用:新建、示例(默认)、打开已有。从不在这里提供删除。 */
export const FirstStartScreen = ({ startError, onOpened }: FirstStartScreenProps) => {
  const options = useQuery(api.system.startOptions, {})
  // 上次的没打开时,多半是要换个位置再打开,而不是去看示例。
  const [choice, setChoice] = useState<StartChoice>(startError === null ? 'sample' : 'open')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const group = useId()
  // 用鼠标选的,光标直接放进要填的框;用方向键选的还要接着往下选,光标不动。
  const [byMouse, setByMouse] = useState(startError !== null)
  const choose = (key: StartChoice, withMouse: boolean): void => {
    setChoice(key)
    setByMouse(withMouse)
    setFailure(null)
  }

  const openFolder = async (path: string): Promise<void> => {
    setBusy(true)
    setFailure(null)
    const result = await api.system.openWorkspace({ path })
    setBusy(false)
    if (result.ok) onOpened()
    else setFailure(result.error)
  }
  return (
    <main className="first-start">
      <div className="first-start-sheet">
        <h1>
          {commonText.product}
          <span className="first-start-welcome">{firstStartText.welcome}</span>
        </h1>
        {startError !== null && failure === null && (
          <section aria-label={firstStartText.lastFailed}>
            <ErrorNote failure={{ ...startError, traceId: '' }} />
          </section>
        )}
        {failure !== null && <ErrorNote failure={failure} />}
        <fieldset className="first-start-choices">
          <legend>{firstStartText.choose}</legend>
          {CHOICES.map((key) => (
            <label key={key} className="first-start-choice" data-chosen={choice === key}>
              <input type="radio" name={group} value={key} checked={choice === key} autoFocus={key === choice} onChange={(event) => choose(key, event.nativeEvent instanceof MouseEvent && event.nativeEvent.detail > 0)} disabled={busy} aria-labelledby={`${group}-${key}`} aria-describedby={`${group}-${key}-note`} />
              <span className="first-start-choice-title">
                <span id={`${group}-${key}`}>{firstStartText.choices[key].title}</span>
                {key === 'sample' && <span className="first-start-mark">{firstStartText.recommended}</span>}
              </span>
              <span className="first-start-choice-note" id={`${group}-${key}-note`}>
                {firstStartText.choices[key].note}
              </span>
            </label>
          ))}
        </fieldset>
        {options.data === null ? (
          options.error === null ? (
            <Loading />
          ) : (
            <ErrorNote failure={options.error} onRetry={options.reload} />
          )
        ) : (
          <>
            <StartForm key={choice} choice={choice} options={options.data} autoFocus={byMouse} busy={busy} onBusy={setBusy} onFailure={setFailure} onOpened={onOpened} onOpenFolder={(path) => void openFolder(path)} />
            <RecentWorkspaces recent={options.data.recent} busy={busy} onOpen={(path) => void openFolder(path)} />
          </>
        )}
        <p className="meta">{firstStartText.confidential}</p>
      </div>
    </main>
  )
}
