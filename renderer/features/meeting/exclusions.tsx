import { Button, Input, Select } from 'antd'
import { exclusionGrounds } from '../../../shared/data/code-tables/meeting-parts.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { AttendanceRow } from '../../../shared/model/meeting.ts'
import type { ExclusionGround } from '../../../shared/model/meeting-parts.ts'
import { matchesPinyin } from '../../components/pinyin-match.ts'

const text = meetingText.exclusions

/** 不计入应到有表决权人数的人:情形与依据;加一人从有表决权的人里选。 */
export const Exclusions = ({ rows, disabled, onChange, onLeave }: { readonly rows: readonly AttendanceRow[]; readonly disabled: boolean; readonly onChange: (rows: AttendanceRow[]) => void; readonly onLeave: () => void }) => {
  const excluded = rows.filter(({ exclusion }) => exclusion !== '')
  const change = (memberId: string, patch: Partial<AttendanceRow>): void => onChange(rows.map((row) => (row.memberId === memberId ? { ...row, ...patch } : row)))
  if (disabled && excluded.length === 0) return null
  return (
    <div className="exclusions">
      {excluded.length > 0 && <h3 className="meeting-label">{text.title}</h3>}
      {excluded.map((row) => (
        <div key={row.memberId} className="exclusion-row">
          <span>{row.name}</span>
          <Select aria-label={text.ground(row.name)} value={row.exclusion as Exclude<ExclusionGround, ''>} disabled={disabled} options={exclusionGrounds.map(({ code, name }) => ({ value: code, label: name }))} onChange={(exclusion) => change(row.memberId, { exclusion })} onBlur={onLeave} popupMatchSelectWidth={false} />
          <Input aria-label={text.note(row.name)} placeholder={text.notePlaceholder} value={row.exclusionNote} maxLength={120} disabled={disabled} onChange={(event) => change(row.memberId, { exclusionNote: event.target.value })} onBlur={onLeave} />
          {!disabled && (
            <Button
              onClick={() => {
                change(row.memberId, { exclusion: '', exclusionNote: '', hasVote: true })
                onLeave()
              }}
              aria-label={text.remove(row.name)}
            >
              {meetingText.exclusions.restore}
            </Button>
          )}
        </div>
      ))}
      {!disabled && (
        <Select
          aria-label={text.add}
          className="exclusion-add"
          value={null}
          placeholder={text.add}
          showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
          options={rows.filter(({ hasVote, exclusion }) => hasVote && exclusion === '').map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={(memberId: string) => change(memberId, { exclusion: 'bedridden', hasVote: false })}
        />
      )}
    </div>
  )
}
