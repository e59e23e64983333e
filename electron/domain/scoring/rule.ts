// 自动计分规则是数据,不是代码:六种类型,没有表达式,没有脚本。
import type { Num, Opt } from './scheme.ts'

/** 一个字段的条件:直接给值(相等)、给数组(属于其一),或给运算符。 */
export interface Operators {
  readonly eq?: unknown
  readonly ne?: unknown
  readonly in?: Opt<readonly unknown[]>
  readonly gte?: unknown
  readonly lte?: unknown
  readonly gt?: unknown
  readonly lt?: unknown
  readonly exists?: Opt<boolean>
}

export type FieldCondition = string | number | boolean | null | readonly unknown[] | Operators
export type Where = Readonly<Record<string, FieldCondition>>

/** 有效性条件:某字段、两字段之比、两日期相隔天数(后减前)。 */
export type Validity = Operators & {
  readonly field?: Opt<string>
  readonly ratio?: Opt<readonly [string, string]>
  readonly lag?: Opt<readonly [string, string]>
}

export type WindowName = 'period' | 'quarter' | 'half' | 'year' | 'ytd'

export interface FactSelection {
  readonly source: string
  readonly where?: Opt<Where>
  readonly dateField?: Opt<string>
  readonly window?: Opt<WindowName>
  readonly validIf?: Opt<readonly Validity[]>
  readonly distinctBy?: Opt<readonly string[]>
  readonly minGapDays?: Opt<number>
}

export type AggregateFunction = 'count' | 'sum' | 'avg' | 'max' | 'min'

export type Aggregate =
  | (FactSelection & { readonly fn: AggregateFunction; readonly field?: Opt<string> })
  | { readonly param: string }
  | { readonly const: Num }

export interface Band {
  readonly min?: Opt<Num>
  readonly max?: Opt<Num>
  readonly a: Num
}

export interface Transform {
  readonly mode?: Opt<'identity' | 'target' | 'linear' | 'bands'>
  readonly target?: Opt<Num>
  readonly lo?: Opt<Num>
  readonly hi?: Opt<Num>
  readonly bands?: Opt<readonly Band[]>
}

/** 没有可数的东西时怎么办。 */
export type EmptyPolicy = 'exempt' | 'full' | 'zero' | 'missing'

export type Requirement = Num | { readonly param: string } | { readonly byCategory: Readonly<Record<string, Num>> }

export interface CountRule extends FactSelection {
  readonly type: 'count'
  readonly required: Requirement
  readonly score?: Opt<{
    readonly mode?: Opt<'proportional' | 'deduct' | 'all_or_nothing'>
    readonly per?: Opt<Num>
  }>
  readonly emptyRequired?: Opt<EmptyPolicy>
}

export interface RatioRule {
  readonly type: 'ratio'
  readonly num: Aggregate
  readonly den: Aggregate
  readonly transform?: Opt<Transform>
  readonly emptyDen?: Opt<EmptyPolicy>
}

export interface ValueRule {
  readonly type: 'value'
  readonly value: Aggregate
  readonly transform?: Opt<Transform>
  readonly empty?: Opt<EmptyPolicy>
}

export interface LateBand {
  readonly maxDays: number
  readonly credit: Num
}

export interface TimelinessRule extends FactSelection {
  readonly type: 'timeliness'
  readonly due: string
  readonly done: string
  readonly lateBands?: Opt<readonly LateBand[]>
  readonly beyond?: Opt<Num>
  readonly never?: Opt<Num>
  readonly weightField?: Opt<string>
  readonly empty?: Opt<EmptyPolicy>
}

export interface CompletenessRule extends FactSelection {
  readonly type: 'completeness'
  readonly fields: readonly string[]
  readonly empty?: Opt<EmptyPolicy>
}

export interface CompositePart {
  readonly weight?: Opt<Num>
  readonly rule: Rule
}

export interface CompositeRule {
  readonly type: 'composite'
  readonly op?: Opt<'weighted_mean' | 'min' | 'max' | 'product'>
  readonly parts: readonly CompositePart[]
}

export type Rule = CountRule | RatioRule | ValueRule | TimelinessRule | CompletenessRule | CompositeRule
