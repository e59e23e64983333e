import { useMemo, useState } from 'react'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationDetail, OrganisationKind, OrganisationNode } from '../../../shared/model/organisation.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'
import { withDescendants } from './tree-rows.ts'

interface MergeDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly nodes: readonly OrganisationNode[]
  readonly onClose: () => void
  readonly onMerged: (targetId: string) => void
}
const text = organisationEventsText.merge
/** 能并到哪几类里。 */
const TARGETS: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = { party_committee: ['party_committee'], general_branch: ['general_branch', 'party_committee'], branch: ['branch'], party_group: ['party_group'] }

export const MergeDialog = (props: MergeDialogProps) => (props.open ? <MergeForm {...props} /> : null)

/** 并入另一个组织:人、小组(或下级组织)跟着走,自己撤销。 */
const MergeForm = ({ open, organisation, nodes, onClose, onMerged }: MergeDialogProps) => {
  const [targetId, setTargetId] = useState<string | null>(null)
  const [basis, setBasis] = useBasis()
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const exclude = useMemo(() => {
    const own = withDescendants(organisation.id, nodes)
    // 小组只能并到本支部的小组。
    return organisation.kind === 'party_group' ? new Set(nodes.filter((node) => own.has(node.id) || node.parentId !== organisation.parentId).map((node) => node.id)) : own
  }, [organisation, nodes])
  const confirm = (): void => {
    setAsked(true)
    const { day, ...document } = basis
    if (targetId === null || day === null) return
    void submit.run(
      () => api.organisationEvents.merge({ targetId, sourceIds: [organisation.id], day, ...document }),
      () => {
        onMerged(targetId)
        onClose()
      },
    )
  }
  return (
    <FormDialog open={open} title={text.title(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p>{text.consequence(organisation.kind, organisation.fullMembers + organisation.probationaryMembers, withDescendants(organisation.id, nodes).size - 1)}</p>
      <Field label={text.target} required error={asked && targetId === null ? text.targetMissing : undefined}>
        {(control) => <BranchPicker {...control} kinds={TARGETS[organisation.kind]} exclude={exclude} value={targetId} onChange={setTargetId} placeholder={text.placeholder} />}
      </Field>
      <BasisFields basis={basis} onChange={setBasis} dayMissing={asked && basis.day === null} />
    </FormDialog>
  )
}
