import { Button, Radio } from 'antd'
import { useEffect, useState } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { developmentText } from '../../../shared/i18n/zh-CN/development.ts'
import type { DevelopmentDetail } from '../../../shared/model/development.ts'
import { Card } from '../../components/card.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = developmentText.person

/** 遮着的一项:看一眼要选用途,记一笔,到时自己遮回去。 */
const Masked = ({ personId, field, masked }: { readonly personId: string; readonly field: 'idNumber' | 'mobile'; readonly masked: string }) => {
  const [seen, setSeen] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [purpose, setPurpose] = useState<string>(text.purposes[0])
  const [left, setLeft] = useState(0)
  const submit = useSubmit()
  useEffect(() => {
    if (seen === null) return undefined
    const timer = setTimeout(() => setSeen(null), left * 1000)
    return () => clearTimeout(timer)
  }, [seen, left])
  if (masked === '') return <span className="meta">{text.none}</span>
  const show = (): void =>
    void submit.run(
      () => api.development.reveal({ id: personId, field, purpose }),
      ({ value, hideAfterSeconds }) => {
        setAsking(false)
        setLeft(hideAfterSeconds)
        setSeen(value)
      },
    )
  return (
    <>
      {seen ?? masked} {seen === null && <Button onClick={() => setAsking(true)}>{text.reveal}</Button>}
      <FormDialog open={asking} title={text.revealTitle(text[field])} confirmLabel={text.reveal} submit={submit} onConfirm={show} onClose={() => setAsking(false)}>
        <Radio.Group aria-label={text.purpose} value={purpose} onChange={(event) => setPurpose(String(event.target.value))}>
          {text.purposes.map((entry) => (
            <Radio key={entry} value={entry}>
              {entry}
            </Radio>
          ))}
        </Radio.Group>
      </FormDialog>
    </>
  )
}

/** 基本情况:一块四列;成了党员的可以转到名册。 */
export const PersonFacts = ({ person, onMember }: { readonly person: DevelopmentDetail; readonly onMember: (memberId: string) => void }) => {
  const { fields, memberId } = person
  const facts: readonly (readonly [string, string])[] = [
    [text.branch, person.branchName],
    [text.gender, fields.gender === '0' ? '' : nameOf(genders, fields.gender)],
    [text.ethnicity, fields.ethnicity === '' ? '' : nameOf(ethnicities, fields.ethnicity)],
    [text.birthDate, fields.birthDate ?? ''],
    [text.education, fields.education === '' ? '' : nameOf(educations, fields.education)],
    [text.post, fields.post],
    [text.probationEnd, person.probationEnd ?? ''],
    [text.forms, person.formNumbers.join('\u3001')],
  ]
  return (
    <Card title={text.basics} extra={memberId !== null && <Button onClick={() => onMember(memberId)}>{text.member}</Button>}>
      <dl className="development-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {memberId === null &&
          (['idNumber', 'mobile'] as const).map((field) => (
            <div key={field}>
              <dt>{text[field]}</dt>
              <dd>
                <Masked personId={person.id} field={field} masked={person.masked[field]} />
              </dd>
            </div>
          ))}
      </dl>
      {fields.note !== '' && <p className="meta">{fields.note}</p>}
    </Card>
  )
}
