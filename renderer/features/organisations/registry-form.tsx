import { Input, Select } from 'antd'
import { unitRelations } from '../../../shared/data/code-tables/unit-relations.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail, UnitRelation } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { Field } from '../../components/field.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { UnsavedNote } from '../../components/unsaved-note.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { api } from '../../platform/api.ts'

const text = organisationsText.registry

/** 党组织采集的登记项,离开一项就存。 */
export const RegistryForm = ({ detail, onReload }: { readonly detail: OrganisationDetail; readonly onReload: () => void }) => {
  const { unitRelation, contact, phone, approvalDocument } = detail
  const { fields, change, flush, discard, status } = useAutosave({
    draftKey: `registry:${detail.id}`,
    fields: { unitRelation, contact, phone, approvalDocument },
    rev: detail.rev,
    save: (registry, rev) => api.organisations.saveRegistry({ id: detail.id, rev, ...registry }),
  })
  const save = (): void => void flush()
  return (
    <Card title={text.title} extra={<SaveState status={status} />}>
      {status.kind === 'unsaved' && (
        <UnsavedNote
          failure={status.failure}
          onRetry={save}
          onLatest={() => {
            discard()
            onReload()
          }}
        />
      )}
      <div className="organisation-basics" onBlur={save}>
        <Field label={text.unitRelation}>
          {(control) => (
            <Select
              {...control}
              className="full-width"
              value={fields.unitRelation === '' ? null : fields.unitRelation}
              allowClear
              placeholder={text.unitRelationPlaceholder}
              options={unitRelations.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(chosen: Exclude<UnitRelation, ''> | null | undefined) => change({ unitRelation: chosen ?? '' })}
            />
          )}
        </Field>
        <Field label={text.approvalDocument}>{(control) => <Input {...control} value={fields.approvalDocument} maxLength={60} onChange={(event) => change({ approvalDocument: event.target.value })} />}</Field>
        <Field label={text.contact}>{(control) => <Input {...control} value={fields.contact} maxLength={40} onChange={(event) => change({ contact: event.target.value })} />}</Field>
        <Field label={text.phone} hint={text.phoneHint}>
          {(control) => <Input {...control} value={fields.phone} maxLength={40} onChange={(event) => change({ phone: event.target.value })} />}
        </Field>
      </div>
    </Card>
  )
}
