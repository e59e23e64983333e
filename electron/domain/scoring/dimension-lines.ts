// 一个维度内部的显示行:各指标、扣分、兜底、否决,相加等于该维度公布的那一行(同样用最大余数法)。
import { allocateTo } from './allocate.ts'
import { parseNumber } from './rational.ts'
import type { PeriodResult, ResultLine } from './result.ts'
import { readRounding, roundToUnits } from './rounding.ts'
import type { Scheme } from './scheme.ts'

/** 行的键:指标为 `ind:<编号>`,其余为 deduct、floor、veto。没有总分时为空。 */
export function dimensionLines(scheme: Scheme, result: PeriodResult, dimId: string): readonly ResultLine[] {
  const dim = result.dimensions[dimId]
  const shown = result.lines.find((line) => line.key === `dim:${dimId}`)
  if (dim === undefined || shown === undefined) return []
  const parts: { readonly key: string; readonly exact: string }[] = []
  for (const indicator of scheme.indicators) {
    const points = indicator.dim === dimId ? result.indicators[indicator.id]?.points : null
    if (points !== null && points !== undefined) parts.push({ key: `ind:${indicator.id}`, exact: points })
  }
  parts.push({ key: 'deduct', exact: dim.deduct }, { key: 'floor', exact: dim.floor }, { key: 'veto', exact: dim.veto })
  const rounding = readRounding(scheme.rounding)
  const texts = allocateTo(
    parts.map((part) => parseNumber(part.exact)),
    roundToUnits(parseNumber(shown.shown), rounding),
    rounding.decimals,
  )
  return parts.map((part, index) => ({ ...part, shown: texts[index] ?? '' }))
}
