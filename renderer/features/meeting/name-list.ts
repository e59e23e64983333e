import { pinyin } from 'pinyin-pro'
import { CHINESE_NUMBER, LEADING_NUMBER, LIST_HEADINGS, LIST_LABEL, NAME_TITLES } from '../../../shared/data/list-words.ts'
import { matchesPinyin } from '../../components/pinyin-match.ts'

interface Person {
  readonly memberId: string
  readonly name: string
}
/** 粘贴的一个名字对到了谁:一人、几人(要人选)、没有。 */
export interface NameMatch {
  readonly typed: string
  /** 对上的人;一个就是定了,几个要选,没有就是不在名单里。 */
  readonly people: readonly Person[]
  /** 字不同音同、只有拼音:要看一眼。 */
  readonly sure: boolean
}

const SEPARATORS = /[\n\r\t,，、;；。|/\\]+/u
const BRACKETS = /[(（【[][^)）】\]]*[)）】\]]/gu
const bare = (text: string): string => text.replaceAll(/[\s\u00b7\u2022.。:：*#✓√-]+/gu, '')
const soundOf = (name: string): string => pinyin(name, { toneType: 'none', surname: 'head', v: true }).replaceAll(' ', '')

/** 去掉姓名前后的职务、称呼,直到去不动。 */
const withoutTitles = (text: string): string => {
  let left = text
  for (let again = true; again; ) {
    again = false
    for (const title of NAME_TITLES) {
      if (left.length > title.length && left.startsWith(title)) left = left.slice(title.length)
      else if (left.length > title.length && left.endsWith(title)) left = left.slice(0, -title.length)
      else continue
      again = true
    }
  }
  return left
}

/** 一串连写的里面有没有名单上的人:找到的都取出,剩下的只能是职务、称呼,否则不算(王伟不是王伟民)。 */
const peopleWithin = (text: string, byLength: readonly string[]): string[] => {
  let left = text
  const found: string[] = []
  for (const name of byLength)
    if (left.includes(name)) {
      found.push(name)
      left = left.replaceAll(name, '|')
    }
  const rest = left.split('|').filter((part) => part !== '' && !NAME_TITLES.includes(part) && withoutTitles(part) !== '' && !NAME_TITLES.includes(withoutTitles(part)))
  return found.length > 0 && rest.length === 0 ? found.toSorted((a, b) => text.indexOf(a) - text.indexOf(b)) : []
}

/**
 * 把从 Excel、Word 粘来的名单拆开,逐个对到应到的人。认得编号、标签、职务、括号里的话、
 * 名字中间的空格、空格隔开的几个人、全拼与首字母、同音的错字。
 */
export const matchNameList = (pasted: string, people: readonly Person[]): NameMatch[] => {
  const byName = Map.groupBy(people, ({ name }) => name)
  const byLength = [...byName.keys()].toSorted((a, b) => b.length - a.length)
  const sounds = Map.groupBy(people, ({ name }) => soundOf(name))
  const exactly = (name: string): NameMatch | null => {
    const same = byName.get(name)
    return same === undefined ? null : { typed: name, people: same, sure: same.length === 1 }
  }
  const guess = (typed: string): NameMatch => {
    const latin = /^[a-z' ]+$/i.test(typed)
    const similar = latin ? people.filter(({ name }) => matchesPinyin(name, typed.toLowerCase().replaceAll(' ', ''))) : (sounds.get(soundOf(typed)) ?? [])
    return { typed, people: similar, sure: latin && similar.length === 1 }
  }
  const one = (token: string): NameMatch[] => {
    const text = bare(token)
    if (text === '' || /^\d+$/.test(text) || CHINESE_NUMBER.test(text) || LIST_HEADINGS.includes(text)) return []
    const direct = exactly(text)
    if (direct !== null) return [direct]
    const within = peopleWithin(text, byLength)
    if (within.length > 0) return within.flatMap((name) => exactly(name) ?? [])
    const stripped = withoutTitles(text)
    if (stripped === '' || NAME_TITLES.includes(stripped)) return []
    return [exactly(stripped) ?? guess(stripped)]
  }
  /** 空格可能在名字中间,也可能隔开几个人:从长到短试着并。 */
  const cell = (text: string): NameMatch[] => {
    const whole = bare(text)
    if (byName.has(whole)) return one(whole)
    const parts = text.split(/\s+/u).filter((part) => part !== '')
    if (parts.length > 1 && parts.every((part) => /^[a-z']+$/i.test(part))) return one(parts.join(' ')).some(({ people: found }) => found.length > 0) ? [guess(parts.join(' '))] : parts.flatMap(one)
    const matches: NameMatch[] = []
    for (let at = 0; at < parts.length; ) {
      const longest = [4, 3, 2].find((size) => at + size <= parts.length && byName.has(bare(parts.slice(at, at + size).join(''))))
      // 一个字一个字隔开的,并成一个名字。
      let singles = at
      while (singles < parts.length && [...(parts[singles] ?? '')].length === 1 && singles - at < 4) singles++
      const size = longest ?? (singles - at >= 2 ? singles - at : 1)
      matches.push(...one(parts.slice(at, at + size).join('')))
      at += size
    }
    return matches
  }
  const seen = new Set<string>()
  return pasted
    .replaceAll('\u3000', ' ')
    .split(SEPARATORS)
    .map((part) => part.replace(LIST_LABEL, '').replaceAll(BRACKETS, ' ').replace(LEADING_NUMBER, '').trim())
    .filter((part) => part !== '')
    .flatMap(cell)
    .filter(({ typed }) => !seen.has(typed) && seen.add(typed))
}
