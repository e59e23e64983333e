import { Button } from 'antd'
import type { ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { describeError } from '../../shared/i18n/zh-CN/errors.ts'
import type { Failure } from '../platform/use-query.ts'
import { Icon } from './icon.tsx'

/** 一次失败的三句话;没料到的问题另附编号。onRetry 给出时有「再试一次」。 */
export const ErrorNote = ({ failure, onRetry, actions }: { readonly failure: Failure; readonly onRetry?: (() => void) | undefined; readonly actions?: ReactNode }) => {
  const { cause, safe, next } = describeError(failure.code, failure.data)
  return (
    <div className="error-note" role="alert">
      <Icon name="alert" size={18} />
      <div>
        <p className="error-note-cause">{cause}</p>
        <p>{safe}</p>
        <p>{next}</p>
        {failure.code === 'INTERNAL' && failure.traceId !== '' && <p className="meta">{commonText.traceId(failure.traceId)}</p>}
        {(onRetry !== undefined || actions !== undefined) && (
          <div className="error-note-actions">
            {onRetry !== undefined && <Button onClick={onRetry}>{commonText.retry}</Button>}
            {actions}
          </div>
        )}
      </div>
    </div>
  )
}
