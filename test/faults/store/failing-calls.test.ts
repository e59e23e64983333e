import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { figure, isLong, patience, seed } from '../../support/faults/amount.ts'
import { refusalsOf, untypedOf } from '../../support/faults/error-codes.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { failAt, listCalls, type CallPoint } from '../../support/faults/run-once.ts'
import { runWorkload, workloadCommand, type WorkloadOptions } from '../../support/faults/run-workload.ts'
import { canTrace } from '../../support/faults/tools.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

const optionsFor = (folder: string): WorkloadOptions => ({ folder, seed, steps: 8 })
/** 库的各个文件:故障只落在它们身上,不落在程序自己的源码上。 */
const storeFiles = (folder: string): readonly string[] => ['baolei.db', 'baolei.db-wal', 'lock.db', 'lock.db-journal', 'head.mark', 'owner.json'].map((name) => join(folder, name))

/** 八件事里对库文件的每一个系统调用,逐一让它出错:一次性的坏,与自此一直坏。 */
it.skipIf(!canTrace)('F03 库文件的第 n 个系统调用出错(读、写、落盘、打开……):都有代码,报过的一条不少', async () => {
  const counted = filled.copy()
  const points = listCalls(join(filled.base, 'calls'), workloadCommand(optionsFor(counted)), storeFiles(counted))
  expect(points.length).toBeGreaterThan(100)
  const random = createSeededRandom(seed)
  const chosen = isLong ? points : random.sample(points, 8)
  const outcomes = { carriedOn: 0, refusedToOpen: 0, refusedSome: 0 }
  const failures: string[] = []
  const calls = new Map<string, number>()
  const tryOne = async (point: CallPoint, index: number): Promise<void> => {
    const folder = filled.copy()
    const error = index % 3 === 0 ? 'ENOSPC' : 'EIO'
    const where = `${point.call} ${point.when} ${error}`
    const running = await runWorkload(optionsFor(folder), failAt(point, error, storeFiles(folder), index % 2 === 0))
    const untyped = untypedOf(running)
    if (untyped.length > 0) failures.push(`${where}: ${untyped.join('; ')}`)
    if (running.lines[0]?.startsWith('REFUSED') === true) outcomes.refusedToOpen += 1
    else if (refusalsOf(running).some((code) => code.startsWith('STORE_'))) outcomes.refusedSome += 1
    else outcomes.carriedOn += 1
    calls.set(point.call, (calls.get(point.call) ?? 0) + 1)
    const lost = lostOf(inspectWorkspace(folder), running.acknowledged())
    if (lost.length > 0) failures.push(`${where}: ${lost.join('; ')}`)
    rmSync(dirname(folder), { recursive: true })
  }
  // 两个两个地试:一个在跑,另一个在核对。
  const queue = Array.from(chosen.entries())
  await Promise.all([1, 2].map(async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await tryOne(next[1], next[0])
  }))
  figure('F03', '第 n 个系统调用出错', `${chosen.length} 处(${Array.from(calls, ([call, count]) => `${call} ${count}`).join(',')}),0 丢;打不开而说明的 ${outcomes.refusedToOpen},有的事被拒的 ${outcomes.refusedSome},不受影响的 ${outcomes.carriedOn}`)
  expect(failures, `seed ${seed}`).toEqual([])
}, patience(180, 3600))
