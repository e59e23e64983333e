import { Input, Radio } from 'antd'
import { useState } from 'react'
import type { normsContract } from '../../../shared/contract/norms.contract.ts'
import type { OutputOf } from '../../../shared/contract/define.ts'
import type { NormEntry } from '../../../shared/data/norms/norm-entry.ts'
import { readNormText } from '../../../shared/data/norms/norm-registry.ts'
import { normsText } from '../../../shared/i18n/zh-CN/norms.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

export type NormState = OutputOf<typeof normsContract.list>['norms'][number]

interface NormDialogProps {
  readonly entry: NormEntry
  readonly state: NormState
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 改一个数:新的值和依据。 */
export const NormDialog = ({ entry, state, onClose, onSaved }: NormDialogProps) => {
  const [value, setValue] = useState(state.value)
  const [basis, setBasis] = useState(state.basis)
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const bad = readNormText(entry, value.trim()) === null
  const confirm = (): void => {
    setAsked(true)
    if (bad || basis.trim() === '') return
    void submit.run(
      () => api.norms.save({ key: entry.key, rev: state.rev, value: value.trim(), basis: basis.trim() }),
      () => {
        onSaved()
        onClose()
      },
    )
  }
  return (
    <FormDialog open title={normsText.editTitle(entry.label)} confirmLabel={normsText.confirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <p className="meta">{normsText.source(normsText.sources[entry.source], entry.basis)}</p>
      {entry.kind === 'choice' ? (
        <Radio.Group aria-label={normsText.value} value={value} onChange={(event) => setValue(String(event.target.value))}>
          {entry.choices.map(({ code, label }) => (
            <Radio key={code} value={code}>
              {label}
            </Radio>
          ))}
        </Radio.Group>
      ) : (
        <Field label={normsText.value} required hint={normsText.range(entry)} error={asked && bad ? normsText.outOfRange(entry) : undefined}>
          {(control) => <Input {...control} autoFocus inputMode="numeric" value={value} maxLength={9} onChange={(event) => setValue(event.target.value)} />}
        </Field>
      )}
      <Field label={normsText.basis} required hint={normsText.basisHint} error={asked && basis.trim() === '' ? normsText.basisMissing : undefined}>
        {(control) => <Input {...control} value={basis} maxLength={100} onChange={(event) => setBasis(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
