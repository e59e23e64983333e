import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { evaluationText } from '../../../shared/i18n/zh-CN/evaluation.ts'
import type { BranchSheet } from '../../../shared/model/evaluation.ts'
import { shortExact } from '../../../shared/util/exact-text.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import { EntriesSection, useFormInSight } from './entries-section.tsx'

const text = evaluationText.events
type ScoreEvent = BranchSheet['events'][number]

export interface NewEvent {
  readonly indicatorId: string
  readonly occurredOn: string
  readonly count: number
  readonly level: string | null
  readonly matter: string
  readonly reason: string
}

const AddEvent = ({ sheet, busy, onAdd }: { readonly sheet: BranchSheet; readonly busy: boolean; readonly onAdd: (event: NewEvent) => Promise<boolean> }) => {
  const month = sheet.period
  const items = sheet.scheme.indicators.filter((indicator) => indicator.kind === 'bonus' || indicator.kind === 'deduct')
  const [indicatorId, setIndicatorId] = useState<string | null>(null)
  const [occurredOn, setOccurredOn] = useState<string | null>(`${month}-01`)
  const [count, setCount] = useState(1)
  const [level, setLevel] = useState<string | null>(null)
  const [matter, setMatter] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const form = useFormInSight()
  const item = items.find(({ id }) => id === indicatorId)
  const levels = item?.levels ?? []
  const ready = item !== undefined && occurredOn !== null && reason.trim() !== '' && (levels.length === 0 || level !== null)
  const add = async (): Promise<void> => {
    setAsked(true)
    if (stopAtUnreadableDate(form.current) || !ready || occurredOn === null) return
    if (!(await onAdd({ indicatorId: item.id, occurredOn, count, level: levels.length === 0 ? null : level, matter: matter.trim(), reason: reason.replaceAll(/\s+/g, ' ').trim() }))) return
    setIndicatorId(null)
    setLevel(null)
    setCount(1)
    setMatter('')
    setReason('')
    setAsked(false)
  }
  return (
    <div className="event-form" ref={form}>
      <Field label={text.item} required compact>
        {(control) => (
          <Select
            {...control}
            value={indicatorId}
            onChange={(id: string) => {
              setIndicatorId(id)
              setLevel(null)
            }}
            options={(['bonus', 'deduct'] as const).map((kind) => ({ label: text.kinds[kind], title: text.kinds[kind], options: items.filter((each) => each.kind === kind).map(({ id, name }) => ({ value: id, label: name })) }))}
            popupMatchSelectWidth={false}
            style={{ width: '100%' }}
          />
        )}
      </Field>
      {levels.length > 0 && (
        <Field label={text.level} required compact>
          {(control) => <Select {...control} value={level} onChange={setLevel} options={levels.map(({ code, name, points }) => ({ value: code, label: `${name}（${text.worth(shortExact(points))}）` }))} popupMatchSelectWidth={false} style={{ width: '100%' }} />}
        </Field>
      )}
      <Field label={text.day} required compact>
        {(control) => <DateField {...control} value={occurredOn} workingYear={Number(month.slice(0, 4))} onChange={setOccurredOn} />}
      </Field>
      <Field label={text.count} required compact {...(item?.per == null ? {} : { hint: text.worth(shortExact(item.per)) })}>
        {(control) => <InputNumber {...control} value={count} min={1} max={999} precision={0} onChange={(value) => setCount(value ?? 1)} style={{ width: '100%' }} />}
      </Field>
      <Field label={text.matter} compact hint={text.matterHint} className="event-wide">
        {(control) => <Input {...control} value={matter} maxLength={120} onChange={(event) => setMatter(event.target.value)} />}
      </Field>
      <Field label={text.reason} required compact className="event-wide">
        {(control) => <Input {...control} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      <div className="event-submit">
        <Button type="primary" loading={busy} onClick={() => void add()}>
          {text.ok}
        </Button>
        {asked && !ready && (
          <span className="sheet-problem" role="alert">
            {text.missing}
          </span>
        )}
      </div>
    </div>
  )
}

/** 加分和扣分。 */
export const EventsSection = ({ sheet, locked, busy, onAdd, onWithdraw }: { readonly sheet: BranchSheet; readonly locked: boolean; readonly busy: boolean; readonly onAdd: (event: NewEvent) => Promise<boolean>; readonly onWithdraw: (event: ScoreEvent, reason: string) => Promise<boolean> }) => {
  const cells = (event: ScoreEvent) => {
    const item = sheet.scheme.indicators.find(({ id }) => id === event.indicatorId)
    return (
      <>
        <td className="sheet-day">{event.occurredOn}</td>
        <td>
          {item?.kind === 'deduct' ? text.kinds.deduct : text.kinds.bonus} {item?.name ?? event.indicatorId}
        </td>
        <td>{item?.levels.find(({ code }) => code === event.level)?.name ?? ''}</td>
        <td className="sheet-number">{event.count}</td>
        <td>{event.matter}</td>
        <td>{event.reason}</td>
      </>
    )
  }
  return <EntriesSection text={text} entries={sheet.events} busy={busy} locked={locked} cells={cells} form={<AddEvent key={sheet.period} sheet={sheet} busy={busy} onAdd={onAdd} />} onWithdraw={onWithdraw} />
}
