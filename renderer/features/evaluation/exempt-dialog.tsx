import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import { Field } from '../../components/field.tsx'
import type { SheetLine } from './sheet-line.tsx'

const text = evaluationText.sheet

/** 豁免一项:理由与批准人都要写。 */
export const ExemptDialog = ({ line, busy, onConfirm, onCancel }: { readonly line: SheetLine | null; readonly busy: boolean; readonly onConfirm: (reason: string, approvedBy: string) => void; readonly onCancel: () => void }) => {
  const [reason, setReason] = useState('')
  const [approvedBy, setApprovedBy] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (line === null) return
    setReason('')
    setApprovedBy('')
    setAsked(false)
  }, [line])
  const missing = (value: string): string | undefined => (asked && value.trim() === '' ? commonText.required : undefined)
  const confirm = (): void => {
    setAsked(true)
    if (reason.trim() !== '' && approvedBy.trim() !== '') onConfirm(reason.replaceAll(/\s+/g, ' ').trim(), approvedBy.trim())
  }
  return (
    <Modal open={line !== null} title={line === null ? '' : text.exemptOf(line.indicator.name)} okText={text.exemptConfirm} cancelText={commonText.cancel} onOk={confirm} onCancel={onCancel} confirmLoading={busy} destroyOnHidden>
      <p>{text.exemptConsequence}</p>
      <Field label={text.exemptReason} required error={missing(reason)}>
        {(control) => <Input.TextArea {...control} autoFocus value={reason} maxLength={200} autoSize={{ minRows: 2 }} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <Field label={text.approvedBy} required error={missing(approvedBy)}>
        {(control) => <Input {...control} value={approvedBy} maxLength={60} onChange={(event) => setApprovedBy(event.target.value)} />}
      </Field>
    </Modal>
  )
}
