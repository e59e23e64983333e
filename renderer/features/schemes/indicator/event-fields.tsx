import { Input } from 'antd'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import { RowList } from '../../../components/row-list.tsx'
import { freeCode } from '../editing.ts'
import { ChoiceItem, ManyItem, NumberItem } from '../fields/items.tsx'
import type { IndicatorForm } from './indicator-dialog.tsx'

const text = schemesText.indicator
const TOTAL = 'total'
const nothing = (): void => undefined

/** 加分、扣分:每次几分,或者分等级;最多几分;扣分从哪里扣。 */
export const EventFields = ({ form: { editing, indicator, texts, set, setTexts } }: { readonly form: IndicatorForm }) => {
  const { body, categories, readOnly: disabled } = editing
  const levels = Object.entries(indicator.levels ?? {}).map(([code, points]) => ({ code, points: points as string | number | null, name: texts.levels?.[code] ?? '' }))
  return (
    <>
      <div className="scheme-grid">
        <NumberItem label={text.per} hint={text.perHint} value={indicator.per} disabled={disabled} onChange={(per) => set({ per })} />
        <NumberItem label={text.cap} hint={schemesText.basics.noCap} value={indicator.cap} disabled={disabled} onChange={(cap) => set({ cap })} />
        {indicator.kind === 'deduct' && (
          <>
            <ChoiceItem label={text.target} value={indicator.target ?? TOTAL} words={{ [TOTAL]: text.targetTotal, ...Object.fromEntries(body.scheme.dimensions.map(({ id }) => [id, body.texts.dimensions[id] ?? id])) }} disabled={disabled} onChange={(target) => set({ target })} />
            {(indicator.target ?? TOTAL) !== TOTAL && <ChoiceItem label={text.unit} value={indicator.unit ?? 'total'} words={text.units} disabled={disabled} onChange={(unit) => set({ unit })} />}
          </>
        )}
        <ManyItem label={text.categories} hint={text.categoriesHint} value={indicator.categories ?? []} options={categories.map(({ code, name }) => ({ value: code, label: name }))} disabled={disabled} onChange={(chosen) => set({ categories: chosen.length === 0 ? null : chosen })} />
      </div>
      <fieldset className="scheme-set">
        <legend>{text.levels}</legend>
        <RowList
          rows={levels}
          disabled={disabled}
          maximum={12}
          addLabel={text.addLevel}
          removeLabel={text.removeLevel}
          className="scheme-level-row"
          newRow={() => ({ code: freeCode('L', levels.map(({ code }) => code)), points: null as string | number | null, name: '' })}
          onLeave={nothing}
          onChange={(next) => {
            set({ levels: next.length === 0 ? null : Object.fromEntries(next.map(({ code, points }) => [code, points ?? 0])) })
            setTexts({ levels: Object.fromEntries(next.map(({ code, name }) => [code, name])) })
          }}
        >
          {(row, change, ordinal) => (
            <>
              <Input aria-label={`${text.levelName} ${ordinal}`} placeholder={text.levelName} value={row.name} maxLength={40} disabled={disabled} onChange={(event) => change({ name: event.target.value })} />
              <NumberItem compact label={text.levelPoints} value={row.points} disabled={disabled} onChange={(points) => change({ points: points ?? 0 })} />
            </>
          )}
        </RowList>
      </fieldset>
    </>
  )
}
