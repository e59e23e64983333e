import { LEADING_NUMBER } from '../../../shared/data/list-words.ts'

/** 至少在这么多份记录里写过的才算常写。 */
const LEAST_RECORDS = 2
const SHORTEST = 6
const LONGEST = 80
const MOST = 20

/** 一份记录里的各句,不重复;带数字的多半是当次的日期、人数,不算。 */
const sentencesOf = (text: string): Set<string> =>
  new Set(
    text
      .split(/[\n。；;！!？?]+/u)
      .map((sentence) => sentence.replace(LEADING_NUMBER, '').trim())
      .filter((sentence) => sentence.length >= SHORTEST && sentence.length <= LONGEST && !/\d/.test(sentence)),
  )

/** 从前常写的句子:在两份以上记录里都有的,写得多的在前。带着人名的是当次的事,不算。每次现算,不存。 */
export const learntPhrases = (texts: readonly string[], except: readonly string[] = [], names: readonly string[] = []): string[] => {
  const counts = new Map<string, number>()
  for (const text of texts) for (const sentence of sentencesOf(text)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  const known = new Set(except)
  return [...counts]
    .filter(([sentence, times]) => times >= LEAST_RECORDS && !known.has(sentence) && !names.some((name) => sentence.includes(name)))
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, MOST)
    .map(([sentence]) => sentence)
}
