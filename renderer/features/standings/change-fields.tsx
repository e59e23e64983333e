import { Input, InputNumber, Select } from 'antd'
import { appealsText } from '../../../shared/i18n/zh-CN/appeals.ts'
import { shortExact } from '../../../shared/util/exact-text.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'
import { CHANGE_KINDS, gapsOf, NOTHING_CHOSEN, type ChangeDraft } from './change-draft.ts'

const text = appealsText.propose
type Option = { readonly value: string; readonly label: string }

interface ChangeFieldsProps {
  readonly branchId: string
  readonly period: string
  readonly draft: ChangeDraft
  readonly asked: boolean
  readonly onChange: (draft: ChangeDraft) => void
}

/** 更正改什么:从冻结的成绩里挑。 */
export const ChangeFields = ({ branchId, period, draft, asked, onChange }: ChangeFieldsProps) => {
  const frozen = useQuery(api.appeals.frozen, { branchId, period })
  const sheet = useQuery(api.evaluation.branchSheet, { branchId, period })
  const indicators = sheet.data?.scheme.indicators ?? []
  // 本期不考、本类别不适用的,改了也不起作用。
  const due = (sheet.data?.lines ?? []).filter(({ state }) => state !== 'not_due' && state !== 'not_applicable')
  const levels = indicators.find(({ id }) => id === draft.indicatorId)?.levels ?? []
  const gaps = asked ? gapsOf(draft) : {}
  const nameOf = (id: string): string => indicators.find((indicator) => indicator.id === id)?.name ?? id
  const change = (patch: Partial<ChangeDraft>): void => onChange({ ...draft, ...patch })
  const choose = (indicatorId: string): void =>
    change({ indicatorId, level: null, full: draft.kind === 'manual' ? shortExact(due.find(({ indicator }) => indicator.id === indicatorId)?.fullMark ?? '0') : null, hasLevels: (indicators.find(({ id }) => id === indicatorId)?.levels.length ?? 0) > 0 })
  return (
    <QueryView query={frozen}>
      {({ events, vetoes, exemptions, manual }) => {
        const exempt = new Set(exemptions.map(({ indicatorId }) => indicatorId))
        const named = (kept: typeof indicators): readonly Option[] => kept.map(({ id, name }) => ({ value: id, label: name }))
        /** 各种更正可以选的指标。 */
        const choices: Partial<Record<ChangeDraft['kind'], readonly Option[]>> = {
          manual: due.filter(({ indicator }) => indicator.source !== 'auto').map(({ indicator: { id, name }, fullMark }) => ({ value: id, label: text.pointsNow(name, manual.find(({ indicatorId }) => indicatorId === id)?.points ?? null, shortExact(fullMark ?? '0')) })),
          event: named(indicators.filter(({ kind }) => kind === 'bonus' || kind === 'deduct')),
          veto: named(indicators.filter(({ kind }) => kind === 'veto')),
          exemption: named(due.map(({ indicator }) => indicator).filter(({ id }) => !exempt.has(id))),
          exemption_withdrawn: [...exempt].map((id) => ({ value: id, label: nameOf(id) })),
        }
        const pieces = draft.kind === 'event_withdrawn' ? events.map(({ index, indicatorId, occurredOn, count, matter }) => ({ value: index, label: text.event(nameOf(indicatorId), occurredOn, count, matter) })) : vetoes.map(({ index, indicatorId }) => ({ value: index, label: nameOf(indicatorId) }))
        const takesPiece = draft.kind === 'event_withdrawn' || draft.kind === 'veto_withdrawn'
        const options = choices[draft.kind]
        const nothing = (takesPiece && pieces.length === 0) || (options !== undefined && options.length === 0)
        return (
          <>
            <Field label={text.kind} required>
              {(control) => <Select {...control} className="full-width" value={draft.kind} onChange={(kind) => change({ kind, ...NOTHING_CHOSEN })} options={CHANGE_KINDS.map((kind) => ({ value: kind, label: appealsText.kinds[kind] }))} />}
            </Field>
            {draft.kind === 'records' && <p className="standing-hint">{text.records}</p>}
            {nothing && <p className="meta">{text.none}</p>}
            {takesPiece && pieces.length > 0 && (
              <Field label={text.which} required error={gaps.index}>
                {(control) => <Select {...control} className="full-width" value={draft.index} onChange={(index) => change({ index })} options={pieces} />}
              </Field>
            )}
            {options !== undefined && options.length > 0 && (
              <Field label={text.indicator} required error={gaps.indicatorId}>
                {(control) => <Select {...control} className="full-width" value={draft.indicatorId} onChange={choose} options={[...options]} />}
              </Field>
            )}
            {draft.kind === 'manual' && (
              <Field label={text.points} required error={gaps.points}>
                {(control) => <Input {...control} inputMode="decimal" value={draft.points} maxLength={12} onChange={(event) => change({ points: event.target.value })} />}
              </Field>
            )}
            {draft.kind === 'event' && (
              <>
                <div className="form-row">
                  <Field label={text.day} required error={gaps.occurredOn}>
                    {(control) => <DateField {...control} value={draft.occurredOn} workingYear={Number(period.slice(0, 4))} onChange={(occurredOn) => change({ occurredOn })} />}
                  </Field>
                  <Field label={text.count} required error={gaps.count}>
                    {(control) => <InputNumber {...control} value={draft.count} min={1} max={999} precision={0} onChange={(count) => change({ count })} />}
                  </Field>
                  {levels.length > 0 && (
                    <Field label={text.level} required error={gaps.level}>
                      {(control) => <Select {...control} className="full-width" value={draft.level} onChange={(level) => change({ level })} options={levels.map(({ code, name }) => ({ value: code, label: name }))} />}
                    </Field>
                  )}
                </div>
                <Field label={text.matter}>{(control) => <Input {...control} value={draft.matter} maxLength={120} onChange={(event) => change({ matter: event.target.value })} />}</Field>
              </>
            )}
          </>
        )
      }}
    </QueryView>
  )
}
