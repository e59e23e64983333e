import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { Field } from '../../../components/field.tsx'
import { changeScheme, type Editing } from '../editing.ts'
import { ChoiceItem, FlagItem, NumberItem, TextItem, WholeItem } from '../fields/items.tsx'

const text = schemesText.basics
type Scheme = SchemeContent['scheme']

/** 名称、周期、满分、缺项、加扣分的封顶、取舍。 */
export const BasicsPart = ({ editing, effectiveFrom, onEffectiveFrom }: { readonly editing: Editing; readonly effectiveFrom: string; readonly onEffectiveFrom: (day: string) => void }) => {
  const { body, readOnly, change } = editing
  const { scheme } = body
  const set = (patch: Partial<Scheme>): void => changeScheme(editing, patch)
  const disabled = readOnly
  return (
    <>
      <Card title={schemesText.editor.tabs.basics}>
        <div className="scheme-grid">
          <TextItem label={text.name} required value={body.name} max={60} disabled={disabled} className="scheme-wide" onChange={(name) => change((before) => ({ ...before, name }))} />
          <Field label={text.effectiveFrom} hint={text.effectiveHint}>
            {(control) => <DateField {...control} value={effectiveFrom} disabled={disabled} onChange={(day) => day !== null && onEffectiveFrom(day)} />}
          </Field>
          <TextItem label={text.note} value={body.note} max={300} rows={2} disabled={disabled} className="scheme-full" onChange={(note) => change((before) => ({ ...before, note }))} />
          <ChoiceItem label={text.basePeriod} value={scheme.basePeriod ?? 'month'} words={schemesText.basePeriods} disabled={disabled} onChange={(basePeriod) => set({ basePeriod })} />
          <ChoiceItem label={text.mode} value={scheme.mode ?? 'points'} words={text.modes} disabled={disabled} onChange={(mode) => set({ mode })} />
          <NumberItem label={text.fullTotal} value={scheme.fullTotal ?? 100} disabled={disabled} onChange={(fullTotal) => set({ fullTotal })} />
          {(scheme.mode ?? 'points') === 'points' && (
            <>
              <FlagItem label={text.normalise} checked={scheme.normalise === true} disabled={disabled} onChange={(normalise) => set({ normalise })} />
              <p className="meta scheme-full">{text.normaliseHint}</p>
            </>
          )}
        </div>
      </Card>
      <Card title={text.missing}>
        <div className="scheme-grid">
          <ChoiceItem label={text.missing} value={scheme.missing?.default ?? 'zero'} words={text.missingRules} disabled={disabled} onChange={(rule) => set({ missing: { ...scheme.missing, default: rule } })} />
          <ChoiceItem label={text.redistribute} value={scheme.missing?.redistribute ?? 'dimension'} words={text.redistributions} disabled={disabled} onChange={(redistribute) => set({ missing: { ...scheme.missing, redistribute } })} />
          <NumberItem label={text.minCoverage} hint={text.minCoverageHint} value={scheme.missing?.minCoverage ?? 0} disabled={disabled} onChange={(minCoverage) => set({ missing: { ...scheme.missing, minCoverage } })} />
          {scheme.missing?.default === 'carry' && <WholeItem label={text.carryMaxAge} value={scheme.missing.carryMaxAge ?? 1} most={12} disabled={disabled} onChange={(carryMaxAge) => set({ missing: { ...scheme.missing, carryMaxAge: Math.max(1, carryMaxAge ?? 1) } })} />}
        </div>
      </Card>
      <Card title={schemesText.editor.tabs.events}>
        <div className="scheme-grid">
          <NumberItem label={text.bonusCap} hint={text.noCap} value={scheme.bonus?.cap} disabled={disabled} onChange={(cap) => set({ bonus: { ...scheme.bonus, cap } })} />
          <NumberItem label={text.deductCap} hint={text.noCap} value={scheme.deduct?.cap} disabled={disabled} onChange={(cap) => set({ deduct: { cap } })} />
          <NumberItem label={text.totalCap} hint={text.noCap} value={scheme.total?.cap} disabled={disabled} onChange={(cap) => set({ total: { ...scheme.total, cap } })} />
          <NumberItem label={text.floor} value={scheme.total?.floor ?? 0} disabled={disabled} onChange={(floor) => set({ total: { ...scheme.total, floor } })} />
          <ChoiceItem label={text.floorStage} value={scheme.total?.floorStage ?? 'beforeBonus'} words={text.floorStages} disabled={disabled} onChange={(floorStage) => set({ total: { ...scheme.total, floorStage } })} />
          <FlagItem label={text.noDuplicateMatter} checked={scheme.bonus?.noDuplicateMatter === true} disabled={disabled} onChange={(noDuplicateMatter) => set({ bonus: { ...scheme.bonus, noDuplicateMatter } })} />
        </div>
      </Card>
      <Card title={text.rounding}>
        <div className="scheme-grid">
          <WholeItem label={text.rounding} value={scheme.rounding?.decimals ?? 2} most={4} disabled={disabled} onChange={(decimals) => set({ rounding: { ...scheme.rounding, decimals: decimals ?? 2 } })} />
          <ChoiceItem label={text.roundingMode} value={scheme.rounding?.mode ?? 'half_up'} words={text.roundings} disabled={disabled} onChange={(mode) => set({ rounding: { ...scheme.rounding, mode } })} />
          <ChoiceItem label={text.decideOn} value={scheme.decideOn ?? 'rounded'} words={text.decides} disabled={disabled} onChange={(decideOn) => set({ decideOn })} />
        </div>
      </Card>
    </>
  )
}
