// 一个支部、一个周期的输入。除此之外什么都不看:不看时钟、不看别的支部、不看行的先后。
import type { Num, Opt, Table } from './scheme.ts'

export type Fact = Readonly<Record<string, unknown>>
export type Ledger = Table<readonly Fact[]>

export interface BranchInput {
  readonly id?: Opt<string>
  readonly category?: Opt<string>
  readonly params?: Opt<Table<Opt<Num>>>
}

export interface RaterScores {
  readonly group: string
  readonly scores: readonly Num[]
}

export interface ManualEntry {
  readonly ratio?: Opt<Num>
  readonly points?: Opt<Num>
  readonly raters?: Opt<readonly RaterScores[]>
  readonly state?: Opt<'draft' | 'confirmed' | 'withdrawn'>
}

export interface ScoreEvent {
  readonly indicator: string
  readonly count?: Opt<Num>
  readonly level?: Opt<string>
  readonly points?: Opt<Num>
  readonly matter?: Opt<string>
  readonly date?: Opt<string>
}

export interface VetoEntry {
  readonly indicator: string
}

export interface CarriedScore {
  readonly ratio?: Opt<Num>
  readonly age?: Opt<number>
}

export interface PeriodInput {
  readonly branch?: Opt<BranchInput>
  readonly period: string
  readonly asOf?: Opt<string>
  readonly manual?: Opt<Table<Opt<ManualEntry>>>
  readonly ledger?: Opt<Ledger>
  readonly events?: Opt<readonly ScoreEvent[]>
  readonly vetoes?: Opt<readonly VetoEntry[]>
  readonly exempt?: Opt<Table<Opt<string>>>
  readonly evidence?: Opt<Table<Opt<number>>>
  readonly carry?: Opt<Table<Opt<CarriedScore>>>
}
