import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { memberStateText as text } from '../../../shared/i18n/zh-CN/member-photo.ts'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { MemberDetail } from '../../../shared/model/member.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

const STATES = membershipStates.map((entry) => ({ value: entry.code, label: entry.name }))
const BEGINNING = '0001-01-01'

/** 变更党籍状态:哪天起、凭哪个文号;下面列着从前的先后。 */
export const StateDialog = ({ detail, flush }: { readonly detail: MemberDetail; readonly flush: () => Promise<boolean> }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const today = useSession((session) => session.today)
  const [open, setOpen] = useState(false)
  /** 党籍还在:离开是因为组织关系转走了。 */
  const isKept = membershipStates.some(({ code, onRoster }) => code === detail.fields.membershipState && onRoster)
  const [state, setState] = useState(detail.fields.membershipState)
  const [day, setDay] = useState<string | null>(today)
  const [document, setDocument] = useState('')
  const save = (): void => {
    if (day === null) return
    void submit.run(
      async () => {
        // 表单里没存的先存掉,修订号才对得上。
        await flush()
        const latest = await api.members.get({ id: detail.id })
        return latest.ok ? api.members.changeState({ id: detail.id, rev: latest.value.rev, state, day, document }) : latest
      },
      () => {
        setOpen(false)
        void message.success(text.done)
      },
    )
  }
  return (
    <div className="field">
      <span className="field-label">{membersText.fields.membershipState}</span>
      <div className="member-states">
        <span>{detail.departure !== null && isKept ? text.transferredOut(detail.departure.day, detail.departure.toName) : nameOf(membershipStates, detail.fields.membershipState)}</span>
      <Button
        onClick={() => {
          setState(detail.fields.membershipState)
          setDay(today)
          setDocument('')
          setOpen(true)
        }}
      >
        {text.open}
      </Button>
      </div>
      {detail.states.length > 0 && (
        <ul aria-label={text.history}>
          {detail.states.map((entry) => (
            <li key={`${entry.fromDay}-${entry.state}`}>{text.line(nameOf(membershipStates, entry.state), entry.fromDay === BEGINNING ? '' : entry.fromDay, entry.toDay ?? '', entry.document)}</li>
          ))}
        </ul>
      )}
      <FormDialog open={open} title={text.title(detail.fields.name)} confirmLabel={text.confirm} submit={submit} onConfirm={save} onClose={() => setOpen(false)}>
        <p className="meta">{text.note}</p>
        <Field label={text.state}>{(control) => <Select {...control} className="full-width" value={state} options={STATES} onChange={setState} />}</Field>
        <Field label={text.day} required>
          {(control) => <DateField {...control} value={day} onChange={setDay} />}
        </Field>
        <Field label={text.document} hint={text.documentHint}>
          {(control) => <Input {...control} value={document} maxLength={60} onChange={(event) => setDocument(event.target.value)} />}
        </Field>
      </FormDialog>
    </div>
  )
}
