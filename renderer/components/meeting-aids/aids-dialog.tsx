import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingAidsText } from '../../../shared/i18n/zh-CN/meeting-aids.ts'
import { api } from '../../platform/api.ts'
import { ConfirmButton } from '../confirm-button.tsx'
import { ErrorNote } from '../error-note.tsx'
import { useImeSafeForm } from '../ime-safe-form.ts'
import { useSubmit } from '../use-submit.ts'
import { OwnerChoice } from './owner-choice.tsx'
import { TemplateDialog, type TemplateDraft } from './template-dialog.tsx'
import { useMeetingAids } from './use-meeting-aids.ts'
import './meeting-aids.css'

const text = meetingAidsText.manage

/** 样板与常用语的管理:自己的可改可去,上级的只看。 */
export const AidsDialog = ({ branchId, open, onClose }: { readonly branchId: string; readonly open: boolean; readonly onClose: () => void }) => {
  const aids = useMeetingAids(open ? branchId : null, null)
  const submit = useSubmit()
  const [draft, setDraft] = useState<TemplateDraft | null>(null)
  const [sentence, setSentence] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const owners = aids?.owners ?? []
  const ownerId = chosen ?? owners[0]?.id ?? branchId
  const keep = (phrase: string): void => {
    if (phrase.trim() !== '') void submit.run(() => api.meetingAids.savePhrase({ ownerId, phrase: null, text: phrase.trim() }), () => setSentence(''))
  }
  const add = (): void => keep(sentence)
  const form = useImeSafeForm(add)
  return (
    <Modal open={open} title={text.title} footer={null} onCancel={onClose} destroyOnHidden width={720}>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {aids !== null && (
        <div className="aids">
          <h3>{text.templates}</h3>
          {aids.templates.length === 0 && <p className="meta">{text.noTemplates}</p>}
          <ul className="aids-list">
            {aids.templates.map((row) => (
              <li key={row.id}>
                <span className="aids-words">
                  <strong>{row.fields.name}</strong>
                  <span className="meta">{`${nameOf(meetingTypes, row.fields.meetingType)}\u3000${row.ownerName}`}</span>
                </span>
                {row.editable ? (
                  <>
                    <Button aria-label={text.editTemplate(row.fields.name)} onClick={() => setDraft({ template: row, fields: row.fields })}>
                      {text.edit}
                    </Button>
                    <ConfirmButton danger label={text.remove} question={text.removeTemplate(row.fields.name)} consequence={text.consequence} confirmLabel={text.remove} onConfirm={() => void submit.run(() => api.meetingAids.removeTemplate({ ownerId: row.ownerId, template: { id: row.id, rev: row.rev } }))} />
                  </>
                ) : (
                  <span className="meta">{text.readOnly}</span>
                )}
              </li>
            ))}
          </ul>
          <h3>{text.phrases}</h3>
          {aids.phrases.length === 0 && <p className="meta">{text.noPhrases}</p>}
          <ul className="aids-list">
            {aids.phrases.map((row) => (
              <li key={row.id}>
                <span className="aids-words">
                  <span>{row.text}</span>
                  <span className="meta">{row.ownerName}</span>
                </span>
                {row.editable ? (
                  <Button aria-label={text.removePhrase(row.text)} onClick={() => void submit.run(() => api.meetingAids.removePhrase({ ownerId: row.ownerId, phrase: { id: row.id, rev: row.rev } }))}>
                    {text.remove}
                  </Button>
                ) : (
                  <span className="meta">{text.readOnly}</span>
                )}
              </li>
            ))}
          </ul>
          {aids.learnt.length > 0 && (
            <>
              <h3>{text.learnt}</h3>
              <ul className="aids-list">
                {aids.learnt.map((phrase) => (
                  <li key={phrase}>
                    <span className="aids-words">{phrase}</span>
                    <Button aria-label={meetingAidsText.phrase.keepOf(phrase)} onClick={() => keep(phrase)}>
                      {text.keep}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <form {...form} className="aids-add">
            <Input aria-label={text.addLabel} placeholder={text.addLabel} value={sentence} maxLength={200} onChange={(event) => setSentence(event.target.value)} />
            <Button htmlType="submit" loading={submit.busy} disabled={sentence.trim() === ''}>
              {text.add}
            </Button>
          </form>
          <OwnerChoice owners={owners} value={ownerId} onChange={setChosen} />
          <TemplateDialog draft={draft} owners={owners} onClose={() => setDraft(null)} />
        </div>
      )}
    </Modal>
  )
}
