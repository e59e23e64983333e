import { Radio } from 'antd'
import { useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { organisationKinds } from '../../../shared/data/code-tables/organisation-kinds.ts'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'
import { NewBranchFields, NO_BRANCH, type NewBranch } from './new-branch-fields.tsx'

interface ChangeKindDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}
const text = organisationEventsText.changeKind
const KINDS = ['party_committee', 'general_branch', 'branch'] as const

export const ChangeKindDialog = (props: ChangeKindDialogProps) => (props.open ? <ChangeKindForm {...props} /> : null)

/** 改设为另一类组织;支部有人的,人和小组编入一个新支部。 */
const ChangeKindForm = ({ open, organisation, onClose }: ChangeKindDialogProps) => {
  const kinds = KINDS.filter((kind) => kind !== organisation.kind)
  const [kind, setKind] = useState<(typeof KINDS)[number]>(organisation.kind === 'branch' ? 'general_branch' : (kinds[0] ?? 'general_branch'))
  const hasPeople = organisation.kind === 'branch' && organisation.fullMembers + organisation.probationaryMembers > 0
  const [branch, setBranch] = useState<NewBranch>({ ...NO_BRANCH, name: text.firstBranchName(organisation.name), category: organisation.category })
  const [basis, setBasis] = useBasis()
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const confirm = (): void => {
    setAsked(true)
    const { day, ...document } = basis
    if (day === null || (hasPeople && branch.name.trim() === '')) return
    void submit.run(() => api.organisationEvents.changeKind({ id: organisation.id, rev: organisation.rev, kind, firstBranch: hasPeople ? { ...branch, name: branch.name.trim() } : null, day, ...document }), onClose)
  }
  return (
    <FormDialog open={open} title={text.title(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Radio.Group value={kind} onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)} aria-label={text.kind}>
        {kinds.map((each) => (
          <Radio key={each} value={each}>
            {text.into(nameOf(organisationKinds, each))}
          </Radio>
        ))}
      </Radio.Group>
      {hasPeople && (
        <>
          <p>{text.consequence(organisation.fullMembers + organisation.probationaryMembers)}</p>
          <NewBranchFields branch={branch} onChange={setBranch} asked={asked} label={text.firstBranch} />
        </>
      )}
      <p className="meta">{text.renameNote}</p>
      <BasisFields basis={basis} onChange={setBasis} dayMissing={asked && basis.day === null} />
    </FormDialog>
  )
}
