import { createHash } from 'node:crypto'
import { assembleInput } from '../../domain/evaluation/assemble-input.ts'
import { referenceStar } from '../../domain/evaluation/reference-star.ts'
import { canonicalJson } from '../../domain/scoring/canonical-json.ts'
import { evaluatePrepared } from '../../domain/scoring/evaluate.ts'
import type { PeriodResult } from '../../domain/scoring/result.ts'
import type { ScoreEntryRepo } from '../../store/repos/score-entry-repo.ts'
import type { ScoreRepo } from '../../store/repos/score-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { Ids } from '../ports.ts'
import type { BranchEntry } from './branch-directory.ts'
import type { BranchFacts } from './branch-facts.ts'
import type { LoadedVersion, SchemeLibrary } from './schemes/scheme-library.ts'

/** 一次计算,还没有存。 */
export interface Computation {
  readonly version: LoadedVersion
  readonly category: string | null
  readonly result: PeriodResult
  readonly star: number | null
  /** 方案内容与全部输入的摘要:相同则结果必同。 */
  readonly inputHash: string
  /** 求摘要的那段规范 JSON:冻结时存的就是它。 */
  readonly inputText: string
}

export const hashOfInput = (inputText: string): string => createHash('sha256').update(inputText, 'utf8').digest('hex')

interface Parts {
  readonly ids: Ids
  readonly schemes: SchemeLibrary
  readonly facts: BranchFacts
  readonly entries: ScoreEntryRepo
  readonly scores: ScoreRepo
}

/** 一个支部一个月:取数、计算、(有变化才)追加一个修订。 */
export const createBranchScorer = ({ ids, schemes, facts, entries, scores }: Parts) => {
  /** 照给的版本算,不存;试算草稿用。 */
  const computeWith = (version: LoadedVersion, branch: BranchEntry, period: string): Computation => {
    const { scheme, prepared } = version.forCategory(branch.category)
    const own = version.periodOf(period)
    const { ledger, params } = facts.load(branch.id, own, version.rules)
    const place = { branchId: branch.id, period }
    const input = assembleInput(prepared, {
      branchId: branch.id,
      period: own,
      category: branch.category,
      params,
      ledger,
      manual: entries.manualScores(place),
      events: entries.events(place),
      vetoes: entries.vetoes(place),
      exemptions: entries.exemptions(place),
    })
    const result = evaluatePrepared(prepared, input)
    const inputText = canonicalJson({ scheme: version.hash, version: version.version, input })
    return { version, category: branch.category, result, star: referenceStar(scheme, branch.category, result), inputHash: hashOfInput(inputText), inputText }
  }

  /**
   * 只算不存。
   *
   * @param branch 期末那天的支部:类别以那天为准。
   * @throws DeclaredFailure NO_SCHEME、PERIOD_UNSUITABLE
   */
  const compute = (branch: BranchEntry, period: string): Computation => computeWith(schemes.inForce(period), branch, period)

  /** 与现行成绩依据相同、也没有待重算的,不必写。 */
  const needsWriting = (branchId: string, period: string, computation: Computation): boolean =>
    scores.head(branchId, period)?.inputHash !== computation.inputHash || scores.isDirty(branchId, period)

  /**
   * 存下计算结果:依据变了才追加修订,旧的留着;顺带从待重算清单里划掉。
   *
   * @returns 有没有新的修订。
   */
  const store = (transaction: Transaction, branchId: string, period: string, computation: Computation): boolean => {
    const head = scores.head(branchId, period)
    scores.clearDirty(transaction, branchId, period)
    if (head?.inputHash === computation.inputHash) return false
    const { version, category, result, star, inputHash } = computation
    scores.append(transaction, period, {
      id: ids.next(),
      branchId,
      versionId: version.id,
      revision: (head?.revision ?? 0) + 1,
      knownAt: transaction.at,
      category,
      status: result.status,
      totalExact: result.totalExact,
      total: result.total,
      star,
      inputHash,
      result,
    })
    return true
  }
  return {
    compute,
    computeWith,
    needsWriting,
    store,
    /** 录入之后在同一事务里重算本支部本月。 */
    rescore: (transaction: Transaction, branch: BranchEntry, period: string): boolean => store(transaction, branch.id, period, compute(branch, period)),
  }
}
export type BranchScorer = ReturnType<typeof createBranchScorer>
