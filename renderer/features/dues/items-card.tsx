import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { duesText } from '../../../shared/i18n/zh-CN/dues.ts'
import type { DuesItem } from '../../../shared/model/dues.ts'
import { Card } from '../../components/card.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = duesText.rules

/** 核算科目:改名称、加减、停用;停用的留着,旧核算表还要印。 */
export const ItemsCard = ({ items: given }: { readonly items: readonly DuesItem[] }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [items, setItems] = useState<readonly DuesItem[]>(given)
  const [asked, setAsked] = useState(false)
  const names = items.map(({ name, appliesTo }) => `${appliesTo} ${name.trim()}`)
  const wrong = items.some(({ name }) => name.trim() === '') || new Set(names).size !== names.length
  const set = (code: string, patch: Partial<DuesItem>): void => setItems((now) => now.map((item) => (item.code === code ? { ...item, ...patch } : item)))
  const save = (): void => {
    setAsked(true)
    if (wrong) return
    void submit.run(
      () => api.dues.saveItems({ items: items.map((item) => ({ ...item, name: item.name.trim() })) }),
      () => void message.success(text.itemsSaved),
    )
  }
  return (
    <Card
      title={text.items}
      extra={
        <span className="dues-line">
          <Button onClick={() => setItems([...items, { code: crypto.randomUUID(), name: '', direction: 'add', appliesTo: 'wage', retired: false }])}>{text.addItem}</Button>
          <Button type="primary" loading={submit.busy} onClick={save}>
            {text.saveItems}
          </Button>
        </span>
      }
    >
      <p className="meta">{text.itemsNote}</p>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {asked && wrong && (
        <p className="field-error" role="alert">
          {text.sameName}
        </p>
      )}
      <table className="plain-table">
        <thead>
          <tr>
            {Object.values(text.itemColumns).map((label) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.code}>
              <td>
                <Input aria-label={text.itemColumns.name} placeholder={text.newItem} value={item.name} maxLength={20} onChange={(event) => set(item.code, { name: event.target.value })} />
              </td>
              <td>
                <Select aria-label={text.itemColumns.direction} value={item.direction} onChange={(direction) => set(item.code, { direction })} options={(['add', 'deduct'] as const).map((value) => ({ value, label: duesText.assessment.directions[value] }))} />
              </td>
              <td>
                <Select aria-label={text.itemColumns.appliesTo} value={item.appliesTo} onChange={(appliesTo) => set(item.code, { appliesTo })} options={(['wage', 'pension'] as const).map((value) => ({ value, label: text.appliesTo[value] }))} />
              </td>
              <td className="dues-line">
                <span>{item.retired ? text.retired : text.inUse}</span>
                <Button onClick={() => set(item.code, { retired: !item.retired })}>{item.retired ? text.use : text.retire}</Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
