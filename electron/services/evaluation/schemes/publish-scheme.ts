import { createHash } from 'node:crypto'
import { checkBody, type BodyFault } from '../../../domain/evaluation/check-body.ts'
import type { SchemeBody } from '../../../domain/evaluation/scheme-body.ts'
import { canonicalJson } from '../../../domain/scoring/canonical-json.ts'
import type { SchemeRepo } from '../../../store/repos/scheme-repo.ts'
import type { Transaction } from '../../../store/unit-of-work.ts'

/** 方案有问题,不能发布;全部问题一次报齐。 */
export class SchemeRefused extends Error {
  readonly faults: readonly BodyFault[]
  constructor(faults: readonly BodyFault[]) {
    super(faults.map(({ code, place, detail }) => `${code} ${place} ${detail}`).join('; '))
    this.name = 'SchemeRefused'
    this.faults = faults
  }
}

/** 内容的摘要:同样的内容总是同样的。 */
export const hashOfBody = (body: SchemeBody): string => createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex')

interface Publication {
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
 * 直接发布一个版本(新工作区自带的);此后不可改。
 *
 * @throws SchemeRefused 检查不过。
 */
export const publishVersion = (repo: SchemeRepo, transaction: Transaction, publication: Publication): void => {
  const { body, categories, ...row } = publication
  const faults = checkBody(body, categories)
  if (faults.length > 0) throw new SchemeRefused(faults)
  repo.insertPublished(transaction, { ...row, body: JSON.stringify(body), hash: hashOfBody(body) })
}
