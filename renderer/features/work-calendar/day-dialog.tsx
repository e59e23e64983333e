import { Input, Radio } from 'antd'
import { useState } from 'react'
import { calendarText as text } from '../../../shared/i18n/zh-CN/calendar.ts'
import type { CalendarDay, CalendarYear } from '../../../shared/model/calendar.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

type Kind = CalendarDay['kind'] | 'plain'
const KINDS: readonly Kind[] = ['plain', 'holiday', 'workday']

/** 改一天:按星期、放假、上班。存的是整年。 */
export const DayDialog = ({ year, day, onClose, onSaved }: { readonly year: CalendarYear; readonly day: string; readonly onClose: () => void; readonly onSaved: () => void }) => {
  const before = year.days.find((entry) => entry.day === day)
  const [kind, setKind] = useState<Kind>(before?.kind ?? 'plain')
  const [name, setName] = useState(before?.name ?? '')
  const submit = useSubmit()
  const save = (): void => {
    const others = year.days.filter((entry) => entry.day !== day)
    const days = kind === 'plain' ? others : [...others, { day, kind, name: name.trim() }]
    void submit.run(() => api.calendar.saveYear({ year: year.year, source: year.source, days }), onSaved)
  }
  return (
    <FormDialog open title={text.dayTitle(day)} confirmLabel={text.save} submit={submit} onConfirm={save} onClose={onClose}>
      <Radio.Group aria-label={text.kind} value={kind} onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? 'plain')}>
        {KINDS.map((each) => (
          <Radio key={each} value={each} autoFocus={each === kind}>
            {text.kinds[each]}
          </Radio>
        ))}
      </Radio.Group>
      <Field label={text.name}>{(control) => <Input {...control} value={name} maxLength={20} disabled={kind === 'plain'} onChange={(event) => setName(event.target.value)} />}</Field>
    </FormDialog>
  )
}
