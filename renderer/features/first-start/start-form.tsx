import { Button, Input } from 'antd'
import { useState } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { Field } from '../../components/field.tsx'
import { useImeSafeForm } from '../../components/ime-safe-form.ts'
import { pickFolder } from '../../platform/desktop.ts'
import { isDesktopShell } from '../../platform/transport.ts'
import type { StartChoice } from './first-start-screen.tsx'

interface StartFormProps {
  readonly choice: StartChoice
  readonly options: { readonly suggestedPath: string; readonly samplePath: string }
  /** 上次填的,或没打开的那个。 */
  readonly initial: { readonly name: string; readonly path: string }
  /** 打开时把光标放进第一个框。 */
  readonly autoFocus: boolean
  readonly busy: boolean
  readonly createLabel: string
  readonly onSample: () => void
  readonly onCreate: (place: { readonly name: string; readonly path: string }) => void
  readonly onOpen: (path: string) => void
}

/** 选定之后要填的几项与开始的按钮。 */
export const StartForm = ({ choice, options, initial, autoFocus, busy, createLabel, onSample, onCreate, onOpen }: StartFormProps) => {
  const [path, setPath] = useState(initial.path !== '' ? initial.path : choice === 'create' ? options.suggestedPath : '')
  const [name, setName] = useState(initial.name)
  const [asked, setAsked] = useState(false)
  const nameMissing = name.trim() === ''
  const pathMissing = path.trim() === ''

  const begin = (): void => {
    setAsked(true)
    if (busy) return
    if (choice === 'sample') onSample()
    else if (choice === 'open') {
      if (!pathMissing) onOpen(path.trim())
    } else if (!nameMissing && !pathMissing) onCreate({ name: name.trim(), path: path.trim() })
  }
  const imeSafe = useImeSafeForm(begin)
  const browse = async (): Promise<void> => {
    const picked = await pickFolder(path.trim() === '' ? options.suggestedPath : path.trim())
    if (picked !== null) setPath(picked)
  }
  return (
    <form className="first-start-form" {...imeSafe}>
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
        {busy ? firstStartText.starting[choice] : choice === 'create' ? createLabel : firstStartText.start[choice]}
      </Button>
    </form>
  )
}
