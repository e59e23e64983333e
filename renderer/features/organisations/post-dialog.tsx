import { Input, Select } from 'antd'
import { useState } from 'react'
import { postManners } from '../../../shared/data/code-tables/leading-group.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { leadingGroupsText as text } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { ServedPost } from '../../../shared/model/leading-group.ts'
import type { OrganisationDetail, PartyPostCode, PostManner } from '../../../shared/model/organisation.ts'
import { DayPair } from '../../components/day-pair.tsx'
import { Field } from '../../components/field.tsx'
import { FormDialog } from '../../components/form-dialog.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'

const POSTS = partyPosts.map(({ code, name }) => ({ value: code, label: name }))
const MANNERS = [{ value: '', label: text.dialog.noMethod }, ...postManners.map(({ code, name }) => ({ value: code, label: name }))]

/** 一段任职:现任、离任都能登记、更正。 */
export const PostDialog = ({ organisation, post, onClose }: { readonly organisation: OrganisationDetail; readonly post: ServedPost | null; readonly onClose: () => void }) => {
  const [fields, setFields] = useState({
    memberId: post?.memberId ?? null,
    name: post?.name ?? '',
    post: post?.post ?? ('secretary' as PartyPostCode),
    duty: post?.duty ?? '',
    manner: post?.manner ?? ('' as PostManner),
    document: post?.document ?? '',
    fromDay: post?.fromDay ?? (null as string | null),
    toDay: post?.toDay ?? (null as string | null),
  })
  const [asked, setAsked] = useState(false)
  const submit = useSubmit()
  const change = (patch: Partial<typeof fields>): void => setFields({ ...fields, ...patch })
  const confirm = (): void => {
    setAsked(true)
    const { fromDay, name } = fields
    if (fromDay === null || name.trim() === '') return
    void submit.run(() => api.terms.savePost({ organisationId: organisation.id, post: { ...fields, id: post?.id ?? null, rev: post?.rev ?? null, name: name.trim(), fromDay } }), onClose)
  }
  return (
    <FormDialog open title={post === null ? text.postTitle.add : text.postTitle.edit} confirmLabel={text.postConfirm} submit={submit} onConfirm={confirm} onClose={onClose}>
      <div className="form-row">
        <Field label={text.columns.post}>{(control) => <Select {...control} className="full-width" value={fields.post} options={POSTS} onChange={(code: PartyPostCode) => change({ post: code })} />}</Field>
        <Field label={text.columns.name} required error={asked && fields.name.trim() === '' ? text.nameMissing : undefined}>
          {(control) => <PersonInput {...control} branchId={organisation.id} value={fields.name} onChange={(name) => change({ name, memberId: null })} onPick={({ memberId, name }) => change({ memberId, name })} />}
        </Field>
      </div>
      <div className="form-row">
        <Field label={text.columns.manner}>{(control) => <Select {...control} className="full-width" value={fields.manner} options={MANNERS} onChange={(manner: PostManner) => change({ manner })} />}</Field>
        <Field label={text.columns.document}>{(control) => <Input {...control} value={fields.document} maxLength={60} onChange={(event) => change({ document: event.target.value })} />}</Field>
      </div>
      <div className="form-row">
        <DayPair required value={fields} onChange={change} text={text} missing={asked ? text.fromDayMissing : undefined} />
      </div>
      <Field label={text.columns.duty}>{(control) => <Input {...control} value={fields.duty} maxLength={60} onChange={(event) => change({ duty: event.target.value })} />}</Field>
    </FormDialog>
  )
}
