import { namePinyin, plainPinyin } from '../members/name-pinyin.ts'
import { lettersAndDigits, readAsLetters } from './folding.ts'

/** 拼音至少这么长才按「里面有没有」找;更短的(首字母 lm)只认单独成段的,免得误伤。 */
const SHORTEST_INSIDE = 4
/** 证件、手机号连着几位算露了底。 */
const SHORTEST_NUMBER = 6
const HAN = /\p{Script=Han}/u

interface PersonWords {
  readonly userName: string
  readonly displayName: string
  readonly unitName: string
}

/** 单位简称:去掉「有限公司」「党委」之类的结尾,至少留两个字。 */
const shortNameOf = (unitName: string, endings: readonly string[]): string => {
  const ending = endings.find((candidate) => unitName.endsWith(candidate) && [...unitName].length >= [...candidate].length + 2)
  return ending === undefined ? unitName : shortNameOf(unitName.slice(0, -ending.length), endings)
}

/** 一个词在不在口令里:汉字两个以上、字母数字四个以上找任意位置;更短的只认单独成段。 */
const appears = (word: string, forms: readonly string[], runs: ReadonlySet<string>): boolean => {
  const folded = lettersAndDigits(word.normalize('NFKC').toLowerCase())
  if ([...folded].length < 2) return false
  return HAN.test(folded) || folded.length >= SHORTEST_INSIDE ? forms.some((form) => form.includes(folded)) : runs.has(folded)
}

const pinyinOf = (name: string): string[] => {
  const { full, initials } = namePinyin(name)
  return [...full.split(' '), initials]
}

/**
 * 口令里有没有用户名、姓名、单位名:汉字、全拼、半全拼、首字母;中间夹的点、横线不算隔开,@ 当 a。
 *
 * @param unitEndings 单位名称常见的结尾(数据),如党委、有限责任公司。
 */
export const containsName = (password: string, person: PersonWords, unitEndings: readonly string[]): boolean => {
  const text = password.toLowerCase()
  const forms = [lettersAndDigits(text), lettersAndDigits(readAsLetters(text))]
  const runs = new Set(text.match(/[a-z]+/gu) ?? [])
  for (const run of text.match(/[a-z0-9]+/gu) ?? []) runs.add(run)
  const unit = shortNameOf(person.unitName.normalize('NFKC').trim(), unitEndings)
  const words = [person.userName, person.displayName, ...pinyinOf(person.displayName), unit, plainPinyin(unit), namePinyin(unit).initials]
  return words.some((word) => appears(word, forms, runs))
}

/** 口令里有没有手机号、身份证号里连着的六位(生日也在证号里);中间夹的点、横线不算隔开。 */
export const containsNumber = (password: string, fragments: readonly string[]): boolean => {
  const numbers = fragments.map((fragment) => fragment.normalize('NFKC').replace(/\P{Nd}/gu, ''))
  const digitRuns = [...(password.match(/\d+/gu) ?? []), ...(password.replace(/(?<=\d)[-._/ ]+(?=\d)/gu, '').match(/\d+/gu) ?? [])]
  return digitRuns.some((run) => {
    for (let start = 0; start + SHORTEST_NUMBER <= run.length; start++) if (numbers.some((number) => number.includes(run.slice(start, start + SHORTEST_NUMBER)))) return true
    return false
  })
}
