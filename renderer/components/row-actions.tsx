import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ConfirmButton, type ConfirmButtonProps } from './confirm-button.tsx'

export interface RowActionsProps {
  /** ariaLabel 带上是谁的,念出来分得清各行。 */
  readonly edit?: { readonly label: string; readonly ariaLabel?: string; readonly onClick: () => void } | undefined
  /** 去掉、撤回:先说后果。 */
  readonly remove?: Pick<ConfirmButtonProps, 'label' | 'question' | 'consequence' | 'confirmLabel' | 'onConfirm'> | undefined
  /** 别的按钮,排在前面。 */
  readonly children?: ReactNode
}

/** 列表一行末尾的几个按钮:别的、修改、去掉。 */
export const RowActions = ({ edit, remove, children }: RowActionsProps) => (
  <span className="row-actions">
    {children}
    {edit !== undefined && (
      <Button {...(edit.ariaLabel === undefined ? {} : { 'aria-label': edit.ariaLabel })} onClick={edit.onClick}>
        {edit.label}
      </Button>
    )}
    {remove !== undefined && <ConfirmButton danger {...remove} />}
  </span>
)
