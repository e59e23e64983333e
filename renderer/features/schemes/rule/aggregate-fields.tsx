import { scoringRulesText as words } from '../../../../shared/i18n/zh-CN/scoring-rules.ts'
import type { SchemeRule } from '../../../../shared/model/scheme.ts'
import { ChoiceItem, NumberItem } from '../fields/items.tsx'
import { SelectionFields } from './selection-fields.tsx'

const text = words.fields
export type Aggregate = Extract<SchemeRule, { readonly type: 'ratio' }>['num']

/** 一个量:数记录得来的、支部参数、固定的数。 */
export const AggregateFields = ({ label, aggregate, disabled, onChange }: { readonly label: string; readonly aggregate: Aggregate; readonly disabled: boolean; readonly onChange: (aggregate: Aggregate) => void }) => {
  const kind = 'param' in aggregate ? 'param' : 'const' in aggregate ? 'const' : 'fn'
  return (
    <fieldset className="scheme-set">
      <legend>{label}</legend>
      <ChoiceItem compact label={text.type} value={kind} words={text.aggregateKinds} disabled={disabled} onChange={(next) => next !== kind && onChange(next === 'param' ? { param: 'memberCount' } : next === 'const' ? { const: 1 } : { fn: 'count', source: 'meetings' })} />
      {'param' in aggregate && <ChoiceItem label={text.aggregateKinds.param} value={aggregate.param} words={words.params} disabled={disabled} onChange={(param) => onChange({ param })} />}
      {'const' in aggregate && <NumberItem label={text.constant} value={aggregate.const} disabled={disabled} onChange={(value) => onChange({ const: value ?? 0 })} />}
      {'fn' in aggregate && (
        <>
          <div className="scheme-grid">
            <ChoiceItem label={text.fn} value={aggregate.fn} words={words.functions} disabled={disabled} onChange={(fn) => onChange({ ...aggregate, fn })} />
            {aggregate.fn !== 'count' && <ChoiceItem label={text.field} value={aggregate.field ?? ''} words={words.tables[aggregate.source]?.fields ?? {}} disabled={disabled} onChange={(field) => onChange({ ...aggregate, field })} />}
          </div>
          <SelectionFields selection={aggregate} disabled={disabled} onChange={(selection) => onChange({ ...aggregate, ...selection })} />
        </>
      )}
    </fieldset>
  )
}
