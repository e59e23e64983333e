import { Button, Popconfirm, type ButtonProps } from 'antd'
import { commonText } from '../../shared/i18n/zh-CN/common.ts'
import { Icon } from './icon.tsx'

export interface ConfirmButtonProps {
  readonly label: string
  /** 要确认的事,如「划转到机关党总支？」。 */
  readonly question: string
  /** 后果,带数字。 */
  readonly consequence?: string
  /** 动词加宾语,如「作废这份记录」。 */
  readonly confirmLabel: string
  readonly keepLabel?: string
  readonly onConfirm: () => void
  /** 去掉、作废一类:白底红字加图标,从不填红。 */
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly loading?: boolean
  readonly type?: ButtonProps['type']
}

/** 先说后果再做的按钮;焦点先落在「不动」上。 */
export const ConfirmButton = ({ label, question, consequence, confirmLabel, keepLabel = commonText.keep, onConfirm, danger = false, disabled = false, loading = false, type = 'default' }: ConfirmButtonProps) => (
  <Popconfirm
    title={question}
    description={consequence}
    okText={confirmLabel}
    cancelText={keepLabel}
    okButtonProps={{ size: 'middle', ...(danger ? { type: 'default', className: 'button-danger' } : {}) }}
    cancelButtonProps={{ size: 'middle', autoFocus: true }}
    onConfirm={onConfirm}
    disabled={disabled}
    icon={<Icon name="alert" />}
  >
    <Button type={danger ? 'default' : type} disabled={disabled} loading={loading} {...(danger ? { className: 'button-danger', icon: <Icon name="bin" /> } : {})}>
      {label}
    </Button>
  </Popconfirm>
)
