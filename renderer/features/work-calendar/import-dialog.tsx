import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { calendarText as text } from '../../../shared/i18n/zh-CN/calendar.ts'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useQuery } from '../../platform/use-query.ts'

const LONGEST = 20_000

/** 装入一年的安排:粘贴或选一个文本文件,边打边读,读不懂的行逐条指出。 */
export const ImportDialog = ({ year, onClose, onSaved }: { readonly year: number; readonly onClose: () => void; readonly onSaved: () => void }) => {
  const [pasted, setPasted] = useState('')
  const [source, setSource] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const submit = useSubmit()
  const { data } = useQuery(api.calendar.readText, pasted.trim() === '' ? null : { year, text: pasted })
  const days = data?.days ?? []
  const count = (kind: 'holiday' | 'workday'): number => days.filter((day) => day.kind === kind).length
  const save = (): void => {
    if (days.length > 0) void submit.run(() => api.calendar.saveYear({ year, source: source.trim(), days: [...days] }), onSaved)
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setPasted((await file.text()).replaceAll('\u0000', '').slice(0, LONGEST))
  }
  return (
    <FormDialog open title={text.importTitle(year)} confirmLabel={text.importConfirm} submit={submit} onConfirm={save} onClose={onClose} width={620}>
      <p>{text.importNote}</p>
      <Field label={text.importText} required hint={days.length === 0 ? text.importNothing : text.importFound(count('holiday'), count('workday'))}>
        {(control) => <Input.TextArea {...control} autoFocus rows={8} maxLength={LONGEST} value={pasted} placeholder={text.importExample} onChange={(event) => setPasted(event.target.value)} />}
      </Field>
      <input ref={picker} type="file" accept=".txt,.csv,text/plain,text/csv" hidden aria-label={text.importFile} onChange={(event) => void take(event.target.files?.[0])} />
      <Button onClick={() => picker.current?.click()}>{text.importFile}</Button>
      {data !== null && data.problems.length > 0 && (
        <ul className="calendar-problems" role="status">
          {data.problems.map((problem) => (
            <li key={problem.line}>{text.problem(problem.line, problem.text, text.reasons[problem.reason])}</li>
          ))}
        </ul>
      )}
      <Field label={text.importSource}>{(control) => <Input {...control} value={source} maxLength={80} onChange={(event) => setSource(event.target.value)} />}</Field>
    </FormDialog>
  )
}
