import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { parseTypedTime } from '../../shared/util/parse-typed-time.ts'
import type { FieldControl } from './field.tsx'
import { isImeKey } from './ime.ts'
import { useTypedValue } from './use-typed-value.ts'

export interface TimeFieldProps extends Partial<FieldControl> {
  /** `HH:MM`;null 为未填。 */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly 'aria-label'?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly onBlur?: () => void
}

const shift = (time: string, minutes: number): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const total = Math.min(Math.max(hour * 60 + minute + minutes, 0), 23 * 60 + 59)
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** 用键盘打的时间框:1500 即 15:00;上下键 5 分钟。 */
export const TimeField = ({ value, onChange, disabled = false, autoFocus = false, onBlur, ...control }: TimeFieldProps) => {
  const { text, problem, type, settle, take } = useTypedValue(value, onChange, parseTypedTime)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event) || disabled) return
    if (event.key === 'Enter') settle()
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    const from = parseTypedTime(text) ?? value
    if (from === null) return
    event.preventDefault()
    take(shift(from, event.key === 'ArrowUp' ? 5 : -5))
  }
  return (
    <span className="date-field">
      <Input
        {...control}
        value={text}
        disabled={disabled}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={10}
        {...(problem ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          settle()
          onBlur?.()
        }}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <span className="date-field-problem" role="alert">
          {commonText.time.unreadable}
        </span>
      )}
    </span>
  )
}
