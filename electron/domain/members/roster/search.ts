import type { RosterTable } from './roster-table.ts'

/** 一行合不合查找的字:0 最贴切,数大的其次,-1 不合。 */
export type Matcher = (row: number) => number

/** 少于这么多位的数字只比末几位:电话、证号中间碰巧相同的太多。 */
const TELLING_DIGITS = 5

const within = (text: string, sought: string): number => {
  const at = text.indexOf(sought)
  return at === -1 ? -1 : at > 0 ? 2 : text.length === sought.length ? 0 : 1
}
const better = (left: number, right: number): number => (left === -1 ? right : right === -1 ? left : Math.min(left, right))

/**
 * 查找:汉字比姓名;字母比全拼、首字母与工号;数字比证号、电话的末几位与工号,位数多了中间也算。
 *
 * @returns null 没有要找的。
 */
export const createMatcher = (table: RosterTable, typed: string): Matcher | null => {
  // 「周 海」:汉字之间的空格是排版习惯,不是名字的一部分。
  const text = typed.trim().replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
  if (text === '') return null
  const plain = text.normalize('NFKC').toLowerCase()
  const { names, plainNames, plainNumbers, full, initials } = table.texts
  const workNumber = (row: number): number => {
    const number = plainNumbers[row] ?? ''
    return number === '' ? -1 : within(number, plain)
  }
  if (/^\d+x?$/u.test(plain)) {
    const [idNumbers, mobiles, telephones] = [table.vector('idNumber', ''), table.vector('mobile', ''), table.vector('telephone', '')] as (readonly string[])[]
    const upper = plain.toUpperCase()
    const long = upper.length >= TELLING_DIGITS
    const number = (value: string | undefined): number => (value === undefined || value === '' ? -1 : value === upper ? 0 : value.endsWith(upper) ? 1 : long && value.includes(upper) ? 2 : -1)
    return (row) => better(better(number(idNumbers?.[row]), number(mobiles?.[row])), better(number(telephones?.[row]), workNumber(row)))
  }
  if (/^[a-z' ]+$/u.test(plain)) {
    const letters = plain.replaceAll(/[' ]/gu, '')
    // 打了空格、隔音符号的,姓名、工号按原样比,不先看。
    const whole = plain === letters ? table.texts.letters : null
    return (row) => (whole !== null && !(whole[row] ?? '').includes(letters) ? -1 : better(better(within(initials[row] ?? '', letters), fullMatch(full[row] ?? '', letters)), better(workNumber(row), (plainNames[row] ?? '').includes(plain) ? 1 : -1)))
  }
  const sought = /^\p{ASCII}+$/u.test(plain) ? plain : text
  return (row) => better(within(names[row] ?? '', sought), workNumber(row))
}

/** 全拼里以空格隔开几种打法,哪一种都算。 */
const fullMatch = (text: string, letters: string): number => {
  const at = text.indexOf(letters)
  if (at === -1) return -1
  const starts = at === 0 || text[at - 1] === ' '
  const ends = at + letters.length === text.length || text[at + letters.length] === ' '
  return starts && ends ? 0 : starts ? 1 : text.includes(` ${letters}`) ? 1 : 2
}
