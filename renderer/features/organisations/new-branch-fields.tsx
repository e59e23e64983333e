import { Input, Select } from 'antd'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { Field } from '../../components/field.tsx'
import { useCategories } from './use-category-names.ts'

export interface NewBranch {
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly category: string | null
}
export const NO_BRANCH: NewBranch = { name: '', shortName: '', code: '', category: null }
const text = organisationsText.fields

/** 拆分、改设时新成立的支部。 */
export const NewBranchFields = ({ branch, onChange, asked, label }: { readonly branch: NewBranch; readonly onChange: (branch: NewBranch) => void; readonly asked: boolean; readonly label: string }) => {
  const { data } = useCategories()
  return (
    <>
      <Field label={label} required error={asked && branch.name.trim() === '' ? organisationsText.nameMissing : undefined}>
        {(control) => <Input {...control} value={branch.name} maxLength={80} onChange={(event) => onChange({ ...branch, name: event.target.value })} />}
      </Field>
      <div className="form-row">
        <Field label={text.code} hint={text.codeHint}>
          {(control) => <Input {...control} value={branch.code} maxLength={32} onChange={(event) => onChange({ ...branch, code: event.target.value })} />}
        </Field>
        <Field label={text.category}>
          {(control) => (
            <Select
              {...control}
              className="full-width"
              value={branch.category}
              placeholder={organisationsText.categoryPlaceholder}
              options={(data?.categories ?? []).map((category) => ({ value: category.code, label: category.name }))}
              onChange={(category: string | null) => onChange({ ...branch, category })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
