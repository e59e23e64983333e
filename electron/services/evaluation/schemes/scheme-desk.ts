import type { SchemeContent, SchemeDocument, SchemeEntry } from '../../../../shared/model/scheme.ts'
import { categorySums, checkBody } from '../../../domain/evaluation/check-body.ts'
import type { SchemeBody } from '../../../domain/evaluation/scheme-body.ts'
import { failWith } from '../../../rpc/handlers.ts'
import type { CategoryRepo } from '../../../store/repos/category-repo.ts'
import type { SchemeRepo, SchemeVersionFull } from '../../../store/repos/scheme-repo.ts'

/** 摆出来看、改的一份方案:内容、毛病、各类别的合计。 */
export const createSchemeDesk = (repo: SchemeRepo, categories: Pick<CategoryRepo, 'all'>) => {
  const codes = (): readonly string[] => categories.all().map(({ code }) => code)
  /** @throws DeclaredFailure NOT_FOUND */
  const find = (id: string): SchemeVersionFull => repo.version(id) ?? failWith('NOT_FOUND')
  // 内容存进来时核对过形状。
  const bodyOf = (version: SchemeVersionFull): SchemeBody => JSON.parse(version.body) as SchemeBody
  const document = (id: string): SchemeDocument => {
    const version = find(id)
    const body = bodyOf(version)
    const sums = new Map(categorySums(body.scheme, codes()).map(({ category, sum }) => [category, sum]))
    return {
      id,
      rev: version.rev,
      schemeId: version.schemeId,
      version: version.version,
      status: version.status,
      effectiveFrom: version.effectiveFrom,
      body: body as SchemeContent,
      faults: [...checkBody(body, codes())],
      sums: categories.all().map(({ code, name }) => ({ category: code, name, sum: sums.get(code) ?? '' })),
    }
  }
  /** @param inForce 这个月在用的版本;没有为 null。 */
  const entries = (inForce: string | null = null): SchemeEntry[] => {
    const schemes = new Map<string, SchemeEntry>()
    for (const { schemeId, name, rev: _rev, hash: _hash, ...version } of repo.entries()) {
      const entry = schemes.get(schemeId) ?? { id: schemeId, name, versions: [] }
      entry.versions.push({ ...version, inForce: version.id === inForce })
      schemes.set(schemeId, entry)
    }
    return [...schemes.values()]
  }
  return { codes, find, bodyOf, document, entries }
}
