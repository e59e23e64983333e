import { Input, Radio } from 'antd'
import { useState } from 'react'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'

interface RenameDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}
const text = organisationEventsText.rename

export const RenameDialog = (props: RenameDialogProps) => (props.open ? <RenameForm {...props} /> : null)

/** 改名有日期,以前的记录仍显示当时的名称;写错的更正不是改名,不进沿革。 */
const RenameForm = ({ open, organisation, onClose }: RenameDialogProps) => {
  const [name, setName] = useState(organisation.name)
  const [shortName, setShortName] = useState(organisation.shortName)
  const [isCorrection, setCorrection] = useState(false)
  const [basis, setBasis] = useBasis()
  const submit = useSubmit()
  const missing = name.trim() === ''
  const confirm = (): void => {
    const { day, ...document } = basis
    if (missing || (day === null && !isCorrection)) return
    const named = { id: organisation.id, rev: organisation.rev, name: name.trim(), shortName }
    void submit.run(() => (isCorrection || day === null ? api.organisations.correct({ ...named, parentId: organisation.parentId }) : api.organisations.rename({ ...named, fromDay: day, ...document })), onClose)
  }
  return (
    <FormDialog open={open} title={organisationsText.renameTitle(organisation.name)} confirmLabel={organisationsText.renameConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Radio.Group value={isCorrection} onChange={(event) => setCorrection(event.target.value === true)} aria-label={text.why}>
        <Radio value={false}>{text.change}</Radio>
        <Radio value>{text.correction}</Radio>
      </Radio.Group>
      <Field label={organisationsText.fields.name} required error={missing ? organisationsText.nameMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={organisationsText.fields.shortName} hint={organisationsText.fields.shortNameHint}>
        {(control) => <Input {...control} value={shortName} maxLength={40} onChange={(event) => setShortName(event.target.value)} />}
      </Field>
      {isCorrection ? <p className="meta">{text.correctionNote}</p> : <BasisFields basis={basis} onChange={setBasis} dayMissing={basis.day === null} />}
    </FormDialog>
  )
}
