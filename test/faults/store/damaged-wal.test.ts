import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { makeCrashedCopy, type CrashedCopy } from '../../support/faults/crashed-copy.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { readImage, withFile, writeImage, type FolderImage } from '../../support/faults/folder-image.ts'
import { inspectWorkspace, lostOf } from '../../support/faults/inspect-workspace.ts'
import { openReader } from '../../support/faults/open-reader.ts'
import { runWorkload } from '../../support/faults/run-workload.ts'
import { must, TEST_PERSON } from '../../support/make-core.ts'

const WAL = 'baolei.db-wal'

let filled: FilledWorkspace
let crashed: CrashedCopy
let image: FolderImage
let wal: Buffer
beforeAll(async () => {
  filled = await makeFilledWorkspace()
  crashed = await makeCrashedCopy(filled.copy(), join(filled.base, 'crashed'), 25, seed)
  image = readImage(crashed.folder)
  wal = image.get(WAL) ?? Buffer.alloc(0)
})
afterAll(() => filled.remove())

it('F06 没坏的 WAL:照常恢复,报过的都在', () => {
  expect(wal.length).toBeGreaterThan(100_000)
  const folder = join(filled.base, 'undamaged', 'workspace')
  writeImage(image, folder)
  const found = inspectWorkspace(folder)
  expect(lostOf(found, crashed.acknowledged)).toEqual([])
  expect(found.digest).toBe(crashed.acknowledged.at(-1)?.digest)
})

it('F06 WAL 被截短或坏了一处:说明最近的保存缺失,从不悄悄打开', () => {
  const damages = amount(25, 300)
  const random = createSeededRandom(seed)
  const folder = join(filled.base, 'damaged', 'workspace')
  const silent: string[] = []
  const codes = new Map<string, number>()
  for (let damage = 0; damage < damages; damage++) {
    const position = random.below(wal.length)
    const cut = damage % 2 === 0
    const bytes = cut ? wal.subarray(0, position) : Buffer.from(wal)
    if (!cut) bytes[position] = (bytes[position] ?? 0) ^ (1 << random.below(8))
    writeImage(withFile(image, WAL, bytes), folder)
    const { refused } = inspectWorkspace(folder)
    codes.set(refused, (codes.get(refused) ?? 0) + 1)
    if (refused !== 'STORE_BEHIND_MARK') silent.push(`${cut ? 'cut at' : 'flipped'} ${position}: ${refused || 'opened'}`)
  }
  figure('F06', 'WAL 截短或坏一处', `${damages} 次,${damages - silent.length} 次说明缺失`)
  expect(silent, `seed ${seed}`).toEqual([])
}, patience(180, 300))

it('F06 看过并接受缺失:照现状用下去,缺的那一段记下来,新的序号不与丢掉的混', async () => {
  const folder = join(filled.base, 'accepted', 'workspace')
  writeImage(withFile(image, WAL, wal.subarray(0, Math.floor(wal.length / 2))), folder)
  const ports = seededPorts(folder, seed, () => undefined)
  const { core, api, refused } = await openCore(folder, ports)
  if (refused?.code !== 'STORE_BEHIND_MARK') throw new Error(`not refused as behind: ${refused?.code}`)
  const { missing, from, to } = refused.data as { readonly missing: number; readonly from: number; readonly to: number }
  expect(missing).toBe(to - from + 1)
  expect(await must(api.rescue.acceptLoss({ path: folder, userName: TEST_PERSON.userName, password: TEST_PERSON.password, reason: '已与纸质记录核对' }))).toMatchObject({ readOnly: false })
  core.close()
  const found = inspectWorkspace(folder)
  expect([found.refused, found.problems]).toEqual(['', []])
  // 没丢的那些一条不少。
  const kept = crashed.acknowledged.filter(({ seq, hash }) => found.hashAt(seq) === hash)
  expect(kept.length).toBeGreaterThan(0)
  expect(kept.length).toBeLessThan(crashed.acknowledged.length)
  expect(kept).toEqual(crashed.acknowledged.slice(0, kept.length))
  const reader = await openReader(folder)
  expect(reader.prepare('SELECT epoch, from_seq AS "from", to_seq AS "to" FROM accepted_loss').all()).toEqual([{ epoch: 1, from, to }])
  expect(reader.prepare('SELECT epoch FROM workspace').pluck().get()).toBe(2)
  reader.close()
  const running = await runWorkload({ folder, seed: seed + 9, steps: 10 })
  expect(lostOf(inspectWorkspace(folder), running.acknowledged())).toEqual([])
})
