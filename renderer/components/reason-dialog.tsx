import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { Field } from './field.tsx'

export interface ReasonDialogProps {
  readonly open: boolean
  readonly title: string
  /** 后果,如「旧版本会留存」。 */
  readonly consequence?: string
  readonly confirmLabel: string
  readonly placeholder?: string
  readonly maxLength?: number
  readonly busy?: boolean
  readonly onConfirm: (reason: string) => void
  readonly onCancel: () => void
}

/** 必须写原因的一步(改已办结的记录、作废、撤回)。没写就按不动,并说明。 */
export const ReasonDialog = ({ open, title, consequence, confirmLabel, placeholder = commonText.reasonPlaceholder, maxLength = 200, busy = false, onConfirm, onCancel }: ReasonDialogProps) => {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (open) {
      setReason('')
      setAsked(false)
    }
  }, [open])
  const confirm = (): void => {
    const text = reason.replace(/\s+/g, ' ').trim()
    if (text === '') setAsked(true)
    else onConfirm(text)
  }
  return (
    <Modal open={open} title={title} okText={confirmLabel} cancelText={commonText.cancel} onOk={confirm} onCancel={onCancel} confirmLoading={busy} destroyOnHidden centered>
      {consequence !== undefined && <p>{consequence}</p>}
      <Field label={commonText.reason} required error={asked && reason.trim() === '' ? commonText.reasonRequired : undefined}>
        {(control) => <Input.TextArea {...control} autoFocus value={reason} maxLength={maxLength} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={placeholder} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Modal>
  )
}
