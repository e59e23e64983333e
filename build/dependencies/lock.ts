/** 锁文件里的一个包。 */
export interface LockedPackage {
  /** 锁文件里的位置,如 `node_modules/a/node_modules/b`。 */
  readonly path: string
  /** 真正的包名;以别名安装的不是文件夹名。 */
  readonly name: string
  /** 代码里引用时写的名字(文件夹名)。 */
  readonly alias: string
  readonly version: string
  readonly licence: string | null
  readonly integrity: string | null
  readonly resolved: string | null
  readonly hasInstallScript: boolean
  readonly optional: boolean
  readonly dependencies: readonly string[]
  readonly optionalDependencies: readonly string[]
}

interface LockEntry {
  readonly name?: string
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly optional?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

const folderName = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** 锁文件全文 → 各个包;最外层(项目自己)不算。 */
export const readLock = (text: string): readonly LockedPackage[] => {
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, LockEntry>> }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      path,
      name: entry.name ?? folderName(path),
      alias: folderName(path),
      version: entry.version ?? '',
      licence: entry.license ?? null,
      integrity: entry.integrity ?? null,
      resolved: entry.resolved ?? null,
      hasInstallScript: entry.hasInstallScript === true,
      optional: entry.optional === true,
      dependencies: [...Object.keys(entry.dependencies ?? {}), ...Object.keys(entry.peerDependencies ?? {}).filter((name) => entry.peerDependenciesMeta?.[name]?.optional !== true)],
      optionalDependencies: Object.keys(entry.optionalDependencies ?? {}),
    }))
}

/** 与 Node 找包的走法一致:从所在处一层层往上;找不到为 null。 */
export const resolveFrom = (packages: ReadonlyMap<string, LockedPackage>, from: string, name: string): LockedPackage | null => {
  let at = from
  for (;;) {
    const found = packages.get(`${at === '' ? '' : `${at}/`}node_modules/${name}`)
    if (found !== undefined) return found
    if (at === '') return null
    const parent = at.lastIndexOf('/node_modules/')
    at = parent < 0 ? '' : at.slice(0, parent)
  }
}

/** 从几个包出发,连同它们要用的全部包。装不上也行的(平台件)不算。 */
export const closureOf = (all: readonly LockedPackage[], roots: readonly string[]): ReadonlySet<string> => {
  const packages = new Map(all.map((entry) => [entry.path, entry]))
  const reached = new Set<string>()
  const visit = (from: string, name: string): void => {
    const found = resolveFrom(packages, from, name)
    if (found === null || reached.has(found.path)) return
    reached.add(found.path)
    for (const next of found.dependencies) visit(found.path, next)
  }
  for (const root of roots) visit('', root)
  return reached
}
