import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { Field } from '../../components/field.tsx'
import { api } from '../../platform/api.ts'
import { pickFolder } from '../../platform/desktop.ts'
import { isDesktopShell } from '../../platform/transport.ts'
import type { Failure } from '../../platform/use-query.ts'
import type { StartChoice } from './first-start-screen.tsx'

interface StartFormProps {
  readonly choice: StartChoice
  readonly options: { readonly suggestedPath: string; readonly samplePath: string }
  /** 打开时把光标放进第一个框。 */
  readonly autoFocus: boolean
  readonly busy: boolean
  readonly onBusy: (busy: boolean) => void
  readonly onFailure: (failure: Failure | null) => void
  readonly onOpened: () => void
  readonly onOpenFolder: (path: string) => void
}

/** 选定之后要填的几项与开始的按钮。 */
export const StartForm = ({ choice, options, autoFocus, busy, onBusy, onFailure, onOpened, onOpenFolder }: StartFormProps) => {
  const [path, setPath] = useState(choice === 'create' ? options.suggestedPath : '')
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const nameMissing = name.trim() === ''
  const pathMissing = path.trim() === ''

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setAsked(true)
    if (choice === 'create' && (nameMissing || pathMissing)) return
    if (choice === 'open') {
      if (!pathMissing) onOpenFolder(path.trim())
      return
    }
    onBusy(true)
    onFailure(null)
    const result = choice === 'sample' ? await api.system.openSample({}) : await api.system.createWorkspace({ path: path.trim(), name: name.trim() })
    onBusy(false)
    if (result.ok) onOpened()
    else onFailure(result.error)
  }
  const browse = async (): Promise<void> => {
    const picked = await pickFolder(path.trim() === '' ? options.suggestedPath : path.trim())
    if (picked !== null) setPath(picked)
  }
  return (
    <form className="first-start-form" onSubmit={(event) => void begin(event)} noValidate>
      {choice === 'create' && (
        <Field label={firstStartText.unitName} required hint={firstStartText.unitNameHint} error={asked && nameMissing ? firstStartText.unitNameMissing : undefined}>
          {(control) => <Input {...control} value={name} maxLength={80} autoFocus={autoFocus} onChange={(event) => setName(event.target.value)} />}
        </Field>
      )}
      {choice !== 'sample' && (
        <Field
          label={choice === 'create' ? firstStartText.folder : firstStartText.openFolder}
          required
          hint={choice === 'create' ? firstStartText.folderHint : firstStartText.openFolderHint}
          error={asked && pathMissing ? firstStartText.folderMissing : undefined}
        >
          {(control) => (
            <span className="first-start-path">
              <Input {...control} value={path} maxLength={1000} autoFocus={autoFocus && choice === 'open'} onChange={(event) => setPath(event.target.value)} />
              {isDesktopShell() && <Button onClick={() => void browse()}>{firstStartText.pick}</Button>}
            </span>
          )}
        </Field>
      )}
      {choice === 'sample' && <p className="first-start-sample">{firstStartText.sampleFolder(options.samplePath)}</p>}
      <Button type="primary" htmlType="submit" size="large" loading={busy}>
        {busy ? firstStartText.starting[choice] : firstStartText.start[choice]}
      </Button>
    </form>
  )
}
