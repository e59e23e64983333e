import type { SchemeTemplate } from '../../../../shared/model/scheme.ts'
import type { SchemeBody } from '../../../domain/evaluation/scheme-body.ts'

const count = (body: SchemeBody, ...kinds: readonly string[]): number => body.scheme.indicators.filter(({ kind }) => kinds.includes(kind)).length

/** 多久评一次:按季的;各项都只在年底看的,一年一次;其余按月。 */
const rhythmOf = ({ scheme: { basePeriod, indicators } }: SchemeBody): 'month' | 'quarter' | 'year' => {
  if (basePeriod === 'quarter') return 'quarter'
  return indicators.every(({ kind, period }) => (kind !== 'base' && kind !== 'special') || period === 'year') ? 'year' : 'month'
}

/** 新建方案时列出的一个模板:多大、多久一次、出处。 */
export const templateEntry = ({ key, body }: { readonly key: string; readonly body: SchemeBody }): SchemeTemplate => ({
  key,
  name: body.name,
  note: body.note,
  rhythm: rhythmOf(body),
  dimensions: body.scheme.dimensions.length,
  indicators: count(body, 'base', 'special'),
  bonus: count(body, 'bonus'),
  deduct: count(body, 'deduct'),
  veto: count(body, 'veto'),
})
