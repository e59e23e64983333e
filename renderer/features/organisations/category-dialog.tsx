import { Radio } from 'antd'
import { useState } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail } from '../../../shared/model/organisation.ts'
import { DateField } from '../../components/date-field.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'
import { useCategories } from './use-category-names.ts'

interface CategoryDialogProps {
  readonly open: boolean
  readonly organisation: OrganisationDetail
  readonly onClose: () => void
}

export const CategoryDialog = (props: CategoryDialogProps) => (props.open ? <CategoryForm {...props} /> : null)

const CategoryForm = ({ open, organisation, onClose }: CategoryDialogProps) => {
  const today = useSession((session) => session.today)
  const { data } = useCategories()
  const [category, setCategory] = useState<string | null>(organisation.category)
  const [fromDay, setFromDay] = useState<string | null>(today)
  const submit = useSubmit()
  const confirm = (): void => {
    if (category === null) return
    void submit.run(() => api.organisations.setCategory({ id: organisation.id, rev: organisation.rev, category, ...(fromDay === null ? {} : { fromDay }) }), onClose)
  }
  return (
    <FormDialog open={open} title={organisationsText.categoryTitle(organisation.name)} confirmLabel={organisationsText.categoryConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <Radio.Group value={category} onChange={(event) => setCategory(String(event.target.value))} aria-label={organisationsText.fields.category}>
        {(data?.categories ?? []).map((each) => (
          <Radio key={each.code} value={each.code}>
            {each.name}
          </Radio>
        ))}
      </Radio.Group>
      <Field label={organisationsText.fields.fromDay} hint={organisationsText.fields.fromDayHint}>
        {(control) => <DateField {...control} value={fromDay} onChange={setFromDay} />}
      </Field>
    </FormDialog>
  )
}
