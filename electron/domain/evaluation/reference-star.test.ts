import { expect, test } from 'vitest'
import type { PeriodResult, PeriodStatus } from '../scoring/result.ts'
import type { Scheme } from '../scoring/scheme.ts'
import { nextStar } from './next-star.ts'
import { referenceStar } from './reference-star.ts'

const scheme: Scheme = {
  dimensions: [],
  indicators: [],
  stars: {
    levels: [
      { star: 1, min: 0 },
      { star: 2, min: 60 },
      { star: 3, min: 70 },
      { star: 4, min: 80, minByCategory: { market: 75 } },
      { star: 5, min: 90 },
    ],
    // 门槛、逐级、名额是季度与年度的事,月度不看。
    gates: [{ star: 2, type: 'flag', flag: 'certificate' }],
    promotion: { maxStep: 1 },
    quota: [{ star: 5, count: 0 }],
  },
}
const resultOf = (total: string | null, changes: { readonly status?: PeriodStatus; readonly cap?: number } = {}): PeriodResult => ({
  status: changes.status ?? 'scored',
  coverage: '1',
  vetoes: [],
  starCap: changes.cap ?? null,
  bonus: '0',
  deductions: '0',
  indicators: {},
  dimensions: {},
  lines: [],
  totalExact: total,
  total,
  starEffects: [],
  effects: changes.cap === undefined ? [] : [{ type: 'cap_star', star: changes.cap }],
  eventItems: [],
  droppedEvents: [],
})

test.each<[string, PeriodResult, string | null, number | null, { star: number; missing: string } | null]>([
  ['公布值正好 90 就是五星', resultOf('90.00'), 'production', 5, null],
  ['89.99 是四星,差 0.01', resultOf('89.99'), 'production', 4, { star: 5, missing: '0.01' }],
  ['最低一级从 0 起', resultOf('0.00'), 'production', 1, { star: 2, missing: '60.00' }],
  ['界限可以按类别不同', resultOf('75.00'), 'market', 4, { star: 5, missing: '15.00' }],
  ['同样的分,别的类别三星', resultOf('75.00'), 'production', 3, { star: 4, missing: '5.00' }],
  ['否决封顶二星', resultOf('97.00', { cap: 2 }), 'production', 2, null],
  ['封顶二星,分数只够一星:还能到二星', resultOf('55.00', { cap: 2 }), 'production', 1, { star: 2, missing: '5.00' }],
  ['封顶二星,已是二星:再补分也上不去', resultOf('65.00', { cap: 2 }), 'production', 2, null],
  ['封顶不会抬高', resultOf('55.00', { cap: 4 }), 'production', 1, { star: 2, missing: '5.00' }],
  ['依据不足不评', resultOf(null, { status: 'insufficient' }), 'production', null, null],
  ['待评不评', resultOf(null, { status: 'blocked' }), 'production', null, null],
  ['本期不合格无星', resultOf('0.00', { status: 'failed' }), 'production', 0, null],
])('%s', (_title, result, category, star, next) => {
  expect(referenceStar(scheme, category, result)).toBe(star)
  expect(nextStar(scheme, category, result)).toEqual(next)
})
