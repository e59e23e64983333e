import { lettersAndDigits, readAsLetters, unshift } from './folding.ts'

/** 常见口令表。全部小写。 */
export interface CommonPasswords {
  /** 整个就是常见口令的。 */
  readonly whole: ReadonlySet<string>
  /** 常见的词:前后再添几个数字符号,还是常见口令。 */
  readonly words: ReadonlySet<string>
  /** 键盘上的一行行、一斜列一斜列。 */
  readonly keyboardLines: readonly string[]
  /** 单位名称常见的结尾:去掉以后才是人们简称的那几个字。 */
  readonly unitEndings: readonly string[]
}

/** 常见的词之外添的数字、符号,分量不超过这些就还算常见。 */
const LARGEST_ADDITION = 6
/** 两个常见的词拼在一起的,添的更少才算常见:隔开、夹着年份的已经不容易试中。三个以上就是一句话了。 */
const LARGEST_ADDITION_TO_TWO = 2
const DATE = /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:19|20)\d\d)$/
/** 年份、生日、常见的数字串,添上也难不住人。 */
const LIGHT_ADDITION = 2

/** 一串字母最少由几个常见的词拼成;拼不成为无穷。 */
const wordsNeeded = (letters: string, words: ReadonlySet<string>): number => {
  const best = [0, ...Array.from({ length: letters.length }, () => Infinity)]
  for (let end = 1; end <= letters.length; end++) for (let start = 0; start < end; start++) if (words.has(letters.slice(start, end))) best[end] = Math.min(best[end] ?? Infinity, (best[start] ?? Infinity) + 1)
  return best[letters.length] ?? Infinity
}

const weightOf = (addition: string, common: CommonPasswords): number => (DATE.test(addition) || common.whole.has(addition) ? LIGHT_ADDITION : addition.length)

const isDecoratedWord = (text: string, common: CommonPasswords): boolean => {
  const letterRuns = text.match(/\p{L}+/gu) ?? []
  if (letterRuns.length === 0) return false
  const additions = [...(text.match(/\p{Nd}+/gu) ?? []), ...(text.match(/[^\p{L}\p{Nd}]/gu) ?? [])]
  const weight = additions.reduce((sum, addition) => sum + weightOf(addition, common), 0)
  const words = letterRuns.reduce((sum, letters) => sum + wordsNeeded(letters, common.words), 0)
  return (words <= 1 && weight <= LARGEST_ADDITION) || (words === 2 && weight <= LARGEST_ADDITION_TO_TWO)
}

/** 是不是人人都用的口令:表里有,或只是常见的词添几个数字符号、换了写法(P@ssw0rd、Dangjian@2024)。 */
export const isCommon = (password: string, common: CommonPasswords): boolean => {
  const text = password.toLowerCase()
  const writings = [text, readAsLetters(text), unshift(text)]
  return writings.some((writing) => common.whole.has(writing) || common.whole.has(lettersAndDigits(writing))) || isDecoratedWord(text, common) || isDecoratedWord(readAsLetters(text), common)
}
