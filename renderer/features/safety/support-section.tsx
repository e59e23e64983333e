import { Button } from 'antd'
import { useState } from 'react'
import { safetyText } from '../../../shared/i18n/zh-CN/safety.ts'
import { Card } from '../../components/card.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { api } from '../../platform/api.ts'
import { saveFile } from '../../platform/files.ts'
import type { Failure } from '../../platform/use-query.ts'

type Preview = Extract<Awaited<ReturnType<typeof api.support.preview>>, { ok: true }>['value']
const text = safetyText.support

/** 支持包:先看后写,写的就是看的。 */
export const SupportSection = () => {
  const [shown, setShown] = useState<Preview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const show = async (): Promise<void> => {
    setFailure(null)
    const result = await api.support.preview({})
    if (result.ok) setShown(result.value)
    else setFailure(result.error)
  }
  const save = async (digest: string): Promise<void> => {
    setFailure(null)
    const result = await api.support.save({ digest })
    if (result.ok) saveFile(result.value.file)
    else setFailure(result.error)
  }
  return (
    <Card>
      <p>{text.intro}</p>
      {failure !== null && <ErrorNote failure={failure} />}
      <div className="safety-actions">
        <Button size="large" onClick={() => void show()}>
          {text.show}
        </Button>
        {shown !== null && (
          <Button type="primary" size="large" onClick={() => void save(shown.digest)}>
            {text.save}
          </Button>
        )}
      </div>
      {shown?.sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          {/* 长段落里滚动,键盘也走得到。 */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- 能滚动的区域要能得到焦点 */}
          <pre className="safety-bundle" tabIndex={0} aria-label={section.title}>
            {section.text}
          </pre>
        </section>
      ))}
    </Card>
  )
}
