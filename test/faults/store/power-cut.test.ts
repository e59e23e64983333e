import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { cutAtRandom, traceRun, type Traced } from '../../support/faults/cut-points.ts'
import { unlock } from '../../support/faults/data-key.ts'
import { traceCommand } from '../../support/faults/disk-events.ts'
import type { EngineOptions } from '../../support/faults/engine-options.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { runOnce, scriptCommand } from '../../support/faults/run-once.ts'
import { readAck, runWorkload } from '../../support/faults/run-workload.ts'
import { canTrace } from '../../support/faults/tools.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

/** 跑一遍负荷,记下它对盘做过的每一件事。 */
const traceWorkload = (name: string, steps: number, engine: EngineOptions): Promise<Traced> => {
  const folder = filled.copy()
  return traceRun(folder, join(filled.base, name), async (log) => {
    const running = await runWorkload({ folder, seed, steps, digest: true, ...engine }, traceCommand(log))
    expect(running.lines.at(-1), running.lines.slice(-3).join('\n')).toBe('DONE')
  })
}

/** 在 states 个随机时刻断电,每次都用程序自己打开、核对:报过的最后一件在不在,停下的那一刻内容是不是当时的内容。 */
const cutMany = async (traced: Traced, states: number): Promise<{ readonly lost: readonly string[]; readonly exact: number }> => {
  // 一件事可以分几次提交(逐支部重算),所以按提交序号认,不按审计序号。
  const commitOf = (digest: string): string => digest.split('.')[0] ?? ''
  const acknowledgements = new Map(traced.events.flatMap((event) => (event.kind === 'said' ? (readAck(event.line) ?? []) : [])).map((ack) => [commitOf(ack.digest), ack]))
  const lost: string[] = []
  let exact = 0
  const from = traced.events.findIndex((event) => event.kind === 'said' && event.line === 'OPEN')
  await cutAtRandom(traced, { random: createSeededRandom(seed), states, from }, (target, said, moment) => {
    const found = inspectWorkspace(target)
    const problems = lostOf(found, said.flatMap((line) => readAck(line) ?? []).slice(-1))
    const then = acknowledgements.get(commitOf(found.digest))
    if (then !== undefined && problems.length === 0) {
      if (then.hash !== found.hash || then.digest !== found.digest) problems.push(`content after ${then.number} is not what it was`)
      exact += 1
    }
    if (problems.length > 0) lost.push(`moment ${moment}: ${problems.join('; ')}`)
  })
  return { lost, exact }
}

it.skipIf(!canTrace)('F02 断电:没落盘的写入丢了、乱了、撕了,报过的一条不少', async () => {
  const states = amount(50, 1500)
  const { lost, exact } = await cutMany(await traceWorkload('full', amount(60, 250), {}), states)
  figure('F02', '断电', `${states} 种盘面,${lost.length} 丢;${exact} 种正好停在一件办完之后,内容逐行相同`)
  expect(lost, `seed ${seed}`).toEqual([])
  expect(exact).toBeGreaterThan(states / 4)
}, patience(180, 900))

it.skipIf(!canTrace)('F02 对照:不等落盘(synchronous=NORMAL)的那种做法,同样的断电一定丢', async () => {
  const states = amount(20, 1500)
  const { lost } = await cutMany(await traceWorkload('normal', amount(60, 250), { synchronous: 'NORMAL' }), states)
  figure('F02', '对照(synchronous=NORMAL)', `${states} 种盘面,${lost.length} 丢`)
  expect(lost.length).toBeGreaterThan(states / 10)
}, patience(180, 900))

it.skipIf(!canTrace)('F02 新建到一半断电:说建成了的就打得开;没说的,同一处可以再建', async () => {
  const states = amount(10, 300)
  const folder = join(filled.base, 'created', 'workspace')
  const traced = await traceRun(folder, join(filled.base, 'creation'), (log) => {
    expect(runOnce(scriptCommand('create-once.ts', folder), traceCommand(log))).toEqual(['CREATED'])
  })
  const outcomes = { complete: 0, again: 0 }
  await cutAtRandom(traced, { random: createSeededRandom(seed), states }, async (target, said, moment) => {
    mkdirSync(target, { recursive: true })
    const where = `seed ${seed} moment ${moment}`
    const { core, refused } = await openCore(target, seededPorts(target, seed, () => undefined))
    core.close()
    if (refused === null) outcomes.complete += 1
    else {
      expect(said, `${where} ${refused.code}`).not.toContain('CREATED')
      expect(runOnce(scriptCommand('create-once.ts', target)), `${where} ${refused.code}`).toEqual(['CREATED'])
      outcomes.again += 1
    }
    await unlock(target)
    const found = inspectWorkspace(target)
    expect([found.refused, found.problems], where).toEqual(['', []])
  })
  figure('F02', '新建到一半断电', `${states} 种盘面:${outcomes.complete} 种打得开,${outcomes.again} 种在同一处重建`)
  expect(outcomes.complete).toBeGreaterThan(0)
  expect(outcomes.again).toBeGreaterThan(0)
}, patience(180, 900))
