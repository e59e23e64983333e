import { schemeForCategory } from '../../domain/evaluation/category-scheme.ts'
import type { SchemeBody } from '../../domain/evaluation/scheme-body.ts'
import { pickVersion } from '../../domain/scoring/pick-version.ts'
import { prepareScheme, type PreparedScheme } from '../../domain/scoring/prepare-scheme.ts'
import type { Rule } from '../../domain/scoring/rule.ts'
import type { Scheme } from '../../domain/scoring/scheme.ts'
import { ScoringError } from '../../domain/scoring/scoring-error.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { SchemeRepo, SchemeVersionRow } from '../../store/repos/scheme-repo.ts'

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
}
export interface SchemeLibrary {
  /** @throws DeclaredFailure NO_SCHEME 这个月没有已发布的方案。 */
  inForce(period: string): LoadedVersion
  /** 按版本标识取;成绩总是按当时的版本解读。 */
  byId(versionId: string): LoadedVersion
}

const load = (repo: SchemeRepo, row: SchemeVersionRow): LoadedVersion => {
  const text = repo.bodyOf(row.id)
  if (text === undefined) throw new Error(`scheme version ${row.id} has no body`)
  // 内容由发布时核对过的 SchemeBody 写入,之后由触发器保护。
  const body = JSON.parse(text) as SchemeBody
  const byCategory = new Map<string | null, CategoryScheme>()
  return {
    ...row,
    body,
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
    const version = load(repo, row)
    loaded.set(row.id, version)
    return version
  }
  return {
    inForce: (period) => {
      try {
        return remember(pickVersion(repo.publishedVersions(), period))
      } catch (error) {
        if (error instanceof ScoringError && error.code === 'NO_SCHEME') return failWith('NO_SCHEME', { period })
        throw error
      }
    },
    byId: (versionId) => {
      const row = repo.publishedVersions().find((version) => version.id === versionId)
      if (row === undefined) throw new Error(`scheme version ${versionId} is not published`)
      return remember(row)
    },
  }
}
