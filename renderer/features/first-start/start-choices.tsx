import { useId } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'

export const CHOICES = ['sample', 'create', 'open'] as const
export type StartChoice = (typeof CHOICES)[number]

interface StartChoicesProps {
  readonly choice: StartChoice
  readonly busy: boolean
  /** byMouse:用鼠标选的,光标可以直接放进要填的框;用方向键选的还要接着往下选,光标不动。 */
  readonly onChoose: (choice: StartChoice, byMouse: boolean) => void
}

/** 三个起点,示例先选上。 */
export const StartChoices = ({ choice, busy, onChoose }: StartChoicesProps) => {
  const group = useId()
  return (
    <fieldset className="first-start-choices">
      <legend>{firstStartText.choose}</legend>
      {CHOICES.map((key) => (
        <label key={key} className="first-start-choice" data-chosen={choice === key}>
          <input
            type="radio"
            name={group}
            value={key}
            checked={choice === key}
            autoFocus={key === choice}
            onChange={(event) => onChoose(key, event.nativeEvent instanceof MouseEvent && event.nativeEvent.detail > 0)}
            disabled={busy}
            aria-labelledby={`${group}-${key}`}
            aria-describedby={`${group}-${key}-note`}
          />
          <span className="first-start-choice-title">
            <span id={`${group}-${key}`}>{firstStartText.choices[key].title}</span>
            {key === 'sample' && <span className="first-start-mark">{firstStartText.recommended}</span>}
          </span>
          <span className="first-start-choice-note" id={`${group}-${key}-note`}>
            {firstStartText.choices[key].note}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
