import { App, Button } from 'antd'
import { useCallback, useState } from 'react'
import { printCentreText as text } from '../../../shared/i18n/zh-CN/print-centre.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import { PdfPreview } from '../../components/pdf/pdf-preview.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { readFile, saveFile } from '../../platform/files.ts'

export interface Made {
  readonly file: FileRef
  readonly preview: FileRef
  readonly pages: number
  readonly drafts: number
}
interface Props {
  readonly made: Made
  readonly branchId: string
  /** 整本、换页:拿去打印的要登记,以后才好只打改动的页。 */
  readonly keepable: boolean
  readonly changed: boolean
  readonly onDrafts: () => void
  readonly onKept: () => void
}

/** 做好的一份:页数、草稿提醒、存为 PDF、登记打印、预览。 */
export const MadeVolume = ({ made, branchId, keepable, changed, onDrafts, onKept }: Props) => {
  const { message } = App.useApp()
  const [saved, setSaved] = useState(false)
  const [kept, setKept] = useState(false)
  const read = useCallback(() => readFile(made.preview), [made.preview])
  const save = (): void => {
    // 下载凭据只能用一次;再存时用预览那份,内容一样。
    saveFile(saved ? made.preview : made.file)
    setSaved(true)
    void message.success(text.saved)
  }
  const keep = async (): Promise<void> => {
    const result = await api.print.keep({ branchId, ticket: made.preview.ticket })
    if (!result.ok) {
      void message.error(text.notKept)
      return
    }
    setKept(true)
    onKept()
    void message.success(text.kept)
  }
  return (
    <>
      <div className="print-made">
        <Button type="primary" onClick={save}>
          {text.save}
        </Button>
        {keepable && (
          <Button disabled={kept} onClick={() => void keep()}>
            {kept ? text.keptAlready : text.keep}
          </Button>
        )}
        <span>{text.made(made.pages)}</span>
        {changed && <StateTag tone="warning" word={text.changed} />}
        {made.drafts > 0 && (
          <span className="print-drafts">
            <StateTag tone="warning" word={text.drafts(made.drafts)} />
            <Button onClick={onDrafts}>{text.toDrafts}</Button>
          </span>
        )}
        <span className="meta">{text.howToPrint}</span>
      </div>
      <PdfPreview read={read} />
    </>
  )
}
