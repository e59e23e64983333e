import { dateWords } from '../i18n/zh-CN/date-words.ts'

/** 「点」「时」与各种句点都当冒号。 */
const HOUR_MARKS = new RegExp(`[.${dateWords.hourMarks}]`, 'g')
const MINUTE_MARK = new RegExp(`${dateWords.minuteMark}$`)

/**
 * 认人手打的时间:`1500`、`15:00`、`15：00`、`930`、`9`、`15.30`。
 *
 * @returns `HH:MM`;认不出为 null。
 */
export const parseTypedTime = (typed: string): string | null => {
  const text = typed.normalize('NFKC').replace(/\s+/g, '').replace(HOUR_MARKS, ':').replace(MINUTE_MARK, '').replace(/:$/, '')
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2})()$/.exec(text)
  if (match === null) return null
  const hour = Number(match[1])
  const minute = match[2] === '' ? 0 : Number(match[2])
  return hour <= 23 && minute <= 59 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null
}
