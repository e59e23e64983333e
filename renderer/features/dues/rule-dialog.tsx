import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import { duesRuleBodySchema, type DuesRuleBody, type RateBand } from '../../../shared/model/dues.ts'
import { addMonths } from '../../../shared/util/day-arithmetic.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { MoneyInput } from './money-input.tsx'
import { MonthInput } from './month-input.tsx'

const text = duesText.rules
/** 百分数的文本 → 万分之几;认不出为 null。 */
const pointsOf = (typed: string): number | null => {
  const found = /^(\d{1,2})(?:\.(\d{0,2}))?$/.exec(typed.normalize('NFKC').trim().replace(/%$/, ''))
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

const Bands = ({ label, bands, onChange }: { readonly label: string; readonly bands: readonly RateBand[]; readonly onChange: (bands: RateBand[]) => void }) => {
  const set = (index: number, patch: Partial<RateBand>): void => onChange(bands.map((band, at) => (at === index ? { ...band, ...patch } : band)))
  return (
    <fieldset className="dues-bands">
      <legend>{label}</legend>
      {bands.map((band, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- 各档按次序,不增不减
        <div className="dues-pair" key={index}>
          {band.upToFen === null ? (
            <span>{text.above}</span>
          ) : (
            <Field compact label={text.upTo}>{(control) => <MoneyInput {...control} value={band.upToFen} onChange={(fen) => fen != null && set(index, { upToFen: fen })} />}</Field>
          )}
          <Field compact label={text.rate}>
            {(control) => <Input {...control} inputMode="decimal" defaultValue={String(band.basisPoints / 100)} maxLength={6} onChange={(event) => set(index, { basisPoints: pointsOf(event.target.value) ?? -1 })} />}
          </Field>
        </div>
      ))}
    </fieldset>
  )
}

/** 另起一版:从上一版改起,写明从哪月起施行、依据什么。 */
export const RuleDialog = ({ from, onClose }: { readonly from: DuesRuleBody; readonly onClose: () => void }) => {
  const today = useSession((session) => session.today)
  const submit = useSubmit()
  const [body, setBody] = useState(from)
  const [fromMonth, setFromMonth] = useState(addMonths(today.slice(0, 7), 1))
  const [basis, setBasis] = useState('')
  const [asked, setAsked] = useState(false)
  const set = (patch: Partial<DuesRuleBody>): void => setBody((now) => ({ ...now, ...patch }))
  const sound = duesRuleBodySchema.safeParse(body).success && body.farmer.leastFen <= body.farmer.mostFen
  const confirm = (): void => {
    setAsked(true)
    if (!sound || basis.trim() === '') return
    void submit.run(() => api.dues.saveRule({ id: null, rev: 1, fromMonth, basis: basis.trim(), body }), onClose)
  }
  return (
    <FormDialog open title={text.addTitle} confirmLabel={text.save} submit={submit} onConfirm={confirm} onClose={onClose} width={640}>
      {asked && !sound && (
        <p className="field-error" role="alert">
          {text.wrong}
        </p>
      )}
      <div className="dues-pair">
        <Field label={text.fromMonth}>{(control) => <MonthInput {...control} value={fromMonth} onChange={setFromMonth} />}</Field>
        <Field label={text.basis} required error={asked && basis.trim() === '' ? duesText.money.missing : undefined}>{(control) => <Input {...control} value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />}</Field>
      </div>
      <p className="meta">{text.bands}</p>
      <Bands label={text.wage} bands={body.wageBands} onChange={(wageBands) => set({ wageBands })} />
      <Bands label={text.pension} bands={body.pensionBands} onChange={(pensionBands) => set({ pensionBands })} />
      <div className="dues-amounts">
        <Field compact label={text.least}>{(control) => <MoneyInput {...control} value={body.farmer.leastFen} onChange={(fen) => fen != null && set({ farmer: { ...body.farmer, leastFen: fen } })} />}</Field>
        <Field compact label={text.most}>{(control) => <MoneyInput {...control} value={body.farmer.mostFen} onChange={(fen) => fen != null && set({ farmer: { ...body.farmer, mostFen: fen } })} />}</Field>
        <Field compact label={text.noIncomeAmount}>{(control) => <MoneyInput {...control} value={body.noIncomeFen} onChange={(fen) => fen != null && set({ noIncomeFen: fen })} />}</Field>
        <span />
        <Field compact label={text.unit}>
          {(control) => <Select {...control} aria-label={text.unit} value={body.rounding.unit} onChange={(unit) => set({ rounding: { ...body.rounding, unit } })} options={(['fen', 'jiao', 'yuan'] as const).map((value) => ({ value, label: text.units[value] }))} />}
        </Field>
        <Field compact label={text.mode}>
          {(control) => <Select {...control} aria-label={text.mode} value={body.rounding.mode} onChange={(mode) => set({ rounding: { ...body.rounding, mode } })} options={(['half_up', 'up', 'down'] as const).map((value) => ({ value, label: text.modes[value] }))} />}
        </Field>
      </div>
      <Radio.Group aria-label={text.baseChange} value={body.baseChange} onChange={(event) => set({ baseChange: event.target.value as DuesRuleBody['baseChange'] })}>
        {(['same_month', 'next_year'] as const).map((code) => (
          <Radio key={code} value={code}>
            {text.changes[code]}
          </Radio>
        ))}
      </Radio.Group>
    </FormDialog>
  )
}
