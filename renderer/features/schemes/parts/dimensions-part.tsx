import { Input } from 'antd'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import { Card } from '../../../components/card.tsx'
import { RowList } from '../../../components/row-list.tsx'
import { freeCode, type Editing } from '../editing.ts'
import { NumberItem } from '../fields/items.tsx'

const text = schemesText.dimensions
const nothing = (): void => undefined

/** 维度,以及指标的另一种分法。 */
export const DimensionsPart = ({ editing }: { readonly editing: Editing }) => {
  const { body, readOnly, change } = editing
  const { scheme, texts } = body
  const isWeights = scheme.mode === 'weights'
  const rows = scheme.dimensions.map(({ id, weight }) => ({ id, weight, name: texts.dimensions[id] ?? '' }))
  const count = (id: string): number => scheme.indicators.filter(({ dim }) => dim === id).length
  const tagGroups = texts.tagGroups ?? []
  return (
    <>
      <Card title={text.list}>
        <p className="meta">{text.note}</p>
        <RowList
          rows={rows}
          disabled={readOnly}
          maximum={40}
          addLabel={text.add}
          removeLabel={text.remove}
          className="scheme-dimension"
          newRow={() => ({ id: freeCode('D', rows.map(({ id }) => id)), weight: null, name: '' })}
          onLeave={nothing}
          onChange={(next) => change((before) => ({ ...before, scheme: { ...before.scheme, dimensions: next.map(({ id, weight }) => ({ id, weight })) }, texts: { ...before.texts, dimensions: Object.fromEntries(next.map(({ id, name }) => [id, name])) } }))}
        >
          {(row, set, ordinal) => (
            <>
              <span className="scheme-code">{row.id}</span>
              <Input aria-label={`${text.name} ${ordinal}`} placeholder={text.name} value={row.name} maxLength={40} disabled={readOnly} onChange={(event) => set({ name: event.target.value })} />
              {isWeights && <NumberItem compact label={text.weight} value={row.weight} disabled={readOnly} onChange={(weight) => set({ weight })} />}
              <span className="meta">{text.counted(count(row.id))}</span>
            </>
          )}
        </RowList>
      </Card>
      <Card title={text.tagTitle}>
        <p className="meta">{text.tagNote}</p>
        <RowList
          rows={tagGroups}
          disabled={readOnly}
          maximum={4}
          addLabel={text.addTag}
          removeLabel={text.removeTag}
          className="scheme-tag-group"
          newRow={() => ({ code: freeCode('T', tagGroups.map(({ code }) => code)), name: text.tagName, values: [] })}
          onLeave={nothing}
          onChange={(next) => change((before) => ({ ...before, texts: { ...before.texts, tagGroups: next } }))}
        >
          {(row, set, ordinal) => (
            <>
              <Input aria-label={`${text.tagName} ${ordinal}`} value={row.name} maxLength={20} disabled={readOnly} onChange={(event) => event.target.value.trim() !== '' && set({ name: event.target.value })} />
              <Input.TextArea
                aria-label={`${text.tagValues} ${ordinal}`}
                placeholder={text.tagValues}
                rows={4}
                disabled={readOnly}
                defaultValue={row.values.map(({ name }) => name).join('\n')}
                onBlur={(event) => {
                  const names = event.target.value.split('\n').map((line) => line.trim().slice(0, 20)).filter((line) => line !== '')
                  set({ values: names.slice(0, 12).map((name, index) => row.values.find((value) => value.name === name) ?? { code: freeCode('V', [...row.values.map(({ code }) => code), ...names.slice(0, index).map((_name, other) => `V${String(other + 1).padStart(2, '0')}`)]), name }) })
                }}
              />
            </>
          )}
        </RowList>
      </Card>
    </>
  )
}
