import { useMemo, useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationNode } from '../../../shared/model/organisation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'
import { parentKindsOf } from './child-kinds.ts'
import { withDescendants } from './tree-rows.ts'

interface MoveDialogProps {
  readonly open: boolean
  readonly organisation: Pick<OrganisationNode, 'id' | 'rev' | 'name' | 'kind' | 'parentId'>
  readonly nodes: readonly OrganisationNode[]
  /** 拖到哪个上级之下;按按钮打开的没有。 */
  readonly parentId?: string
  readonly onClose: () => void
}

export const MoveDialog = (props: MoveDialogProps) => (props.open ? <MoveForm {...props} /> : null)

const MoveForm = ({ open, organisation, nodes, parentId: given, onClose }: MoveDialogProps) => {
  const own = useMemo(() => withDescendants(organisation.id, nodes), [organisation.id, nodes])
  const exclude = useMemo(() => (organisation.parentId === null ? own : new Set([...own, organisation.parentId])), [own, organisation.parentId])
  const kinds = useMemo(() => parentKindsOf(organisation.kind), [organisation.kind])
  const [parentId, setParentId] = useState<string | null>(given ?? null)
  const [basis, setBasis] = useBasis()
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    const { day, ...document } = basis
    if (parentId === null || day === null) return
    void submit.run(() => api.organisations.move({ id: organisation.id, rev: organisation.rev, parentId, fromDay: day, ...document }), onClose)
  }
  return (
    <FormDialog open={open} title={organisationsText.moveTitle(organisation.name)} confirmLabel={organisationsText.moveConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p>{organisationsText.moveConsequence(own.size - 1)}</p>
      <Field label={organisationsText.fields.parent} required error={asked && parentId === null ? organisationsText.parentMissing : undefined}>
        {(control) => <BranchPicker {...control} kinds={kinds} exclude={exclude} value={parentId} onChange={setParentId} placeholder={organisationsText.parentPlaceholder} />}
      </Field>
      <BasisFields basis={basis} onChange={setBasis} dayMissing={asked && basis.day === null} />
    </FormDialog>
  )
}
