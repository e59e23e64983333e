import { scoringRulesText as words } from '../../../../shared/i18n/zh-CN/scoring-rules.ts'
import { schemesText } from '../../../../shared/i18n/zh-CN/schemes.ts'
import { describeRule } from '../../../../shared/i18n/zh-CN/rule-sentence.ts'
import type { SchemeRule } from '../../../../shared/model/scheme.ts'
import { RowList } from '../../../components/row-list.tsx'
import { ChoiceItem, ManyItem, NumberItem, WholeItem } from '../fields/items.tsx'
import { AggregateFields } from './aggregate-fields.tsx'
import { SelectionFields } from './selection-fields.tsx'
import { startRule } from './start-rule.ts'
import { TransformFields } from './transform-fields.tsx'

const text = words.fields
const nothing = (): void => undefined
type Of<T extends SchemeRule['type']> = Extract<SchemeRule, { readonly type: T }>

export interface RuleFieldsProps<R extends SchemeRule = SchemeRule> {
  readonly rule: R
  readonly categories: readonly { readonly code: string; readonly name: string }[]
  readonly disabled: boolean
  /** 套在第几层组合里;两层就不再给组合选。 */
  readonly depth: number
  readonly onChange: (rule: R) => void
}

const fieldOptions = (source: string): { readonly value: string; readonly label: string }[] => Object.entries(words.tables[source]?.fields ?? {}).map(([value, label]) => ({ value, label }))
const fieldWords = (source: string): Readonly<Record<string, string>> => words.tables[source]?.fields ?? {}

const CountFields = ({ rule, categories, disabled, onChange }: RuleFieldsProps<Of<'count'>>) => {
  const { required } = rule
  const kind = typeof required !== 'object' ? 'number' : 'param' in required ? 'param' : 'byCategory'
  const byCategory = typeof required === 'object' && 'byCategory' in required ? required.byCategory : {}
  return (
    <>
      <SelectionFields selection={rule} disabled={disabled} onChange={(selection) => onChange({ ...rule, ...selection })} />
      <div className="scheme-grid">
        <ChoiceItem label={text.required} value={kind} words={text.requiredKinds} disabled={disabled} onChange={(next) => onChange({ ...rule, required: next === 'number' ? 1 : next === 'param' ? { param: 'groupCount' } : { byCategory: { '*': 1 } } })} />
        {kind === 'number' && <NumberItem label={text.constant} value={required as string | number} disabled={disabled} onChange={(value) => onChange({ ...rule, required: value ?? 0 })} />}
        {typeof required === 'object' && 'param' in required && <ChoiceItem label={text.requiredKinds.param} value={required.param} words={words.params} disabled={disabled} onChange={(param) => onChange({ ...rule, required: { param } })} />}
        {kind === 'byCategory' && [{ code: '*', name: schemesText.indicators.dueAll }, ...categories].map(({ code, name }) => <NumberItem key={code} label={code === '*' ? text.constant : name} value={byCategory[code]} disabled={disabled} onChange={(value) => onChange({ ...rule, required: { byCategory: value === null ? Object.fromEntries(Object.entries(byCategory).filter(([key]) => key !== code)) : { ...byCategory, [code]: value } } })} />)}
        <ChoiceItem label={text.score} value={rule.score?.mode ?? 'proportional'} words={words.scores} disabled={disabled} onChange={(mode) => onChange({ ...rule, score: { ...rule.score, mode } })} />
        {rule.score?.mode === 'deduct' && <NumberItem label={text.per} value={rule.score.per} disabled={disabled} onChange={(per) => onChange({ ...rule, score: { ...rule.score, per } })} />}
        <ChoiceItem label={text.emptyRequired} value={rule.emptyRequired ?? 'exempt'} words={words.empties} disabled={disabled} onChange={(emptyRequired) => onChange({ ...rule, emptyRequired })} />
      </div>
    </>
  )
}

const TimelinessFields = ({ rule, disabled, onChange }: RuleFieldsProps<Of<'timeliness'>>) => (
  <>
    <SelectionFields selection={rule} disabled={disabled} onChange={(selection) => onChange({ ...rule, ...selection })} />
    <div className="scheme-grid">
      <ChoiceItem label={text.due} value={rule.due} words={fieldWords(rule.source)} disabled={disabled} onChange={(due) => onChange({ ...rule, due })} />
      <ChoiceItem label={text.done} value={rule.done} words={fieldWords(rule.source)} disabled={disabled} onChange={(done) => onChange({ ...rule, done })} />
      <NumberItem label={text.beyond} value={rule.beyond ?? 0} disabled={disabled} onChange={(beyond) => onChange({ ...rule, beyond })} />
      <NumberItem label={text.never} value={rule.never ?? 0} disabled={disabled} onChange={(never) => onChange({ ...rule, never })} />
      <ChoiceItem label={text.emptyDen} value={rule.empty ?? 'exempt'} words={words.empties} disabled={disabled} onChange={(empty) => onChange({ ...rule, empty })} />
    </div>
    <RowList rows={rule.lateBands ?? []} disabled={disabled} maximum={12} addLabel={text.addLate} removeLabel={text.removeLate} className="scheme-pair" newRow={() => ({ maxDays: 0, credit: 1 as string | number })} onLeave={nothing} onChange={(lateBands) => onChange({ ...rule, lateBands })}>
      {(row, change) => (
        <>
          <WholeItem compact label={text.lateDays} value={row.maxDays} most={3660} disabled={disabled} onChange={(maxDays) => change({ maxDays: maxDays ?? 0 })} />
          <NumberItem compact label={text.credit} value={row.credit} disabled={disabled} onChange={(credit) => change({ credit: credit ?? 0 })} />
        </>
      )}
    </RowList>
  </>
)

const CompositeFields = ({ rule, categories, disabled, depth, onChange }: RuleFieldsProps<Of<'composite'>>) => (
  <>
    <ChoiceItem label={text.combine} value={rule.op ?? 'weighted_mean'} words={words.combines} disabled={disabled} onChange={(op) => onChange({ ...rule, op })} />
    <RowList
      rows={rule.parts}
      disabled={disabled}
      maximum={12}
      addLabel={text.addPart}
      removeLabel={text.removePart}
      className="scheme-part"
      newRow={() => ({ weight: 1 as string | number | null, rule: startRule('count') as (typeof rule.parts)[number]['rule'] })}
      onLeave={nothing}
      onChange={(parts) => onChange({ ...rule, parts })}
    >
      {(part, change, ordinal) => (
        <fieldset className="scheme-set">
          <legend>{text.part(ordinal)}</legend>
          {(rule.op ?? 'weighted_mean') === 'weighted_mean' && <NumberItem compact label={text.weight} value={part.weight} disabled={disabled} onChange={(weight) => change({ weight })} />}
          {/* 内层规则的种类比外层少一种组合,选项里已经去掉了。 */}
          <RuleFields rule={part.rule as SchemeRule} categories={categories} disabled={disabled} depth={depth + 1} onChange={(inner) => change({ rule: inner as (typeof rule.parts)[number]['rule'] })} />
        </fieldset>
      )}
    </RowList>
  </>
)

/** 一条自动计分规则:先是一句话,下面是各项。 */
export const RuleFields = ({ rule, categories, disabled, depth, onChange }: RuleFieldsProps) => {
  const { composite, ...simple } = words.types
  return (
    <div className="scheme-rule">
      <p className="scheme-sentence">{describeRule(rule)}</p>
      <ChoiceItem label={text.type} value={rule.type} words={depth >= 2 ? ({ ...simple } as Readonly<Record<SchemeRule['type'], string>>) : { ...simple, composite }} disabled={disabled} onChange={(type) => type !== rule.type && onChange(startRule(type))} />
      {rule.type === 'count' && <CountFields rule={rule} categories={categories} disabled={disabled} depth={depth} onChange={onChange} />}
      {rule.type === 'ratio' && (
        <>
          <AggregateFields label={text.numerator} aggregate={rule.num} disabled={disabled} onChange={(num) => onChange({ ...rule, num })} />
          <AggregateFields label={text.denominator} aggregate={rule.den} disabled={disabled} onChange={(den) => onChange({ ...rule, den })} />
          <TransformFields transform={rule.transform} disabled={disabled} onChange={(transform) => onChange({ ...rule, transform })} />
          <ChoiceItem label={text.emptyDen} value={rule.emptyDen ?? 'exempt'} words={words.empties} disabled={disabled} onChange={(emptyDen) => onChange({ ...rule, emptyDen })} />
        </>
      )}
      {rule.type === 'value' && (
        <>
          <AggregateFields label={words.types.value} aggregate={rule.value} disabled={disabled} onChange={(value) => onChange({ ...rule, value })} />
          <TransformFields transform={rule.transform} disabled={disabled} onChange={(transform) => onChange({ ...rule, transform })} />
          <ChoiceItem label={text.emptyDen} value={rule.empty ?? 'missing'} words={words.empties} disabled={disabled} onChange={(empty) => onChange({ ...rule, empty })} />
        </>
      )}
      {rule.type === 'timeliness' && <TimelinessFields rule={rule} categories={categories} disabled={disabled} depth={depth} onChange={onChange} />}
      {rule.type === 'completeness' && (
        <>
          <SelectionFields selection={rule} disabled={disabled} onChange={(selection) => onChange({ ...rule, ...selection })} />
          <ManyItem label={text.required_fields} value={rule.fields} options={fieldOptions(rule.source)} disabled={disabled} onChange={(fields) => onChange({ ...rule, fields })} />
          <ChoiceItem label={text.emptyDen} value={rule.empty ?? 'exempt'} words={words.empties} disabled={disabled} onChange={(empty) => onChange({ ...rule, empty })} />
        </>
      )}
      {rule.type === 'composite' && <CompositeFields rule={rule} categories={categories} disabled={disabled} depth={depth} onChange={onChange} />}
    </div>
  )
}
