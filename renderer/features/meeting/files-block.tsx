import { Select } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { attachmentPurposes } from '../../../shared/data/code-tables/meeting-parts.ts'
import { contract } from '../../../shared/contract/index.ts'
import { attachmentsText } from '../../../shared/i18n/zh-CN/attachments.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import type { AttachmentPurpose } from '../../../shared/model/meeting-parts.ts'
import { AttachmentButton } from '../../components/attachments/attachment-button.tsx'
import { AttachmentItem } from '../../components/attachments/attachment-item.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'

const text = meetingAidsText.files
const KINDS = attachmentPurposes.map(({ code, name }) => ({ value: code as AttachmentPurpose, label: name }))

/** 附件:通知、签到表、纪要、决议书、照片;自成一体,不跟着记录的自动保存。 */
export const FilesBlock = ({ meetingId }: { readonly meetingId: string }) => {
  const { data } = useQuery(api.meetingFiles.list, { meetingId }, ['meetings.changed'])
  const thumbnails = useQuery(api.meetingFiles.thumbnails, { meetingId }, ['meetings.changed']).data
  const [kind, setKind] = useState<AttachmentPurpose>('sign_in')
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = useSubmit()
  const canWrite = useSession(({ session }) => mayCall(session, contract.meetingFiles.add))
  if (data === null) return null
  const editable = data.editable && canWrite
  return (
    <Card title={text.title}>
      {failure !== null && <ErrorNote failure={failure} />}
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {data.files.length === 0 ? (
        <p className="meta">{text.empty}</p>
      ) : (
        <ul className="meeting-files">
          {data.files.map((file) => (
            <li key={file.id}>
              <span className="meeting-file-kind">{nameOf(attachmentPurposes, file.kind)}</span>
              <AttachmentItem
                facts={file.attachment}
                thumbnail={thumbnails?.thumbnails.find(({ id }) => id === file.id)?.base64}
                open={() => api.meetingFiles.open({ meetingId, attachmentId: file.id })}
                onFailure={setFailure}
                removeNote={text.removeNote}
                {...(editable ? { onRemove: () => void submit.run(() => api.meetingFiles.remove({ meetingId, attachment: { id: file.id, rev: file.rev } })) } : {})}
              />
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <>
          <div className="meeting-file-add">
            <Select aria-label={text.kind} value={kind} options={KINDS} onChange={setKind} />
            <AttachmentButton onGiven={(attachment) => submit.run(() => api.meetingFiles.add({ meetingId, kind, attachment }))} onFailure={setFailure} />
          </div>
          <p className="meta">
            {text.note}
            {attachmentsText.hint}
            {attachmentsText.mostOfMeeting}
          </p>
        </>
      ) : (
        !data.editable && <p className="meta">{text.closed}</p>
      )}
    </Card>
  )
}
