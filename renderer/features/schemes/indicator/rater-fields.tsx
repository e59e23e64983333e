import { Input } from 'antd'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import { RowList } from '../../../components/row-list.tsx'
import { freeCode } from '../editing.ts'
import { ChoiceItem, FlagItem, NumberItem, WholeItem } from '../fields/items.tsx'
import type { IndicatorForm } from './indicator-dialog.tsx'

const text = schemesText.indicator
const nothing = (): void => undefined

/** 几方评分人:分组打分,组内取平均或中位数,再按权重合成。 */
export const RaterFields = ({ form: { editing, indicator, texts, set, setTexts } }: { readonly form: IndicatorForm }) => {
  const disabled = editing.readOnly
  const { raters } = indicator
  const used = raters !== null && raters !== undefined
  const rows = (raters?.groups ?? []).map((group) => ({ ...group, name: texts.raterGroups?.[group.id] ?? '', least: raters?.minCount?.[group.id] ?? 1 }))
  return (
    <fieldset className="scheme-set">
      <legend>{text.raters}</legend>
      <FlagItem label={text.ratersNote} checked={used} disabled={disabled} onChange={(on) => set({ raters: on ? { scale: 100, groups: [], missingGroup: 'missing' } : null })} />
      {used && (
        <>
          <div className="scheme-grid">
            <NumberItem label={text.raterScale} value={raters.scale ?? 100} disabled={disabled} onChange={(scale) => set({ raters: { ...raters, scale } })} />
            <ChoiceItem label={text.missingGroup} value={raters.missingGroup ?? 'missing'} words={text.missingGroups} disabled={disabled} onChange={(missingGroup) => set({ raters: { ...raters, missingGroup } })} />
          </div>
          <RowList
            rows={rows}
            disabled={disabled}
            maximum={12}
            addLabel={text.addRater}
            removeLabel={text.removeRater}
            className="scheme-rater"
            newRow={() => ({ id: freeCode('R', rows.map(({ id }) => id)), weight: 1, agg: 'mean' as const, name: '', least: 1 })}
            onLeave={nothing}
            onChange={(next) => {
              set({ raters: { ...raters, groups: next.map(({ id, weight, agg }) => ({ id, weight: weight ?? null, agg: agg ?? 'mean' })), minCount: Object.fromEntries(next.map(({ id, least }) => [id, least])) } })
              setTexts({ raterGroups: Object.fromEntries(next.map(({ id, name }) => [id, name])) })
            }}
          >
            {(row, change, ordinal) => (
              <>
                <Input aria-label={`${text.raterGroup} ${ordinal}`} placeholder={text.raterGroup} value={row.name} maxLength={40} disabled={disabled} onChange={(event) => change({ name: event.target.value })} />
                <NumberItem compact label={text.raterWeight} value={row.weight} disabled={disabled} onChange={(weight) => change({ weight })} />
                <ChoiceItem compact label={text.raterAgg} value={row.agg ?? 'mean'} words={text.raterAggs} disabled={disabled} onChange={(agg) => change({ agg })} />
                <WholeItem compact label={text.raterMin} value={row.least} disabled={disabled} onChange={(least) => change({ least: least ?? 0 })} />
              </>
            )}
          </RowList>
        </>
      )}
    </fieldset>
  )
}
