import { Input, Select } from 'antd'
import { useState } from 'react'
import { unitKinds } from '../../../shared/data/code-tables/unit-kinds.ts'
import { coverageText } from '../../../shared/i18n/zh-CN/coverage.ts'
import type { CoverageUnit } from '../../../shared/model/coverage.ts'
import type { UnitKindCode } from '../../../shared/model/organisation-lists.ts'
import { BranchPicker, useOrganisations } from '../../components/branch-picker.tsx'
import { DayPair } from '../../components/day-pair.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const text = coverageText.units
const KINDS = ['party_committee', 'general_branch', 'branch'] as const
const UNIT_KINDS = unitKinds.map(({ code, name }) => ({ value: code, label: name }))

/** 登记、修改一个单位。 */
export const UnitDialog = ({ unit, onClose }: { readonly unit: CoverageUnit | null; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const { nodes } = useOrganisations()
  const [owner, setOwner] = useState<string | null>(unit?.ownerUnit ?? nodes[0]?.id ?? null)
  const [fields, setFields] = useState({ name: unit?.name ?? '', unitKind: unit?.unitKind ?? ('work_area' as UnitKindCode), code: unit?.code ?? '', note: unit?.note ?? '', fromDay: unit?.fromDay ?? (today as string | null), toDay: unit?.toDay ?? (null as string | null) })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const confirm = (): void => {
    setAsked(true)
    const { name, fromDay } = fields
    if (owner === null || name.trim() === '' || fromDay === null) return
    void submit.run(() => api.coverage.saveUnit({ organisationId: owner, unit: unit === null ? null : { id: unit.id, rev: unit.rev }, fields: { ...fields, name: name.trim(), fromDay } }), onClose)
  }
  return (
    <FormDialog open title={text.dialog} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Field label={text.name} required error={asked && fields.name.trim() === '' ? text.nameMissing : undefined}>
        {(control) => <Input {...control} autoFocus value={fields.name} maxLength={80} onChange={(event) => change({ name: event.target.value })} />}
      </Field>
      <div className="form-row">
        <Field label={text.kind}>{(control) => <Select {...control} className="full-width" value={fields.unitKind} options={UNIT_KINDS} onChange={(unitKind: UnitKindCode) => change({ unitKind })} />}</Field>
        <Field label={text.code}>{(control) => <Input {...control} value={fields.code} maxLength={32} onChange={(event) => change({ code: event.target.value })} />}</Field>
      </div>
      <Field label={text.owner} required error={asked && owner === null ? text.ownerMissing : undefined}>
        {(control) => <BranchPicker {...control} placeholder={coverageText.chooseOrganisation} value={owner} onChange={setOwner} kinds={KINDS} disabled={unit !== null} />}
      </Field>
      <div className="form-row">
        <DayPair required value={fields} onChange={change} text={coverageText} missing={asked ? coverageText.fromDayMissing : undefined} />
      </div>
      <Field label={coverageText.remark}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => change({ note: event.target.value })} />}</Field>
    </FormDialog>
  )
}
