import { licenceOf } from './licences.ts'
import type { LockedPackage } from './lock.ts'

const purlOf = ({ name, version }: LockedPackage): string => `pkg:npm/${name.startsWith('@') ? `%40${name.slice(1)}` : name}@${version}`

/** 锁文件的完整性值 sha512-<base64> → 十六进制。 */
const hashesOf = (integrity: string | null): readonly object[] => {
  const found = /^sha512-(.+)$/.exec(integrity ?? '')
  return found === null ? [] : [{ alg: 'SHA-512', content: Buffer.from(found[1] ?? '', 'base64').toString('hex') }]
}

/**
 * 物料清单(CycloneDX 1.6):由锁文件而来,同一份锁文件总是同一份清单,没有时刻与随机号。
 * `required` 随程序分发,`excluded` 只在开发时用。
 */
export const billOfMaterials = (project: { readonly name: string; readonly version: string; readonly license: string }, packages: readonly LockedPackage[], shipped: ReadonlySet<string>): object => {
  const unique = new Map<string, { readonly entry: LockedPackage; readonly required: boolean }>()
  for (const entry of packages) unique.set(purlOf(entry), { entry, required: shipped.has(entry.path) || unique.get(purlOf(entry))?.required === true })
  const components = [...unique]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([purl, { entry, required }]) => ({
      type: 'library',
      'bom-ref': purl,
      name: entry.name,
      version: entry.version,
      scope: required ? 'required' : 'excluded',
      ...(entry.integrity === null ? {} : { hashes: hashesOf(entry.integrity) }),
      licenses: [{ expression: licenceOf(entry) ?? 'NOASSERTION' }],
      purl,
    }))
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: { type: 'application', 'bom-ref': `pkg:npm/${project.name}@${project.version}`, name: project.name, version: project.version, licenses: [{ expression: project.license }] } }, components }
}
