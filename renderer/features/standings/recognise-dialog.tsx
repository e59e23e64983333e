import { App, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { standingsText } from '../../../shared/i18n/zh-CN/standings.ts'
import type { StandingKind, StandingRow } from '../../../shared/model/evaluation-period.ts'
import { isExact, roundExact, shortExact } from '../../../shared/util/exact-text.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import type { StandingOverview } from './overview.ts'

const text = standingsText.decision
const KINDS: readonly StandingKind[] = ['direct_award', 'flag', 'own_part', 'deviation']

interface RecogniseDialogProps {
  readonly row: StandingRow
  readonly period: string
  readonly overview: StandingOverview
  readonly frozen: boolean
  readonly today: string
  readonly onClose: () => void
}

/** 认定:直接定级、具备条件、专项验收的分,或者党委另作决定。公示以后只有最后一种。 */
export const RecogniseDialog = ({ row, period, overview, frozen, today, onClose }: RecogniseDialogProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const kinds = KINDS.filter((kind) => (kind === 'deviation' ? true : !frozen && (kind !== 'flag' || overview.flags.length > 0) && (kind !== 'own_part' || overview.ownShare !== null)))
  const [kind, setKind] = useState<StandingKind>(kinds[0] ?? 'deviation')
  const [star, setStar] = useState<number | null>(null)
  const [flag, setFlag] = useState<string | null>(null)
  const [points, setPoints] = useState('')
  const [rest, setRest] = useState({ reason: '', document: '', decidedBy: '' })
  const [decidedOn, setDecidedOn] = useState<string | null>(today)
  const [asked, setAsked] = useState(false)
  const missing = (isMissing: boolean, words: string): string | undefined => (asked && isMissing ? words : undefined)
  const value = kind === 'flag' ? '' : kind === 'own_part' ? points.trim() : star === null ? null : String(star)
  const badPoints = kind === 'own_part' && !isExact(points.trim())
  const confirm = (): void => {
    setAsked(true)
    if (value === null || badPoints || (kind === 'flag' && flag === null) || rest.reason.trim() === '' || rest.decidedBy.trim() === '' || decidedOn === null) return
    void submit.run(
      () => api.standings.decide({ branchId: row.branchId, period, kind, code: kind === 'flag' ? (flag ?? '') : '', value, reason: rest.reason.trim(), document: rest.document.trim(), decidedBy: rest.decidedBy.trim(), decidedOn }),
      () => {
        void message.success(text.done)
        onClose()
      },
    )
  }
  const line = (key: keyof typeof rest, label: string, maxLength: number, required?: string) => (
    <Field label={label} required={required !== undefined} error={required === undefined ? undefined : missing(rest[key].trim() === '', required)}>
      {(control) => <Input {...control} value={rest[key]} maxLength={maxLength} onChange={(event) => setRest({ ...rest, [key]: event.target.value })} />}
    </Field>
  )
  return (
    <FormDialog open title={text.title(row.branchName, standingsText.periodName(period))} confirmLabel={text.confirm} submit={submit} onConfirm={confirm} onClose={onClose} width={640}>
      <Radio.Group aria-label={text.kind} value={kind} onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'deviation')}>
        {kinds.map((one) => (
          <Radio key={one} value={one} autoFocus={one === kind}>
            {text.kinds[one]}
          </Radio>
        ))}
      </Radio.Group>
      <p className="meta">{text.notes[kind]}</p>
      {(kind === 'direct_award' || kind === 'deviation') && (
        <Field label={text.star} required error={missing(star === null, text.starRequired)}>
          {(control) => <Select {...control} className="full-width" value={star} options={[...overview.levels.map((level) => level.star), 0].map((one) => ({ value: one, label: standingsText.starWord(one) }))} onChange={setStar} />}
        </Field>
      )}
      {kind === 'flag' && (
        <Field label={text.flag} required error={missing(flag === null, text.flagRequired)}>
          {(control) => <Select {...control} className="full-width" value={flag} options={overview.flags.map(({ code, name }) => ({ value: code, label: name }))} onChange={setFlag} />}
        </Field>
      )}
      {kind === 'own_part' && (
        <Field label={text.points} required hint={overview.ownShare === null ? undefined : text.ownShare(shortExact(roundExact(overview.ownShare, 2, 100)))} error={missing(badPoints, text.pointsRequired)}>
          {(control) => <Input {...control} inputMode="decimal" value={points} maxLength={12} onChange={(event) => setPoints(event.target.value)} />}
        </Field>
      )}
      {line('reason', text.reason, 200, text.reasonRequired)}
      <div className="form-row">
        {line('decidedBy', text.decidedBy, 60, text.decidedByRequired)}
        {line('document', text.document, 60)}
        <Field label={text.decidedOn} required error={missing(decidedOn === null, text.decidedOnRequired)}>
          {(control) => <DateField {...control} value={decidedOn} onChange={setDecidedOn} today={today} />}
        </Field>
      </div>
    </FormDialog>
  )
}
