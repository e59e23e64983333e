import { Button } from 'antd'
import { useState } from 'react'
import { describeSchemeFault } from '../../../../shared/i18n/zh-CN/scheme-faults.ts'
import { scoringRulesText } from '../../../../shared/i18n/zh-CN/scoring-rules.ts'
import type { SchemeRule } from '../../../../shared/model/scheme.ts'
import { BranchPicker } from '../../../components/branch-picker.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { ExplainedParts } from '../../../components/explained-parts.tsx'
import { Field } from '../../../components/field.tsx'
import { MonthSwitch } from '../../../components/month-switch.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'
import { useSession } from '../../../platform/session.ts'
import { roundExact } from '../../../../shared/util/exact-text.ts'
import { useWorkingBranch } from '../../../platform/use-working-branch.ts'

const text = scoringRulesText.try
type Found = Extract<Awaited<ReturnType<typeof api.schemes.tryRule>>, { readonly ok: true }>['value']

/** 拿一个支部一个月试这条规则:得多少、计入哪些、没计入哪些、为什么。 */
export const TryRule = ({ rule, basePeriod }: { readonly rule: SchemeRule; readonly basePeriod: 'month' | 'quarter' }) => {
  const today = useSession((session) => session.today)
  const working = useWorkingBranch(undefined)
  const [branchId, setBranchId] = useState<string | null>(working)
  const [period, setPeriod] = useState(today.slice(0, 7))
  const [found, setFound] = useState<Found | null>(null)
  const submit = useSubmit()
  const run = (): void => {
    if (branchId !== null) void submit.run(() => api.schemes.tryRule({ rule, branchId, period, basePeriod }), setFound)
  }
  return (
    <fieldset className="scheme-set scheme-try">
      <legend>{text.title}</legend>
      <p className="meta">{text.note}</p>
      <div className="scheme-try-bar">
        <Field label={text.branch} compact>
          {(control) => <BranchPicker {...control} value={branchId} onChange={setBranchId} />}
        </Field>
        <MonthSwitch period={period} thisMonth={today.slice(0, 7)} onChange={setPeriod} />
        <Button disabled={branchId === null} loading={submit.busy} onClick={run}>
          {text.run}
        </Button>
      </div>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {found !== null && (
        <>
          {found.faults.map((fault) => (
            <p key={`${fault.code} ${fault.detail}`}>{describeSchemeFault(fault, () => scoringRulesText.fields.type)}</p>
          ))}
          {found.faults.length === 0 && <p role="status">{found.achievement === null ? text.outcomes[found.state === 'exempt' ? 'exempt' : 'missing'] : text.result(`${roundExact(found.achievement, 2, 100)}%`)}</p>}
          <ExplainedParts parts={found.parts} />
        </>
      )}
    </fieldset>
  )
}
