import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import { EMPTY_MEMBER, type MemberChanges, type MemberFields } from '../../../shared/model/member.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import { useKeptState } from '../../components/use-kept-state.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { MemberForm } from './member-form.tsx'
import { memberProblems } from './member-problems.ts'

interface NewMemberPanelProps {
  /** 先填上的支部;还没选为空串。 */
  readonly branchId: string
  readonly onAdded: (id: string) => void
  readonly onClose: () => void
}

const blank = (branchId: string): MemberFields => ({ ...EMPTY_MEMBER, branchId })

/** 没填完的新党员留着用的名字。 */
export const NEW_MEMBER = 'member:new'

/** 新增一名党员:填好一次保存,不自动存半成品;锁屏、断电时没填完的,回来还在。 */
export const NewMemberPanel = ({ branchId, onAdded, onClose }: NewMemberPanelProps) => {
  const { message } = App.useApp()
  const { value: fields, change: setFields, forget } = useKeptState(NEW_MEMBER, 0, () => blank(branchId))
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const problems = memberProblems(fields)
  const body = useRef<HTMLDivElement>(null)
  // 打开就能打姓名;没填对的,光标放到第一处。
  useEffect(() => body.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    if (asked) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [asked])
  // 新增时敏感四项直接填,没有「不动」这回事。
  const change = ({ idNumber, mobile, telephone, address, ...rest }: Partial<MemberChanges>): void =>
    setFields({ ...fields, ...rest, idNumber: idNumber ?? fields.idNumber, mobile: mobile ?? fields.mobile, telephone: telephone ?? fields.telephone, address: address ?? fields.address })
  const close = (): void => {
    forget(blank(branchId))
    onClose()
  }
  const save = (): void => {
    setAsked(true)
    if (Object.keys(problems).length > 0) {
      body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    if (stopAtUnreadableDate(body.current)) return
    void submit.run(
      () => api.members.add({ fields }),
      (added) => {
        forget(blank(branchId))
        message.success(membersText.added(added.fields.name))
        onAdded(added.id)
      },
    )
  }
  return (
    <>
      <div className="member-head">
        <h2>{membersText.newMember}</h2>
        <span className="card-head-gap" />
        <Button onClick={close}>{membersText.close}</Button>
        <Button type="primary" onClick={save} loading={submit.busy}>
          {membersText.saveNew}
        </Button>
      </div>
      {/* 没存上的说明不随内容滚走。 */}
      {submit.failure !== null && (
        <div className="member-alert">
          <ErrorNote failure={submit.failure} />
        </div>
      )}
      <div className="member-body" ref={body}>
        <MemberForm fields={fields} onChange={change} problems={asked ? problems : {}} stored={null} />
      </div>
    </>
  )
}
