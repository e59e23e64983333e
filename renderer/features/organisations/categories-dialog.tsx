import { Button, Input, Modal } from 'antd'
import { useState, type FormEvent } from 'react'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Field } from '../../components/field.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useCategories } from './use-category-names.ts'

const text = organisationsText.categories

/** 支部分类:内置五类之外可以自加;还有支部在用的撤不掉。 */
export const CategoriesDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const categories = useCategories()
  const submit = useSubmit()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() === '') return
    void submit.run(
      () => api.organisations.addCategory({ name: name.trim() }),
      () => {
        setName('')
        setAsked(false)
        categories.reload()
      },
    )
  }
  return (
    <Modal open={open} title={text.title} onCancel={onClose} footer={<Button onClick={onClose}>{text.close}</Button>} destroyOnHidden centered>
      <p className="meta">{text.note}</p>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      <QueryView query={categories}>
        {(data) => (
          <ul className="category-list">
            {data.categories.map((category) => (
              <li key={category.code}>
                <span className="category-name">{category.name}</span>
                <span className="meta">{category.builtIn ? text.builtIn : text.own}</span>
                <span className="meta">{text.inUse(category.branchCount)}</span>
                {!category.builtIn && (
                  <ConfirmButton
                    danger
                    label={text.retire}
                    question={text.retireQuestion(category.name)}
                    consequence={text.retireConsequence}
                    confirmLabel={text.retireConfirm}
                    onConfirm={() => void submit.run(() => api.organisations.retireCategory({ code: category.code }), categories.reload)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <form onSubmit={add} noValidate className="category-add">
        <Field label={text.newName} error={asked && name.trim() === '' ? text.newNameMissing : undefined}>
          {(control) => <Input {...control} value={name} maxLength={20} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Button htmlType="submit" loading={submit.busy}>
          {text.add}
        </Button>
      </form>
    </Modal>
  )
}
