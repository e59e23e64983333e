import { useState } from 'react'
import { transfersText } from '../../../shared/i18n/zh-CN/transfers.ts'
import type { TransferDirection } from '../../../shared/model/transfer.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { BLANK_LETTER, LetterFields } from './letter-fields.tsx'

const text = transfersText
const isLocal = (scope: string): boolean => scope === 'within_committee'

/** 起草转出、登记转入。 */
export const NewLetterDialog = ({ direction, branchId, onClose, onSaved }: { readonly direction: TransferDirection; readonly branchId: string | null; readonly onClose: () => void; readonly onSaved: (id: string) => void }) => {
  const [branch, setBranch] = useState<string | null>(branchId)
  const [member, setMember] = useState<{ readonly id: string | null; readonly name: string }>({ id: null, name: '' })
  const [toBranch, setToBranch] = useState<string | null>(null)
  const [fields, setFields] = useState(BLANK_LETTER)
  /** 没有动过有效期的,跟着范围走。 */
  const [ownDays, setOwnDays] = useState(false)
  const { data: defaults } = useQuery(api.transfers.defaults, {}, ['norms.changed'])
  const shown = ownDays || defaults === null ? fields : { ...fields, validDays: defaults.validDays[fields.scope] }
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const noPerson = direction === 'out' ? member.id === null : fields.name.trim() === ''
  const save = (): void => {
    setAsked(true)
    const { id: memberId } = member
    if (direction === 'out') {
      if (memberId !== null) void submit.run(() => api.transfers.startOut({ memberId, toBranchId: isLocal(fields.scope) ? toBranch : null, fields: { ...shown, name: member.name } }), ({ id }) => onSaved(id))
    } else if (branch !== null && !noPerson) void submit.run(() => api.transfers.startIn({ branchId: branch, fields: shown }), ({ id }) => onSaved(id))
  }
  return (
    <FormDialog open title={direction === 'out' ? text.addOut : text.addIn} confirmLabel={text.save} submit={submit} onConfirm={save} onClose={onClose} width={720}>
      <div className="form-row">
        <Field label={direction === 'out' ? text.fields.branch : text.fields.toBranch} required>
          {(control) => <BranchPicker {...control} aria-label={direction === 'out' ? text.fields.branch : text.fields.toBranch} kinds={['branch']} value={branch} onChange={setBranch} />}
        </Field>
        {direction === 'out' && (
          <Field label={text.fields.member} required error={asked && noPerson ? text.memberMissing : undefined}>
            {(control) => <PersonInput {...control} branchId={branch} value={member.name} onChange={(name) => setMember({ id: null, name })} onPick={(person) => setMember({ id: person.memberId, name: person.name })} />}
          </Field>
        )}
      </div>
      <LetterFields
        direction={direction}
        fields={shown}
        locked={false}
        onChange={(patch) => {
          if (patch.validDays !== undefined) setOwnDays(true)
          setFields({ ...shown, ...patch })
        }}
      />
      {direction === 'out' && isLocal(fields.scope) && (
        <Field label={text.fields.toBranchOut}>{(control) => <BranchPicker {...control} aria-label={text.fields.toBranchOut} kinds={['branch']} value={toBranch} onChange={setToBranch} allowClear />}</Field>
      )}
      {direction === 'in' && asked && noPerson && <p className="field-error">{text.fields.name}</p>}
    </FormDialog>
  )
}
