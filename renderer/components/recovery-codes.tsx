import { Button, Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { signInText } from '../../shared/i18n/zh-CN/sign-in.ts'
import type { FileRef } from '../../shared/model/files.ts'
import type { Progress } from '../../shared/rpc/messages.ts'
import { recoveryCodeGroups } from '../../shared/util/recovery-code.ts'
import { api } from '../platform/api.ts'
import { saveFile } from '../platform/files.ts'
import { useJob } from '../platform/use-job.ts'
import type { Failure, Outcome } from '../platform/use-query.ts'
import { ErrorNote } from './error-note.tsx'
import { ProgressDialog } from './progress-dialog.tsx'
import { QrCode } from './qr-code.tsx'
import './recovery-codes.css'

const text = signInText.codes

interface Sheet {
  readonly file: FileRef
  readonly preview: FileRef
}
type SheetJob = (input: { codes: string[] }, options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void }) => Promise<Outcome<Sheet>>
const makeSheet: SheetJob = (input, options) => api.accounts.recoverySheet(input, options)

/** 一张恢复单上的恢复码:四个字符一组,带组号和二维码。 */
const CodeSheet = ({ code, number, count }: { readonly code: string; readonly number: number; readonly count: number }) => (
  <section className="recovery-sheet" aria-label={text.sheet(number, count)}>
    <div>
      <h2>{text.sheet(number, count)}</h2>
      <ol className="recovery-groups">
        {recoveryCodeGroups(code).map((characters, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- 组号就是它的身份,不会增减
          <li key={index} aria-label={text.group(index + 1, characters)}>
            <span className="recovery-group-number" aria-hidden="true">
              {index + 1}
            </span>
            <code aria-hidden="true">{characters}</code>
          </li>
        ))}
      </ol>
    </div>
    <QrCode text={code} label={text.qr(number, count)} />
  </section>
)

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly doneLabel: string
  readonly onDone: () => void
  /** 恢复码之前的一句话。 */
  readonly intro?: ReactNode
}

/** 新给出的恢复码:印或抄,确认收好了才能往下走。码只在内存里,离开这一页就没有了。 */
export const RecoveryCodes = ({ codes, doneLabel, onDone, intro }: RecoveryCodesProps) => {
  const job = useJob(makeSheet)
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [kept, setKept] = useState(false)
  const [asked, setAsked] = useState(false)
  const print = async (): Promise<void> => {
    setFailure(null)
    const result = await job.start({ codes: [...codes] })
    if (result.ok) {
      setSheet(result.value)
      saveFile(result.value.file)
    } else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  return (
    <div className="recovery-codes">
      {intro}
      <p className="recovery-why">{text.why}</p>
      <p>
        {codes.length > 1 && text.envelopes}
        {text.once}
      </p>
      <div className="recovery-sheets">
        {codes.map((code, index) => (
          <CodeSheet key={code} code={code} number={index + 1} count={codes.length} />
        ))}
      </div>
      {failure !== null && <ErrorNote failure={failure} onRetry={() => void print()} />}
      <p role="status">
        {sheet !== null && text.saved}
        {failure !== null && text.cannotPrint}
      </p>
      <div className="recovery-actions">
        {/* 下载凭据只能用一次;再存时用预览那份,内容一样。 */}
        {sheet === null ? (
          <Button size="large" type="primary" loading={job.running} autoFocus onClick={() => void print()}>
            {text.print}
          </Button>
        ) : (
          <Button size="large" onClick={() => saveFile(sheet.preview)}>
            {text.saveAgain}
          </Button>
        )}
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {text.kept}
        </Checkbox>
        <Button size="large" type={kept ? 'primary' : 'default'} onClick={() => (kept ? onDone() : setAsked(true))}>
          {doneLabel}
        </Button>
      </div>
      <p className="field-error" role="alert">
        {asked && !kept && text.keptFirst}
      </p>
      <ProgressDialog running={job.running} title={text.printing} progress={job.progress} onCancel={job.cancel} />
    </div>
  )
}
