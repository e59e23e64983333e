import { pinyin } from 'pinyin-pro'

/** 查找用的拼音:full 以空格隔开几种打法,第一种是全拼;initials 为首字母。都是小写 a–z。 */
export interface NamePinyin {
  readonly full: string
  readonly initials: string
}

/** 「前几字全拼、其余首字母」最多拼到第几个字:复姓两字,再多没有人这样打。 */
const LONGEST_HEAD = 3
const LETTERS = /[^a-z]/gu

const syllablesOf = (text: string): string[] =>
  // 姓氏读音只看开头(单雄信 shan、尉迟恭 yuchi);ü 写作 v,与输入法一致。
  pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.normalize('NFKC').toLowerCase().replace(LETTERS, ''))
    .filter((syllable) => syllable !== '')

const join = (syllables: readonly string[]): string => syllables.join('')
const initialsOf = (syllables: readonly string[]): string => join(syllables.map((syllable) => syllable.slice(0, 1)))

/** 姓名 → 查找用的拼音。王建国 → `wangjianguo wangjg wangjiang` 与 `wjg`。认不出读音的字跳过。 */
export const namePinyin = (name: string): NamePinyin => {
  const syllables = syllablesOf(name)
  const mixed: string[] = []
  for (let head = 1; head <= Math.min(LONGEST_HEAD, syllables.length - 1); head++) mixed.push(join(syllables.slice(0, head)) + initialsOf(syllables.slice(head)))
  return { full: [...new Set([join(syllables), ...mixed])].filter((text) => text !== '').join(' '), initials: initialsOf(syllables) }
}

/** 名称 → 拼成一个词的全拼,供生成代码;没有可读的字为空串。 */
export const plainPinyin = (text: string): string => join(pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((syllable) => syllable.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]/gu, '')))
