import { buildPart, isStale } from './build-parts.ts'
import { requireNode } from './require-node.ts'

/**
 * `npm run baolei`:从源码用命令行。要用到界面的命令(打印、起网页)先把没建或旧了的界面建好,
 * 刚装好的机器不必先知道还有一步构建;说明写到标准错误,标准输出只留给命令的结果。
 */
requireNode()
const NEEDS_RENDERER = ['print', 'serve']
const words = process.argv.slice(2)
// 写得不全的命令马上就会被退回,不为它构建。
const willRun = NEEDS_RENDERER.includes(words[0] ?? '') && words.some((word) => word.startsWith('--store')) && !words.includes('--help')
if (willRun && isStale('renderer')) {
  console.error('正在构建界面…')
  await buildPart('renderer', 'warn')
}
await import('../electron/shells/cli/main.ts')
