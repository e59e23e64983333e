import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import type { SchemeContent } from '../../../../shared/model/scheme.ts'
import { Card } from '../../../components/card.tsx'
import { RowList } from '../../../components/row-list.tsx'
import { changeScheme, type Editing } from '../editing.ts'
import { ChoiceItem, NumberItem, TextItem, WholeItem } from '../fields/items.tsx'

const text = schemesText.merging
const nothing = (): void => undefined
type Scheme = SchemeContent['scheme']
type RollUp = NonNullable<NonNullable<Scheme['rollup']>['quarter']>
const NUMBER = /^\d+(\.\d+)?%?$|^\d+\/\d*[1-9]\d*$/

const RollUpCard = ({ title, spec, disabled, onChange }: { readonly title: string; readonly spec: RollUp; readonly disabled: boolean; readonly onChange: (patch: Partial<RollUp>) => void }) => (
  <Card title={title}>
    <div className="scheme-grid">
      <ChoiceItem label={text.method} value={spec.method ?? 'mean'} words={text.methods} disabled={disabled} onChange={(method) => onChange({ method })} />
      {spec.method === 'weighted' && (
        <TextItem
          label={text.weights}
          value={(spec.weights ?? []).join('、')}
          max={60}
          disabled={disabled}
          onChange={(value) =>
            onChange({
              weights: value
                .split(/[、,，\s]+/u)
                .filter((one) => NUMBER.test(one))
                .slice(0, 12),
            })
          }
        />
      )}
      <ChoiceItem label={text.missing} value={spec.missing ?? 'skip'} words={text.missings} disabled={disabled} onChange={(missing) => onChange({ missing })} />
      <WholeItem label={text.minCount} value={spec.minCount ?? 1} most={12} disabled={disabled} onChange={(minCount) => onChange({ minCount })} />
      <NumberItem label={text.ownShare} hint={text.ownShareHint} value={spec.ownShare} disabled={disabled} onChange={(ownShare) => onChange({ ownShare })} />
      <ChoiceItem label={text.use} value={spec.use ?? 'exact'} words={text.uses} disabled={disabled} onChange={(use) => onChange({ use })} />
    </div>
  </Card>
)

/** 月合成季、季合成年,以及怎么排名。 */
export const MergingPart = ({ editing }: { readonly editing: Editing }) => {
  const { body, readOnly: disabled } = editing
  const { scheme, texts } = body
  const ranking = scheme.ranking ?? {}
  const setRanking = (patch: Partial<NonNullable<Scheme['ranking']>>): void => changeScheme(editing, { ranking: { ...ranking, ...patch } })
  return (
    <>
      {scheme.basePeriod !== 'quarter' && <RollUpCard title={text.quarter} spec={scheme.rollup?.quarter ?? {}} disabled={disabled} onChange={(patch) => changeScheme(editing, { rollup: { quarter: { ...scheme.rollup?.quarter, ...patch } } })} />}
      {scheme.annual !== null && scheme.annual !== undefined && <RollUpCard title={text.annual} spec={scheme.annual.rollup ?? {}} disabled={disabled} onChange={(patch) => scheme.annual !== null && scheme.annual !== undefined && changeScheme(editing, { annual: { ...scheme.annual, rollup: { ...scheme.annual.rollup, ...patch } } })} />}
      <Card title={text.ranking}>
        <div className="scheme-grid">
          <ChoiceItem label={text.scope} value={ranking.scope ?? 'category'} words={text.scopes} disabled={disabled} onChange={(scope) => setRanking({ scope })} />
          <ChoiceItem label={text.rankMethod} value={ranking.method ?? 'competition'} words={text.rankMethods} disabled={disabled} onChange={(method) => setRanking({ method })} />
        </div>
        <p className="scheme-label">{text.ties}</p>
        <p className="meta">{text.tiesNote}</p>
        <RowList rows={ranking.tiebreak ?? []} disabled={disabled} maximum={8} addLabel={text.addTie} removeLabel={text.removeTie} className="scheme-pair" newRow={() => ({ key: 'deductions' as const })} onLeave={nothing} onChange={(tiebreak) => setRanking({ tiebreak })}>
          {(row, set) => (
            <>
              <ChoiceItem compact label={text.ties} value={row.key} words={text.tieKeys} disabled={disabled} onChange={(key) => set({ key, id: key === 'dimension' ? (scheme.dimensions[0]?.id ?? null) : key === 'indicator' ? (scheme.indicators[0]?.id ?? null) : null })} />
              {row.key === 'dimension' && <ChoiceItem compact label={schemesText.indicator.dimension} value={row.id ?? ''} words={Object.fromEntries(scheme.dimensions.map(({ id }) => [id, texts.dimensions[id] ?? id]))} disabled={disabled} onChange={(id) => set({ id })} />}
              {row.key === 'indicator' && <ChoiceItem compact label={schemesText.levels.gateIndicator} value={row.id ?? ''} words={Object.fromEntries(scheme.indicators.map(({ id }) => [id, texts.indicators[id]?.name ?? id]))} disabled={disabled} onChange={(id) => set({ id })} />}
            </>
          )}
        </RowList>
      </Card>
    </>
  )
}
