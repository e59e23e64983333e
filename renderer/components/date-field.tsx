import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { dateWords } from '../../shared/i18n/zh-CN/date-words.ts'
import { addDays, addMonths, weekdayOf } from '../../shared/util/day-arithmetic.ts'
import { parseTypedDate } from '../../shared/util/parse-typed-date.ts'
import { useSession } from '../platform/session.ts'
import type { FieldControl } from './field.tsx'
import { isImeKey } from './ime.ts'
import { useTypedValue } from './use-typed-value.ts'

export interface DateFieldProps extends Partial<FieldControl> {
  /** `YYYY-MM-DD`,monthAllowed 时也可为 `YYYY-MM`;null 为未填。 */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** 没有外层标签(Field)时必须给。 */
  readonly 'aria-label'?: string
  readonly monthAllowed?: boolean
  /** 没写年份时用哪一年;缺省为今年。 */
  readonly workingYear?: number
  readonly disabled?: boolean
  readonly onBlur?: () => void
  /** 今天;缺省取核心给的今天。 */
  readonly today?: string
}

const isDay = (value: string): boolean => value.length === 10

/** 用键盘打的日期框:认 1120、昨天、上周五;上下键一天,翻页键一月;旁边显示星期。 */
export const DateField = ({ value, onChange, monthAllowed = false, workingYear, disabled = false, onBlur, today: givenToday, ...control }: DateFieldProps) => {
  const sessionToday = useSession((session) => session.today)
  const today = givenToday ?? sessionToday
  const parse = (typed: string): string | null => parseTypedDate(typed, { today, workingYear, monthAllowed })
  const { text, problem, type, settle, take } = useTypedValue(value, onChange, parse)
  const stepDays = (days: number) => (from: string) => (isDay(from) ? addDays(from, days) : addMonths(from, days))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event)) return
    const moves: Readonly<Record<string, (from: string) => string>> = {
      ArrowUp: stepDays(1),
      ArrowDown: stepDays(-1),
      PageUp: (from) => addMonths(from, 1),
      PageDown: (from) => addMonths(from, -1),
    }
    const move = moves[event.key]
    if (move !== undefined && !disabled) {
      event.preventDefault()
      take(move(parse(text) ?? value ?? today))
    } else if (event.key === 'Enter') settle()
  }
  const shownDay = value !== null && isDay(value) && text === value ? value : null
  return (
    <span className="date-field" data-unreadable={problem ? '' : undefined}>
      <Input
        {...control}
        value={text}
        disabled={disabled}
        autoComplete="off"
        maxLength={16}
        title={commonText.date.hint}
        {...(problem ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          settle()
          onBlur?.()
        }}
        onKeyDown={onKeyDown}
      />
      {shownDay !== null && <span className="date-field-weekday">{dateWords.weekdayShort[weekdayOf(shownDay)]}</span>}
      {problem && (
        <span className="date-field-problem" role="alert">
          {monthAllowed ? commonText.date.unreadableMonth : commonText.date.unreadable}
        </span>
      )}
    </span>
  )
}
