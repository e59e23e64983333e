import { scoreLinesText } from '../../../../shared/i18n/zh-CN/score-lines.ts'
import type { SchemeView } from '../../../../shared/model/evaluation.ts'
import { HUNDRED, numberOr, parseNumber, toText } from '../../../domain/scoring/rational.ts'
import type { Indicator } from '../../../domain/scoring/scheme.ts'
import type { SchemeBody } from '../../../domain/evaluation/scheme-body.ts'
import type { LoadedVersion } from './scheme-library.ts'

type IndicatorView = SchemeView['indicators'][number]

const exact = (value: string | number): string => toText(parseNumber(value))

/** 加分、扣分、否决都由人认定,来源算手工。 */
export const indicatorView = (body: SchemeBody, indicator: Indicator): IndicatorView => {
  const text = body.texts.indicators[indicator.id]
  return {
    id: indicator.id,
    name: text?.name ?? indicator.id,
    kind: indicator.kind,
    dimensionId: indicator.dim ?? null,
    source: indicator.source ?? 'manual',
    wording: text?.wording ?? '',
    evidence: text?.evidence ?? '',
    per: indicator.per === null || indicator.per === undefined ? null : exact(indicator.per),
    levels: Object.entries(indicator.levels ?? {}).map(([code, points]) => ({ code, name: text?.levels?.[code] ?? code, points: exact(points) })),
  }
}

export const dimensionName = (body: SchemeBody, dimension: string): string => body.texts.dimensions[dimension] ?? dimension

const DIMENSION_PREFIX = 'dim:'
const FIXED_LINES: Readonly<Record<string, string>> = { deduct: scoreLinesText.deduct, floor: scoreLinesText.floor, bonus: scoreLinesText.bonus, cap: scoreLinesText.cap, veto: scoreLinesText.veto }
/** 一维在成绩构成里那一行的代码。 */
export const dimensionLine = (dimension: string): string => `${DIMENSION_PREFIX}${dimension}`
/** 成绩构成里一行的名称。 */
export const lineName = (body: SchemeBody, key: string): string => (key.startsWith(DIMENSION_PREFIX) ? dimensionName(body, key.slice(DIMENSION_PREFIX.length)) : (FIXED_LINES[key] ?? key))

export const schemeView = (version: LoadedVersion): SchemeView => {
  const { scheme } = version.body
  return {
    id: version.id,
    name: version.body.name,
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    fullTotal: toText(numberOr(scheme.fullTotal, HUNDRED)),
    dimensions: scheme.dimensions.map((dimension) => ({ id: dimension.id, name: dimensionName(version.body, dimension.id) })),
    indicators: scheme.indicators.map((indicator) => indicatorView(version.body, indicator)),
    stars: (scheme.stars?.levels ?? []).map((level) => ({ star: level.star, min: exact(level.min) })),
  }
}
