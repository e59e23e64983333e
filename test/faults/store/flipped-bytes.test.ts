import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createSeededRandom } from '../../../electron/services/sample/seeded-random.ts'
import { amount, figure, patience, seed } from '../../support/faults/amount.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { readImage, withFile, writeImage } from '../../support/faults/folder-image.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'

const PAGE = 4096

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

it('F05 库文件坏了一个字节:打开或全面检查一定说得出来,从不当好的用', () => {
  const flips = amount(100, 1500)
  const random = createSeededRandom(seed)
  const whole = readImage(filled.template)
  const good = whole.get('baolei.db')
  if (good === undefined || good === null) throw new Error('no database')
  const folder = join(filled.base, 'flipped', 'workspace')
  const outcomes = new Map<string, number>()
  const unseen: string[] = []
  for (let flip = 0; flip < flips; flip++) {
    // 每十次有一次落在第一页:文件头、钥匙的盐都在那里。
    const position = flip % 10 === 0 ? random.below(PAGE) : random.below(good.length)
    const bytes = Buffer.from(good)
    bytes[position] = (bytes[position] ?? 0) ^ (1 << random.below(8))
    writeImage(withFile(whole, 'baolei.db', bytes), folder)
    const { refused, problems } = inspectWorkspace(folder)
    const outcome = refused === '' ? (problems.length > 0 ? 'problems' : 'unseen') : refused
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (outcome === 'unseen') unseen.push(`byte ${position} of page ${Math.floor(position / PAGE) + 1}`)
  }
  figure('F05', '翻一个字节', `${flips} 次,${flips - unseen.length} 次发现(${Array.from(outcomes, ([code, count]) => `${code} ${count}`).join(',')})`)
  expect(unseen, `seed ${seed}`).toEqual([])
}, patience(180, 600))
