import { useMemo, useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail, OrganisationNode } from '../../../shared/model/organisation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { parentKindsOf } from './child-kinds.ts'

interface MoveDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly nodes: readonly OrganisationNode[]
  readonly onClose: () => void
}

/** 自己和全部下级,不能作自己的上级。 */
const withDescendants = (id: string, nodes: readonly OrganisationNode[]): ReadonlySet<string> => {
  const found = new Set([id])
  // 树的次序是上级在前,一遍就够。
  for (const node of nodes) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id)
  return found
}

export const MoveDialog = (props: MoveDialogProps) => (props.open ? <MoveForm {...props} /> : null)

const MoveForm = ({ open, organisation, nodes, onClose }: MoveDialogProps) => {
  const today = useSession((session) => session.today)
  const own = useMemo(() => withDescendants(organisation.id, nodes), [organisation.id, nodes])
  const exclude = useMemo(() => (organisation.parentId === null ? own : new Set([...own, organisation.parentId])), [own, organisation.parentId])
  const kinds = useMemo(() => parentKindsOf(organisation.kind), [organisation.kind])
  const [parentId, setParentId] = useState<string | null>(null)
  const [fromDay, setFromDay] = useState<string | null>(today)
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    if (parentId === null) return
    void submit.run(() => api.organisations.move({ id: organisation.id, rev: organisation.rev, parentId, ...(fromDay === null ? {} : { fromDay }) }), onClose)
  }
  return (
    <FormDialog open={open} title={organisationsText.moveTitle(organisation.name)} confirmLabel={organisationsText.moveConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p>{organisationsText.moveConsequence(own.size - 1)}</p>
      <Field label={organisationsText.fields.parent} required error={asked && parentId === null ? organisationsText.parentMissing : undefined}>
        {(control) => <BranchPicker {...control} kinds={kinds} exclude={exclude} value={parentId} onChange={setParentId} placeholder={organisationsText.parentPlaceholder} />}
      </Field>
      <Field label={organisationsText.fields.fromDay} hint={organisationsText.fields.fromDayHint}>
        {(control) => <DateField {...control} value={fromDay} onChange={setFromDay} />}
      </Field>
    </FormDialog>
  )
}
