import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { BATCH_COLUMNS, isBatchColumn, type BatchPreview } from '../../../shared/model/member-batch.ts'
import type { ColumnKey } from '../../../shared/model/member-columns.ts'
import { DataTable, type DataColumns } from '../../components/data-table.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import type { ColumnBook } from './roster-columns.ts'

interface BatchDialogProps {
  readonly open: boolean
  readonly memberIds: readonly string[]
  readonly book: ColumnBook
  readonly onDone: () => void
  readonly onClose: () => void
}
type Change = BatchPreview['changes'][number]
const text = rosterListText.batch
const shown = (value: string): string => (value === '' ? text.blank : value)
const COLUMNS: DataColumns<Change> = [
  { key: 'name', title: text.columns.name, width: 110, ellipsis: true, render: (_value, row) => row.name },
  { key: 'branch', title: text.columns.branch, width: 200, ellipsis: true, render: (_value, row) => row.branchName },
  { key: 'before', title: text.columns.before, width: 180, ellipsis: true, render: (_value, row) => shown(row.before) },
  { key: 'after', title: text.columns.after, width: 180, ellipsis: true, render: (_value, row) => shown(row.after) },
]

/** 批量修改:选一项、填新值,先看谁从什么改成什么,再改。 */
export const BatchDialog = (props: BatchDialogProps) => (
  <Modal open={props.open} title={text.title(props.memberIds.length)} footer={null} onCancel={props.onClose} destroyOnHidden centered width={820}>
    <BatchForm {...props} />
  </Modal>
)

const BatchForm = ({ memberIds, book, onDone, onClose }: BatchDialogProps) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [column, setColumn] = useState<ColumnKey>('partyGroup')
  const [value, setValue] = useState('')
  const [preview, setPreview] = useState<BatchPreview | null>(null)
  const change = { column, value: value.trim() }
  const choose = (next: ColumnKey): void => {
    setColumn(next)
    setValue('')
    setPreview(null)
  }
  const type = (next: string): void => {
    setValue(next)
    setPreview(null)
  }
  const look = (): void => void submit.run(() => api.roster.previewBatch({ memberIds: [...memberIds], change }), setPreview)
  const save = (): void => {
    if (preview === null) return
    void submit.run(
      () => api.roster.saveBatch({ members: preview.changes.map(({ id, rev }) => ({ id, rev })), change }),
      ({ changed }) => {
        void message.success(text.done(changed))
        onDone()
      },
    )
  }
  const flag = book.kind(column) === 'flag'
  const choices = flag ? [{ value: '1', label: rosterListText.yes }, { value: '', label: rosterListText.no }] : book.choices(column)
  const options = book.keys.filter((key) => isBatchColumn(key)).toSorted((left, right) => placeOf(left) - placeOf(right))
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (preview === null) look()
      }}
    >
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <div className="batch-inputs">
        <Field label={text.column} compact>
          {(control) => (
            <Select {...control} className="full-width" value={column} options={options.map((key) => ({ value: key, label: book.label(key) }))} showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }} onChange={choose} />
          )}
        </Field>
        <Field label={text.value} compact>
          {(control) =>
            choices !== null ? (
              <Select {...control} className="full-width" value={value} options={flag ? [...choices] : [{ value: '', label: text.clear }, ...choices]} showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }} onChange={type} />
            ) : book.kind(column) === 'date' ? (
              <DateField {...control} monthAllowed value={value === '' ? null : value} onChange={(day) => type(day ?? '')} />
            ) : (
              <Input {...control} value={value} maxLength={200} placeholder={text.clear} onChange={(event) => type(event.target.value)} />
            )
          }
        </Field>
      </div>
      {preview !== null && (
        <>
          <p>{preview.changes.length === 0 ? text.nobody : text.summary(preview.changes.length, preview.same)}</p>
          {preview.refused.length > 0 && (
            <p className="field-error">
              {text.refused(preview.refused.length)}
              {commonText.colon}
              {[...new Set(preview.refused.map(({ reason }) => text.reasons[reason]))].join('\u3001')}
            </p>
          )}
          {preview.changes.length > 0 && (
            <div className="batch-table">
              <DataTable label={text.table} columns={COLUMNS} rows={preview.changes} rowKey={(row) => row.id} fill minWidth={670} />
            </div>
          )}
        </>
      )}
      <div className="filter-foot">
        <span className="card-head-gap" />
        <Button onClick={onClose}>{commonText.cancel}</Button>
        {preview === null || preview.changes.length === 0 ? (
          <Button type="primary" htmlType="submit" loading={submit.busy}>
            {text.preview}
          </Button>
        ) : (
          <Button type="primary" loading={submit.busy} onClick={save}>
            {text.confirm(preview.changes.length)}
          </Button>
        )}
      </div>
    </form>
  )
}

const placeOf = (key: ColumnKey): number => {
  const place = (BATCH_COLUMNS as readonly string[]).indexOf(key)
  return place === -1 ? BATCH_COLUMNS.length : place
}
