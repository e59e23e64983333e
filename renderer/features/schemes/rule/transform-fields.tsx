import { scoringRulesText as words } from '../../../../shared/i18n/zh-CN/scoring-rules.ts'
import type { SchemeRule } from '../../../../shared/model/scheme.ts'
import { RowList } from '../../../components/row-list.tsx'
import { ChoiceItem, NumberItem } from '../fields/items.tsx'

const text = words.fields
const nothing = (): void => undefined
type Transform = Extract<SchemeRule, { readonly type: 'ratio' }>['transform']

/** 量怎么折成得分率。 */
export const TransformFields = ({ transform, disabled, onChange }: { readonly transform: Transform; readonly disabled: boolean; readonly onChange: (transform: Transform) => void }) => {
  const mode = transform?.mode ?? 'identity'
  return (
    <>
      <div className="scheme-grid">
        <ChoiceItem label={text.transform} value={mode} words={words.transforms} disabled={disabled} onChange={(next) => onChange({ ...transform, mode: next })} />
        {mode === 'target' && <NumberItem label={text.target} value={transform?.target ?? 1} disabled={disabled} onChange={(target) => onChange({ ...transform, target })} />}
        {mode === 'linear' && (
          <>
            <NumberItem label={text.lo} value={transform?.lo ?? 0} disabled={disabled} onChange={(lo) => onChange({ ...transform, lo })} />
            <NumberItem label={text.hi} value={transform?.hi ?? 1} disabled={disabled} onChange={(hi) => onChange({ ...transform, hi })} />
          </>
        )}
      </div>
      {mode === 'bands' && (
        <RowList rows={transform?.bands ?? []} disabled={disabled} maximum={20} addLabel={text.addBand} removeLabel={text.removeBand} className="scheme-pair" newRow={() => ({ min: 0 as string | number | null, a: 1 as string | number })} onLeave={nothing} onChange={(bands) => onChange({ ...transform, bands })}>
          {(row, change) => (
            <>
              <NumberItem compact label={text.bandMin} value={row.min} disabled={disabled} onChange={(min) => change({ min })} />
              <NumberItem compact label={text.bandA} value={row.a} disabled={disabled} onChange={(a) => change({ a: a ?? 0 })} />
            </>
          )}
        </RowList>
      )}
    </>
  )
}
