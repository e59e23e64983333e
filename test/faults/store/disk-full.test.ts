import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { expectTyped, refusalsOf } from '../../support/faults/error-codes.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { onSmallDisk } from '../../support/faults/in-namespace.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { runOnce, scriptCommand } from '../../support/faults/run-once.ts'
import { runWorkload, type RunningWorkload } from '../../support/faults/run-workload.ts'
import { canLimitFiles, canMount } from '../../support/faults/tools.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

const steps = amount(70, 400)

/** 满了以后:被拒的说得出磁盘满,报过的都在,还能看;腾出地方接着用。 */
const expectSurvived = async (means: string, running: RunningWorkload, folder: string): Promise<void> => {
  expectTyped(running)
  const full = refusalsOf(running).filter((code) => code === 'STORE_FULL').length
  expect(full, running.lines.slice(-5).join('\n')).toBeGreaterThan(0)
  expect(running.lines.some((line) => /^READ \d+$/.test(line))).toBe(true)
  expect(running.lines.at(-1)).toBe('DONE')
  const acknowledged = running.acknowledged()
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(lostOf(inspectWorkspace(folder), acknowledged), `seed ${seed}`).toEqual([])
  const afterwards = await runWorkload({ folder, seed: seed + 1, steps: 20 })
  expectTyped(afterwards)
  expect(afterwards.acknowledged().length).toBeGreaterThan(5)
  expect(lostOf(inspectWorkspace(folder), [...acknowledged, ...afterwards.acknowledged()])).toEqual([])
  figure('F03', means, `${acknowledged.length} 条报过的都在,${full} 条因满被拒,腾出地方后接着办成 ${afterwards.acknowledged().length} 条`)
}

it('F03 磁盘满(页数到顶):报过的都在,还能看,腾出地方接着用', async () => {
  const folder = filled.copy()
  await expectSurvived('页数到顶', await runWorkload({ folder, seed, steps, extraPages: 40 }), folder)
}, patience(180, 300))

it.skipIf(!canMount)('F03 磁盘满(三兆的盘):报过的都在,还能看,腾出地方接着用', async () => {
  const place = join(filled.base, 'small-disk')
  const result = join(filled.base, 'from-small-disk')
  mkdirSync(place)
  mkdirSync(result)
  await expectSurvived('三兆的盘', await runWorkload({ folder: place, seed, steps }, onSmallDisk({ place, size: '3m', source: filled.template, result })), result)
}, patience(180, 300))

it.skipIf(!canLimitFiles)('F03 磁盘满(单个文件限长):报过的都在,还能看,腾出地方接着用', async () => {
  const folder = filled.copy()
  const blocks = Math.ceil(statSync(join(folder, 'baolei.db')).size / 512) + 200
  // 默认的处置是结束进程;Node 自己也会忽略它,这里写明。
  await expectSurvived('单个文件限长', await runWorkload({ folder, seed, steps }, ['sh', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh']), folder)
}, patience(180, 300))

it.skipIf(!canMount)('F03 放临时文件的盘满:导出说明是满了,别的照常,腾出地方就能导', () => {
  const [place, empty, result] = ['full-temporary', 'nothing', 'from-full-temporary'].map((name) => join(filled.base, name)) as [string, string, string]
  for (const folder of [place, empty, result]) mkdirSync(folder)
  const folder = filled.copy()
  const lines = runOnce(['env', `TMPDIR=${place}`, ...scriptCommand('scenes.ts', 'export-full', folder, place)], onSmallDisk({ place, size: '256k', source: empty, result }))
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ result: { refused: null, full: 'STORE_FULL', people: expect.any(Number), again: 'ok' }, failures: [] }])
  expect(inspectWorkspace(folder).problems).toEqual([])
}, patience(180, 60))
