import { App, Button, Radio } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { memberPhotoText as text } from '../../../shared/i18n/zh-CN/member-photo.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { FileRef } from '../../../shared/model/files.ts'
import type { MemberDetail } from '../../../shared/model/member.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { uploadFile } from '../../platform/files.ts'
import type { Failure } from '../../platform/use-query.ts'
import { cropPhoto } from './crop-photo.ts'

const UNSUITABLE: Failure = { code: 'PHOTO_UNSUITABLE', data: {}, traceId: '' }
const UNAVAILABLE: Failure = { code: 'UNAVAILABLE', data: {}, traceId: '' }

/** 照片:平时遮着,看一眼写明用途;换的时候在这里裁好、压好再交给核心。 */
export const PhotoBlock = ({ detail, flush }: { readonly detail: MemberDetail; readonly flush: () => Promise<boolean> }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const looking = useSubmit()
  const input = useRef<HTMLInputElement>(null)
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<string>(membersText.sensitive.purposes[0])
  const [seen, setSeen] = useState<{ readonly source: string; readonly left: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    if (seen === null) return undefined
    const timer = setTimeout(() => setSeen(seen.left <= 1 ? null : { ...seen, left: seen.left - 1 }), 1000)
    return () => clearTimeout(timer)
  }, [seen])
  const look = (): void =>
    void looking.run(
      () => api.members.photo({ id: detail.id, purpose }),
      ({ type, base64, hideAfterSeconds }) => {
        setAsking(false)
        setSeen({ source: `data:${type};base64,${base64}`, left: hideAfterSeconds })
      },
    )
  const save = async (file: FileRef | null): Promise<void> => {
    // 表单里没存的先存掉,修订号才对得上。
    if (!(await flush())) return
    const { id } = detail
    const latest = await api.members.get({ id })
    if (!latest.ok) {
      setFailure(latest.error)
      return
    }
    await submit.run(
      () => api.members.setPhoto({ id, rev: latest.value.rev, file }),
      () => {
        setSeen(null)
        void message.success(file === null ? text.removed : text.saved)
      },
    )
  }
  const choose = async (file: File): Promise<void> => {
    setFailure(null)
    const cropped = await cropPhoto(file)
    if (cropped === null) {
      setFailure(UNSUITABLE)
      return
    }
    try {
      await save(await uploadFile(cropped))
    } catch {
      setFailure(UNAVAILABLE)
    }
  }
  const problem = failure ?? submit.failure
  return (
    <section className="member-photo" aria-label={text.label}>
      {seen === null ? <div className="member-photo-frame">{detail.hasPhoto ? text.has : text.none}</div> : <img className="member-photo-frame" src={seen.source} alt={text.alt(detail.fields.name)} />}
      <div className="member-photo-side">
        {problem !== null && <ErrorNote failure={problem} />}
        <p className="meta">{seen === null ? text.note : text.left(seen.left)}</p>
        <div className="member-photo-buttons">
          {detail.hasPhoto && <Button onClick={() => (seen === null ? setAsking(true) : setSeen(null))}>{seen === null ? text.look : text.hide}</Button>}
          <Button loading={submit.busy} onClick={() => input.current?.click()}>
            {detail.hasPhoto ? text.change : text.choose}
          </Button>
          {detail.hasPhoto && <ConfirmButton label={text.remove} question={text.removeQuestion} confirmLabel={text.remove} onConfirm={() => void save(null)} />}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={text.choose}
          accept="image/jpeg,image/png"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file !== undefined) void choose(file)
          }}
        />
      </div>
      <FormDialog open={asking} title={text.lookTitle} confirmLabel={text.look} submit={looking} onConfirm={look} onClose={() => setAsking(false)}>
        <p>{membersText.sensitive.explain}</p>
        <Radio.Group className="sensitive-purposes" aria-label={membersText.sensitive.purpose} value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
          {membersText.sensitive.purposes.map((entry) => (
            <Radio key={entry} value={entry}>
              {entry}
            </Radio>
          ))}
        </Radio.Group>
      </FormDialog>
    </section>
  )
}
