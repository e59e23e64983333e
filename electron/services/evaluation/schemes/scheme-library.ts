import { enginePeriod, isBasePeriod } from '../../../domain/evaluation/base-period.ts'
import { schemeForCategory } from '../../../domain/evaluation/category-scheme.ts'
import type { SchemeBody } from '../../../domain/evaluation/scheme-body.ts'
import { pickVersion } from '../../../domain/scoring/pick-version.ts'
import { prepareScheme, type PreparedScheme } from '../../../domain/scoring/prepare-scheme.ts'
import type { Rule } from '../../../domain/scoring/rule.ts'
import type { Scheme } from '../../../domain/scoring/scheme.ts'
import { ScoringError } from '../../../domain/scoring/scoring-error.ts'
import { failWith } from '../../../rpc/handlers.ts'
import type { SchemeRepo, SchemeVersionRow } from '../../../store/repos/scheme-repo.ts'

/** 某类别看到的方案,已备好给引擎用。 */
interface CategoryScheme {
  readonly scheme: Scheme
  readonly prepared: PreparedScheme
}
export interface LoadedVersion extends SchemeVersionRow {
  readonly body: SchemeBody
  /** 全部自动规则,决定要取多远的记录。 */
  readonly rules: readonly Rule[]
  forCategory(category: string | null): CategoryScheme
  /** 记在这个月名下的一期,引擎看到的周期。 */
  periodOf(month: string): string
}
export interface SchemeLibrary {
  /** @throws DeclaredFailure NO_SCHEME 这个月没有已发布的方案;PERIOD_UNSUITABLE 按季评的,这个月不是季末。 */
  inForce(period: string): LoadedVersion
  /** 这个月在用的版本,不问这个月是不是评价期。@throws DeclaredFailure NO_SCHEME */
  lastInForce(month: string): LoadedVersion
  /** 按版本标识取;成绩总是按当时的版本解读。 */
  byId(versionId: string): LoadedVersion
}

/** 备好给引擎用;草稿试算也经这里,须先查过没有毛病。 */
export const loadVersion = (row: SchemeVersionRow, body: SchemeBody): LoadedVersion => {
  const byCategory = new Map<string | null, CategoryScheme>()
  return {
    ...row,
    body,
    periodOf: (month) => enginePeriod(body.scheme, month),
    rules: body.scheme.indicators.flatMap((indicator) => indicator.rule ?? []),
    forCategory: (category) => {
      const known = byCategory.get(category)
      if (known !== undefined) return known
      const scheme = schemeForCategory(body.scheme, category)
      const made = { scheme, prepared: prepareScheme(scheme) }
      byCategory.set(category, made)
      return made
    },
  }
}

/** 已发布的版本读一次就记住:发布后不可改,记住的不会旧。 */
export const createSchemeLibrary = (repo: SchemeRepo): SchemeLibrary => {
  const loaded = new Map<string, LoadedVersion>()
  const remember = (row: SchemeVersionRow): LoadedVersion => {
    const known = loaded.get(row.id)
    if (known !== undefined) return known
    const text = repo.bodyOf(row.id)
    if (text === undefined) throw new Error(`scheme version ${row.id} has no body`)
    // 内容由发布时核对过的 SchemeBody 写入,之后由触发器保护。
    const version = loadVersion(row, JSON.parse(text) as SchemeBody)
    loaded.set(row.id, version)
    return version
  }
  const lastInForce = (month: string): LoadedVersion => {
    try {
      // 几个方案同一天生效的,后发布的为准:读出来已按发布的先后排好。
      const published = repo.publishedVersions().map((row, index) => ({ effectiveFrom: row.effectiveFrom, status: row.status, version: index, row }))
      return remember(pickVersion(published, month).row)
    } catch (error) {
      if (error instanceof ScoringError && error.code === 'NO_SCHEME') return failWith('NO_SCHEME', { period: month })
      throw error
    }
  }
  return {
    lastInForce,
    inForce: (period) => {
      const version = lastInForce(period)
      return isBasePeriod(version.body.scheme, period) ? version : failWith('PERIOD_UNSUITABLE', { period })
    },
    byId: (versionId) => {
      const known = loaded.get(versionId)
      if (known !== undefined) return known
      const row = repo.version(versionId)
      if (row === undefined || row.status === 'draft') throw new Error(`scheme version ${versionId} is not published`)
      return remember(row)
    },
  }
}
