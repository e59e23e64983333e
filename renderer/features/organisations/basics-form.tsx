import { Input } from 'antd'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { SaveState } from '../../components/save-state.tsx'
import { UnsavedNote } from '../../components/unsaved-note.tsx'
import { useAutosave } from '../../components/use-autosave.ts'
import { api } from '../../platform/api.ts'

const basicsOf = ({ code, foundedOn, meetingPlace, themeDay, note }: OrganisationDetail) => ({ code, foundedOn, meetingPlace, themeDay, note })

/** 基本情况,离开一项就存。 */
export const BasicsForm = ({ detail, onReload }: { readonly detail: OrganisationDetail; readonly onReload: () => void }) => {
  const { fields, change, flush, discard, status } = useAutosave({
    draftKey: `organisation:${detail.id}`,
    fields: basicsOf(detail),
    rev: detail.rev,
    save: (basics, rev) => api.organisations.saveBasics({ id: detail.id, rev, ...basics }),
  })
  const text = organisationsText.fields
  const save = (): void => void flush()
  const isBranch = detail.kind === 'branch'
  return (
    <Card title={organisationsText.basics} extra={<SaveState status={status} />}>
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
        <Field label={text.code} hint={text.codeHint}>
          {(control) => <Input {...control} value={fields.code} maxLength={32} onChange={(event) => change({ code: event.target.value })} />}
        </Field>
        <Field label={text.foundedOn}>{(control) => <DateField {...control} monthAllowed value={fields.foundedOn} onChange={(foundedOn) => change({ foundedOn })} />}</Field>
        {isBranch && (
          <>
            <Field label={text.meetingPlace}>{(control) => <Input {...control} value={fields.meetingPlace} maxLength={60} onChange={(event) => change({ meetingPlace: event.target.value })} />}</Field>
            <Field label={text.themeDay} hint={text.themeDayHint}>
              {(control) => <Input {...control} value={fields.themeDay} maxLength={40} onChange={(event) => change({ themeDay: event.target.value })} />}
            </Field>
          </>
        )}
        <Field label={text.note} className="organisation-note">
          {(control) => <Input {...control} value={fields.note} maxLength={500} onChange={(event) => change({ note: event.target.value })} />}
        </Field>
      </div>
    </Card>
  )
}
