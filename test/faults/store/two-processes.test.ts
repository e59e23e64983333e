import { hostname } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { expectTyped } from '../../support/faults/error-codes.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { runWorkload, startWorkload } from '../../support/faults/run-workload.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it('F09 两个进程抢同一个工作区:后来的知道是谁占着,先来的不受影响;先来的被强行结束,后来的马上能用', async () => {
  const rounds = amount(2, 20)
  const folder = filled.copy()
  let refused = 0
  let waited = 0
  for (let round = 0; round < rounds; round++) {
    const first = startWorkload({ folder, seed: seed + round * 10, steps: 100_000 })
    expect(await first.until('ACK')).toBeDefined()
    const others = await Promise.all([1, 2].map((other) => runWorkload({ folder, seed: seed + round * 10 + other, steps: 5 })))
    for (const { lines } of others) {
      expect(lines.length).toBe(1)
      expect(lines[0]).toMatch(/^REFUSED STORE_LOCKED /)
      expect(lines[0]).toContain(hostname())
      refused += 1
    }
    await first.kill()
    expectTyped(first)
    const from = performance.now()
    const third = await runWorkload({ folder, seed: seed + round * 10 + 5, steps: 3 })
    waited = Math.max(waited, performance.now() - from)
    expect(third.lines.at(-1)).toBe('DONE')
    expect(lostOf(inspectWorkspace(folder), [...first.acknowledged(), ...third.acknowledged()])).toEqual([])
  }
  figure('F09', '两个进程', `${rounds} 轮,${refused} 次被拒,0 条受影响;前一个被强行结束后,新的进程连启动在内最久 ${Math.round(waited)} 毫秒办成事`)
}, patience(180, 300))
