import { Button } from 'antd'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import type { Failure } from '../platform/use-query.ts'
import { ErrorNote } from './error-note.tsx'

/** 自动保存没成:一般再试一次;别处改过的,只能先看最新内容。 */
export const UnsavedNote = ({ failure, onRetry, onLatest }: { readonly failure: Failure; readonly onRetry: () => void; readonly onLatest: () => void }) =>
  failure.code === 'STALE' ? <ErrorNote failure={failure} actions={<Button onClick={onLatest}>{commonText.showLatest}</Button>} /> : <ErrorNote failure={failure} onRetry={onRetry} />
