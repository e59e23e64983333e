import { createHash } from 'node:crypto'
import { checkVocabulary, type VocabularyError } from '../../domain/evaluation/check-vocabulary.ts'
import type { SchemeBody } from '../../domain/evaluation/scheme-body.ts'
import { canonicalJson } from '../../domain/scoring/canonical-json.ts'
import { validateScheme, type SchemeError } from '../../domain/scoring/validate-scheme.ts'
import type { SchemeRepo } from '../../store/repos/scheme-repo.ts'
import type { Transaction } from '../../store/unit-of-work.ts'

export type SchemeFault = SchemeError | VocabularyError | readonly [code: 'TEXT_MISSING', place: string]

/** 方案有问题,不能发布;全部问题一次报齐。 */
export class SchemeRefused extends Error {
  readonly faults: readonly SchemeFault[]
  constructor(faults: readonly SchemeFault[]) {
    super(faults.map((fault) => fault.join(' ')).join('; '))
    this.name = 'SchemeRefused'
    this.faults = faults
  }
}

const missingTexts = (body: SchemeBody): SchemeFault[] => [
  ...body.scheme.dimensions.filter((dimension) => (body.texts.dimensions[dimension.id] ?? '') === '').map((dimension): SchemeFault => ['TEXT_MISSING', dimension.id]),
  ...body.scheme.indicators.filter((indicator) => (body.texts.indicators[indicator.id]?.name ?? '') === '').map((indicator): SchemeFault => ['TEXT_MISSING', indicator.id]),
]

/** 发布前的全部检查:先看方案本身,再看规则读的东西在不在词汇表里,最后看名称。 */
const checkScheme = (body: SchemeBody, categories: readonly string[]): readonly SchemeFault[] => {
  const faults = validateScheme(body.scheme, categories)
  // 规则形状都不认得时,谈不上它读了什么。
  const vocabulary = faults.some(([code]) => code === 'UNKNOWN_RULE') ? [] : checkVocabulary(body.scheme)
  return [...faults, ...vocabulary, ...missingTexts(body)]
}

export interface Publication {
  readonly id: string
  readonly schemeId: string
  readonly ownerUnit: string
  readonly version: number
  readonly effectiveFrom: string
  readonly body: SchemeBody
  /** 本单位现有的支部类别代码:对每个类别,满分都要正好。 */
  readonly categories: readonly string[]
}

/**
 * 发布一个版本;此后不可改。
 *
 * @throws SchemeRefused 检查不过。
 */
export const publishVersion = (repo: SchemeRepo, transaction: Transaction, publication: Publication): void => {
  const { body, categories, ...row } = publication
  const faults = checkScheme(body, categories)
  if (faults.length > 0) throw new SchemeRefused(faults)
  const hash = createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex')
  repo.insertPublished(transaction, { ...row, body: JSON.stringify(body), hash })
}
