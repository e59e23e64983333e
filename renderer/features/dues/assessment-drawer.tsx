import { Button, Drawer, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import { payerCategories } from '../../../shared/data/code-tables/payer-categories.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { Assessment, AssessmentFields, DuesItem, DuesRule } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import type { AssessmentRow } from './dues-types.ts'
import { MoneyInput } from './money-input.tsx'

const text = duesText.assessment
const BY_RATE: readonly AssessmentFields['category'][] = ['employed', 'annual_salary', 'self_employed', 'retired']

interface AssessmentDrawerProps {
  readonly branchId: string
  readonly row: AssessmentRow | null
  readonly items: readonly DuesItem[]
  readonly rule: DuesRule
  readonly today: string
  readonly onClose: () => void
}

const blank = (row: AssessmentRow | null, today: string): AssessmentFields => ({ category: row?.current?.fields.category ?? 'employed', changedFrom: today.slice(0, 7), amounts: row?.current?.fields.amounts ?? [], fixedFen: row?.current?.fields.fixedFen ?? null, assessedOn: today, confirmedOn: null, note: '' })

/** 核定一个人:人群、从哪月变、各科目金额、本人确认;历次核定列在下面。 */
export const AssessmentDrawer = ({ branchId, row, items, rule, today, onClose }: AssessmentDrawerProps) => {
  const [editing, setEditing] = useState<Assessment | null>(null)
  const [fields, setFields] = useState<AssessmentFields>(() => blank(row, today))
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const submit = useSubmit()
  const start = (assessment: Assessment | null): void => {
    setEditing(assessment)
    setFields(assessment?.fields ?? blank(row, today))
    setUnreadable(new Set())
    submit.clear()
  }
  const key = row === null ? '' : `${row.memberId} ${row.all.map(({ id, rev }) => `${id} ${rev}`).join(' ')}`
  useEffect(() => {
    start(row?.current ?? null)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- 换了人、存过之后才重来
  }, [key])
  const set = (patch: Partial<AssessmentFields>): void => setFields((now) => ({ ...now, ...patch }))
  const setAmount = ({ code, direction }: DuesItem, fen: number | null | undefined): void => {
    setUnreadable((now) => new Set(fen === undefined ? [...now, code] : [...now].filter((other) => other !== code)))
    if (fen !== undefined) set({ amounts: [...fields.amounts.filter(({ itemCode }) => itemCode !== code), ...(fen === null ? [] : [{ itemCode: code, direction, amountFen: fen }])] })
  }
  const pool = fields.category === 'retired' ? 'pension' : 'wage'
  const shown = items.filter(({ appliesTo, retired, code }) => appliesTo === pool && (!retired || fields.amounts.some(({ itemCode }) => itemCode === code)))
  const used = fields.amounts.filter(({ itemCode }) => shown.some(({ code }) => code === itemCode))
  const base = Math.max(0, used.reduce((sum, { direction, amountFen }) => sum + (direction === 'add' ? amountFen : -amountFen), 0))
  const badMonth = !/^\d{4}-(0[1-9]|1[0-2])$/.test(fields.changedFrom)
  const save = (): void => {
    if (row === null || badMonth || unreadable.size > 0) return
    const byRate = BY_RATE.includes(fields.category)
    void submit.run(() => api.dues.saveAssessment({ branchId, memberId: row.memberId, id: editing?.id ?? null, rev: editing?.rev ?? 1, fields: { ...fields, amounts: byRate ? used : [], fixedFen: fields.category === 'farmer' ? fields.fixedFen : null } }), onClose)
  }
  return (
    <Drawer open={row !== null} title={row === null ? '' : text.edit(row.name)} size={520} destroyOnHidden onClose={onClose}>
      {row !== null && (
        <form
          className="form-dialog"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          {submit.failure !== null && (submit.failure.code === 'DUPLICATE_CODE' ? <p role="alert" className="field-error">{text.duplicated}</p> : <ErrorNote failure={submit.failure} />)}
          <div className="dues-pair">
            <Field label={text.category}>{(control) => <Select {...control} aria-label={text.category} value={fields.category} onChange={(category) => set({ category })} options={payerCategories.map(({ code, name }) => ({ value: code, label: name }))} />}</Field>
            <Field label={text.changedFrom} hint={text.changedFromHint[rule.body.baseChange]} error={badMonth ? text.monthMissing : undefined}>
              {(control) => <Input {...control} value={fields.changedFrom} maxLength={7} autoComplete="off" onChange={(event) => set({ changedFrom: event.target.value.trim() })} />}
            </Field>
          </div>
          {fields.category === 'farmer' && (
            <Field label={text.fixedAmount} hint={text.fixedHint(yuanText(rule.body.farmer.leastFen), yuanText(rule.body.farmer.mostFen))}>
              {(control) => <MoneyInput {...control} value={fields.fixedFen} onChange={(fen) => fen !== undefined && set({ fixedFen: fen })} />}
            </Field>
          )}
          {fields.category === 'no_income' && <p>{text.noIncome(yuanText(rule.body.noIncomeFen))}</p>}
          {BY_RATE.includes(fields.category) && (
            <>
              <p className="field-label">{text.amounts}</p>
              <div className="dues-amounts">
                {shown.map((item) => (
                  <Field compact key={item.code} label={`${item.name}（${text.directions[item.direction]}）`}>
                    {(control) => <MoneyInput {...control} value={fields.amounts.find(({ itemCode }) => itemCode === item.code)?.amountFen ?? null} onChange={(fen) => setAmount(item, fen)} />}
                  </Field>
                ))}
              </div>
              <p role="status">
                <strong>{text.base(yuanText(base))}</strong>
              </p>
            </>
          )}
          <div className="dues-pair">
            <Field label={text.assessedOn}>{(control) => <DateField {...control} value={fields.assessedOn} onChange={(day) => day !== null && set({ assessedOn: day })} />}</Field>
            <Field label={text.confirmedOn}>{(control) => <DateField {...control} value={fields.confirmedOn} onChange={(confirmedOn) => set({ confirmedOn })} />}</Field>
          </div>
          <Field label={text.note}>{(control) => <Input {...control} value={fields.note} maxLength={200} onChange={(event) => set({ note: event.target.value })} />}</Field>
          <div className="dues-line">
            <Button type="primary" htmlType="submit" loading={submit.busy}>
              {text.save}
            </Button>
            {editing !== null && <Button onClick={() => start(null)}>{text.another}</Button>}
          </div>
          {row.all.length > 0 && (
            <>
              <p className="field-label">{text.versions}</p>
              <ul className="dues-refused">
                {row.all.toReversed().map((assessment) => (
                  <li key={assessment.id} className="dues-line">
                    <Button type="link" aria-current={editing?.id === assessment.id ? 'true' : undefined} onClick={() => start(assessment)}>
                      {text.version(assessment.effectiveFrom, yuanText(assessment.baseFen), yuanText(assessment.monthlyFen))}
                    </Button>
                    <ConfirmButton danger label={text.withdraw} question={text.withdrawQuestion(assessment.effectiveFrom)} consequence={text.withdrawConsequence} confirmLabel={text.withdrawConfirm} onConfirm={() => void submit.run(() => api.dues.withdrawAssessment({ branchId, id: assessment.id, rev: assessment.rev }))} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </form>
      )}
    </Drawer>
  )
}
