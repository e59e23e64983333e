import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { accountsText } from '../../../../shared/i18n/zh-CN/accounts.ts'
import type { PasswordPolicySettings } from '../../../../shared/model/workspace.ts'
import { Card } from '../../../components/card.tsx'
import { ConfirmedDialog } from '../../../components/confirmed-dialog.tsx'
import { Field } from '../../../components/field.tsx'
import { useSubmit } from '../../../components/use-submit.ts'
import { api } from '../../../platform/api.ts'

const text = accountsText.policy
/** 各项能填的范围;与契约一致。 */
const RANGES: readonly (readonly [keyof PasswordPolicySettings, number, number])[] = [
  ['minimumLength', 8, 64],
  ['expiryDays', 0, 365],
  ['historyLength', 0, 24],
  ['failuresAllowed', 3, 10],
  ['idleMinutes', 3, 30],
  ['sessionHours', 1, 12],
]

/** 口令和锁屏的规矩。 */
export const PolicyCard = ({ policy, onSaved }: { readonly policy: PasswordPolicySettings; readonly onSaved: () => void }) => {
  const submit = useSubmit()
  const [values, setValues] = useState(policy)
  const [asking, setAsking] = useState(false)
  return (
    <Card title={text.title}>
      <p>{text.note}</p>
      <div className="safety-policy">
        {RANGES.map(([key, least, most]) => (
          <Field key={key} label={text[key]} compact>
            {(control) => <InputNumber {...control} min={least} max={most} precision={0} value={values[key]} onChange={(value) => value !== null && setValues({ ...values, [key]: value })} />}
          </Field>
        ))}
      </div>
      <Button onClick={() => setAsking(true)}>{text.save}</Button>
      <ConfirmedDialog
        open={asking}
        title={text.saveTitle}
        confirmLabel={text.save}
        submit={submit}
        onClose={() => setAsking(false)}
        onConfirm={(confirm) =>
          void submit.run(
            () => api.accounts.savePolicy(values, { confirm }),
            () => {
              setAsking(false)
              onSaved()
            },
          )
        }
      >
        <p>{text.note}</p>
      </ConfirmedDialog>
    </Card>
  )
}
