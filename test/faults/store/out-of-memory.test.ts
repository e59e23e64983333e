import { afterAll, beforeAll, expect, it } from 'vitest'
import { runReader } from '../../../electron/import-worker/run-reader.ts'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { createSteps, type StepReply } from '../../support/faults/workload-steps.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

/** 读到一半堆就满的名册:九万多行,只给八兆。 */
const hungry = (): Promise<unknown> =>
  runReader(new Uint8Array(Buffer.from(`姓名,性别\n${'王建国,男\n'.repeat(95_000)}`)), 'a.csv', { signal: new AbortController().signal, heapMegabytes: 8 }).then(
    () => 'read',
    (error: { readonly rejection?: { readonly code: string; readonly data: { readonly limit?: string } } }) => `${error.rejection?.code} ${error.rejection?.data.limit}`,
  )

it('F21 读文件的线程内存耗尽:只是这一份读不了,核心照常保存、应答', async () => {
  const rounds = amount(2, 15)
  const folder = filled.copy()
  const ports = seededPorts(folder, seed, () => undefined)
  const { core, api, refused } = await openCore(folder, ports)
  expect(refused).toBeNull()
  const next = await createSteps(api, createSeededRandom(seed), async (path, input) => JSON.parse(await core.dispatch(JSON.stringify({ id: ports.ids.next(), path, input }))) as StepReply)
  let [saved, longest] = [0, 0]
  for (let round = 0; round < rounds; round++) {
    const reading = { outcome: '' }
    const ended = hungry().then((found) => (reading.outcome = String(found)))
    while (reading.outcome === '') {
      const from = performance.now()
      const reply = await (await next()).run()
      longest = Math.max(longest, performance.now() - from)
      if (reply.ok) saved += 1
      else expect(reply.error.code).not.toBe('INTERNAL')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await ended
    expect(reading.outcome).toBe('FILE_TOO_COMPLEX memory')
  }
  core.close()
  expect(saved).toBeGreaterThan(rounds)
  const found = inspectWorkspace(folder)
  expect([found.refused, found.problems]).toEqual(['', []])
  figure('F21', '读文件的线程内存耗尽', `${rounds} 次,其间照常办成 ${saved} 件,最久一件等 ${Math.round(longest)} 毫秒`)
}, patience(180, 180))
