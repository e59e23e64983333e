import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageUnit, KeyPost } from '../../../shared/model/coverage.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { DayPair } from '../../components/day-pair.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = coverageText.posts
const KINDS = ['party_committee', 'general_branch', 'branch'] as const

/** 登记、修改一个重要岗位;从名册里选的任岗人就是党员。 */
export const KeyPostDialog = ({ post, units, onClose }: { readonly post: KeyPost | null; readonly units: readonly CoverageUnit[]; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const [fields, setFields] = useState({
    organisationId: post?.organisationId ?? (null as string | null),
    unitId: post?.unitId ?? (null as string | null),
    name: post?.name ?? '',
    memberId: post?.memberId ?? (null as string | null),
    holderName: post?.holderName ?? '',
    isPartyMember: post?.isPartyMember ?? false,
    note: post?.note ?? '',
    fromDay: post?.fromDay ?? (today as string | null),
    toDay: post?.toDay ?? (null as string | null),
  })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const confirm = (): void => {
    setAsked(true)
    const { organisationId, name, fromDay, holderName } = fields
    if (organisationId === null || name.trim() === '' || fromDay === null) return
    void submit.run(() => api.coverage.saveKeyPost({ keyPost: post === null ? null : { id: post.id, rev: post.rev }, fields: { ...fields, organisationId, name: name.trim(), holderName: holderName.trim(), fromDay } }), onClose)
  }
  return (
    <FormDialog open width={640} title={text.dialog} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={text.organisation} required error={asked && fields.organisationId === null ? text.organisationMissing : undefined}>
          {(control) => <BranchPicker {...control} placeholder={coverageText.chooseOrganisation} value={fields.organisationId} onChange={(organisationId) => change({ organisationId })} kinds={KINDS} disabled={post !== null} />}
        </Field>
        <Field label={text.unit}>
          {(control) => <Select {...control} className="full-width" value={fields.unitId ?? ''} options={[{ value: '', label: text.noUnit }, ...units.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(unitId: string) => change({ unitId: unitId === '' ? null : unitId })} />}
        </Field>
      </div>
      <Field label={text.name} required error={asked && fields.name.trim() === '' ? text.nameMissing : undefined}>
        {(control) => <Input {...control} value={fields.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
      <div className="form-row">
        <Field label={text.holder}>
          {(control) => <PersonInput {...control} branchId={fields.organisationId} value={fields.holderName} onChange={(holderName) => change({ holderName, memberId: null })} onPick={({ memberId, name }) => change({ memberId, holderName: name, isPartyMember: true })} />}
        </Field>
        <Checkbox checked={fields.isPartyMember} disabled={fields.memberId !== null} onChange={(event) => change({ isPartyMember: event.target.checked })}>
          {text.isMember}
        </Checkbox>
      </div>
      <div className="form-row">
        <DayPair required value={fields} onChange={change} text={coverageText} missing={asked ? coverageText.fromDayMissing : undefined} />
      </div>
      <Field label={coverageText.remark}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => change({ note: event.target.value })} />}</Field>
    </FormDialog>
  )
}
