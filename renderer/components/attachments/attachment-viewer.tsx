import { App, Button, Modal } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { attachmentsText as text } from '../../../shared/i18n/zh-CN/attachments.ts'
import { printCentreText } from '../../../shared/i18n/zh-CN/print-centre.ts'
import type { AttachmentOpened } from '../../../shared/model/attachment.ts'
import { readFile, saveFile } from '../../platform/files.ts'
import { Loading } from '../loading.tsx'
import { PdfPreview } from '../pdf/pdf-preview.tsx'
import './attachments.css'

const Picture = ({ opened }: { readonly opened: AttachmentOpened }) => {
  const [source, setSource] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let address: string | null = null
    let dropped = false
    readFile(opened.file).then(
      (bytes) => {
        if (dropped) return
        // 种类照核心认出的写,不照文件名。
        address = URL.createObjectURL(new Blob([bytes.slice()], { type: opened.file.name.endsWith('.png') ? 'image/png' : 'image/jpeg' }))
        setSource(address)
      },
      () => !dropped && setFailed(true),
    )
    return () => {
      dropped = true
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [opened])
  if (failed) return <p role="alert">{printCentreText.preview.failed}</p>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 滚动区要能用键盘滚动
    <div className="attachment-picture" tabIndex={0} role="group" aria-label={text.alt(opened.file.name)}>
      {source === null ? <Loading words={printCentreText.preview.opening} /> : <img src={source} alt={text.alt(opened.file.name)} />}
    </div>
  )
}

/** 在窗口里看图片、PDF;也可以存一份。Word 不在这里开。 */
export const AttachmentViewer = ({ opened, onClose }: { readonly opened: AttachmentOpened | null; readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const file = opened?.file ?? null
  const read = useCallback(() => (file === null ? Promise.reject(new Error('closed')) : readFile(file)), [file])
  return (
    <Modal open={opened !== null} title={opened?.file.name ?? ''} footer={null} onCancel={onClose} destroyOnHidden centered width="min(1180px, 94vw)">
      {opened !== null && (
        <div className="attachment-viewer">
          <div className="attachment-viewer-tools">
            <Button
              type="primary"
              onClick={() => {
                saveFile(opened.file)
                void message.success(text.saved)
              }}
            >
              {text.save}
            </Button>
          </div>
          {opened.kind === 'pdf' ? <PdfPreview read={read} layout="portrait" /> : <Picture opened={opened} />}
        </div>
      )}
    </Modal>
  )
}
