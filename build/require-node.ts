import { createRequire } from 'node:module'

/** 版本不够就说明白并退出;与 `node -r ./build/require-node.cjs` 是同一道检查。 */
export const requireNode = (): void => {
  createRequire(import.meta.url)('./require-node.cjs')
}
