import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { organisationEventsText } from '../../../shared/i18n/zh-CN/organisation-events.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { BasisFields, useBasis } from './basis-fields.tsx'
import { NewBranchFields, NO_BRANCH, type NewBranch } from './new-branch-fields.tsx'

interface SplitDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
  readonly onSplit: (id: string) => void
}
const text = organisationEventsText.split

export const SplitDialog = (props: SplitDialogProps) => (props.open ? <SplitForm {...props} /> : null)

/** 分出一个新支部:名单按那天的名册,整组或单个人编过去。 */
const SplitForm = ({ open, organisation, onClose, onSplit }: SplitDialogProps) => {
  const [branch, setBranch] = useState<NewBranch>({ ...NO_BRANCH, category: organisation.category })
  const [basis, setBasis] = useBasis()
  const [memberIds, setMemberIds] = useState<readonly string[]>([])
  const [groupIds, setGroupIds] = useState<readonly string[]>([])
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const roster = useQuery(api.organisations.rosterOn, basis.day === null ? null : { id: organisation.id, day: basis.day }, ['members.changed', 'organisations.changed'])
  const people = useMemo(() => roster.data?.people ?? [], [roster.data])
  const groups = useMemo(() => [...new Map(people.flatMap((person) => (person.partyGroupId === null ? [] : [[person.partyGroupId, person.partyGroupName] as const])))], [people])
  const isMoving = (person: (typeof people)[number]): boolean => memberIds.includes(person.memberId) || (person.partyGroupId !== null && groupIds.includes(person.partyGroupId))
  const moving = people.filter(isMoving).length
  const confirm = (): void => {
    setAsked(true)
    const { day, ...document } = basis
    if (branch.name.trim() === '' || day === null) return
    const chosen = memberIds.filter((id) => people.some((person) => person.memberId === id))
    void submit.run(
      () => api.organisationEvents.split({ id: organisation.id, rev: organisation.rev, ...branch, name: branch.name.trim(), buildForm: 'single', memberIds: chosen, groupIds: groupIds.filter((id) => groups.some(([group]) => group === id)), day, ...document }),
      (created) => {
        onSplit(created.id)
        onClose()
      },
    )
  }
  const toggle = (list: readonly string[], id: string): readonly string[] => (list.includes(id) ? list.filter((each) => each !== id) : [...list, id])
  return (
    <FormDialog open={open} title={text.title(organisation.name)} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={680}>
      <NewBranchFields branch={branch} onChange={setBranch} asked={asked} label={text.name} />
      <BasisFields basis={basis} onChange={setBasis} dayMissing={asked && basis.day === null} />
      <fieldset className="split-people">
        <legend>{text.people(moving, people.length)}</legend>
        {groups.map(([id, name]) => (
          <Checkbox key={id} checked={groupIds.includes(id)} onChange={() => setGroupIds(toggle(groupIds, id))}>
            {text.wholeGroup(name)}
          </Checkbox>
        ))}
        <div className="split-list">
          {people.map((person) => (
            <Checkbox key={person.memberId} checked={isMoving(person)} disabled={person.partyGroupId !== null && groupIds.includes(person.partyGroupId)} onChange={() => setMemberIds(toggle(memberIds, person.memberId))}>
              {person.name}
              {person.partyGroupName !== '' && <span className="meta">　{person.partyGroupName}</span>}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </FormDialog>
  )
}
