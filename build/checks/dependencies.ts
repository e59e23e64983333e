import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findKnownHoles, type AdvisoryBook } from '../dependencies/advisories.ts'
import { findInstallScripts, type InstalledManifest } from '../dependencies/install-scripts.ts'
import { findUnsuitableLicences } from '../dependencies/licences.ts'
import { closureOf, readLock, type LockedPackage } from '../dependencies/lock.ts'
import { findThirdPartyGaps, importedPackages, readComponents } from '../dependencies/third-party.ts'
import { readSource, ROOT, sourceFiles, type CheckResult } from './source-files.ts'

/** 源码里会引用、但不进安装包的:测试与源码运行时自带的浏览器。 */
const NOT_SHIPPED = ['@sparticuz/chromium']

export const lockedPackages = (): readonly LockedPackage[] => readLock(readSource('package-lock.json'))
const components = () => readComponents(readSource('docs/third-party.md'))
/** 随程序分发的包(锁文件里的位置):清单里列的,连同它们要用的。 */
export const shippedPackages = (packages: readonly LockedPackage[]): ReadonlySet<string> => closureOf(packages, components().flatMap((component) => component.packages))

/** 驱动里带着的数据库引擎是哪一版:看它附带的头文件,不信包的版本号。 */
const embeddedEngine = (): string => {
  const header = readFileSync(join(ROOT, 'node_modules', 'better-sqlite3', 'deps', 'sqlite3', 'sqlite3.h'), 'utf8')
  const version = /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(header)?.[1]
  if (version === undefined) throw new Error('no SQLITE_VERSION in the driver')
  return version
}

/** 已知有毛病的依赖(F70):离线名单对照锁文件。 */
export const checkAdvisories = (): CheckResult => {
  const book = JSON.parse(readSource('build/advisories.json')) as AdvisoryBook
  const packages = lockedPackages()
  return { examined: book.advisories.length === 0 ? 0 : packages.length, problems: findKnownHoles(packages, [{ name: 'sqlite', version: embeddedEngine(), path: 'node_modules/better-sqlite3 里的 SQLite' }], book) }
}

const installedManifest = ({ path, name }: LockedPackage): readonly InstalledManifest[] => {
  const file = join(ROOT, path, 'package.json')
  if (!existsSync(file)) return [] // 别的平台的件没有装
  const { scripts = {}, gypfile } = JSON.parse(readFileSync(file, 'utf8')) as { readonly scripts?: Readonly<Record<string, string>>; readonly gypfile?: boolean }
  return [{ path, name, scripts: Object.keys(scripts), compiles: gypfile !== false && readdirSync(join(ROOT, path)).includes('binding.gyp') }]
}

/** 装依赖时不跑别人的脚本(F70)。 */
export const checkInstallScripts = (): CheckResult => {
  const packages = lockedPackages()
  const { allowScripts = {} } = JSON.parse(readSource('package.json')) as { readonly allowScripts?: Readonly<Record<string, boolean>> }
  const installed = packages.flatMap(installedManifest)
  return { examined: installed.length, problems: findInstallScripts(packages, installed, readSource('.npmrc'), allowScripts) }
}

/** 每个依赖的许可都看过。 */
export const checkLicences = (): CheckResult => {
  const packages = lockedPackages()
  return { examined: packages.length, problems: findUnsuitableLicences(packages, shippedPackages(packages)) }
}

/** docs/third-party.md 与代码、锁文件相符。 */
export const checkThirdParty = (): CheckResult => {
  const files = sourceFiles(['.ts', '.tsx', '.css']).filter((path) => /^(shared|electron|renderer)\//.test(path) && !/\.test\.tsx?$/.test(path))
  const imported = new Set(files.flatMap((path) => importedPackages(readSource(path))))
  return { examined: imported.size, problems: findThirdPartyGaps(components(), lockedPackages(), imported, NOT_SHIPPED) }
}
