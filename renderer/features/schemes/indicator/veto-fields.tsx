import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeVetoEffect } from '../../../../shared/model/scheme.ts'
import { RowList } from '../../../components/row-list.tsx'
import { ChoiceItem, ManyItem, NumberItem, WholeItem } from '../fields/items.tsx'
import type { IndicatorForm } from './indicator-dialog.tsx'

const text = schemesText.indicator
const nothing = (): void => undefined

/** 否决的效果:可以有几个,同时起作用。 */
export const VetoFields = ({ form: { editing, indicator, set } }: { readonly form: IndicatorForm }) => {
  const { body, categories, readOnly: disabled } = editing
  const regular = body.scheme.indicators.filter(({ kind }) => kind === 'base' || kind === 'special')
  const start = (type: SchemeVetoEffect['type']): SchemeVetoEffect => {
    switch (type) {
      case 'zero_indicator':
        return { type, indicator: regular[0]?.id ?? 'ZB-01' }
      case 'zero_dimension':
        return { type, dim: body.scheme.dimensions[0]?.id ?? 'D01' }
      case 'cap_total':
        return { type, value: 60 }
      case 'cap_star':
        return { type, star: 2 }
      case 'revoke_star':
        return { type, lock: 2 }
      case 'fail_period':
      case 'disqualify_year':
        return { type }
    }
  }
  return (
    <>
      <fieldset className="scheme-set">
        <legend>{text.effects}</legend>
        <RowList rows={(indicator.effects ?? []).map((effect) => ({ effect }))} disabled={disabled} maximum={8} addLabel={text.addEffect} removeLabel={text.removeEffect} className="scheme-effect" newRow={() => ({ effect: start('cap_star') })} onLeave={nothing} onChange={(next) => set({ effects: next.map(({ effect }) => effect) })}>
          {({ effect }, change) => (
            <>
              <ChoiceItem compact label={text.effects} value={effect.type} words={schemesText.effects} disabled={disabled} onChange={(type) => change({ effect: start(type) })} />
              {effect.type === 'zero_indicator' && <ChoiceItem compact label={schemesText.levels.gateIndicator} value={effect.indicator} words={Object.fromEntries(regular.map(({ id }) => [id, body.texts.indicators[id]?.name ?? id]))} disabled={disabled} onChange={(id) => change({ effect: { ...effect, indicator: id } })} />}
              {effect.type === 'zero_dimension' && <ChoiceItem compact label={text.dimension} value={effect.dim} words={Object.fromEntries(body.scheme.dimensions.map(({ id }) => [id, body.texts.dimensions[id] ?? id]))} disabled={disabled} onChange={(dim) => change({ effect: { ...effect, dim } })} />}
              {effect.type === 'cap_total' && <NumberItem compact label={schemesText.levels.gatePoints} value={effect.value} disabled={disabled} onChange={(value) => change({ effect: { ...effect, value: value ?? 0 } })} />}
              {effect.type === 'cap_star' && <WholeItem compact label={schemesText.levels.star} value={effect.star} most={9} disabled={disabled} onChange={(star) => change({ effect: { ...effect, star: star ?? 0 } })} />}
              {effect.type === 'revoke_star' && <WholeItem compact label={schemesText.levels.gateQuarters} value={effect.lock} most={40} disabled={disabled} onChange={(lock) => change({ effect: { ...effect, lock: lock ?? 0 } })} />}
            </>
          )}
        </RowList>
      </fieldset>
      <div className="scheme-grid">
        <ManyItem label={text.categories} hint={text.categoriesHint} value={indicator.categories ?? []} options={categories.map(({ code, name }) => ({ value: code, label: name }))} disabled={disabled} onChange={(chosen) => set({ categories: chosen.length === 0 ? null : chosen })} />
      </div>
    </>
  )
}
