import { App, Button, Radio } from 'antd'
import { useState } from 'react'
import { listOutputText } from '../../../shared/i18n/zh-CN/list-output.ts'
import { rosterExportText } from '../../../shared/i18n/zh-CN/roster-export.ts'
import type { ColumnKey, MemberQuery } from '../../../shared/model/member-columns.ts'
import type { ConfirmationGiven } from '../../../shared/rpc/messages.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'

interface ExportButtonProps {
  readonly query: MemberQuery
  readonly columns: readonly ColumnKey[]
}
const text = rosterExportText.dialog

/** 导出现在筛出的名册:先选用途;不遮敏感项的还要口令和理由。 */
export const ExportButton = ({ query, columns }: ExportButtonProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [step, setStep] = useState<'none' | 'ask' | 'confirm'>('none')
  const [purpose, setPurpose] = useState<string>(text.purposes[0])
  const [full, setFull] = useState(false)
  const begin = (): void => {
    setFull(false)
    setStep('ask')
  }
  const done = ({ file, rows }: { readonly file: Parameters<typeof saveFile>[0]; readonly rows: number }): void => {
    setStep('none')
    saveFile(file)
    void message.success(text.done(rows))
  }
  const start = (confirm?: ConfirmationGiven): void => {
    const input = { query, columns: [...columns], purpose }
    void submit.run(() => (confirm === undefined ? api.members.exportList(input) : api.members.exportFull(input, { confirm })), done)
  }
  const choices = (
    <>
      <p>{text.note}</p>
      <p className="field-label" id="export-purpose">
        {text.purpose}
      </p>
      <Radio.Group className="sensitive-purposes" aria-labelledby="export-purpose" value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
        {text.purposes.map((entry) => (
          <Radio key={entry} value={entry}>
            {entry}
          </Radio>
        ))}
      </Radio.Group>
      <p className="field-label" id="export-kind">
        {text.kind}
      </p>
      <Radio.Group className="sensitive-purposes" aria-labelledby="export-kind" value={full} onChange={(event) => setFull(event.target.value === true)}>
        <Radio value={false}>{text.masked}</Radio>
        <Radio value>{text.full}</Radio>
      </Radio.Group>
    </>
  )
  return (
    <>
      <Button onClick={begin}>{text.open}</Button>
      <FormDialog open={step === 'ask'} title={text.title} confirmLabel={text.confirm} cancelLabel={listOutputText.notNow.exportSheet} submit={submit} onConfirm={() => (full ? setStep('confirm') : start())} onClose={() => setStep('none')}>
        {choices}
      </FormDialog>
      <ConfirmedDialog open={step === 'confirm'} title={text.title} confirmLabel={text.confirm} twoPeople submit={submit} onConfirm={start} onClose={() => setStep('none')}>
        <p>{text.full}</p>
      </ConfirmedDialog>
    </>
  )
}
