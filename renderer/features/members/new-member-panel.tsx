import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { membersText } from '../../../shared/i18n/zh-CN/members.ts'
import type { MemberChanges, MemberFields } from '../../../shared/model/member.ts'
import { ErrorNote } from '../../components/error-note.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
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

const blank = (branchId: string): MemberFields => ({
  name: '',
  gender: '0',
  ethnicity: '',
  birthDate: null,
  education: '',
  memberType: 'full',
  joinedOn: null,
  regularOn: null,
  post: '',
  membershipState: 'normal',
  workNumber: '',
  note: '',
  branchId,
  partyGroupId: null,
  idNumber: '',
  mobile: '',
  telephone: '',
  address: '',
})

/** 新增一名党员:填好一次保存,不自动存半成品。 */
export const NewMemberPanel = ({ branchId, onAdded, onClose }: NewMemberPanelProps) => {
  const { message } = App.useApp()
  const [fields, setFields] = useState(() => blank(branchId))
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
  const change = (patch: Partial<MemberChanges>): void =>
    setFields((before) => {
      const { idNumber, mobile, telephone, address, ...rest } = patch
      return { ...before, ...rest, idNumber: idNumber ?? before.idNumber, mobile: mobile ?? before.mobile, telephone: telephone ?? before.telephone, address: address ?? before.address }
    })
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
        <Button onClick={onClose}>{membersText.close}</Button>
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
