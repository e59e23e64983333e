import { Button, Radio } from 'antd'
import { useState } from 'react'
import { listOutputText } from '../../../shared/i18n/zh-CN/list-output.ts'
import { memberFormText as text } from '../../../shared/i18n/zh-CN/member-form.ts'
import { MOST_FORMS } from '../../../shared/model/member-form-print.ts'
import type { ConfirmationGiven } from '../../../shared/rpc/messages.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { ListPreview, type MadeList } from '../../components/list-preview.tsx'
import { ProgressDialog } from '../../components/progress-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useJob } from '../../platform/use-job.ts'
import type { Failure } from '../../platform/use-query.ts'

interface Asked {
  readonly memberIds: readonly string[]
  readonly purpose: string
  readonly full: boolean
  readonly confirm?: ConfirmationGiven
}
type Options = Parameters<typeof api.members.printForms>[1]
/** 一个人的印全同看一眼一样,写明用途就行;几个人的印全要口令。 */
const printForms = ({ memberIds, purpose, full, confirm }: Asked, options?: Options) => {
  const [only] = memberIds
  if (memberIds.length === 1 && only !== undefined) return api.members.printForm({ id: only, purpose, full }, options)
  const input = { memberIds: [...memberIds], purpose }
  return confirm === undefined ? api.members.printForms(input, options) : api.members.printFullForms(input, { ...options, confirm })
}

interface PrintFormsProps {
  readonly memberIds: readonly string[]
  readonly small?: boolean
  /** 打印之前:没存的先存掉。 */
  readonly flush?: () => Promise<boolean>
}

/** 打印党员登记表:先问用途、遮不遮,再生成,看过再存。 */
export const PrintFormsButton = ({ memberIds, small = false, flush }: PrintFormsProps) => {
  const submit = useSubmit()
  const printing = useJob(printForms)
  const [step, setStep] = useState<'none' | 'ask' | 'confirm'>('none')
  const [purpose, setPurpose] = useState<string>(listOutputText.purposes[0])
  const [full, setFull] = useState(false)
  const [made, setMade] = useState<MadeList | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const count = memberIds.length
  const run = async (confirm?: ConfirmationGiven): Promise<void> => {
    setStep('none')
    setFailure(null)
    if (flush !== undefined && !(await flush())) return
    const result = await printing.start({ memberIds, purpose, full, ...(confirm === undefined ? {} : { confirm }) })
    if (result.ok) setMade({ ...result.value, landscape: false })
    else if (result.error.code !== 'CANCELLED') setFailure(result.error)
  }
  return (
    <>
      <Button
        {...(small ? { size: 'small' as const } : {})}
        loading={printing.running}
        onClick={() => {
          setFull(false)
          if (count > MOST_FORMS) setFailure({ code: 'TOO_MANY_MEMBERS', data: { found: count, most: MOST_FORMS }, traceId: '' })
          else setStep('ask')
        }}
      >
        {small ? text.printChosen : text.print}
      </Button>
      {failure !== null && <ErrorNote failure={failure} />}
      <FormDialog open={step === 'ask'} title={text.askTitle(count)} confirmLabel={text.confirm} cancelLabel={listOutputText.notNow.print} submit={submit} onConfirm={() => (full && count > 1 ? setStep('confirm') : void run())} onClose={() => setStep('none')}>
        <p>{text.askNote}</p>
        <p className="field-label" id="forms-purpose">
          {listOutputText.purpose}
        </p>
        <Radio.Group className="sensitive-purposes" aria-labelledby="forms-purpose" value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
          {listOutputText.purposes.map((entry) => (
            <Radio key={entry} value={entry}>
              {entry}
            </Radio>
          ))}
        </Radio.Group>
        <p className="field-label" id="forms-kind">
          {text.kind}
        </p>
        <Radio.Group className="sensitive-purposes" aria-labelledby="forms-kind" value={full} onChange={(event) => setFull(event.target.value === true)}>
          <Radio value={false}>{text.masked}</Radio>
          <Radio value>{text.full}</Radio>
        </Radio.Group>
      </FormDialog>
      <ConfirmedDialog open={step === 'confirm'} title={text.askTitle(count)} confirmLabel={text.confirm} twoPeople submit={submit} onConfirm={(confirm) => void run(confirm)} onClose={() => setStep('none')}>
        <p>{text.fullNote(count)}</p>
      </ConfirmedDialog>
      <ProgressDialog running={printing.running} title={text.making} progress={printing.progress} onCancel={printing.cancel} />
      <ListPreview title={text.title} made={made} onClose={() => setMade(null)} />
    </>
  )
}
