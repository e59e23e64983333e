// 一次评价的结果:全部是文本与整数,可原样存储、传输、比对。null 表示“没有这个值”,绝不等同于 0。
import type { VetoEffect } from './scheme.ts'

export type PeriodStatus = 'scored' | 'failed' | 'insufficient' | 'blocked'

export type IndicatorState =
  | 'scored'
  | 'zero_missing'
  | 'carried'
  | 'exempt'
  | 'excluded'
  | 'blocked'
  | 'not_due'
  | 'not_applicable'

export type IndicatorFlag = 'overridden' | 'unreviewed' | 'no_evidence' | 'vetoed'

export interface IndicatorResult {
  readonly state: IndicatorState
  readonly achievement: string | null
  readonly full: string | null
  readonly points: string | null
  readonly flags?: readonly IndicatorFlag[]
}

export interface DimensionResult {
  readonly full: string
  readonly base: string
  readonly deduct: string
  readonly floor: string
  readonly veto: string
  readonly score: string
  readonly ratio: string | null
}

export interface ResultLine {
  readonly key: string
  readonly exact: string
  readonly shown: string
}

export type StarEffect = Extract<VetoEffect, { readonly type: 'disqualify_year' | 'revoke_star' }>

/** 加分、扣分项目各自的合计:封顶前与封顶后(项目自身的单位)。 */
export interface EventItemResult {
  readonly indicator: string
  readonly kind: 'bonus' | 'deduct'
  readonly raw: string
  readonly counted: string
}

export interface PeriodResult {
  readonly status: PeriodStatus
  readonly coverage: string | null
  readonly vetoes: readonly string[]
  readonly starCap: number | null
  readonly bonus: string
  readonly deductions: string
  readonly indicators: Readonly<Record<string, IndicatorResult>>
  readonly dimensions: Readonly<Record<string, DimensionResult>>
  readonly lines: readonly ResultLine[]
  readonly totalExact: string | null
  readonly total: string | null
  /** 方案没有等次标签时不出现。 */
  readonly band?: string | null
  readonly starEffects: readonly StarEffect[]
  /** 全部已触发否决的效果,按触发先后。 */
  readonly effects: readonly VetoEffect[]
  readonly eventItems: readonly EventItemResult[]
  /** 因“同一事项就高不重复”而不计的事件在输入中的序号。 */
  readonly droppedEvents: readonly number[]
}
