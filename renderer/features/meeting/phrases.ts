import { createContext } from 'react'
import type { MeetingAids } from '../../../shared/model/meeting-aids.ts'
import { matchesPinyin } from '../../components/pinyin-match.ts'

/** 写记录时供挑选的;没有取到、无权看的为 null。 */
export const AidsContext = createContext<MeetingAids | null>(null)

/** 一次至多列这么多句,按 Ctrl+数字选。 */
export const MOST_OFFERED = 5

export const allPhrases = ({ phrases, fromTemplates, learnt }: MeetingAids): string[] => [...new Set([...phrases.map(({ text }) => text), ...fromTemplates, ...learnt])]

/** 光标前正写着的半句。 */
export const fragmentBefore = (value: string, caret: number): string => /[^。；;！!？?\n]*$/u.exec(value.slice(0, caret))?.[0].trimStart() ?? ''

/** 正写着的半句接得上哪些句子:开头相同的在前,包含的在后;还没写就列最前的几句。 */
export const offeredPhrases = (all: readonly string[], fragment: string): string[] => {
  const starting = all.filter((phrase) => phrase.startsWith(fragment) && phrase !== fragment)
  const containing = fragment.length < 2 ? [] : all.filter((phrase) => !phrase.startsWith(fragment) && phrase.includes(fragment))
  return [...starting, ...containing].slice(0, MOST_OFFERED)
}

/** 按汉字、全拼、首字母找;首字母从句子开头对。 */
export const searchPhrases = (all: readonly string[], typed: string): string[] => all.filter((phrase) => matchesPinyin(phrase, typed))
