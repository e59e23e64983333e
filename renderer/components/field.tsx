import { useId, type ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'

/** 交给控件的几样:放到 input/Select 上,标签与错误才念得出来。 */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

export interface FieldProps {
  readonly label: string
  readonly required?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** 不留错误行(工具条里的筛选)。 */
  readonly compact?: boolean
  readonly className?: string
  readonly children: (control: FieldControl) => ReactNode
}

/** 一个带标签的输入项。错误在下方,预留一行,不让下面的内容跳动。 */
export const Field = ({ label, required = false, hint, error, compact = false, className, children }: FieldProps) => {
  const id = useId()
  const noteId = `${id}-note`
  const invalid = error !== undefined && error !== ''
  return (
    <div className={className === undefined ? 'field' : `field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
        {required && (
          <span className="field-required" title={commonText.required}>
            {' *'}
          </span>
        )}
      </label>
      {children({ id, 'aria-describedby': noteId, ...(invalid ? { 'aria-invalid': true as const } : {}), ...(required ? { 'aria-required': true as const } : {}) })}
      {(!compact || invalid || hint !== undefined) && (
        <div id={noteId} className={invalid ? 'field-note field-error' : 'field-note'} {...(invalid ? { role: 'alert' } : {})}>
          {invalid ? error : hint}
        </div>
      )}
    </div>
  )
}
