import { Button } from 'antd'
import { Icon } from './icon.tsx'
import './period-switch.css'

export interface PeriodSwitchProps {
  /** 换的是什么,读屏用。 */
  readonly label: string
  /** 现在这一期怎么写。 */
  readonly current: string
  readonly previous: string
  readonly next: string
  /** 到头了,不能再往后。 */
  readonly isLast?: boolean
  readonly onStep: (by: -1 | 1) => void
}

/** 上一期、这一期、下一期。 */
export const PeriodSwitch = ({ label, current, previous, next, isLast = false, onStep }: PeriodSwitchProps) => (
  <span className="period-switch" role="group" aria-label={label}>
    <Button aria-label={previous} title={previous} icon={<Icon name="left" />} onClick={() => onStep(-1)} />
    <strong>{current}</strong>
    <Button
      aria-label={next}
      title={next}
      icon={
        <span className="period-switch-next">
          <Icon name="left" />
        </span>
      }
      disabled={isLast}
      onClick={() => onStep(1)}
    />
  </span>
)
