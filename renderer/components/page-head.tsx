import { Button } from 'antd'
import type { ReactNode } from 'react'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { Icon } from './icon.tsx'

export interface PageHeadProps {
  readonly title: string
  /** 标题旁的一句说明(支部名、年度、状态标签)。 */
  readonly note?: ReactNode
  /** 保存状态或整页状态,靠左。 */
  readonly state?: ReactNode
  /** 按钮,靠右;主要的一个放最后。 */
  readonly actions?: ReactNode
  /** 给出时标题前有「返回」。 */
  readonly onBack?: (() => void) | undefined
}

/** 页头:永远看得见,不随内容滚动。每页一个,放在 .page 的最前面。 */
export const PageHead = ({ title, note, state, actions, onBack }: PageHeadProps) => (
  <header className="page-head">
    {onBack !== undefined && (
      <Button icon={<Icon name="left" />} onClick={onBack}>
        {commonText.back}
      </Button>
    )}
    <h1>{title}</h1>
    {note !== undefined && <span className="page-head-note" {...(typeof note === 'string' ? { title: note } : {})}>
        {note}
      </span>}
    {state}
    <span className="page-head-gap" />
    {actions !== undefined && <div className="page-head-actions">{actions}</div>}
  </header>
)
