import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorSentences } from '../../../shared/i18n/zh-CN/errors.ts'
import { figure, patience, seed } from '../../support/faults/amount.ts'
import { openCore, seededPorts } from '../../support/faults/child-core.ts'
import { makeCrashedCopy } from '../../support/faults/crashed-copy.ts'
import { makeFilledWorkspace, type FilledWorkspace } from '../../support/faults/filled-workspace.ts'
import { readImage, withoutFile, writeImage } from '../../support/faults/folder-image.ts'
import { inspectWorkspace } from '../../support/faults/inspect-workspace.ts'
import { snapshot } from '../../support/store-snapshot.ts'

let filled: FilledWorkspace
beforeAll(async () => {
  filled = await makeFilledWorkspace()
})
afterAll(() => filled.remove())

/** 少了就不许打开的;别的少了也能开的,内容必须一样。没收的 WAL 里是最近的保存。 */
const ESSENTIAL = ['baolei.db', 'baolei.db-wal', join('keys', 'keyring.json')]

it.each([
  ['关好的', false],
  ['没正常关的', true],
])('F18 %s工作区,逐个少一个文件:说明少了什么,不当作第一次使用,不建新库', async (_what, unclean) => {
  const source = unclean ? (await makeCrashedCopy(filled.copy(), join(filled.base, 'unclean'), 10, seed)).folder : filled.template
  const image = readImage(source)
  const folder = join(filled.base, `missing-${String(unclean)}`, 'workspace')
  writeImage(image, folder)
  const whole = inspectWorkspace(folder)
  expect(whole.refused).toBe('')
  const files = Array.from(image).flatMap(([path, content]) => (content === null || path.endsWith('-shm') ? [] : [path]))
  const outcomes = new Map<string, string>()
  for (const path of files) {
    writeImage(withoutFile(image, path), folder)
    const before = snapshot(folder)
    // 像人那样打开:从头认文件夹、登录。
    const { core, refused } = await openCore(folder, seededPorts(folder, seed, () => undefined))
    core.close()
    outcomes.set(path, refused?.code ?? '')
    if (refused === null) {
      writeImage(withoutFile(image, path), folder)
      const found = inspectWorkspace(folder)
      expect(found.problems, path).toEqual([])
      expect(found.digest, path).toBe(whole.digest)
    } else {
      expect(Object.keys(errorSentences)).toContain(refused.code)
      // 一个字节不变,也不多出文件。
      expect(snapshot(folder), path).toEqual(before)
      expect(existsSync(join(folder, path)), path).toBe(false)
    }
  }
  for (const path of ESSENTIAL) if (outcomes.has(path)) expect(outcomes.get(path), path).not.toBe('')
  expect(outcomes.get('baolei.db')).toBe('STORE_FILE_MISSING')
  // 自己的口令槽没了,说的是槽没了,不是口令不对。
  expect(Array.from(outcomes.values())).toContain('KEY_SLOT_MISSING')
  expect(files.includes('baolei.db-wal')).toBe(unclean)
  figure('F18', unclean ? '没正常关的,逐个少一个文件' : '关好的,逐个少一个文件', Array.from(outcomes, ([path, code]) => `${path.replace(/[0-9a-f]{32}/, '…')} ${code || '照常'}`).join(','))
}, patience(180, 60))
