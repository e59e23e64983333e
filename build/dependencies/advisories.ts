import { isInRange } from './version-range.ts'
import type { LockedPackage } from './lock.ts'

/** 一条已知的毛病。手工记在 build/advisories.json:内网查不了网上的库,升级前由人对照公告增补。 */
export interface Advisory {
  readonly package: string
  /** 有毛病的版本,写法见 isInRange。 */
  readonly range: string
  readonly id: string
  readonly reason: string
}
/** 明知有毛病仍用着的:必须说明为什么碰不到,而且写死版本,换了版本就要重新看。 */
export interface Acceptance {
  readonly package: string
  readonly version: string
  readonly id: string
  readonly reason: string
}
export interface AdvisoryBook {
  readonly advisories: readonly Advisory[]
  readonly accepted: readonly Acceptance[]
}

interface Versioned {
  readonly name: string
  readonly version: string
  readonly path: string
}

/**
 * 锁文件与名单对照。
 *
 * @param embedded 包里带着的别的东西(数据库引擎),同样对照。
 * @returns 有毛病的;还有名单里接受了、其实已经用不着的。
 */
export const findKnownHoles = (packages: readonly LockedPackage[], embedded: readonly Versioned[], { advisories, accepted }: AdvisoryBook): readonly string[] => {
  const everything: readonly Versioned[] = [...packages, ...embedded]
  const used = new Set<Acceptance>()
  const holes = everything.flatMap(({ name, version, path }) =>
    advisories
      .filter((advisory) => advisory.package === name && isInRange(version, advisory.range))
      .flatMap((advisory) => {
        const acceptance = accepted.find((entry) => entry.package === name && entry.version === version && entry.id === advisory.id)
        if (acceptance === undefined) return [`${path} ${version} 有已知的毛病 ${advisory.id}:${advisory.reason}`]
        used.add(acceptance)
        return []
      }),
  )
  const needless = accepted.filter((entry) => !used.has(entry)).map((entry) => `接受了 ${entry.package} ${entry.version} 的 ${entry.id},但已经用不着这一条`)
  const unexplained = [...advisories, ...accepted].filter((entry) => entry.reason.trim().length < 6).map((entry) => `${entry.package} ${entry.id} 没有写清缘由`)
  return [...holes, ...needless, ...unexplained]
}
