// 把方案读成便于计算的样子:数只读一次,默认值只在这里填,各类别的分值算过就记住。
import { assertNever } from '../../../shared/util/assert-never.ts'
import { compare, HUNDRED, numberOr, optionalNumber, parseNumber, ZERO, type Rational } from './rational.ts'
import { refuseFloats } from './refuse-floats.ts'
import { readRounding, type Rounding } from './rounding.ts'
import type { Indicator, MissingRule, Redistribution, Scheme, Table, VetoEffect } from './scheme.ts'

export interface PreparedIndicator {
  readonly id: string
  readonly dim: string
  readonly source: Indicator
  readonly full: Rational | null
  readonly fullByCategory: ReadonlyMap<string, Rational>
  readonly weight: Rational
  readonly missing: MissingRule
}

/** 加分项或扣分项。 */
export interface PreparedItem {
  readonly id: string
  readonly kind: 'bonus' | 'deduct'
  readonly source: Indicator
  readonly per: Rational | null
  readonly levels: ReadonlyMap<string, Rational> | null
  readonly cap: Rational | null
}

export interface PreparedVeto {
  readonly source: Indicator
  readonly effects: readonly VetoEffect[]
}

export interface PreparedScheme {
  readonly isWeights: boolean
  readonly isNormalised: boolean
  readonly fullTotal: Rational
  readonly dimensions: readonly { readonly id: string; readonly weight: Rational }[]
  readonly regular: readonly PreparedIndicator[]
  readonly items: readonly PreparedItem[]
  readonly vetoes: ReadonlyMap<string, PreparedVeto>
  readonly redistribute: Redistribution
  readonly minCoverage: Rational
  readonly carryMaxAge: number
  readonly bonusCap: Rational | null
  readonly noDuplicateMatter: boolean
  readonly deductCap: Rational | null
  readonly floor: Rational
  readonly isFloorAfterBonus: boolean
  readonly totalCap: Rational | null
  readonly rounding: Rounding
  readonly decidesOnExact: boolean
  /** 从高到低;方案没有等次标签时为 null。 */
  readonly bands: readonly { readonly label: string; readonly min: Rational }[] | null
  /** 各类别应有分值的备忘,由 nominal-marks 填写;同一方案的值不会变。 */
  readonly nominalMemo: Map<string | null, ReadonlyMap<string, Rational>>
}

function readTable(table: Table<string | number> | null | undefined): Map<string, Rational> {
  return new Map(Object.entries(table ?? {}).map(([key, value]) => [key, parseNumber(value)]))
}

function prepareIndicator(indicator: Indicator, fallback: MissingRule): PreparedIndicator {
  return {
    id: indicator.id,
    dim: indicator.dim ?? '',
    source: indicator,
    full: optionalNumber(indicator.full),
    fullByCategory: readTable(indicator.fullByCategory),
    weight: numberOr(indicator.weight, ZERO),
    missing: indicator.missing ?? fallback,
  }
}

function prepareItem(indicator: Indicator, kind: 'bonus' | 'deduct'): PreparedItem {
  return {
    id: indicator.id,
    kind,
    source: indicator,
    per: optionalNumber(indicator.per),
    levels: indicator.levels === null || indicator.levels === undefined ? null : readTable(indicator.levels),
    cap: optionalNumber(indicator.cap),
  }
}

function prepareIndicators(scheme: Scheme): Pick<PreparedScheme, 'regular' | 'items' | 'vetoes'> {
  const fallback = scheme.missing?.default ?? 'zero'
  const regular: PreparedIndicator[] = []
  const items: PreparedItem[] = []
  const vetoes = new Map<string, PreparedVeto>()
  for (const indicator of scheme.indicators) {
    switch (indicator.kind) {
      case 'base':
      case 'special':
        regular.push(prepareIndicator(indicator, fallback))
        break
      case 'bonus':
      case 'deduct':
        items.push(prepareItem(indicator, indicator.kind))
        break
      case 'veto':
        vetoes.set(indicator.id, { source: indicator, effects: indicator.effects ?? [] })
        break
      default:
        assertNever(indicator.kind)
    }
  }
  return { regular, items, vetoes }
}

function prepareBands(scheme: Scheme): PreparedScheme['bands'] {
  if (scheme.bands === null || scheme.bands === undefined) return null
  return scheme.bands
    .map((band) => ({ label: band.label, min: parseNumber(band.min) }))
    .sort((a, b) => compare(b.min, a.min))
}

export function prepareScheme(scheme: Scheme): PreparedScheme {
  refuseFloats(scheme)
  return {
    isWeights: scheme.mode === 'weights',
    isNormalised: scheme.normalise === true,
    fullTotal: numberOr(scheme.fullTotal, HUNDRED),
    dimensions: scheme.dimensions.map((dim) => ({ id: dim.id, weight: numberOr(dim.weight, ZERO) })),
    ...prepareIndicators(scheme),
    redistribute: scheme.missing?.redistribute ?? 'dimension',
    minCoverage: numberOr(scheme.missing?.minCoverage, ZERO),
    carryMaxAge: scheme.missing?.carryMaxAge ?? 1,
    bonusCap: optionalNumber(scheme.bonus?.cap),
    noDuplicateMatter: scheme.bonus?.noDuplicateMatter === true,
    deductCap: optionalNumber(scheme.deduct?.cap),
    floor: numberOr(scheme.total?.floor, ZERO),
    isFloorAfterBonus: scheme.total?.floorStage === 'afterBonus',
    totalCap: optionalNumber(scheme.total?.cap),
    rounding: readRounding(scheme.rounding),
    decidesOnExact: scheme.decideOn === 'exact',
    bands: prepareBands(scheme),
    nominalMemo: new Map(),
  }
}
