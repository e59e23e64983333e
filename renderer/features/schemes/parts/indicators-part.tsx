import { Button } from 'antd'
import { useState } from 'react'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeIndicator } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { DataTable, type DataColumns } from '../../../components/data-table.tsx'
import { Icon } from '../../../components/icon.tsx'
import { freeCode, type Editing } from '../editing.ts'
import { IndicatorDialog } from '../indicator/indicator-dialog.tsx'

const text = schemesText.indicators
const REGULAR = new Set<SchemeIndicator['kind']>(['base', 'special'])

/** 分值的说法:一个数,或各类别不同。 */
const marksOf = ({ categories }: Editing, isWeights: boolean, indicator: SchemeIndicator): string => {
  const own = isWeights ? indicator.weight : indicator.full
  const base = own === null || own === undefined ? '' : String(own)
  const special = categories.flatMap(({ code, name }) => {
    const value = indicator.fullByCategory?.[code]
    return value === undefined ? [] : [`${name} ${value}`]
  })
  return special.length === 0 ? base : text.marksByCategory([...(base === '' ? [] : [base]), ...special])
}

const effectWords = (indicator: SchemeIndicator): string => (indicator.effects ?? []).map((effect) => `${schemesText.effects[effect.type]}${effect.type === 'cap_star' ? schemesText.starWord(effect.star) : effect.type === 'cap_total' ? String(effect.value) : ''}`).join('、')
const valueOf = (indicator: SchemeIndicator): string => {
  if (indicator.kind === 'veto') return effectWords(indicator)
  const per = indicator.per === null || indicator.per === undefined ? Object.values(indicator.levels ?? {}).join('、') : text.perTime(String(indicator.per))
  return indicator.cap === null || indicator.cap === undefined ? per : `${per}，${text.cap(String(indicator.cap))}`
}

/** 指标一览;点一行改。基本、专项是一张表,加分、扣分、否决是另一张。 */
export const IndicatorsPart = ({ editing, regular, opened, onOpen }: { readonly editing: Editing; readonly regular: boolean; readonly opened: string | null; readonly onOpen: (id: string | null) => void }) => {
  const { body, readOnly, change } = editing
  const [adding, setAdding] = useState<SchemeIndicator | null>(null)
  const rows = body.scheme.indicators.filter(({ kind }) => REGULAR.has(kind) === regular)
  const name = ({ id }: SchemeIndicator): string => body.texts.indicators[id]?.name ?? ''
  const isWeights = body.scheme.mode === 'weights'
  const shared: DataColumns<SchemeIndicator> = [
    { title: text.columns.code, dataIndex: 'id', width: 92 },
    { title: text.columns.kind, key: 'kind', width: 70, render: (_value, row) => schemesText.kinds[row.kind] },
  ]
  const columns: DataColumns<SchemeIndicator> = regular
    ? [
        ...shared,
        { title: text.columns.dimension, key: 'dim', width: 120, render: (_value, row) => body.texts.dimensions[row.dim ?? ''] ?? '' },
        { title: text.columns.name, key: 'name', width: 250, render: (_value, row) => name(row) },
        { title: text.columns.marks, key: 'marks', width: 150, render: (_value, row) => marksOf(editing, isWeights, row) },
        { title: text.columns.period, key: 'period', width: 176, render: (_value, row) => `${schemesText.periods[row.period ?? 'month']}${(row.dueMonths?.length ?? 0) === 0 ? '' : ` ${text.due(row.dueMonths ?? [])}`}` },
        { title: text.columns.source, key: 'source', width: 150, render: (_value, row) => schemesText.sources[row.source ?? 'manual'] },
      ]
    : [...shared, { title: text.columns.name, key: 'name', width: 360, render: (_value, row) => name(row) }, { title: text.columns.value, key: 'value', render: (_value, row) => valueOf(row) }]
  const add = (): void => {
    const ids = body.scheme.indicators.map(({ id }) => id)
    setAdding(regular ? { id: freeCode('ZB-', ids), kind: 'base', dim: body.scheme.dimensions[0]?.id ?? '', full: null, period: 'month', source: 'manual' } : { id: freeCode('JF-', ids), kind: 'bonus', per: null })
  }
  const current = adding ?? body.scheme.indicators.find(({ id }) => id === opened) ?? null
  const close = (): void => {
    setAdding(null)
    onOpen(null)
  }
  return (
    <Card
      title={regular ? schemesText.editor.tabs.indicators : schemesText.editor.tabs.events}
      extra={
        !readOnly && (
          <Button icon={<Icon name="plus" />} onClick={add}>
            {regular ? text.add : text.addEvent}
          </Button>
        )
      }
    >
      <DataTable label={text.list} columns={columns} rows={rows} rowKey={({ id }) => id} onOpen={({ id }) => onOpen(id)} minWidth={1000} empty={regular ? text.empty : text.emptyEvents} />
      {current !== null && (
        <IndicatorDialog
          key={current.id}
          editing={editing}
          indicator={current}
          isNew={adding !== null}
          onClose={close}
          onRemove={() => {
            close()
            change((before) => ({ ...before, scheme: { ...before.scheme, indicators: before.scheme.indicators.filter(({ id }) => id !== current.id) }, texts: { ...before.texts, indicators: Object.fromEntries(Object.entries(before.texts.indicators).filter(([id]) => id !== current.id)) } }))
          }}
          onDone={(indicator, texts) => {
            close()
            change((before) => ({
              ...before,
              scheme: { ...before.scheme, indicators: adding === null ? before.scheme.indicators.map((one) => (one.id === current.id ? indicator : one)) : [...before.scheme.indicators, indicator] },
              texts: { ...before.texts, indicators: { ...Object.fromEntries(Object.entries(before.texts.indicators).filter(([id]) => id !== current.id)), [indicator.id]: texts } },
            }))
          }}
        />
      )}
    </Card>
  )
}
