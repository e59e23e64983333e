import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { memberColumnsText } from '../../../shared/i18n/zh-CN/member-columns.ts'
import { rosterListText } from '../../../shared/i18n/zh-CN/roster-list.ts'
import { commonText } from '../../../shared/i18n/zh-CN/common.ts'
import type { ColumnKey, MemberFilter } from '../../../shared/model/member-columns.ts'
import { DateField } from '../../components/date-field.tsx'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import type { ColumnBook } from './roster-columns.ts'

interface FilterDialogProps {
  readonly open: boolean
  readonly filters: readonly MemberFilter[]
  readonly book: ColumnBook
  readonly onConfirm: (filters: MemberFilter[]) => void
  readonly onClose: () => void
}
const text = rosterListText.filter

/** 一列能怎么筛;头一个是缺省的。 */
const waysOf = (book: ColumnBook, column: ColumnKey): readonly MemberFilter['kind'][] => {
  const kind = book.kind(column)
  if (kind === 'masked') return ['filled']
  if (kind === 'date' || kind === 'number') return ['range', 'filled']
  return book.choices(column) === null ? ['contains', 'filled'] : ['oneOf']
}
const blank = (column: ColumnKey, kind: MemberFilter['kind']): MemberFilter =>
  kind === 'range' ? { kind, column, from: '', to: '' } : kind === 'contains' ? { kind, column, text: '' } : kind === 'filled' ? { kind, column, filled: false } : { kind, column, values: [] }
/** 还没填的条件不算。 */
const isMeant = (filter: MemberFilter): boolean => (filter.kind === 'oneOf' ? filter.values.length > 0 : filter.kind === 'range' ? filter.from !== '' || filter.to !== '' : filter.kind === 'contains' ? filter.text.trim() !== '' : true)

const ValueInput = ({ filter, book, onChange }: { readonly filter: MemberFilter; readonly book: ColumnBook; readonly onChange: (filter: MemberFilter) => void }) => {
  switch (filter.kind) {
    case 'oneOf':
      return (
        <Select
          mode="multiple"
          className="filter-value"
          aria-label={text.values}
          placeholder={text.values}
          value={filter.values}
          maxTagCount={3}
          options={[...(book.choices(filter.column) ?? []), { value: '', label: memberColumnsText.blank }]}
          showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
          onChange={(values: string[]) => onChange({ ...filter, values })}
        />
      )
    case 'range': {
      const end = (side: 'from' | 'to') =>
        book.kind(filter.column) === 'date' ? (
          <DateField id={`filter-${filter.column}-${side}`} aria-label={text[side]} monthAllowed value={filter[side] === '' ? null : filter[side]} onChange={(day) => onChange({ ...filter, [side]: day ?? '' })} />
        ) : (
          <Input aria-label={text[side]} inputMode="numeric" maxLength={12} value={filter[side]} onChange={(event) => onChange({ ...filter, [side]: event.target.value.replaceAll(/[^\d.-]/g, '') })} />
        )
      return (
        <span className="filter-value filter-range">
          {text.from} {end('from')} {text.to} {end('to')}
        </span>
      )
    }
    case 'contains':
      return <Input className="filter-value" aria-label={text.contains} placeholder={text.contains} maxLength={60} value={filter.text} onChange={(event) => onChange({ ...filter, text: event.target.value })} />
    case 'filled':
      return <Select className="filter-value" aria-label={text.way} value={filter.filled} options={[{ value: false, label: text.blank }, { value: true, label: text.filled }]} onChange={(filled: boolean) => onChange({ ...filter, filled })} />
  }
}

/** 筛选:一行一个条件,都要满足。 */
export const FilterDialog = ({ open, filters, book, onConfirm, onClose }: FilterDialogProps) => (
  <Modal open={open} title={text.title} footer={null} onCancel={onClose} destroyOnHidden centered width={820}>
    <FilterForm filters={filters} book={book} onConfirm={onConfirm} onClose={onClose} />
  </Modal>
)

const FilterForm = ({ filters, book, onConfirm, onClose }: Omit<FilterDialogProps, 'open'>) => {
  const [list, setList] = useState<readonly MemberFilter[]>(filters.length === 0 ? [blank('education', 'oneOf')] : filters)
  const change = (index: number, filter: MemberFilter): void => setList(list.map((entry, place) => (place === index ? filter : entry)))
  const options = book.keys.map((key) => ({ value: key, label: book.label(key) }))
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault()
        onConfirm(list.filter(isMeant))
      }}
    >
      {list.length === 0 && <p className="meta">{text.none}</p>}
      {list.map((filter, index) => {
        const ways = waysOf(book, filter.column)
        return (
          // 条件没有自己的标识,次序就是它。
          <div key={`${index}-${filter.column}`} className="filter-line">
            <Select
              className="filter-column"
              aria-label={text.column}
              value={filter.column}
              options={options}
              showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
              onChange={(column: ColumnKey) => change(index, blank(column, waysOf(book, column)[0] ?? 'filled'))}
            />
            {ways.length > 1 && <Select className="filter-way" aria-label={text.way} value={filter.kind} options={ways.map((way) => ({ value: way, label: text.ways[way] }))} onChange={(way: MemberFilter['kind']) => change(index, blank(filter.column, way))} />}
            <ValueInput filter={filter} book={book} onChange={(next) => change(index, next)} />
            <Button onClick={() => setList(list.filter((_entry, place) => place !== index))}>{text.remove}</Button>
          </div>
        )
      })}
      <div className="filter-foot">
        <Button disabled={list.length >= 20} onClick={() => setList([...list, blank('age', 'range')])}>
          {text.add}
        </Button>
        <Button onClick={() => setList([])}>{text.clear}</Button>
        <span className="card-head-gap" />
        <Button onClick={onClose}>{commonText.cancel}</Button>
        <Button type="primary" htmlType="submit">
          {text.confirm}
        </Button>
      </div>
    </form>
  )
}
