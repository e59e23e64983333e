import { Select } from 'antd'
import { useState } from 'react'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { EvaluationPeriod, Proof } from '../../../shared/model/evaluation-period.ts'
import { localDay } from '../../../shared/util/local-time.ts'
import { BranchPicker } from '../../components/branch-picker.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = appealsText.prove
/** 印在通报、证书上的就是指纹的前 12 位。 */
const SHORT = 12

const Result = ({ proof }: { readonly proof: Proof }) => (
  <div role="status">
    <p>
      <StateTag tone={proof.same ? 'done' : 'overdue'} word={proof.same ? text.same : text.different} />
    </p>
    <dl className="proof">
      <dt>{text.fingerprint}</dt>
      <dd>
        <code>{proof.resultHash.slice(0, SHORT)}</code>
      </dd>
      <dt>{text.revision}</dt>
      <dd>{text.revisionWord(proof.revision)}</dd>
      <dt>{text.scheme}</dt>
      <dd>{text.schemeWord(proof.schemeName, proof.schemeVersion)}</dd>
      <dt>{text.knownAt}</dt>
      <dd>{localDay(proof.knownAt)}</dd>
    </dl>
  </div>
)

interface ProveDialogProps {
  readonly months: readonly EvaluationPeriod[]
  readonly branchId: string | null
  readonly period: string | null
  readonly revision: number | null
  readonly onClose: () => void
}

/** 重算作证:拿冻结的依据当场再算一遍,与存下的比。 */
export const ProveDialog = ({ months, branchId: givenBranch, period: givenPeriod, revision, onClose }: ProveDialogProps) => {
  const submit = useSubmit()
  const [branchId, setBranchId] = useState(givenBranch)
  const [period, setPeriod] = useState<string | null>(givenPeriod ?? months.at(-1)?.period ?? null)
  const [proof, setProof] = useState<Proof | null>(null)
  const [asked, setAsked] = useState(false)
  // 换了支部、月份,要证的就不再是那一次修订。
  const isSame = branchId === givenBranch && period === givenPeriod
  const confirm = (): void => {
    setAsked(true)
    setProof(null)
    if (branchId === null || period === null) return
    void submit.run(() => api.appeals.prove({ branchId, period, revision: isSame ? revision : null }), setProof)
  }
  const change = (choose: () => void): void => {
    setProof(null)
    choose()
  }
  return (
    <FormDialog open title={text.title} confirmLabel={text.run} cancelLabel={text.close} submit={submit} onConfirm={confirm} onClose={onClose} width={600}>
      <p className="meta">{text.note}</p>
      <div className="form-row">
        <Field label={text.branch} required error={asked && branchId === null ? appealsText.propose.branchRequired : undefined}>
          {(control) => <BranchPicker {...control} value={branchId} onChange={(next) => change(() => setBranchId(next))} />}
        </Field>
        <Field label={text.period} required error={asked && period === null ? appealsText.propose.periodRequired : undefined}>
          {(control) => <Select {...control} className="full-width" value={period} onChange={(next) => change(() => setPeriod(next))} options={months.map((one) => ({ value: one.period, label: standingsText.periodName(one.period) }))} />}
        </Field>
      </div>
      {proof !== null && <Result proof={proof} />}
    </FormDialog>
  )
}
