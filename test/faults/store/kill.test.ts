import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { startWorkload, type RunningWorkload } from '../../support/faults/run-workload.ts'

/** 同一个库接着用这么多轮再换新的:恢复之后再出事也要经得起,又不让库越长越大。 */
const ROUNDS_PER_STORE = 10
const LONGEST_MILLISECONDS = 120

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it('F01 写到一半被强行结束:报过的一条不少,没有半截的', async () => {
  const rounds = amount(10, 200)
  const random = createSeededRandom(seed)
  let folder = filled.copy()
  const prepare = (round: number): RunningWorkload => {
    if (round % ROUNDS_PER_STORE === 0) folder = filled.copy()
    return startWorkload({ folder, seed: seed + round, steps: 100_000, wait: true })
  }
  let acknowledged = 0
  let midway = 0
  let next = prepare(0)
  for (let round = 0; round < rounds; round++) {
    const [running, place] = [next, folder]
    expect(await running.until('READY')).toBeDefined()
    running.go()
    // 一半从打开算起(第一件都未必办成),一半从办成第一件算起。
    expect(await running.until(round % 2 === 0 ? 'OPEN' : 'ACK'), running.lines.join('\n')).toBeDefined()
    await new Promise((resolve) => setTimeout(resolve, random.next() * LONGEST_MILLISECONDS))
    await running.kill()
    // 下一轮的程序先读进来等着;要等这一轮核对完才许打开。
    if (round + 1 < rounds) next = prepare(round + 1)
    const acks = running.acknowledged()
    const found = inspectWorkspace(place)
    expect(lostOf(found, acks), `seed ${seed} round ${round}`).toEqual([])
    expect(running.lines.filter((line) => /^(ERROR|STDERR|DONE)/.test(line))).toEqual([])
    acknowledged += acks.length
    if (found.seq > (acks.at(-1)?.seq ?? 0)) midway += 1
  }
  figure('F01', '强行结束', `${rounds} 次,报过 ${acknowledged} 条,0 丢;其中 ${midway} 次提交了还没来得及报`)
  expect(acknowledged).toBeGreaterThanOrEqual(rounds / 2)
}, patience(180, 900))
