import { benchText } from '../../shared/i18n/zh-CN/bench.ts'
import { evaluatePrepared } from '../../electron/domain/scoring/evaluate.ts'
import { prepareScheme } from '../../electron/domain/scoring/prepare-scheme.ts'
import type { Scheme } from '../../electron/domain/scoring/scheme.ts'
import { round, type BenchRow } from './bench-row.ts'

const BRANCHES = 1000
const INDICATORS = 30
const FACTS = 30

/** 一半自动(各数三十条记录)、一半手工,五维。 */
const scheme: Scheme = {
  id: 'bench',
  version: 1,
  fullTotal: '100',
  normalise: true,
  dimensions: Array.from({ length: 5 }, (_, index) => ({ id: `d${index}`, name: `d${index}` })),
  indicators: Array.from({ length: INDICATORS }, (_, index) => ({
    id: `i${index}`,
    dim: `d${index % 5}`,
    kind: 'base' as const,
    full: String(2 + (index % 4)),
    ...(index % 2 === 0 ? { source: 'auto' as const, rule: { type: 'count' as const, source: 'meetings', where: { kind: 'a' }, required: 12, score: { mode: 'proportional' as const } } } : { source: 'manual' as const }),
  })),
}

export const measureScoring = async (): Promise<readonly BenchRow[]> => {
  const prepared = prepareScheme(scheme)
  const started = performance.now()
  for (let branch = 0; branch < BRANCHES; branch++) {
    evaluatePrepared(prepared, {
      branch: { id: `b${branch}`, category: 'production', params: {} },
      period: '2026-09',
      ledger: { meetings: Array.from({ length: FACTS }, (_, index) => ({ date: `2026-09-${String(1 + index).padStart(2, '0')}`, kind: index % 3 === 0 ? 'b' : 'a' })) },
      manual: Object.fromEntries(Array.from({ length: INDICATORS }, (_, index) => [`i${index}`, { ratio: `${(branch + index) % 7}/7` }])),
    })
  }
  return [{ name: benchText.scoring, value: round((performance.now() - started) / 1000), unit: 's', budget: 1, note: benchText.scoringNote }]
}
