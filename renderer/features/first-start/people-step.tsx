import { Button } from 'antd'
import { useId, useState } from 'react'
import { firstStartText } from '../../../shared/i18n/zh-CN/first-start.ts'
import { passwordReasonSentences } from '../../../shared/i18n/zh-CN/passwords.ts'
import type { NewPeople } from '../../../shared/contract/system.contract.ts'
import { USUAL_MINIMUM, type RefusedPassword } from '../../components/judge-new-password.ts'
import { OfficersForm } from './officers-form.tsx'
import { PersonForm } from './person-form.tsx'

const SETUPS = ['one_office', 'separated'] as const
type Setup = (typeof SETUPS)[number]
const NOBODY = { userName: '', displayName: '' }

interface PeopleStepProps {
  readonly unitName: string
  readonly refused: { readonly userName: string | null; readonly password: RefusedPassword } | null
  readonly busy: boolean
  readonly onBack: () => void
  readonly onSubmit: (people: NewPeople) => void
}

/** 第二步:一个办公室,还是三员分立;设口令。 */
export const PeopleStep = ({ unitName, refused, busy, onBack, onSubmit }: PeopleStepProps) => {
  const [setup, setSetup] = useState<Setup>('one_office')
  const [begun, setBegun] = useState(false)
  const group = useId()
  const back = (
    <Button size="large" onClick={onBack} disabled={busy}>
      {firstStartText.steps.back}
    </Button>
  )
  return (
    <>
      <fieldset className="first-start-choices first-start-setups">
        <legend>{firstStartText.setup.label}</legend>
        {SETUPS.map((key) => (
          <label key={key} className="first-start-choice" data-chosen={setup === key}>
            <input type="radio" name={group} value={key} checked={setup === key} disabled={busy || begun} onChange={() => setSetup(key)} aria-labelledby={`${group}-${key}`} aria-describedby={`${group}-${key}-note`} />
            <span className="first-start-choice-title" id={`${group}-${key}`}>
              {firstStartText.setup[key].title}
            </span>
            <span className="first-start-choice-note" id={`${group}-${key}-note`}>
              {firstStartText.setup[key].lines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </label>
        ))}
      </fieldset>
      {setup === 'separated' && refused !== null && (
        <p className="field-error" role="alert">
          {firstStartText.officers.someoneWeak(passwordReasonSentences(refused.password.reasons, USUAL_MINIMUM).join('；'))}
        </p>
      )}
      {setup === 'one_office' ? (
        <PersonForm initial={NOBODY} unitName={unitName} taken={[]} refused={refused?.password ?? null} busy={busy} submitLabel={firstStartText.person.create} onSubmit={(person) => onSubmit({ setup, person })}>
          {back}
        </PersonForm>
      ) : (
        <OfficersForm unitName={unitName} refused={refused} busy={busy} onBegun={() => setBegun(true)} onSubmit={([system, security, auditor]) => onSubmit({ setup, system, security, auditor })}>
          {back}
        </OfficersForm>
      )}
    </>
  )
}
