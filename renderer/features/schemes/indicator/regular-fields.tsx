import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeIndicator } from '../../../../shared/model/scheme.ts'
import { ChoiceItem, ManyItem, MonthsItem, NumberItem, WholeItem } from '../fields/items.tsx'
import { RuleFields } from '../rule/rule-fields.tsx'
import { startRule } from '../rule/start-rule.ts'
import { TryRule } from '../rule/try-rule.tsx'
import type { IndicatorForm } from './indicator-dialog.tsx'
import { RaterFields } from './rater-fields.tsx'

const text = schemesText.indicator
const MISSING = { scheme: text.missingDefault, ...schemesText.basics.missingRules }
const WITHOUT = '-'

/** 分值、类别、周期、怎么评。 */
export const RegularFields = ({ form }: { readonly form: IndicatorForm }) => {
  const { editing, indicator, texts, set, setTexts } = form
  const { body, categories, readOnly: disabled } = editing
  const isWeights = body.scheme.mode === 'weights'
  const source = indicator.source ?? 'manual'
  const setSource = (next: NonNullable<SchemeIndicator['source']>): void => set({ source: next, ...(next === 'manual' ? {} : { rule: indicator.rule ?? startRule('count') }), ...(next === 'hybrid' ? { hybrid: indicator.hybrid ?? { mode: 'coefficient', whenManualMissing: 'missing' } } : {}) })
  const setCategoryMark = (code: string, value: string | null): void => {
    const rest = Object.fromEntries(Object.entries(indicator.fullByCategory ?? {}).filter(([key]) => key !== code))
    set({ fullByCategory: value === null ? rest : { ...rest, [code]: value } })
  }
  return (
    <>
      <div className="scheme-grid">
        <ChoiceItem label={text.dimension} value={indicator.dim ?? ''} words={Object.fromEntries(body.scheme.dimensions.map(({ id }) => [id, body.texts.dimensions[id] ?? id]))} disabled={disabled} onChange={(dim) => set({ dim })} />
        {isWeights ? <NumberItem label={text.weight} value={indicator.weight} disabled={disabled} onChange={(weight) => set({ weight })} /> : <NumberItem label={text.full} value={indicator.full} disabled={disabled} onChange={(full) => set({ full })} />}
        <ChoiceItem label={text.period} value={indicator.period ?? 'month'} words={schemesText.periods} disabled={disabled} onChange={(period) => set({ period })} />
        <ChoiceItem label={text.missing} value={indicator.missing ?? 'scheme'} words={MISSING} disabled={disabled} onChange={(missing) => set({ missing: missing === 'scheme' ? null : missing })} />
        <ManyItem label={text.categories} hint={text.categoriesHint} value={indicator.categories ?? []} options={categories.map(({ code, name }) => ({ value: code, label: name }))} disabled={disabled} onChange={(chosen) => set({ categories: chosen.length === 0 ? null : chosen })} />
        {(body.texts.tagGroups ?? []).map((group) => (
          <ChoiceItem
            key={group.code}
            label={group.name}
            value={texts.tags?.[group.code] ?? WITHOUT}
            words={{ [WITHOUT]: text.noTag, ...Object.fromEntries(group.values.map(({ code, name }) => [code, name])) }}
            disabled={disabled}
            onChange={(value) => setTexts({ tags: Object.fromEntries(Object.entries({ ...texts.tags, [group.code]: value }).filter(([, chosen]) => chosen !== WITHOUT)) })}
          />
        ))}
      </div>
      {!isWeights && (
        <fieldset className="scheme-set">
          <legend>{text.byCategory}</legend>
          <p className="meta">{text.byCategoryHint}</p>
          <div className="scheme-grid">
            {categories.map(({ code, name }) => (
              <NumberItem key={code} compact label={name} value={indicator.fullByCategory?.[code]} disabled={disabled} onChange={(value) => setCategoryMark(code, value)} />
            ))}
          </div>
        </fieldset>
      )}
      {indicator.period !== undefined && indicator.period !== null && indicator.period !== 'month' && <MonthsItem label={text.dueMonths} hint={text.dueMonthsHint} value={indicator.dueMonths ?? []} onChange={(dueMonths) => !disabled && set({ dueMonths: dueMonths.length === 0 ? null : dueMonths })} />}
      <div className="scheme-grid">
        <ChoiceItem label={text.source} value={source} words={schemesText.sources} disabled={disabled} onChange={setSource} />
        {source === 'hybrid' && (
          <>
            <ChoiceItem label={text.hybridMode} value={indicator.hybrid?.mode ?? 'coefficient'} words={text.hybridModes} disabled={disabled} onChange={(mode) => set({ hybrid: { ...indicator.hybrid, mode } })} />
            {indicator.hybrid?.mode === 'weighted' && <NumberItem label={text.autoShare} value={indicator.hybrid.autoShare} disabled={disabled} onChange={(autoShare) => set({ hybrid: { ...indicator.hybrid, autoShare } })} />}
            <ChoiceItem label={text.whenManualMissing} value={indicator.hybrid?.whenManualMissing ?? 'missing'} words={text.whenMissing} disabled={disabled} onChange={(whenManualMissing) => set({ hybrid: { ...indicator.hybrid, whenManualMissing } })} />
          </>
        )}
        <NumberItem label={text.minRatio} hint={text.minRatioHint} value={indicator.minRatio} disabled={disabled} onChange={(minRatio) => set({ minRatio })} />
        <WholeItem label={text.evidenceRequired} value={indicator.evidence?.required} most={99} disabled={disabled} onChange={(required) => set({ evidence: required === null || required === 0 ? null : { ...indicator.evidence, required } })} />
        {indicator.evidence !== null && indicator.evidence !== undefined && <NumberItem label={text.evidenceCap} value={indicator.evidence.cap ?? 0} disabled={disabled} onChange={(cap) => indicator.evidence !== null && indicator.evidence !== undefined && set({ evidence: { ...indicator.evidence, cap } })} />}
      </div>
      {source !== 'auto' && <RaterFields form={form} />}
      {source !== 'manual' && indicator.rule !== null && indicator.rule !== undefined && (
        <fieldset className="scheme-set">
          <legend>{text.rule}</legend>
          <RuleFields rule={indicator.rule} categories={categories} disabled={disabled} depth={0} onChange={(rule) => set({ rule })} />
          {!disabled && <TryRule rule={indicator.rule} basePeriod={body.scheme.basePeriod ?? 'month'} />}
        </fieldset>
      )}
    </>
  )
}
