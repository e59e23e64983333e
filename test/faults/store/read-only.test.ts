import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { patience, seed } from '../../support/faults/amount.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { onSmallDisk } from '../../support/faults/in-namespace.ts'
import { runOnce, scriptCommand } from '../../support/faults/run-once.ts'
import { runWorkload } from '../../support/faults/run-workload.ts'
import { canMount } from '../../support/faults/tools.ts'
import { snapshot } from '../../support/store-snapshot.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it.skipIf(!canMount)('F04 只读的盘:打开时说明位置只读,文件原样', async () => {
  const [place, result] = [join(filled.base, 'read-only'), join(filled.base, 'from-read-only')]
  mkdirSync(place)
  mkdirSync(result)
  const running = await runWorkload({ folder: place, seed, steps: 5 }, onSmallDisk({ place, size: '20m', source: filled.template, result, before: 'mount -o remount,ro "$place"' }))
  expect(running.lines).toEqual([`REFUSED STORE_READONLY ${JSON.stringify({ path: place })}`])
  expect(snapshot(result)).toEqual(snapshot(filled.template))
}, patience(60, 60))

it.skipIf(!canMount)('F04 只读的盘:另做一份副本,看得了,写不了,原处不动', () => {
  const [place, result] = [join(filled.base, 'read-only-copy'), join(filled.base, 'from-read-only-copy')]
  mkdirSync(place)
  mkdirSync(result)
  const lines = runOnce(scriptCommand('scenes.ts', 'open-copy', place), onSmallDisk({ place, size: '20m', source: filled.template, result, before: 'mount -o remount,ro "$place"' }))
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ result: { refused: 'STORE_READONLY', readOnly: true, people: expect.any(Number), writing: 'READ_ONLY_COPY' }, failures: [] }])
  expect(snapshot(result)).toEqual(snapshot(filled.template))
}, patience(180, 60))
