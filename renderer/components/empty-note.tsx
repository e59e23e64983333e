import { Button } from 'antd'

/** 空:一句为什么空,一个下一步的按钮。 */
export const EmptyNote = ({ sentence, actionLabel, onAction }: { readonly sentence: string; readonly actionLabel?: string; readonly onAction?: () => void }) => (
  <div className="empty-note">
    <p>{sentence}</p>
    {actionLabel !== undefined && (
      <Button type="primary" onClick={onAction}>
        {actionLabel}
      </Button>
    )}
  </div>
)
