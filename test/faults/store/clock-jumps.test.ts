import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { openReader } from '../../support/faults/open-reader.ts'
import { must, TEST_PERSON } from '../../support/make-core.ts'
import { createSteps, type StepReply } from '../../support/faults/workload-steps.ts'

const YEAR = 365.25 * 24 * 60 * 60 * 1000

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it('F08 时钟来回跳十年:事照办,先后次序与审计链不靠时钟,可疑的时刻标出来', async () => {
  const [histories, steps] = [amount(3, 20), 60]
  let [acknowledged, flagged, jumps] = [0, 0, 0]
  for (let history = 0; history < histories; history++) {
    const folder = filled.copy()
    const random = createSeededRandom(seed + history)
    const errors: string[] = []
    const calm = seededPorts(folder, seed + history, (text) => errors.push(text))
    let offset = 0
    const ports = { ...calm, clock: { ...calm.clock, now: () => calm.clock.now() + offset } }
    const { core, api, refused } = await openCore(folder, ports)
    expect(refused).toBeNull()
    const next = await createSteps(api, random, async (path, input) => JSON.parse(await core.dispatch(JSON.stringify({ id: ports.ids.next(), path, input }))) as StepReply)
    const reader = await openReader(folder)
    const lastSeq = reader.prepare('SELECT max(seq) FROM audit_log').pluck()
    const codes: string[] = []
    let seq = lastSeq.get() as number
    for (let step = 0; step < steps; step++) {
      if (random.chance(0.3)) {
        offset = Math.round((random.next() * 20 - 10) * YEAR)
        jumps += 1
      }
      // 往后跳过了闲置时限就会锁屏:重新登录就是,不该再有别的。
      if ((await must(api.session.state({}))).phase === 'locked') await must(api.session.signIn({ userName: TEST_PERSON.userName, password: TEST_PERSON.password }))
      const reply = await (await next()).run()
      const now = lastSeq.get() as number
      // 后办的序号一定大,不管时钟怎么走。
      if (reply.ok) acknowledged += 1
      else codes.push(reply.error.code)
      expect(now).toBeGreaterThanOrEqual(seq)
      seq = now
    }
    flagged += reader.prepare('SELECT count(*) FROM audit_log WHERE clock_doubtful = 1').pluck().get() as number
    reader.close()
    core.close()
    expect(errors).toEqual([])
    expect(codes).not.toContain('INTERNAL')
    const found = inspectWorkspace(folder)
    expect(found.refused).toBe('')
    expect(found.problems, `seed ${seed + history}`).toEqual([])
    // 合上时退出,又记了一条。
    expect(found.seq).toBe(seq + 1)
  }
  expect(acknowledged).toBeGreaterThan(histories * 20)
  expect(flagged).toBeGreaterThan(histories)
  figure('F08', '时钟乱跳', `${histories} 段经过,跳了 ${jumps} 次(±10 年),办成 ${acknowledged} 件,次序与链不变,${flagged} 条标了时刻可疑`)
}, patience(180, 300))
