import { Button } from 'antd'
import { useRef, useState } from 'react'
import { attachmentsText as text } from '../../../shared/i18n/zh-CN/attachments.ts'
import { ATTACHMENT_ACCEPT, type AttachmentGiven } from '../../../shared/model/attachment.ts'
import type { Failure } from '../../platform/use-query.ts'
import { prepareAttachment } from './prepare-attachment.ts'

interface AttachmentButtonProps {
  /** 已经有文件:按钮说「换」。 */
  readonly replaces?: boolean
  readonly disabled?: boolean
  /** 备好了、交来了,怎么记由外面定。 */
  readonly onGiven: (given: AttachmentGiven) => Promise<unknown>
  readonly onFailure: (failure: Failure | null) => void
}

/** 选一个文件附上:备好、交来,中间按钮转着。 */
export const AttachmentButton = ({ replaces = false, disabled = false, onGiven, onFailure }: AttachmentButtonProps) => {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const choose = async (file: File): Promise<void> => {
    onFailure(null)
    setBusy(true)
    try {
      const prepared = await prepareAttachment(file)
      if (prepared.ok) await onGiven(prepared.given)
      else onFailure(prepared.failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button disabled={disabled} loading={busy} onClick={() => input.current?.click()}>
        {busy ? text.busy : replaces ? text.change : text.choose}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.choose}
        accept={ATTACHMENT_ACCEPT}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void choose(file)
        }}
      />
    </>
  )
}
