import { App, Button } from 'antd'
import { useState } from 'react'
import { attachmentsText as text } from '../../../shared/i18n/zh-CN/attachments.ts'
import type { AttachmentFacts, AttachmentOpened } from '../../../shared/model/attachment.ts'
import { saveFile } from '../../platform/files.ts'
import type { Failure, Outcome } from '../../platform/use-query.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { AttachmentViewer } from './attachment-viewer.tsx'
import './attachments.css'

interface AttachmentItemProps {
  readonly facts: AttachmentFacts
  /** 小样;没有的给种类的名字。 */
  readonly thumbnail: string | undefined
  readonly open: () => Promise<Outcome<AttachmentOpened>>
  /** 不给则不能去掉。 */
  readonly onRemove?: () => void
  /** 去掉的后果;不给就是发展材料的那一句。 */
  readonly removeNote?: string
  readonly onFailure: (failure: Failure | null) => void
}

/** 一份附件:小样(点开就看)、名字、大小,存一份、去掉。 */
export const AttachmentItem = ({ facts, thumbnail, open, onRemove, removeNote = text.removeNote, onFailure }: AttachmentItemProps) => {
  const { message } = App.useApp()
  const [opened, setOpened] = useState<AttachmentOpened | null>(null)
  const [busy, setBusy] = useState(false)
  const take = async (use: 'look' | 'save'): Promise<void> => {
    onFailure(null)
    setBusy(true)
    const result = await open()
    setBusy(false)
    if (!result.ok) onFailure(result.error)
    else if (use === 'look') setOpened(result.value)
    else {
      saveFile(result.value.file)
      void message.success(text.saved)
    }
  }
  const viewable = facts.kind !== 'word'
  return (
    <span className="attachment">
      <button type="button" className="attachment-thumbnail" disabled={busy || facts.lost} aria-label={viewable ? text.lookAt(facts.fileName) : text.saveOne(facts.fileName)} onClick={() => void take(viewable ? 'look' : 'save')}>
        {thumbnail === undefined ? <span>{text.kinds[facts.kind]}</span> : <img src={`data:image/jpeg;base64,${thumbnail}`} alt="" />}
      </button>
      <span className="attachment-words">
        <span className="attachment-name" title={facts.fileName}>
          {facts.fileName}
        </span>
        <span className="meta">{facts.lost ? text.lost : `${text.kinds[facts.kind]}\u3000${text.size(facts.size)}`}</span>
        <span className="attachment-buttons">
          {viewable && (
            <Button disabled={busy || facts.lost} onClick={() => void take('look')}>
              {text.look}
            </Button>
          )}
          <Button disabled={busy || facts.lost} onClick={() => void take('save')}>
            {text.save}
          </Button>
          {onRemove !== undefined && <ConfirmButton danger label={text.remove} question={text.removeQuestion(facts.fileName)} consequence={removeNote} confirmLabel={text.remove} onConfirm={onRemove} />}
        </span>
      </span>
      <AttachmentViewer opened={opened} onClose={() => setOpened(null)} />
    </span>
  )
}
