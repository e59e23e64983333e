import { Button, Checkbox, Select } from 'antd'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { TermFields } from '../../../shared/model/leading-group.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { Icon } from '../../components/icon.tsx'
import { PersonInput } from '../../components/person-input.tsx'
import { CountInput } from './count-input.tsx'

const text = leadingGroupsText.dialog
const POSTS = partyPosts.filter(({ code }) => code !== 'group_leader').map(({ code, name }) => ({ value: code, label: name }))
const WITH_NONE = [{ value: '', label: text.noPost }, ...POSTS]

interface RowsProps<T> {
  readonly rows: readonly T[]
  readonly onChange: (rows: T[]) => void
}
const patched = <T,>(rows: readonly T[], index: number, patch: Partial<T>): T[] => rows.map((row, at) => (at === index ? { ...row, ...patch } : row))
const without = <T,>(rows: readonly T[], index: number): T[] => rows.filter((_row, at) => at !== index)

const RemoveButton = ({ row, onClick }: { readonly row: number; readonly onClick: () => void }) => (
  <Button className="button-danger" icon={<Icon name="bin" />} aria-label={text.removeRow(row)} onClick={onClick}>
    {text.remove}
  </Button>
)

/** 候选人和得票。 */
export const CandidateRows = ({ rows, onChange, branchId }: RowsProps<TermFields['candidates'][number]> & { readonly branchId: string }) => (
  <>
    {rows.length > 0 && (
      <table className="plain-table term-rows">
        <thead>
          <tr>
            <th scope="col">{text.candidateName}</th>
            <th scope="col">{text.candidatePost}</th>
            <th scope="col">{text.candidateVotes}</th>
            <th scope="col">{text.candidateElected}</th>
            <th scope="col">{text.remove}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>
                <PersonInput aria-label={text.rowLabel(index + 1, text.candidateName)} branchId={branchId} value={row.name} onChange={(name) => onChange(patched(rows, index, { name }))} />
              </td>
              <td>
                <Select className="full-width" aria-label={text.rowLabel(index + 1, text.candidatePost)} value={row.post} options={WITH_NONE} onChange={(post: PartyPostCode | '') => onChange(patched(rows, index, { post }))} />
              </td>
              <td>
                <CountInput aria-label={text.rowLabel(index + 1, text.candidateVotes)} value={row.votes} onChange={(votes) => onChange(patched(rows, index, { votes }))} />
              </td>
              <td>
                <Checkbox aria-label={text.rowLabel(index + 1, text.candidateElected)} checked={row.elected} onChange={(event) => onChange(patched(rows, index, { elected: event.target.checked }))} />
              </td>
              <td>
                <RemoveButton row={index + 1} onClick={() => onChange(without(rows, index))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, { name: '', post: '', votes: null, elected: true }])}>
      {text.addCandidate}
    </Button>
  </>
)

/** 这一届的职数。 */
export const SeatRows = ({ rows, onChange }: RowsProps<TermFields['seats'][number]>) => (
  <>
    {rows.length > 0 && (
      <table className="plain-table term-rows">
        <thead>
          <tr>
            <th scope="col">{text.seatPost}</th>
            <th scope="col">{text.seatCount}</th>
            <th scope="col">{text.remove}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td>
                <Select className="full-width" aria-label={text.rowLabel(index + 1, text.seatPost)} value={row.post} options={POSTS} onChange={(post: PartyPostCode) => onChange(patched(rows, index, { post }))} />
              </td>
              <td>
                <CountInput aria-label={text.rowLabel(index + 1, text.seatCount)} value={row.count} onChange={(count) => onChange(patched(rows, index, { count: Math.min(Math.max(count ?? 1, 1), 31) }))} />
              </td>
              <td>
                <RemoveButton row={index + 1} onClick={() => onChange(without(rows, index))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <Button icon={<Icon name="plus" />} onClick={() => onChange([...rows, { post: POSTS.find(({ value }) => !rows.some((row) => row.post === value))?.value ?? 'other_member', count: 1 }])}>
      {text.addSeat}
    </Button>
  </>
)
