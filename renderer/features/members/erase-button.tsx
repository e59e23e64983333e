import { App, Button } from 'antd'
import { useState } from 'react'
import { recordHistoryText } from '../../../shared/i18n/zh-CN/record-history.ts'
import type { MemberDetail } from '../../../shared/model/member.ts'
import { ConfirmedDialog } from '../../components/confirmed-dialog.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const text = recordHistoryText.erase
/** 擦除离开的人的个人资料:不能撤销,所以先说清擦什么、留什么。 */
export const EraseButton = ({ detail, onErased }: { readonly detail: MemberDetail; readonly onErased: () => void }) => {
  const { message } = App.useApp()
  const submit = useSubmit()
  const [open, setOpen] = useState(false)
  // 离开了的(出党、去世、组织关系转出)才能擦。
  if (detail.departure === null) return null
  return (
    <>
      <Button className="button-danger" onClick={() => setOpen(true)}>
        {text.button}
      </Button>
      <ConfirmedDialog
        open={open}
        title={text.title(detail.fields.name)}
        confirmLabel={text.button}
        twoPeople
        submit={submit}
        onClose={() => setOpen(false)}
        onConfirm={(confirm) =>
          void submit.run(
            () => api.members.erase({ id: detail.id, rev: detail.rev }, { confirm }),
            () => {
              setOpen(false)
              void message.success(text.done)
              onErased()
            },
          )
        }
      >
        <p>{text.erased}</p>
        <p>{text.kept}</p>
      </ConfirmedDialog>
    </>
  )
}
