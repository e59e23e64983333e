import { Input, Select } from 'antd'
import { meetingTypes } from '../../../../shared/data/code-tables/meeting-types.ts'
import { memberTypes } from '../../../../shared/data/code-tables/member-types.ts'
import { scoringRulesText as words } from '../../../../shared/i18n/zh-CN/scoring-rules.ts'
import type { SchemeRule } from '../../../../shared/model/scheme.ts'
import { Field } from '../../../components/field.tsx'
import { RowList } from '../../../components/row-list.tsx'
import { ChoiceItem, ManyItem, NumberItem, WholeItem } from '../fields/items.tsx'

const text = words.fields
const nothing = (): void => undefined
export type Selection = Pick<Extract<SchemeRule, { readonly type: 'count' }>, 'source' | 'where' | 'dateField' | 'window' | 'validIf' | 'distinctBy' | 'minGapDays'>
type Operator = keyof typeof words.operators
type Scalar = string | number | boolean | null

interface ConditionRow {
  readonly field: string
  readonly operator: Operator
  readonly values: readonly Scalar[]
}

const OPERATORS = Object.keys(words.operators) as readonly Operator[]
const isScalar = (value: unknown): value is Scalar => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const scalarsOf = (value: unknown): Scalar[] => (Array.isArray(value) ? value.filter(isScalar) : isScalar(value) ? [value] : [])

/** 条件的各种写法读成一行一行;写得更复杂的(一个字段两个运算符)拆成两行。 */
const readCondition = (field: string, condition: unknown): ConditionRow[] => {
  if (Array.isArray(condition)) return [{ field, operator: 'in', values: scalarsOf(condition) }]
  if (typeof condition !== 'object' || condition === null) return [{ field, operator: 'eq', values: scalarsOf(condition) }]
  return Object.entries(condition).flatMap(([operator, value]) => (value !== undefined && OPERATORS.includes(operator as Operator) ? [{ field, operator: operator as Operator, values: operator === 'exists' ? [value === true] : scalarsOf(value) }] : []))
}
const conditionOf = ({ operator, values }: ConditionRow) => (operator === 'in' ? { in: [...values] } : operator === 'exists' ? { exists: values[0] !== false } : { [operator]: values[0] ?? '' })

/** 有固定取值的字段给选,别的给填;数写成数。 */
const choicesOf = (source: string, field: string): readonly { readonly value: string; readonly label: string }[] => {
  const fixed = words.tables[source]?.values?.[field]
  if (fixed !== undefined) return Object.entries(fixed).map(([value, label]) => ({ value, label }))
  const table = field === 'meetingType' ? meetingTypes : field === 'memberType' ? memberTypes : []
  return table.map(({ code, name }) => ({ value: code, label: name }))
}
const typedValue = (value: string): Scalar => (/^-?\d{1,9}$/.test(value) ? Number(value) : value)

const ConditionFields = ({ source, row, disabled, onChange }: { readonly source: string; readonly row: ConditionRow; readonly disabled: boolean; readonly onChange: (patch: Partial<ConditionRow>) => void }) => {
  const choices = choicesOf(source, row.field)
  return (
    <>
      <ChoiceItem compact label={text.field} value={row.field} words={words.tables[source]?.fields ?? {}} disabled={disabled} onChange={(field) => onChange({ field, values: [] })} />
      <ChoiceItem compact label={text.operator} value={row.operator} words={words.operators} disabled={disabled} onChange={(operator) => onChange({ operator, values: operator === 'exists' ? [true] : row.values.filter((value) => typeof value !== 'boolean') })} />
      {row.operator !== 'exists' && (
        <Field compact label={text.value}>
          {(control) =>
            choices.length > 0 ? (
              <Select<string[]> {...control} mode="multiple" disabled={disabled} value={row.values.map(String)} options={[...choices]} popupMatchSelectWidth={false} onChange={(values) => onChange({ values: (row.operator === 'in' ? values : values.slice(-1)).map(typedValue) })} />
            ) : (
              <Input {...control} disabled={disabled} value={row.values.map(String).join('、')} maxLength={120} onChange={(event) => onChange({ values: (row.operator === 'in' ? event.target.value.split('、') : [event.target.value]).map((value) => typedValue(value.trim())) })} />
            )
          }
        </Field>
      )}
    </>
  )
}

type Validity = NonNullable<Selection['validIf']>[number]
interface ValidityRow {
  readonly kind: keyof typeof text.validKinds
  readonly first: string
  readonly second: string
  readonly operator: Operator
  readonly values: readonly Scalar[]
}
const { eq, ne, gte, lte, gt, lt } = words.operators
const COMPARISONS = { gte, lte, gt, lt, eq, ne } as Readonly<Record<Operator, string>>

const readValidity =
  (firstField: string) =>
  ({ field, ratio, lag, ...operators }: Validity): ValidityRow[] => {
    const kind = ratio !== null && ratio !== undefined ? 'ratio' : lag !== null && lag !== undefined ? 'lag' : 'field'
    const [first, second] = ratio ?? lag ?? [field ?? firstField, firstField]
    return readCondition(first, operators).map(({ operator, values }) => ({ kind, first, second, operator, values }))
  }
const validityOf = ({ kind, first, second, operator, values }: ValidityRow): Validity => ({ ...(kind === 'field' ? { field: first } : kind === 'ratio' ? { ratio: [first, second] as [string, string] } : { lag: [first, second] as [string, string] }), ...conditionOf({ field: first, operator, values }) })

/** 从哪里数、数哪些、看多长一段。 */
export const SelectionFields = ({ selection, disabled, onChange }: { readonly selection: Selection; readonly disabled: boolean; readonly onChange: (selection: Partial<Selection>) => void }) => {
  const { source } = selection
  const firstField = Object.keys(words.tables[source]?.fields ?? {})[2] ?? 'date'
  const where = Object.entries(selection.where ?? {}).flatMap(([field, condition]) => readCondition(field, condition))
  const valid = (selection.validIf ?? []).flatMap(readValidity(firstField))
  const tables = Object.fromEntries(Object.entries(words.tables).map(([code, { name }]) => [code, name]))
  const fields = Object.entries(words.tables[source]?.fields ?? {})
  return (
    <>
      <div className="scheme-grid">
        <ChoiceItem label={text.source} value={source} words={tables} disabled={disabled} onChange={(next) => onChange({ source: next, where: {}, validIf: [], distinctBy: [] })} />
        <ChoiceItem label={text.window} value={selection.window ?? 'period'} words={words.windows} disabled={disabled} onChange={(window) => onChange({ window })} />
        <ManyItem label={text.distinctBy} value={selection.distinctBy ?? []} options={[...fields.map(([value, label]) => ({ value, label })), ...Object.entries(words.derived).map(([value, label]) => ({ value, label }))]} disabled={disabled} onChange={(distinctBy) => onChange({ distinctBy })} />
        <WholeItem label={text.minGapDays} value={selection.minGapDays} most={366} disabled={disabled} onChange={(minGapDays) => onChange({ minGapDays })} />
      </div>
      <p className="scheme-label">{text.where}</p>
      <RowList rows={where} disabled={disabled} maximum={12} addLabel={text.addWhere} removeLabel={text.removeWhere} className="scheme-condition" newRow={(): ConditionRow => ({ field: firstField, operator: 'eq', values: [] })} onLeave={nothing} onChange={(rows) => onChange({ where: Object.fromEntries(rows.map((row) => [row.field, conditionOf(row)])) })}>
        {(row, change) => <ConditionFields source={source} row={row} disabled={disabled} onChange={change} />}
      </RowList>
      <p className="scheme-label">{text.validIf}</p>
      <RowList rows={valid} disabled={disabled} maximum={12} addLabel={text.addValid} removeLabel={text.removeValid} className="scheme-condition" newRow={(): ValidityRow => ({ kind: 'field', first: firstField, second: firstField, operator: 'eq', values: [] })} onLeave={nothing} onChange={(rows) => onChange({ validIf: rows.map(validityOf) })}>
        {(row, change) => (
          <>
            <ChoiceItem compact label={text.type} value={row.kind} words={text.validKinds} disabled={disabled} onChange={(kind) => change({ kind, operator: 'gte', values: [] })} />
            {row.kind === 'field' ? (
              <ConditionFields source={source} row={{ field: row.first, operator: row.operator, values: row.values }} disabled={disabled} onChange={({ field, ...rest }) => change({ ...rest, ...(field === undefined ? {} : { first: field }) })} />
            ) : (
              <>
                <ChoiceItem compact label={row.kind === 'lag' ? text.lagFrom : text.field} value={row.first} words={words.tables[source]?.fields ?? {}} disabled={disabled} onChange={(first) => change({ first })} />
                <ChoiceItem compact label={row.kind === 'lag' ? text.lagTo : text.ratioOf} value={row.second} words={words.tables[source]?.fields ?? {}} disabled={disabled} onChange={(second) => change({ second })} />
                <ChoiceItem compact label={text.operator} value={row.operator} words={COMPARISONS} disabled={disabled} onChange={(operator) => change({ operator })} />
                <NumberItem compact label={text.value} value={row.values.map(String)[0]} disabled={disabled} onChange={(value) => change({ values: value === null ? [] : [value] })} />
              </>
            )}
          </>
        )}
      </RowList>
    </>
  )
}
