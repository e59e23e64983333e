import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { documentKinds } from '../../../shared/data/code-tables/development-steps.ts'
import { attachmentsText } from '../../../shared/i18n/zh-CN/attachments.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { AttachmentGiven } from '../../../shared/model/attachment.ts'
import type { DevelopmentDetail, DevelopmentDocument } from '../../../shared/model/development.ts'
import { AttachmentButton } from '../../components/attachments/attachment-button.tsx'
import { AttachmentItem } from '../../components/attachments/attachment-item.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery, type Failure } from '../../platform/use-query.ts'

const text = developmentText.step
/** 定期考察的两步,缺省登记考察;别的登记材料。 */
const PERIODIC: readonly number[] = [6, 21]
const KINDS = documentKinds.map(({ code, name }) => ({ value: code, label: name }))

interface RowProps {
  readonly personId: string
  readonly document: DevelopmentDocument
  readonly thumbnail: string | undefined
  readonly editable: boolean
  readonly onFailure: (failure: Failure | null) => void
}
/** 登记的一份:说清是什么,附的文件在下面。 */
const DocumentRow = ({ personId, document, thumbnail, editable, onFailure }: RowProps) => {
  const submit = useSubmit()
  const own = { personId, document: { id: document.id, rev: document.rev } }
  const attach = (attachment: AttachmentGiven) => submit.run(() => api.development.attachDocument({ ...own, attachment }))
  return (
    <li>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="development-document-head">
        <span>{[nameOf(documentKinds, document.kind), document.name, document.documentNumber, document.datedOn ?? ''].filter((part) => part !== '').join('\u3000')}</span>
        {editable && (
          <span className="development-document-buttons">
            <AttachmentButton replaces={document.attachment !== null} onGiven={attach} onFailure={onFailure} />
            <ConfirmButton danger label={text.removeDocument} question={text.removeQuestion(document.name)} confirmLabel={text.removeDocument} onConfirm={() => void submit.run(() => api.development.removeDocument(own))} />
          </span>
        )}
      </div>
      {document.attachment !== null && (
        <AttachmentItem
          facts={document.attachment}
          thumbnail={thumbnail}
          open={() => api.development.openDocument({ personId, document: { id: document.id } })}
          onFailure={onFailure}
          {...(editable ? { onRemove: () => void submit.run(() => api.development.detachDocument(own)) } : {})}
        />
      )}
    </li>
  )
}

/** 一步下的材料、考察与汇报:名称、文号、日期,附扫描件、照片、PDF、Word。 */
export const StepDocuments = ({ person, step }: { readonly person: DevelopmentDetail; readonly step: number }) => {
  const blank = { kind: PERIODIC.includes(step) ? ('inspection' as const) : ('document' as const), name: '', documentNumber: '', datedOn: null as string | null, note: '' }
  const [draft, setDraft] = useState<Omit<typeof blank, 'kind'> & { readonly kind: 'document' | 'inspection' | 'report' }>(blank)
  const [failure, setFailure] = useState<Failure | null>(null)
  const submit = useSubmit()
  const { data } = useQuery(api.development.thumbnails, { personId: person.id, step }, ['development.changed'])
  const thumbnails = new Map(data?.thumbnails.map(({ id, base64 }) => [id, base64]))
  const own = person.documents.filter((document) => document.step === step)
  const editable = person.status === 'active'
  const add = async (attachment?: AttachmentGiven): Promise<void> => {
    if (draft.name.trim() !== '') await submit.run(() => api.development.addDocument({ personId: person.id, document: { ...draft, name: draft.name.trim(), step }, ...(attachment === undefined ? {} : { attachment }) }), () => setDraft(blank))
  }
  return (
    <section className="development-documents" aria-label={text.documents}>
      <h3>{text.documents}</h3>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {failure !== null && <ErrorNote failure={failure} />}
      {own.length > 0 && (
        <ul>
          {own.map((document) => (
            <DocumentRow key={document.id} personId={person.id} document={document} thumbnail={thumbnails.get(document.id)} editable={editable} onFailure={setFailure} />
          ))}
        </ul>
      )}
      {editable && (
        <>
          <div className="form-row">
            <Select aria-label={text.documentKind} value={draft.kind} options={KINDS} onChange={(kind: 'document' | 'inspection' | 'report') => setDraft({ ...draft, kind })} />
            <Input aria-label={text.documentName} placeholder={text.documentName} value={draft.name} maxLength={80} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
            <Input aria-label={text.documentNumber} placeholder={text.documentNumber} value={draft.documentNumber} maxLength={60} onChange={(event) => setDraft({ ...draft, documentNumber: event.target.value })} />
            <DateField aria-label={text.documentDay} value={draft.datedOn} onChange={(datedOn) => setDraft({ ...draft, datedOn })} />
          </div>
          <div className="development-document-buttons">
            <Button onClick={() => void add()} loading={submit.busy} disabled={draft.name.trim() === ''}>
              {text.addDocument}
            </Button>
            <AttachmentButton disabled={draft.name.trim() === ''} onGiven={add} onFailure={setFailure} />
          </div>
          <p className="meta">{attachmentsText.hint}</p>
        </>
      )}
    </section>
  )
}
