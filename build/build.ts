import { BUILD_PARTS, buildPart } from './build-parts.ts'
import { requireNode } from './require-node.ts'

/** `npm run build`:从头构建界面与 Node 一侧。 */
requireNode()
for (const part of BUILD_PARTS) await buildPart(part, 'warn')
