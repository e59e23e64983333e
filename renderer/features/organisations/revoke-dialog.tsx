import { useState } from 'react'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'

interface RevokeDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
  readonly onRevoked: () => void
}
const text = organisationEventsText.revoke

export const RevokeDialog = (props: RevokeDialogProps) => (props.open ? <RevokeForm {...props} /> : null)

/** 撤销:没有人、没有下级才行;以前的记录、名册照旧看得到。 */
const RevokeForm = ({ open, organisation, onClose, onRevoked }: RevokeDialogProps) => {
  const [basis, setBasis] = useBasis()
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    const { day, ...document } = basis
    if (day === null) return
    void submit.run(
      () => api.organisationEvents.revoke({ id: organisation.id, rev: organisation.rev, day, ...document }),
      () => {
        onRevoked()
        onClose()
      },
    )
  }
  return (
    <FormDialog open={open} title={text.title(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p>{text.consequence}</p>
      <BasisFields basis={basis} onChange={setBasis} dayMissing={asked && basis.day === null} />
    </FormDialog>
  )
}
