import { Modal } from 'antd'
import { useRef, type ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { ErrorNote } from './error-note.tsx'
import { useImeSafeForm } from './ime-safe-form.ts'
import { stopAtUnreadableDate } from './unreadable-date.ts'
import type { Submit } from './use-submit.ts'

export interface FormDialogProps {
  readonly open: boolean
  readonly title: string
  /** 动词加宾语。 */
  readonly confirmLabel: string
  /** 缺省是不改了;打印、导出一类没有改什么的另说。 */
  readonly cancelLabel?: string
  readonly submit: Submit
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: number
}

/** 几项一填的对话框:失败的三句话在最上面,按钮忙时不能再按。关上后内容不留。 */
export const FormDialog = ({ open, title, confirmLabel, cancelLabel = commonText.cancel, submit, onConfirm, onClose, children, width = 520 }: FormDialogProps) => {
  const form = useRef<HTMLFormElement>(null)
  const confirm = (): void => {
    if (!submit.busy && !stopAtUnreadableDate(form.current)) onConfirm()
  }
  const safe = useImeSafeForm(confirm)
  const close = (): void => {
    submit.clear()
    onClose()
  }
  return (
    <Modal open={open} title={title} okText={confirmLabel} cancelText={cancelLabel} onOk={() => confirm()} onCancel={close} confirmLoading={submit.busy} destroyOnHidden centered width={width}>
      <form ref={form} {...safe} className="form-dialog">
        {submit.failure !== null && <ErrorNote failure={submit.failure} />}
        {children}
        {/* 让一行框里的回车也能提交。 */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Modal>
  )
}
