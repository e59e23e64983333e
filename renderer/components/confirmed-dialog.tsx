import { Input, Modal } from 'antd'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { confirmationText } from '../../shared/i18n/zh-CN/confirmation.ts'
import type { ConfirmationGiven } from '../../shared/rpc/messages.ts'
import { useSession } from '../platform/session.ts'
import { ErrorNote } from './error-note.tsx'
import { Field } from './field.tsx'
import type { Submit } from './use-submit.ts'

interface ConfirmedDialogProps {
  readonly open: boolean
  readonly title: string
  /** 动词加宾语。 */
  readonly confirmLabel: string
  /** 三员分立的工作区里还要第二个人。 */
  readonly twoPeople?: boolean
  readonly submit: Submit
  readonly onConfirm: (confirm: ConfirmationGiven) => void
  readonly onClose: () => void
  /** 后果。 */
  readonly children: ReactNode
  readonly width?: number
}

const BLANK = { reason: '', password: '', secondName: '', secondPassword: '' }

/** 要口令确认的一步:先看后果,写理由,再输一次自己的口令;没设口令的工作区只要理由。 */
export const ConfirmedDialog = ({ open, title, confirmLabel, twoPeople = false, submit, onConfirm, onClose, children, width = 560 }: ConfirmedDialogProps) => {
  const setup = useSession((session) => session.workspace?.setup ?? 'open')
  const [given, setGiven] = useState(BLANK)
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (open) {
      setGiven(BLANK)
      setAsked(false)
    }
  }, [open])
  const needsPassword = setup !== 'open'
  const needsSecond = twoPeople && setup === 'separated'
  const missing = (value: string): string | undefined => (asked && value.trim() === '' ? confirmationText.missing : undefined)
  const confirm = (event?: FormEvent): void => {
    event?.preventDefault()
    setAsked(true)
    const { reason, password, secondName, secondPassword } = given
    if (reason.trim() === '' || (needsPassword && password === '') || (needsSecond && (secondName.trim() === '' || secondPassword === ''))) return
    if (!submit.busy) onConfirm({ reason: reason.trim(), password, ...(needsSecond ? { second: { userName: secondName.trim(), password: secondPassword } } : {}) })
  }
  const close = (): void => {
    submit.clear()
    onClose()
  }
  return (
    <Modal open={open} title={title} okText={confirmLabel} cancelText={commonText.cancel} onOk={() => confirm()} onCancel={close} confirmLoading={submit.busy} destroyOnHidden centered width={width}>
      <form onSubmit={confirm} noValidate className="form-dialog">
        {submit.failure !== null && <ErrorNote failure={submit.failure} />}
        {children}
        <Field label={confirmationText.reason} required error={missing(given.reason)}>
          {(control) => <Input {...control} value={given.reason} maxLength={200} autoComplete="off" onChange={(event) => setGiven({ ...given, reason: event.target.value })} />}
        </Field>
        {needsPassword && (
          <Field label={confirmationText.password} required error={missing(given.password)}>
            {(control) => <Input.Password {...control} value={given.password} maxLength={200} autoComplete="off" onChange={(event) => setGiven({ ...given, password: event.target.value })} />}
          </Field>
        )}
        {needsSecond && (
          <fieldset>
            <legend>{confirmationText.second}</legend>
            <Field label={confirmationText.secondName} required error={missing(given.secondName)}>
              {(control) => <Input {...control} value={given.secondName} maxLength={32} autoComplete="off" onChange={(event) => setGiven({ ...given, secondName: event.target.value })} />}
            </Field>
            <Field label={confirmationText.secondPassword} required error={missing(given.secondPassword)}>
              {(control) => <Input.Password {...control} value={given.secondPassword} maxLength={200} autoComplete="off" onChange={(event) => setGiven({ ...given, secondPassword: event.target.value })} />}
            </Field>
          </fieldset>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Modal>
  )
}
