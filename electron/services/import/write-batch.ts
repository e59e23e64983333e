import { DeclaredFailure, failWith } from '../../rpc/handlers.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 预览之后库变了才会出现的失败:一律请用户重新核对。 */
const MOVED_ON: ReadonlySet<string> = new Set(['STALE', 'NOT_FOUND', 'NOT_A_BRANCH', 'DUPLICATE_ID_NUMBER', 'BAD_ID_NUMBER', 'DUPLICATE_NAME', 'DUPLICATE_CODE'])
/** 这么多行起分段写:少的一口气写完,不值得另开一个连接。 */
const SLICED_FROM = 300

/** 写完一行停一停,最后返回写了几行;within 是这次写入用的工作区,读写都从它造。 */
export type BatchSteps = (transaction: Transaction, within: WorkspaceScope) => Generator<void, number, undefined>

/**
 * 一次导入的写入:一个事务,很多行的一段一段地写,段间照常应答(见 store/unit-of-work.ts)。
 *
 * @param count 要写几行。
 * @throws DeclaredFailure PREVIEW_EXPIRED 预览之后库变了。
 */
export const writeBatch = async (scope: WorkspaceScope, count: number, steps: BatchSteps, signal: AbortSignal): Promise<number> => {
  try {
    if (count >= SLICED_FROM) return await scope.writeInSlices('import', 'imports.commit', steps, signal)
    return scope.write('import', 'imports.commit', (transaction) => finish(steps(transaction, scope)))
  } catch (error) {
    if (error instanceof DeclaredFailure && MOVED_ON.has(error.code)) return failWith('PREVIEW_EXPIRED')
    throw error
  }
}

const finish = <T>(steps: Generator<void, T, undefined>): T => {
  for (;;) {
    const next = steps.next()
    if (next.done === true) return next.value
  }
}
