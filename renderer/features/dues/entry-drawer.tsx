import { Button, Drawer, Input, Radio } from 'antd'
import { useCallback, useEffect, useState, type FormEvent } from 'react'
import { duesMethods } from '../../../shared/data/code-tables/dues-methods.ts'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { EntryFields, LedgerCell } from '../../../shared/model/dues.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { parseYuan, plainYuan } from '../../../shared/util/parse-yuan.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { HistoryButton } from '../../components/history-button.tsx'
import { api } from '../../platform/api.ts'

const text = duesText.entry
const EMPTY: EntryFields = { paidFen: null, paidOn: null, method: '', proxyName: '', receiptNumber: '', handler: '', place: '', note: '' }

interface EntryDrawerProps {
  readonly branchId: string
  /** 打开的一格;null 为关着。 */
  readonly target: { readonly memberId: string; readonly name: string; readonly cell: LedgerCell } | null
  readonly onSave: (fields: EntryFields) => Promise<boolean>
  readonly onClose: () => void
}

/** 一格的明细:日期、方式、代交人、收据号、经手人、交纳地。 */
export const EntryDrawer = ({ branchId, target, onSave, onClose }: EntryDrawerProps) => {
  const [fields, setFields] = useState<EntryFields>(EMPTY)
  const [paid, setPaid] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const key = target === null ? '' : `${target.memberId} ${target.cell.month} ${target.cell.rev ?? 0}`
  useEffect(() => {
    const found = target?.cell.fields ?? EMPTY
    setFields(found)
    setPaid(found.paidFen === null ? '' : plainYuan(found.paidFen))
    setAsked(false)
    // 只在换了一格、那一格存过之后重来。
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- key 就是这几样
  }, [key])
  const [memberId, month] = [target?.memberId ?? '', target?.cell.month ?? '']
  const loadHistory = useCallback((offset: number) => api.history.dues({ branchId, cell: { memberId, month }, offset }), [branchId, memberId, month])
  const paidFen = paid.trim() === '' ? null : parseYuan(paid)
  const badMoney = paid.trim() !== '' && paidFen === null
  const badProxy = fields.method === 'proxy' && fields.proxyName.trim() === ''
  const set = (patch: Partial<EntryFields>): void => setFields((now) => ({ ...now, ...patch }))
  const save = (event?: FormEvent): void => {
    event?.preventDefault()
    setAsked(true)
    if (busy || badMoney || badProxy) return
    setBusy(true)
    void onSave({ ...fields, paidFen }).then((saved) => {
      setBusy(false)
      if (saved) onClose()
    })
  }
  const line = (key: 'proxyName' | 'receiptNumber' | 'handler' | 'place' | 'note', label: string, most: number, hint?: string, error?: string) => (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input {...control} value={fields[key]} maxLength={most} autoComplete="off" onChange={(event) => set({ [key]: event.target.value })} />}
    </Field>
  )
  return (
    <Drawer open={target !== null} title={target === null ? '' : text.title(target.name, duesText.yearMonth(target.cell.month))} size={420} mask={false} destroyOnHidden onClose={onClose}>
      {target !== null && (
        <form className="form-dialog" noValidate onSubmit={save}>
          {target.cell.dueFen !== null && <p>{text.due(yuanText(target.cell.dueFen))}</p>}
          <Field label={text.paid} error={asked && badMoney ? text.badMoney : undefined}>
            {(control) => <Input {...control} autoFocus inputMode="decimal" value={paid} maxLength={14} autoComplete="off" onChange={(event) => setPaid(event.target.value)} />}
          </Field>
          <Field label={text.paidOn}>{(control) => <DateField {...control} value={fields.paidOn} onChange={(paidOn) => set({ paidOn })} />}</Field>
          <Field label={text.method}>
            {({ id: _id, ...control }) => (
              <Radio.Group {...control} aria-label={text.method} value={fields.method} onChange={(event) => set({ method: event.target.value as EntryFields['method'] })}>
                {duesMethods.map(({ code, name }) => (
                  <Radio key={code} value={code}>
                    {name}
                  </Radio>
                ))}
              </Radio.Group>
            )}
          </Field>
          {fields.method === 'proxy' && line('proxyName', text.proxy, 40, text.proxyHint, asked && badProxy ? text.proxyMissing : undefined)}
          {line('receiptNumber', text.receipt, 40)}
          {line('handler', text.handler, 40)}
          {line('place', text.place, 60, text.placeHint)}
          {line('note', text.note, 200)}
          <div className="dues-line">
            <Button type="primary" htmlType="submit" loading={busy}>
              {text.save}
            </Button>
            {target.cell.rev !== null && <HistoryButton load={loadHistory} />}
          </div>
        </form>
      )}
    </Drawer>
  )
}
