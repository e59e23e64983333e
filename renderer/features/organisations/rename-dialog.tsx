import { Input } from 'antd'
import { useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

interface RenameDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}

export const RenameDialog = (props: RenameDialogProps) => (props.open ? <RenameForm {...props} /> : null)

/** 改名有日期:以前的记录仍显示当时的名称。 */
const RenameForm = ({ open, organisation, onClose }: RenameDialogProps) => {
  const today = useSession((session) => session.today)
  const [name, setName] = useState(organisation.name)
  const [shortName, setShortName] = useState(organisation.shortName)
  const [fromDay, setFromDay] = useState<string | null>(today)
  const submit = useSubmit()
  const missing = name.trim() === ''
  const confirm = (): void => {
    if (missing) return
    void submit.run(() => api.organisations.rename({ id: organisation.id, rev: organisation.rev, name: name.trim(), shortName, ...(fromDay === null ? {} : { fromDay }) }), onClose)
  }
  return (
    <FormDialog open={open} title={organisationsText.renameTitle(organisation.name)} confirmLabel={organisationsText.renameConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={organisationsText.fields.name} required error={missing ? organisationsText.nameMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div className="form-row">
        <Field label={organisationsText.fields.shortName} hint={organisationsText.fields.shortNameHint}>
          {(control) => <Input {...control} value={shortName} maxLength={40} onChange={(event) => setShortName(event.target.value)} />}
        </Field>
        <Field label={organisationsText.fields.fromDay} hint={organisationsText.fields.fromDayHint}>
          {(control) => <DateField {...control} value={fromDay} onChange={setFromDay} />}
        </Field>
      </div>
    </FormDialog>
  )
}
