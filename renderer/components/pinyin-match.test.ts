import { expect, it } from 'vitest'
import { matchesPinyin } from './pinyin-match.ts'

it.each([
  ['炼铁作业区党支部', '炼铁', true],
  ['炼铁作业区党支部', 'ltzyq', true],
  ['炼铁作业区党支部', 'liantie', true],
  ['炼铁作业区党支部', 'zyq', true],
  ['炼铁作业区党支部', '', true],
  ['炼铁作业区党支部', 'xyz', false],
  ['示例液压件有限公司党支部', 'jg', false],
  ['绿化队党支部', 'lv', true],
  ['机关第一党支部', 'JGDY', true],
] as const)('%s 用 %s 找:%s', (text, typed, found) => expect(matchesPinyin(text, typed)).toBe(found))
