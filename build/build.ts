import { BUILD_PARTS, buildPart } from './build-parts.ts'
import { requireNode } from './require-node.ts'
import { writeBillOfMaterials } from './sbom.ts'

/** `npm run build`:从头构建界面与 Node 一侧,并写出物料清单。 */
requireNode()
for (const part of BUILD_PARTS) await buildPart(part, 'warn')
writeBillOfMaterials()
