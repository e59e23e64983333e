import { Button } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { isImeKey } from './ime.ts'
import './row-list.css'

export interface RowListProps<T extends object> {
  readonly rows: readonly T[]
  readonly disabled: boolean
  /** 最多几行;到了就不能再加。 */
  readonly maximum: number
  readonly addLabel: string
  readonly removeLabel: (ordinal: number) => string
  /** 一行也没有时的一句话。 */
  readonly empty?: string
  /** 布局的类名:一行里各格的宽窄由它定。 */
  readonly className: string
  readonly newRow: () => T
  /** 在最后一行写好以后按回车,就再加一行。 */
  readonly enterAdds?: boolean
  readonly onChange: (rows: T[]) => void
  /** 离开一项、加减一行:马上存。 */
  readonly onLeave: () => void
  readonly children: (row: T, change: (patch: Partial<T>) => void, ordinal: number) => ReactNode
}

/** 一串同样的几格:加一行(光标就在新行里)、改、去掉一行。次序即身份。 */
export const RowList = <T extends object>({ rows, disabled, maximum, addLabel, removeLabel, empty, className, newRow, enterAdds = false, onChange, onLeave, children }: RowListProps<T>) => {
  const frame = useRef<HTMLUListElement>(null)
  const focusLast = (): void => void setTimeout(() => [...(frame.current?.querySelectorAll<HTMLElement>('.row-list-row') ?? [])].at(-1)?.querySelector<HTMLElement>('input, textarea')?.focus())
  const add = (): void => {
    onChange([...rows, newRow()])
    focusLast()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, index: number): void => {
    const { target } = event
    if (event.key !== 'Enter' || event.ctrlKey || isImeKey(event) || event.defaultPrevented || index !== rows.length - 1 || rows.length >= maximum) return
    if (!(target instanceof HTMLInputElement) || target.type !== 'text' || target.getAttribute('role') === 'combobox' || target.value.trim() === '') return
    event.preventDefault()
    add()
  }
  return (
    <ul className="row-list" ref={frame}>
      {rows.length === 0 && empty !== undefined && <li className="meta">{empty}</li>}
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/no-noninteractive-element-interactions -- 没有编号,次序即身份;回车由行里的框冒泡上来
        <li key={index} className={`row-list-row ${className}`} onKeyDown={enterAdds && !disabled ? (event) => onKeyDown(event, index) : undefined}>
          {children(row, (patch) => onChange(rows.map((each, other) => (other === index ? { ...each, ...patch } : each))), index + 1)}
          {!disabled && (
            <Button
              aria-label={removeLabel(index + 1)}
              title={removeLabel(index + 1)}
              icon={<Icon name="bin" />}
              onClick={() => {
                onChange(rows.filter((_row, other) => other !== index))
                onLeave()
              }}
            />
          )}
        </li>
      ))}
      {!disabled && (
        <li>
          <Button icon={<Icon name="plus" />} disabled={rows.length >= maximum} onClick={add}>
            {addLabel}
          </Button>
        </li>
      )}
    </ul>
  )
}
