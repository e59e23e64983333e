import { App, Modal } from 'antd'
import { useState } from 'react'
import { startTroubleText } from '../../../shared/i18n/zh-CN/start-trouble.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'

const text = startTroubleText.support

/** 支持包:先看,再存;存的就是看到的。 */
export const SupportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { message } = App.useApp()
  const preview = useQuery(api.support.preview, {})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const digest = preview.data?.digest
  const save = async (): Promise<void> => {
    if (digest === undefined) return
    setBusy(true)
    setFailure(null)
    const result = await api.support.save({ digest })
    setBusy(false)
    if (result.ok) {
      saveFile(result.value.file)
      void message.success(text.saved)
      onClose()
    } else {
      setFailure(result.error)
      // 看的是旧的:换成新的给人再看一遍。
      if (result.error.code === 'PREVIEW_EXPIRED') preview.reload()
    }
  }
  return (
    <Modal open centered width={760} title={text.title} okText={text.save} cancelText={text.close} okButtonProps={{ disabled: digest === undefined }} confirmLoading={busy} onOk={() => void save()} onCancel={onClose}>
      <p>{text.note}</p>
      {failure !== null && <ErrorNote failure={failure} />}
      <QueryView query={preview}>
        {({ sections }) => (
          <div className="trouble-support">
            {sections.map((section) => (
              <section key={section.title}>
                <h3>{section.title}</h3>
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 长文要能用键盘滚动 */}
                <pre tabIndex={0}>{section.text}</pre>
              </section>
            ))}
          </div>
        )}
      </QueryView>
    </Modal>
  )
}
