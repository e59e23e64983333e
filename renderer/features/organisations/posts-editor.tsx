import { App, Button, Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { postManners } from '../../../shared/data/code-tables/leading-group.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { organisationsText } from '../../../shared/i18n/zh-CN/organisations.ts'
import type { OrganisationDetail, PartyPostCode, PostManner } from '../../../shared/model/organisation.ts'
import { Card } from '../../components/card.tsx'
import { DateField } from '../../components/date-field.tsx'
import { ErrorNote } from '../../components/error-note.tsx'
import { Icon } from '../../components/icon.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { stopAtUnreadableDate } from '../../components/unreadable-date.ts'
import { useKeptState } from '../../components/use-kept-state.ts'
import { useSubmit } from '../../components/use-submit.ts'
import { api } from '../../platform/api.ts'
import { useSession } from '../../platform/session.ts'

interface PostDraft {
  readonly key: string
  readonly id: string | null
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly fromDay: string | null
}

const text = organisationsText.posts
const POSTS = partyPosts.map((entry) => ({ value: entry.code, label: entry.name }))
const MANNERS = [{ value: '', label: text.noManner }, ...postManners.map(({ code, shortName }) => ({ value: code, label: shortName }))]
const GROUP_POSTS = POSTS.filter((entry) => entry.value === 'group_leader')
const UNIT_POSTS = POSTS.filter((entry) => entry.value !== 'group_leader')

/** 班子:整份一起存;去掉的人自今天离任,历史还在。 */
export const PostsEditor = ({ detail }: { readonly detail: OrganisationDetail }) => {
  const today = useSession((session) => session.today)
  const { message } = App.useApp()
  // 没动过时跟着库里的走;动过的留在草稿里,别处存了基本情况也不冲掉。
  const kept = useKeptState<{ readonly rows: readonly PostDraft[] | null }>(`posts:${detail.id}`, detail.rev, () => ({ rows: null }))
  const draft = kept.value.rows
  const setDraft = (rows: readonly PostDraft[] | null): void => (rows === null ? kept.forget({ rows }) : kept.change({ rows }))
  const rows: readonly PostDraft[] = draft ?? detail.posts.map((holder) => ({ ...holder, key: holder.id }))
  const changed = draft !== null
  const [words, setWords] = useState<string | null>(null)
  const submit = useSubmit()
  const table = useRef<HTMLTableElement>(null)
  // 加了一行就把光标放进它的姓名格,接着打就行。
  const focusNew = useRef(false)
  useEffect(() => {
    if (!focusNew.current) return
    focusNew.current = false
    table.current?.querySelector<HTMLInputElement>('tbody tr:last-child .person-input input')?.focus()
  }, [rows.length])
  const options = detail.kind === 'party_group' ? GROUP_POSTS : UNIT_POSTS
  const suggestFrom = detail.kind === 'party_group' ? detail.parentId : detail.id

  const edit = (key: string, patch: Partial<PostDraft>): void => {
    setDraft(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
    setWords(null)
  }
  const add = (): void => {
    const taken = new Set(rows.map((row) => row.post))
    const post = options.find((option) => !taken.has(option.value))?.value ?? options.at(-1)?.value ?? 'other_member'
    setDraft([...rows, { key: crypto.randomUUID(), id: null, memberId: null, name: '', post, duty: '', manner: '', document: '', fromDay: detail.termFrom ?? today }])
    focusNew.current = true
  }
  const remove = (key: string): void => setDraft(rows.filter((row) => row.key !== key))
  const undo = (): void => {
    setDraft(null)
    setWords(null)
    submit.clear()
  }
  const save = (): void => {
    if (stopAtUnreadableDate(table.current)) return
    const posts = rows.flatMap(({ key: _key, fromDay, name, ...row }) => (fromDay === null ? [] : [{ ...row, name: name.trim(), fromDay }]))
    if (rows.some((row) => row.name.trim() === '')) return setWords(text.nameMissing)
    if (posts.length < rows.length) return setWords(text.dayMissing)
    void submit.run(
      () => api.organisations.savePosts({ id: detail.id, rev: kept.rev, posts }),
      () => {
        setDraft(null)
        message.success(text.saved)
      },
    )
  }
  return (
    <Card title={text.title(detail.hasCommittee, detail.kind)} extra={<span className="meta">{changed && text.leaveNote}</span>}>
      {submit.failure !== null && <ErrorNote failure={submit.failure} />}
      {rows.length === 0 ? (
        <p className="meta">{text.none}</p>
      ) : (
        <table className="plain-table posts-table" ref={table}>
          <thead>
            <tr>
              <th scope="col">{text.columns.post}</th>
              <th scope="col">{text.columns.name}</th>
              <th scope="col">{text.columns.duty}</th>
              <th scope="col">{text.columns.manner}</th>
              <th scope="col">{text.columns.document}</th>
              <th scope="col">{text.columns.fromDay}</th>
              <th scope="col">{text.columns.action}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <td>
                  <Select className="full-width" aria-label={text.rowLabel(index + 1, text.columns.post)} value={row.post} options={options} onChange={(post: PartyPostCode) => edit(row.key, { post })} />
                </td>
                <td>
                  <PersonInput
                    aria-label={text.rowLabel(index + 1, text.columns.name)}
                    branchId={suggestFrom}
                    value={row.name}
                    onChange={(name) => edit(row.key, { name, memberId: null })}
                    onPick={({ memberId, name }) => edit(row.key, { name, memberId })}
                  />
                </td>
                <td>
                  <Input aria-label={text.rowLabel(index + 1, text.columns.duty)} value={row.duty} maxLength={60} onChange={(event) => edit(row.key, { duty: event.target.value })} />
                </td>
                <td>
                  <Select className="full-width" aria-label={text.rowLabel(index + 1, text.columns.manner)} value={row.manner} options={MANNERS} onChange={(manner: PostManner) => edit(row.key, { manner })} />
                </td>
                <td>
                  <Input aria-label={text.rowLabel(index + 1, text.columns.document)} value={row.document} maxLength={60} onChange={(event) => edit(row.key, { document: event.target.value })} />
                </td>
                <td>
                  <DateField aria-label={text.rowLabel(index + 1, text.columns.fromDay)} value={row.fromDay} onChange={(fromDay) => edit(row.key, { fromDay })} />
                </td>
                <td>
                  <Button className="button-danger" icon={<Icon name="bin" />} onClick={() => remove(row.key)} aria-label={row.name === '' ? text.removeUnnamed : text.remove(row.name)}>
                    {text.removeShort}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {words !== null && (
        <p className="field-error" role="alert">
          {words}
        </p>
      )}
      <div className="organisation-actions">
        <Button icon={<Icon name="plus" />} onClick={add}>
          {text.add}
        </Button>
        {changed && (
          <>
            <Button type="primary" onClick={save} loading={submit.busy}>
              {text.save}
            </Button>
            <Button onClick={undo}>{text.undo}</Button>
          </>
        )}
      </div>
    </Card>
  )
}
