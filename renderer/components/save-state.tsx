import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { describeError } from '../../shared/i18n/zh-CN/errors.ts'
import type { Failure } from '../platform/use-query.ts'
import { Icon } from './icon.tsx'

export type SaveStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** at:保存时刻,毫秒。 */
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'unsaved'; readonly failure: Failure }
  /** 填得不合要求,没有送去保存;words 为原因。 */
  | { readonly kind: 'blocked'; readonly words: string }

export const clockTime = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, '')

/** 页头里的保存状态,同一时刻只说一句。 */
export const SaveState = ({ status }: { readonly status: SaveStatus }) => {
  if (status.kind === 'unsaved' || status.kind === 'blocked') {
    return (
      <span className="save-state" data-kind="unsaved" role="alert">
        <Icon name="alert" />
        {commonText.notSaved(status.kind === 'blocked' ? status.words : withoutStop(describeError(status.failure.code, status.failure.data).cause))}
      </span>
    )
  }
  return (
    <span className="save-state" data-kind={status.kind} role="status">
      {status.kind === 'saving' && commonText.saving}
      {status.kind === 'saved' && commonText.savedAt(clockTime(status.at))}
    </span>
  )
}
