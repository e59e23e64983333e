import { Radio } from 'antd'
import { useState } from 'react'
import { buildForms } from '../../../shared/data/code-tables/build-forms.ts'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { BuildForm, OrganisationDetail } from '../../../shared/model/organisation.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

interface BuildFormDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}
const text = organisationEventsText.buildForm

export const BuildFormDialog = (props: BuildFormDialogProps) => (props.open ? <BuildFormForm {...props} /> : null)

/** 支部的组建方式,带日期;临时党支部不能办的几件事写在下面。 */
const BuildFormForm = ({ open, organisation, onClose }: BuildFormDialogProps) => {
  const today = useSession((session) => session.today)
  const [buildForm, setBuildForm] = useState<BuildForm>(organisation.buildForm ?? 'single')
  const [fromDay, setFromDay] = useState<string | null>(today)
  const submit = useSubmit()
  const confirm = (): void => void submit.run(() => api.organisations.setBuildForm({ id: organisation.id, rev: organisation.rev, buildForm, ...(fromDay === null ? {} : { fromDay }) }), onClose)
  return (
    <FormDialog open={open} title={text.title(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Radio.Group className="radio-column" value={buildForm} onChange={(event) => setBuildForm(buildForms.find(({ code }) => code === event.target.value)?.code ?? buildForm)} aria-label={text.label}>
        {buildForms.map(({ code, name }) => (
          <Radio key={code} value={code}>
            {name}
          </Radio>
        ))}
      </Radio.Group>
      {buildForm === 'temporary' && <p>{text.temporaryNote}</p>}
      <Field label={organisationsText.fields.fromDay} hint={organisationsText.fields.fromDayHint}>
        {(control) => <DateField {...control} value={fromDay} onChange={setFromDay} />}
      </Field>
    </FormDialog>
  )
}
