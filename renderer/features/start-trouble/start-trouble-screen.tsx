import { Button } from 'antd'
import { useState } from 'react'
import { startTroubleText as text } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { Sheet } from '../../components/sheet.tsx'
import { AcceptLossPanel } from './accept-loss-panel.tsx'
import { CopyPanel } from './copy-panel.tsx'
import { RestorePanel } from './restore-panel.tsx'
import { SupportDialog } from './support-dialog.tsx'
import { isKeyTrouble, locationOf, remediesOf, type Remedy, type Trouble } from './trouble.ts'
import './start-trouble.css'

const PANELS = { copy: CopyPanel, restore: RestorePanel, accept: AcceptLossPanel } as const

interface StartTroubleScreenProps {
  readonly trouble: Trouble
  /** 再开一次。 */
  readonly onRetry: (path: string) => void
  readonly onElsewhere: (path: string) => void
  /** 凭恢复单重设口令(只有登录时出的问题才有)。 */
  readonly onRecover?: (() => void) | undefined
  readonly onOpened: () => void
  readonly retrying: boolean
}

/** 打不开的说明页:三句话,和对得上这种原因的几步。哪一步都不删数据。 */
export const StartTroubleScreen = ({ trouble, onRetry, onElsewhere, onRecover, onOpened, retrying }: StartTroubleScreenProps) => {
  const { path } = trouble
  const [open, setOpen] = useState<Exclude<Remedy, 'recover'> | null>(null)
  const [supporting, setSupporting] = useState(false)
  const location = locationOf(trouble)
  const remedies = remediesOf(trouble.code)
  const Panel = open === null ? null : PANELS[open]
  return (
    <>
      <Sheet title={trouble.isOpen === true ? text.damagedTitle : text.title} width="wide">
        <p className="meta sheet-path">{text.folder(path)}</p>
        <ErrorNote failure={{ code: trouble.code, data: trouble.data, traceId: '' }} />
        {location !== null && (
          <section className="trouble-panel">
            <h2>{text.location.title}</h2>
            <p>{text.location[location]}</p>
          </section>
        )}
        {isKeyTrouble(trouble.code) && (
          <section className="trouble-panel">
            <h2>{text.keys.title}</h2>
            <ol className="trouble-steps">
              {text.keys.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {onRecover !== undefined && remedies.includes('recover') && <p>{text.keys.personOnly}</p>}
          </section>
        )}
        <h2 id="trouble-next">{text.whatNext}</h2>
        <div className="start-trouble-actions" role="group" aria-labelledby="trouble-next">
          {remedies.map((remedy) =>
            remedy === 'recover' ? (
              onRecover !== undefined && (
                <Button key={remedy} type="primary" size="large" onClick={onRecover}>
                  {text.recover}
                </Button>
              )
            ) : (
              <Button key={remedy} type={remedy === remedies[0] && open === null ? 'primary' : 'default'} size="large" aria-expanded={open === remedy} onClick={() => setOpen(open === remedy ? null : remedy)}>
                {text[remedy]}
              </Button>
            ),
          )}
          <Button size="large" loading={retrying} onClick={() => onRetry(path)}>
            {trouble.isOpen === true ? text.goBack : text.retry}
          </Button>
          <Button size="large" onClick={() => onElsewhere(path)}>
            {text.elsewhere}
          </Button>
          <Button size="large" onClick={() => setSupporting(true)}>
            {text.supportBundle}
          </Button>
        </div>
        {Panel !== null && <Panel trouble={trouble} path={path} onOpened={onOpened} />}
        <p className="meta">{text.nothingDeleted}</p>
      </Sheet>
      {supporting && <SupportDialog onClose={() => setSupporting(false)} />}
    </>
  )
}
