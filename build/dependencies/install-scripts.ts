import type { LockedPackage } from './lock.ts'

/** package.json 里与安装时跑什么有关的部分。 */
export interface InstalledManifest {
  readonly path: string
  readonly name: string
  readonly scripts: readonly string[]
  /** 有 binding.gyp 而没说不用编译的,npm 会自己去编译。 */
  readonly compiles: boolean
}

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall']

/**
 * 装依赖时不跑别人的脚本(F70):要么 .npmrc 整个关掉,要么每个带脚本的包都在 package.json 里逐个拒绝。
 * 允许任何一个都不行。
 *
 * @param allowed package.json 的 allowScripts。
 */
export const findInstallScripts = (packages: readonly LockedPackage[], installed: readonly InstalledManifest[], npmrc: string, allowed: Readonly<Record<string, boolean>>): readonly string[] => {
  const ignoresAll = /^ignore-scripts\s*=\s*true\s*$/m.test(npmrc)
  const switchedOn = /^(ignore-scripts\s*=\s*false|dangerously-allow-all-scripts\s*=\s*true|allow-scripts\s*=)/m.test(npmrc)
  const isDenied = (name: string): boolean => Object.hasOwn(allowed, name) && !allowed[name]
  const permitted = Object.entries(allowed).filter(([, value]) => value).map(([name]) => `package.json 允许 ${name} 在安装时跑脚本`)
  const withScripts = new Map<string, string>([
    ...packages.filter((entry) => entry.hasInstallScript).map((entry) => [entry.path, entry.name] as const),
    ...installed.filter((entry) => entry.compiles || entry.scripts.some((script) => INSTALL_SCRIPTS.includes(script))).map((entry) => [entry.path, entry.name] as const),
  ])
  const unguarded = ignoresAll ? [] : [...withScripts].filter(([, name]) => !isDenied(name)).map(([path, name]) => `${path}(${name})会在安装时跑脚本:请在 package.json 的 allowScripts 里拒绝,或在 .npmrc 写 ignore-scripts=true`)
  return [...permitted, ...(switchedOn ? ['.npmrc 打开了安装脚本'] : []), ...unguarded]
}
