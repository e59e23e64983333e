import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { DEFAULT_COLUMNS, type ColumnKey } from '../../../shared/model/member-columns.ts'
import { COLUMN_GROUPS, type ColumnBook } from './roster-columns.ts'

interface ColumnsDialogProps {
  readonly open: boolean
  readonly columns: readonly ColumnKey[]
  readonly book: ColumnBook
  readonly onConfirm: (columns: ColumnKey[]) => void
  readonly onClose: () => void
}
const text = rosterListText.columns

/** 选列:勾上的显示;先勾的在前,姓名总在最前。 */
export const ColumnsDialog = (props: ColumnsDialogProps) => (
  <Modal open={props.open} title={text.title} footer={null} onCancel={props.onClose} destroyOnHidden centered width={760}>
    <ColumnsForm {...props} />
  </Modal>
)

const ColumnsForm = ({ columns, book, onConfirm, onClose }: ColumnsDialogProps) => {
  const [chosen, setChosen] = useState<readonly ColumnKey[]>(columns)
  const toggle = (key: ColumnKey, on: boolean): void => setChosen(on ? [...chosen, key] : chosen.filter((entry) => entry !== key))
  const custom = book.keys.filter((key) => key.startsWith('custom:'))
  const block = (title: string, keys: readonly ColumnKey[]) => (
    <fieldset key={title} className="columns-block">
      <legend>{title}</legend>
      {keys.map((key) => (
        <Checkbox key={key} checked={chosen.includes(key)} onChange={(event) => toggle(key, event.target.checked)}>
          {book.label(key)}
        </Checkbox>
      ))}
    </fieldset>
  )
  return (
    <>
      <p className="meta">{text.note}</p>
      {COLUMN_GROUPS.map(([group, keys]) => block(text.groups[group], keys))}
      {custom.length > 0 && block(text.groups.custom, custom)}
      <div className="filter-foot">
        <Button onClick={() => setChosen(DEFAULT_COLUMNS)}>{text.reset}</Button>
        <span className="card-head-gap" />
        <Button onClick={onClose}>{commonText.cancel}</Button>
        <Button type="primary" onClick={() => onConfirm(['name', ...chosen.filter((key) => key !== 'name')])}>
          {text.confirm}
        </Button>
      </div>
    </>
  )
}
