import { setImmediate } from 'node:timers/promises'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { lostBlobs } from '../../store/blob-references.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { verifySteps, type StoreVerdict, type VerifyStep } from '../../store/verify/verify-store.ts'

/** 每段最多占这么久,别的请求才插得进来。 */
const SLICE_MILLISECONDS = 20

/** 记录引用的附件也要在、要读得出。 */
const withBlobs = ({ db, paths, key }: WorkspaceScope['store'], verdict: StoreVerdict): StoreVerdict => {
  const blobs = createBlobStore(paths.blobs, key)
  const lost = lostBlobs(db, (name) => blobs.get(name) !== null)
  return lost.length === 0 ? verdict : { ...verdict, altered: [...verdict.altered, ...lost], sound: false }
}

/**
 * 从头核对,一小段一小段地做。
 *
 * @param externalHead 抄在别处的链头;空串为没有。
 * @throws signal.reason 已取消。
 */
export const verifyInSlices = async ({ store }: Pick<WorkspaceScope, 'store'>, externalHead: string, signal: AbortSignal, onStep: (step: VerifyStep) => void = () => undefined): Promise<StoreVerdict> => {
  const steps = verifySteps(store.db, externalHead)
  let sliceEnd = performance.now() + SLICE_MILLISECONDS
  for (;;) {
    const step = steps.next()
    if (step.done === true) return withBlobs(store, step.value)
    if (performance.now() < sliceEnd) continue
    onStep(step.value)
    await setImmediate()
    signal.throwIfAborted()
    // 让出的当中工作区可能已经合上。
    if (!store.db.open) throw new DOMException('the workspace was closed', 'AbortError')
    sliceEnd = performance.now() + SLICE_MILLISECONDS
  }
}
