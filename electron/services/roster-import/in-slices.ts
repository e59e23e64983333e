import { setImmediate } from 'node:timers/promises'

/** 每段最多占这么久,好让别的请求插进来。 */
const SLICE_MILLISECONDS = 25

/**
 * 逐项做一件长活,每隔一小段让出一次,并看看有没有被取消。
 *
 * @throws signal.reason 已取消。
 */
export const inSlices = async <T, R>(items: readonly T[], signal: AbortSignal, work: (item: T) => R, onSlice: (done: number) => void): Promise<R[]> => {
  const results: R[] = []
  let sliceEnd = performance.now() + SLICE_MILLISECONDS
  for (const item of items) {
    results.push(work(item))
    if (performance.now() < sliceEnd) continue
    onSlice(results.length)
    await setImmediate()
    signal.throwIfAborted()
    sliceEnd = performance.now() + SLICE_MILLISECONDS
  }
  signal.throwIfAborted()
  return results
}

/** 一批一批地取(每批自成一小段),批间让出一次。@throws signal.reason 已取消。 */
export const gather = async <T>(batches: Iterable<readonly T[]>, signal: AbortSignal): Promise<T[]> => {
  const found: T[] = []
  for (const batch of batches) {
    for (const item of batch) found.push(item)
    await setImmediate()
    signal.throwIfAborted()
  }
  return found
}
