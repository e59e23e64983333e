import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { documentKinds } from '../../../shared/data/code-tables/development-steps.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentDetail } from '../../../shared/model/development.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = developmentText.step
/** 定期考察的两步,缺省登记考察;别的登记材料。 */
const PERIODIC: readonly number[] = [6, 21]
const KINDS = documentKinds.map(({ code, name }) => ({ value: code, label: name }))

/** 一步下的材料、考察与汇报:名称、文号、日期。 */
export const StepDocuments = ({ person, step }: { readonly person: DevelopmentDetail; readonly step: number }) => {
  const blank = { kind: PERIODIC.includes(step) ? ('inspection' as const) : ('document' as const), name: '', documentNumber: '', datedOn: null as string | null, note: '' }
  const [draft, setDraft] = useState<Omit<typeof blank, 'kind'> & { readonly kind: 'document' | 'inspection' | 'report' }>(blank)
  const submit = useSubmit()
  const own = person.documents.filter((document) => document.step === step)
  const add = (): void => {
    if (draft.name.trim() !== '') void submit.run(() => api.development.addDocument({ personId: person.id, document: { ...draft, name: draft.name.trim(), step } }), () => setDraft(blank))
  }
  return (
    <section className="development-documents" aria-label={text.documents}>
      <h3>{text.documents}</h3>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <ul>
        {own.map((document) => (
          <li key={document.id}>
            <span>{[nameOf(documentKinds, document.kind), document.name, document.documentNumber, document.datedOn ?? ''].filter((part) => part !== '').join('\u3000')}</span>
            {person.status === 'active' && (
              <ConfirmButton danger label={text.removeDocument} question={text.removeQuestion(document.name)} confirmLabel={text.removeDocument} onConfirm={() => void submit.run(() => api.development.removeDocument({ personId: person.id, document: { id: document.id, rev: document.rev } }))} />
            )}
          </li>
        ))}
      </ul>
      {person.status === 'active' && (
        <div className="form-row">
          <Select aria-label={text.documentKind} value={draft.kind} options={KINDS} onChange={(kind: 'document' | 'inspection' | 'report') => setDraft({ ...draft, kind })} />
          <Input aria-label={text.documentName} placeholder={text.documentName} value={draft.name} maxLength={80} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
          <Input aria-label={text.documentNumber} placeholder={text.documentNumber} value={draft.documentNumber} maxLength={60} onChange={(event) => setDraft({ ...draft, documentNumber: event.target.value })} />
          <DateField aria-label={text.documentDay} value={draft.datedOn} onChange={(datedOn) => setDraft({ ...draft, datedOn })} />
          <Button onClick={add} loading={submit.busy} disabled={draft.name.trim() === ''}>
            {text.addDocument}
          </Button>
        </div>
      )}
    </section>
  )
}
