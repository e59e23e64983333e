import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { makeCrashedCopy } from '../../support/faults/crashed-copy.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { readImage, withFile, writeImage } from '../../support/faults/folder-image.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { runWorkload } from '../../support/faults/run-workload.ts'
import { snapshot } from '../../support/store-snapshot.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it('F07 手工把旧库拷回来、旁边是新的 WAL:写第一个字节之前就拦下', async () => {
  const versions = amount(2, 13)
  const folder = filled.copy()
  const databases: Buffer[] = []
  const crashes: ReturnType<typeof readImage>[] = []
  for (let version = 0; version < versions; version++) {
    databases.push(readImage(folder).get('baolei.db') ?? Buffer.alloc(0))
    // 正常关过一次(WAL 全收进库里),再办几件就出事。
    const between = await runWorkload({ folder, seed: seed + version * 2, steps: 12 })
    expect(between.lines.at(-1)).toBe('DONE')
    const crashed = await makeCrashedCopy(folder, join(filled.base, `crash-${version}`), 10, seed + version * 2 + 1)
    crashes.push(readImage(crashed.folder))
    expect(inspectWorkspace(folder).refused).toBe('')
  }
  const place = join(filled.base, 'paired', 'workspace')
  const codes = new Map<string, number>()
  let pairs = 0
  for (const [at, crash] of crashes.entries()) {
    // 第 at 次出事之前的各个旧库,逐一配上这次的 WAL。
    for (const database of databases.slice(0, at + 1)) {
      pairs += 1
      writeImage(withFile(crash, 'baolei.db', database), place)
      const before = snapshot(place)
      const { refused } = inspectWorkspace(place)
      codes.set(refused, (codes.get(refused) ?? 0) + 1)
      expect(refused, `seed ${seed} pair ${pairs}`).toMatch(/^STORE_(CORRUPT|BEHIND_MARK|FORKED)$/)
      expect(snapshot(place)).toEqual(before)
    }
  }
  figure('F07', '旧库配新 WAL', `${pairs} 对,全部在写之前拦下(${Array.from(codes, ([code, count]) => `${code} ${count}`).join(',')})`)
}, patience(180, 300))
