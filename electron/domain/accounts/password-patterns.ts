import { unshift } from './folding.ts'

/** 去掉叠字和顺子,每一段只算一个字,剩下的至少要有这么多。 */
const LEAST_CONTENT = 6
/** 至少这么多个不同的字。 */
const LEAST_DISTINCT = 5
/** 短于这么多个字的一小段重复下去,等于没有变长。 */
const LONGEST_BLOCK = 7
const SHORTEST_RUN = 3

type Step = (from: string, to: string) => boolean

const same: Step = (from, to) => from === to
const isOrdered = (text: string): boolean => /^[a-z0-9]$/.test(text)
const byOne = (difference: number): Step => (from, to) => isOrdered(from) && isOrdered(to) && (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0) === difference
const along = (line: string, difference: number): Step => (from, to) => line.includes(from) && line.indexOf(to) === line.indexOf(from) + difference && line.includes(to)

/** 从 start 起,按某种走法能连走到哪里(不含)。 */
const runEnd = (characters: readonly string[], start: number, step: Step): number => {
  let end = start + 1
  while (end < characters.length && step(characters[end - 1] ?? '', characters[end] ?? '')) end += 1
  return end
}

/** 有实质内容的字数:每段叠字、顺子、顺着键盘按的,只算一个。 */
const contentLength = (characters: readonly string[], steps: readonly Step[]): number => {
  let content = 0
  for (let at = 0; at < characters.length; content++) {
    const furthest = Math.max(...steps.map((step) => runEnd(characters, at, step)))
    at = furthest - at >= SHORTEST_RUN ? furthest : at + 1
  }
  return content
}

/** 整个口令是不是同一小段翻来覆去;返回那一小段的长度,不是就是全长。 */
const periodOf = (characters: readonly string[]): number => {
  for (let period = 1; period <= characters.length / 2; period++) if (characters.every((character, index) => index < period || character === characters[index - period])) return period
  return characters.length
}

/**
 * 叠字(aaaa)、顺子(1234、cba)、键盘上顺着按(qwer、1qaz)、一小段翻来覆去,去掉之后没剩下什么。
 *
 * @param keyboardLines 键盘上的一行行、一斜列一斜列(数据)。
 */
export const isPatterned = (password: string, keyboardLines: readonly string[]): boolean => {
  const characters = [...unshift(password.toLowerCase())]
  if (characters.length === 0) return false
  const steps: Step[] = [same, byOne(1), byOne(-1), ...keyboardLines.flatMap((line) => [along(line, 1), along(line, -1)])]
  return new Set(characters).size < LEAST_DISTINCT || periodOf(characters) <= Math.min(LONGEST_BLOCK, characters.length / 2) || contentLength(characters, steps) < LEAST_CONTENT
}
