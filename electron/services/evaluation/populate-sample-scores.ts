import { sampleBranches, type SampleDiligence } from '../../data/sample/organisations.ts'
import { sampleExemptions, sampleMissing, samplePeriods, sampleScoreEvents, sampleSteps, sampleVetoes, type SampleStep } from '../../data/sample/score-entries.ts'
import { appliesTo, isDue } from '../../domain/scoring/applicability.ts'
import { configuredFull } from '../../domain/scoring/nominal-marks.ts'
import { parsePeriod } from '../../domain/scoring/period.ts'
import { maximum, multiply, rational, subtract, toText, ZERO, type Rational } from '../../domain/scoring/rational.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import type { BranchEntry } from './branch-directory.ts'
import { createEvaluationParts, type EvaluationParts } from './evaluation-parts.ts'

/** 每十次里各档出现几次,从满分到最差。 */
const SPREAD: Readonly<Record<SampleDiligence, readonly number[]>> = { solid: [5, 4, 1, 0], steady: [2, 4, 3, 1], loose: [1, 2, 3, 4] }
const TENTHS = 10

/** 由文本得出的固定数:同样的示例每次都一样。 */
const hashOf = (text: string): number => {
  let hash = 2166136261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0
  return hash
}

const stepFor = (steps: readonly SampleStep[], diligence: SampleDiligence, seed: string): SampleStep | undefined => {
  // 低位在这种散列里不够散,取中间的几位。
  let left = Math.floor(hashOf(seed) / 4096) % TENTHS
  for (const [index, share] of SPREAD[diligence].entries()) {
    if (left < share) return steps[index]
    left -= share
  }
  return steps[0]
}

const pointsOf = (step: SampleStep, full: Rational): Rational => ('percent' in step ? multiply(full, rational(BigInt(step.percent), 100n)) : maximum(ZERO, subtract(full, rational(BigInt(step.lose), 100n))))

const diligenceOf = (branch: BranchEntry): SampleDiligence => sampleBranches.find((sample) => sample.code === branch.code)?.diligence ?? 'steady'

interface Entry {
  readonly branchCode: string
  readonly period: string
}
const here = <E extends Entry>(entries: readonly E[], branch: BranchEntry, period: string): E[] => entries.filter((entry) => entry.branchCode === branch.code && entry.period === period)

const enterManual = ({ schemes, entries, facts }: EvaluationParts, newId: () => string, transaction: Transaction, branch: BranchEntry, period: string): void => {
  const version = schemes.inForce(period)
  const month = parsePeriod(period)
  const skipped = new Set<string>(here(sampleMissing, branch, period).map((missing) => missing.indicatorId))
  for (const indicator of version.forCategory(branch.category).prepared.regular) {
    const steps = sampleSteps[indicator.id]
    const step = steps === undefined ? undefined : stepFor(steps, diligenceOf(branch), `${branch.code} ${period} ${indicator.id}`)
    if (step === undefined || skipped.has(indicator.id) || !appliesTo(indicator.source, branch.category) || !isDue(indicator.source, month)) continue
    // 有登记的(党费),由登记算。
    const { source, rule } = indicator.source
    if (source === 'hybrid' && rule != null && Object.values(facts.load(branch.id, period, [rule]).ledger).some((rows) => rows.length > 0)) continue
    const points = pointsOf(step, configuredFull(indicator, branch.category))
    entries.appendManual(transaction, { branchId: branch.id, period }, { id: newId(), versionId: version.id, indicatorId: indicator.id, points: toText(points), reason: step.reason, state: 'confirmed' })
  }
}

const enterRest = ({ entries }: EvaluationParts, newId: () => string, transaction: Transaction, branch: BranchEntry, period: string): void => {
  const place = { branchId: branch.id, period }
  for (const { indicatorId, occurredOn, count, level, matter, reason } of here(sampleScoreEvents, branch, period)) entries.insertEvent(transaction, place, { id: newId(), indicatorId, occurredOn, count, level, matter, reason })
  for (const { indicatorId, decidedOn, decidedBy, reason } of here(sampleVetoes, branch, period)) entries.insertVeto(transaction, place, { id: newId(), indicatorId, decidedOn, decidedBy, reason })
  for (const { indicatorId, reason, approvedBy } of here(sampleExemptions, branch, period)) entries.insertExemption(transaction, place, { id: newId(), indicatorId, reason, approvedBy })
}

/**
 * 示例企业的月评价:2026 年 7 月到 10 月的手工评分、加扣分、否决、豁免,并算出成绩。
 * 要在组织、名册、会议、方案都有了之后调用;每月一个事务。
 */
export const populateSampleScores = (scope: WorkspaceScope): void => {
  const parts = createEvaluationParts(scope)
  const newId = (): string => scope.ports.ids.next()
  for (const period of samplePeriods) {
    scope.write('evaluation', 'evaluation.populateSample', (transaction) => {
      const branches = parts.branches.all(period)
      transaction.groupUnder(transaction.audit({ ownerUnit: null, table: 'score_result', recordId: '', detail: { action: 'sample', period, branches: branches.length } }))
      for (const branch of branches) {
        enterManual(parts, newId, transaction, branch, period)
        enterRest(parts, newId, transaction, branch, period)
        parts.scorer.rescore(transaction, branch, period)
      }
    })
  }
}
