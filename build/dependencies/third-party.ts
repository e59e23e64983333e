import { licenceOf } from './licences.ts'
import type { LockedPackage } from './lock.ts'

/** docs/third-party.md 里的一行:一种随程序分发的组件。 */
interface Component {
  readonly title: string
  readonly packages: readonly string[]
  readonly licence: string
}

/** 读出表格:| 组件 | npm 包 | 许可 | 用途 |;包名写在反引号里,不是 npm 来的写「—」。 */
export const readComponents = (markdown: string): readonly Component[] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .slice(1)
    .map((line) => {
      const [, title = '', packages = '', licence = ''] = line.split('|').map((cell) => cell.trim())
      return { title, packages: Array.from(packages.matchAll(/`([^`]+)`/g), ([, name = '']) => name), licence }
    })

const IMPORT = /(?:\bfrom|\bimport\(?|@import)\s*['"]([^'"./][^'"]*)['"]/g
/** 代码里引用的包名(带路径的只取包名)。 */
export const importedPackages = (source: string): readonly string[] =>
  Array.from(source.matchAll(IMPORT), ([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && /^(@[a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*(\/|$)/.test(name))
    .map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'))

/**
 * 第三方清单说的是不是真的:列出的包都在锁里、许可与包自己写的一致;代码引用的包都列了。
 *
 * @param notShipped 引用得到但不随程序分发的。
 */
export const findThirdPartyGaps = (components: readonly Component[], packages: readonly LockedPackage[], imported: ReadonlySet<string>, notShipped: readonly string[]): readonly string[] => {
  const locked = new Map(packages.filter((entry) => entry.path === `node_modules/${entry.alias}`).map((entry) => [entry.alias, entry]))
  const listed = new Set(components.flatMap((component) => component.packages))
  const wrong = components.flatMap((component) =>
    component.packages.flatMap((name) => {
      const entry = locked.get(name)
      if (entry === undefined) return [`清单里的 ${name} 不在锁文件里`]
      const licence = licenceOf(entry)
      return licence !== null && component.licence.includes(licence) ? [] : [`${name} 的许可是 ${licence ?? '未知'},清单写的是 ${component.licence}`]
    }),
  )
  const unlisted = [...imported].filter((name) => !listed.has(name) && !notShipped.includes(name)).map((name) => `代码引用了 ${name},docs/third-party.md 没有列`)
  return [...wrong, ...unlisted]
}
