import { createHash } from 'node:crypto'
import type { CorrectionChange, Proof } from '../../../../shared/model/evaluation-period.ts'
import { referenceStar } from '../../../domain/evaluation/reference-star.ts'
import { canonicalJson } from '../../../domain/scoring/canonical-json.ts'
import { applyCorrection } from '../../../domain/scoring/corrections.ts'
import { evaluatePrepared } from '../../../domain/scoring/evaluate.ts'
import type { PeriodInput } from '../../../domain/scoring/input.ts'
import { ScoringError } from '../../../domain/scoring/scoring-error.ts'
import { failWith } from '../../../rpc/handlers.ts'
import type { StoredCorrection } from '../../../store/repos/appeal-repo.ts'
import type { StoredScore } from '../../../store/repos/score-repo.ts'
import type { Transaction } from '../../../store/unit-of-work.ts'
import type { BranchEntry } from '../branch-directory.ts'
import type { EvaluationParts } from '../evaluation-parts.ts'
import { hashOfInput } from '../score-branch.ts'
import { packInput, readFrozen, unpackInput } from './frozen-input.ts'

export const hashOfResult = (result: unknown): string => createHash('sha256').update(canonicalJson(result), 'utf8').digest('hex')

interface Where {
  readonly op: StoredCorrection['op']
  readonly path: string
  readonly value: unknown
  readonly indicatorId: string
}

const pointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** 冻结了的成绩:更正与作证。 */
export const createCorrections = ({ scores, schemes, scorer }: EvaluationParts) => {
  /** 现行的那份和它冻结的输入。@throws DeclaredFailure NOT_FOUND、NOT_FROZEN */
  const frozen = (branchId: string, period: string, revision: number | null = null): { readonly score: StoredScore; readonly text: string; readonly input: PeriodInput } => {
    const score = (revision === null ? scores.latest(branchId, period) : scores.revision(branchId, period, revision)) ?? failWith('NOT_FOUND')
    const packed = scores.frozenInput(score.id) ?? failWith('NOT_FROZEN')
    return { score, text: unpackInput(packed), input: readFrozen(packed).input }
  }
  const evaluate = (score: StoredScore, input: PeriodInput) => evaluatePrepared(schemes.byId(score.versionId).forCategory(score.category).prepared, input)

  /** 更正说的是输入的哪里、改成什么。@throws DeclaredFailure NOT_FOUND(没有这一件) */
  const whereOf = (change: CorrectionChange, branch: BranchEntry, period: string): Where => {
    const { input } = frozen(branch.id, period)
    switch (change.kind) {
      case 'manual':
        return { op: 'set', path: `/manual/${pointer(change.indicatorId)}`, value: { points: change.points, state: 'confirmed' }, indicatorId: change.indicatorId }
      case 'event':
        return { op: 'append', path: '/events', value: { indicator: change.indicatorId, count: change.count, date: change.occurredOn, ...(change.level === null ? {} : { level: change.level }), ...(change.matter === '' ? {} : { matter: change.matter }) }, indicatorId: change.indicatorId }
      case 'event_withdrawn': {
        const event = (input.events ?? [])[change.index] ?? failWith('NOT_FOUND')
        return { op: 'remove', path: `/events/${change.index}`, value: event, indicatorId: event.indicator }
      }
      case 'veto':
        return { op: 'append', path: '/vetoes', value: { indicator: change.indicatorId }, indicatorId: change.indicatorId }
      case 'veto_withdrawn': {
        const veto = (input.vetoes ?? [])[change.index] ?? failWith('NOT_FOUND')
        return { op: 'remove', path: `/vetoes/${change.index}`, value: veto, indicatorId: veto.indicator }
      }
      case 'exemption':
        return { op: 'set', path: `/exempt/${pointer(change.indicatorId)}`, value: '', indicatorId: change.indicatorId }
      case 'exemption_withdrawn':
        if (input.exempt?.[change.indicatorId] === undefined) failWith('NOT_FOUND')
        return { op: 'remove', path: `/exempt/${pointer(change.indicatorId)}`, value: null, indicatorId: change.indicatorId }
      case 'records': {
        // 照现在的记录重新取数;方案、类别仍是冻结时的。
        const score = scores.latest(branch.id, period) ?? failWith('NOT_FOUND')
        const fresh = scorer.computeWith(schemes.byId(score.versionId), { ...branch, category: score.category }, period)
        const { input: now } = JSON.parse(fresh.inputText) as { readonly input: PeriodInput }
        return { op: 'set', path: '/ledger', value: now.ledger ?? {}, indicatorId: '' }
      }
    }
  }

  /** 更正以后的输入。减掉的那一件按内容认,不按当初的次序:前面批准过别的更正,次序会变。 */
  const corrected = (input: PeriodInput, { op, path, value }: Pick<StoredCorrection, 'op' | 'path' | 'value'>): PeriodInput => {
    const parsed = JSON.parse(value) as unknown
    const list = /^\/(events|vetoes)\/\d+$/.exec(path)?.[1] as 'events' | 'vetoes' | undefined
    if (op !== 'remove' || list === undefined) return applyCorrection(input, { seq: 1, op, path, value: parsed })
    const wanted = canonicalJson(parsed)
    const index = (input[list] ?? []).findIndex((one) => canonicalJson(one) === wanted)
    return index < 0 ? failWith('NOT_FOUND') : applyCorrection(input, { seq: 1, op, path: `/${list}/${index}` })
  }

  /** 先试一试说不说得通:没有这个指标、超过满分的在提出时就说。@throws DeclaredFailure INDICATOR_UNSUITABLE、OUT_OF_RANGE */
  const check = (branchId: string, period: string, change: Pick<StoredCorrection, 'op' | 'path' | 'value'>): void => {
    const { score, input } = frozen(branchId, period)
    try {
      evaluate(score, corrected(input, change))
    } catch (error) {
      if (!(error instanceof ScoringError)) throw error
      failWith(error.code === 'OUT_OF_RANGE' ? 'OUT_OF_RANGE' : 'INDICATOR_UNSUITABLE', error.code === 'OUT_OF_RANGE' ? { full: '' } : {})
    }
  }

  /** 批准:冻结的输入照更正改过,生成下一个修订,它自己也带着输入。@returns 新的修订号。 */
  const apply = (transaction: Transaction, nextId: () => string, correction: StoredCorrection): number => {
    const { score, text, input } = frozen(correction.branchId, correction.period)
    const next = corrected(input, correction)
    const result = evaluate(score, next)
    const { scheme, version } = JSON.parse(text) as { readonly scheme: string; readonly version: number }
    const inputText = canonicalJson({ scheme, version, input: next })
    const id = nextId()
    const own = schemes.byId(score.versionId).forCategory(score.category).scheme
    scores.append(transaction, correction.period, {
      id,
      branchId: score.branchId,
      versionId: score.versionId,
      revision: score.revision + 1,
      knownAt: transaction.at,
      category: score.category,
      status: result.status,
      totalExact: result.totalExact,
      total: result.total,
      star: referenceStar(own, score.category, result),
      inputHash: hashOfInput(inputText),
      result,
    })
    scores.freeze(transaction, id, score.branchId, packInput(inputText))
    return score.revision + 1
  }

  /** 当场重算一份冻结了的成绩。 */
  const prove = (branchId: string, period: string, revision: number | null): Proof => {
    const { score, text, input } = frozen(branchId, period, revision)
    const version = schemes.byId(score.versionId)
    const recomputed = hashOfResult(evaluate(score, input))
    const resultHash = hashOfResult(score.result)
    return { revision: score.revision, schemeName: version.body.name, schemeVersion: version.version, knownAt: score.knownAt, inputHash: score.inputHash, resultHash, recomputedHash: recomputed, same: recomputed === resultHash && hashOfInput(text) === score.inputHash }
  }
  return { frozen, whereOf, check, apply, prove }
}
