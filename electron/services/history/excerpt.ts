import { historyText } from '../../../shared/i18n/zh-CN/history.ts'

/** 比这长的只给改动的那一段。 */
const LONG = 120
/** 改动两边各带几个字。 */
const AROUND = 15

/** 把长文字缩到改动的那一段,两边各带几个字;都不长的原样。 */
export const excerpt = (from: string, to: string): { readonly from: string; readonly to: string } => {
  const [left, right] = [Array.from(from), Array.from(to)]
  if (left.length <= LONG && right.length <= LONG) return { from, to }
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1
  let end = 0
  while (end < left.length - start && end < right.length - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  const cut = (characters: readonly string[]): string => {
    const first = Math.max(0, start - AROUND)
    const last = Math.min(characters.length, characters.length - end + AROUND)
    const middle = characters.slice(first, last)
    const kept = middle.length <= LONG ? middle : [...middle.slice(0, LONG / 2), historyText.ellipsis, ...middle.slice(-LONG / 2)]
    return `${first > 0 ? historyText.ellipsis : ''}${kept.join('')}${last < characters.length ? historyText.ellipsis : ''}`
  }
  return { from: cut(left), to: cut(right) }
}
