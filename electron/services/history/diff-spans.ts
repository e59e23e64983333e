import { historyText } from '../../../shared/i18n/zh-CN/history.ts'
import type { VersionRow } from '../../store/repos/history-repo.ts'
import type { Body, Change } from './diff-columns.ts'

/** 带起止日期的一张表怎么说:一行是什么、从哪天、到哪天。 */
export interface SpanWords {
  readonly table: string
  readonly label: string
  /** 终止日的列;缺省 to_day。 */
  readonly end?: string
  /** 起始日已经写在词里了。 */
  readonly saysStart?: true
  word(body: Body): string
}
export interface VersionStep {
  readonly before: Body | null
  readonly version: VersionRow
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * 一次操作里这张表的变动合成「从什么改成什么」:原来的一行到某天为止、另起一行,说成一条;
 * 就地更正、只终止、撤销终止,各说各的。
 */
export const diffSpans = ({ table, label, end = 'to_day', saysStart, word }: SpanWords, steps: readonly VersionStep[]): Change[] => {
  const starts = steps.filter(({ before }) => before === null).map(({ version }) => version.body)
  const edits = steps.flatMap(({ before, version }) => (before === null ? [] : [{ before, after: version.body }]))
  const closed = edits.filter(({ before, after }) => text(before[end]) === '' && text(after[end]) !== '' && word(before) === word(after))
  const others = edits.filter((edit) => !closed.includes(edit) && (word(edit.before) !== word(edit.after) || edit.before[end] !== edit.after[end] || edit.before['from_day'] !== edit.after['from_day']))
  /** 起止同日的不管任何一天:是撤回变动之后留下的。 */
  const isVoid = (body: Body): boolean => text(body[end]) !== '' && body[end] === body['from_day']
  const change = (from: string, to: string): Change => ({ field: table, label, from, to })
  const started = starts.map((body, index): Change => {
    const begun = word(body) === '' || saysStart === true ? word(body) : historyText.from(word(body), text(body['from_day']))
    const whole = text(body[end]) === '' || begun === '' ? begun : historyText.until(begun, text(body[end]))
    return change(closed[index] === undefined ? '' : word(closed[index].before), whole)
  })
  const ended = closed.slice(starts.length).map(({ before, after }) => change(word(before), isVoid(after) ? historyText.withdrawn : historyText.until(word(after), text(after[end]))))
  const corrected = others.map(({ before, after }) => {
    const whole = (body: Body): string => {
      if (isVoid(body)) return historyText.withdrawn
      const begun = saysStart === true || before['from_day'] === after['from_day'] ? word(body) : historyText.from(word(body), text(body['from_day']))
      return text(body[end]) === '' ? begun : historyText.until(begun, text(body[end]))
    }
    return change(whole(before), whole(after))
  })
  return [...started, ...ended, ...corrected].filter(({ from, to }) => from !== to)
}
