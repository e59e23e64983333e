import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedPackages, shippedPackages } from './checks/dependencies.ts'
import { readSource, ROOT } from './checks/source-files.ts'
import { billOfMaterials } from './dependencies/bill-of-materials.ts'

const FILE = join(ROOT, 'out', 'sbom.cdx.json')

/** 写出物料清单 out/sbom.cdx.json,交给信息部门审查用。 */
export const writeBillOfMaterials = (): void => {
  const packages = lockedPackages()
  const project = JSON.parse(readSource('package.json')) as { readonly name: string; readonly version: string; readonly license: string }
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(FILE, `${JSON.stringify(billOfMaterials(project, packages, shippedPackages(packages)), null, 2)}\n`)
}
