import { App, Button, Modal } from 'antd'
import { useCallback, useState } from 'react'
import { listOutputText as text } from '../../shared/i18n/zh-CN/list-output.ts'
import type { FileRef } from '../../shared/model/files.ts'
import { readFile, saveFile } from '../platform/files.ts'
import { PdfPreview } from './pdf/pdf-preview.tsx'
import './list-preview.css'

/** 印好的一份:文件、可反复取的预览、页数、放法。 */
export interface MadeList {
  readonly file: FileRef
  readonly preview: FileRef
  readonly pages: number
  readonly landscape: boolean
}

const Body = ({ made }: { readonly made: MadeList }) => {
  const { message } = App.useApp()
  const [saved, setSaved] = useState(false)
  const read = useCallback(() => readFile(made.preview), [made.preview])
  const save = (): void => {
    // 下载凭据只能用一次;再存时用预览那份,内容一样。
    saveFile(saved ? made.preview : made.file)
    setSaved(true)
    void message.success(text.saved)
  }
  return (
    <div className="list-preview">
      <div className="list-preview-tools">
        <Button type="primary" onClick={save}>
          {text.save}
        </Button>
        <span className="meta">{text.howToPrint}</span>
      </div>
      <PdfPreview read={read} layout={made.landscape ? 'landscape' : 'portrait'} />
    </div>
  )
}

/** 列表、登记表的打印预览:看到的就是那份 PDF,存下再印。 */
export const ListPreview = ({ title, made, onClose }: { readonly title: string; readonly made: MadeList | null; readonly onClose: () => void }) => (
  <Modal open={made !== null} title={made === null ? '' : text.previewTitle(title, made.pages)} footer={null} onCancel={onClose} destroyOnHidden centered width="min(1180px, 94vw)">
    {made !== null && <Body key={made.preview.ticket} made={made} />}
  </Modal>
)
