import { Button, Input, Select } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { absenceReasons } from '../../../shared/data/code-tables/absence-reasons.ts'
import { attendanceStatuses } from '../../../shared/data/code-tables/attendance-statuses.ts'
import { nameOf, shortNameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingText } from '../../../shared/i18n/zh-CN/meeting.ts'
import type { AbsenceReason, AttendanceRow, Quorum } from '../../../shared/model/meeting.ts'
import { Card } from '../../components/card.tsx'
import { ConfirmButton } from '../../components/confirm-button.tsx'
import { isImeKey } from '../../components/ime.ts'
import { matchesPinyin } from '../../components/pinyin-match.ts'
import { StateTag } from '../../components/state-tag.tsx'
import { countAttendance } from '../../../shared/util/count-attendance.ts'
import { PasteNames } from './paste-names.tsx'
import { RuleNote } from './rule-note.tsx'
import { allPresent, lacksReason, liveQuorum, moveFocus, REASON_KEYS, STATUS_KEYS, withNextStatus, withReason, withStatus } from './attendance-logic.ts'

const text = meetingText.attendance
const TYPING_MILLISECONDS = 800

const Counts = ({ rows, quorum }: { readonly rows: readonly AttendanceRow[]; readonly quorum: Quorum }) => {
  const counts = countAttendance(rows)
  const live = liveQuorum(quorum, counts)
  const isCommittee = quorum.rule === 'committee'
  return (
    <p className="attendance-counts" role="status">
      <span>{text.counts(counts.due, counts.present, counts.absent, counts.onLeave)}</span>
      {quorum.rule !== 'none' && (
        <>
          <span>{isCommittee ? text.committee(counts.due, counts.present) : text.voting(counts.votingDue, counts.votingPresent)}</span>
          {live.reached ? <StateTag tone="done" word={isCommittee ? text.canHold : text.canVote} /> : <StateTag tone="warning" word={text.short(live.needed - live.present)} />}
          {!live.reached && <span className="meta">{text.shortWhy[quorum.rule]}</span>}
        </>
      )}
    </p>
  )
}

const Chips = ({ rows, disabled, onChange }: { readonly rows: readonly AttendanceRow[]; readonly disabled: boolean; readonly onChange: (rows: AttendanceRow[]) => void }) => {
  const frame = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const typed = useRef({ text: '', at: 0 })
  const stop = Math.min(active, rows.length - 1)
  const focus = (index: number): void => {
    setActive(index)
    frame.current?.querySelectorAll<HTMLElement>('button')[index]?.focus()
  }
  const columns = (): number => {
    const chips = [...(frame.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    return Math.max(1, chips.filter((chip) => chip.offsetTop === chips[0]?.offsetTop).length)
  }
  const jump = (letter: string): void => {
    const now = performance.now()
    typed.current = { text: (now - typed.current.at < TYPING_MILLISECONDS ? typed.current.text : '') + letter, at: now }
    const found = rows.findIndex((row) => matchesPinyin(row.name, typed.current.text))
    if (found >= 0) focus(found)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event) || event.ctrlKey || event.altKey || event.metaKey) return
    const moved = moveFocus(stop, event.key, rows.length, columns())
    const status = STATUS_KEYS[event.key]
    const reason = REASON_KEYS[event.key]
    const row = rows[stop]
    if (moved !== null) focus(moved)
    else if (status !== undefined && row !== undefined && !disabled) onChange(withStatus(rows, row.memberId, status))
    else if (reason !== undefined && row !== undefined && !disabled) onChange(withReason(rows, row.memberId, reason))
    else if (/^[a-z]$/i.test(event.key)) jump(event.key.toLowerCase())
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/interactive-supports-focus -- 按键由各人的按钮冒泡上来
    <div ref={frame} className="attendance-chips" role="group" aria-label={text.board} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <button
          key={row.memberId}
          type="button"
          className="attendance-chip"
          data-status={row.status}
          tabIndex={index === stop ? 0 : -1}
          aria-disabled={disabled}
          aria-label={text.chip(row.name, nameOf(attendanceStatuses, row.status), row.hasVote ? '' : text.noVoteSuffix)}
          onFocus={() => setActive(index)}
          onClick={() => {
            if (!disabled) onChange(withNextStatus(rows, row.memberId))
          }}
        >
          <span className="attendance-name">
            {row.name}
            {row.exclusion !== '' ? <span className="attendance-novote">{meetingText.exclusions.mark}</span> : !row.hasVote && <span className="attendance-novote">{text.noVote}</span>}
          </span>
          <span className="attendance-status">{shortNameOf(attendanceStatuses, row.status)}</span>
        </button>
      ))}
    </div>
  )
}

const Absences = ({ rows, disabled, onChange, onLeave }: { readonly rows: readonly AttendanceRow[]; readonly disabled: boolean; readonly onChange: (rows: AttendanceRow[]) => void; readonly onLeave: () => void }) => {
  const change = (memberId: string, patch: Partial<AttendanceRow>): void => onChange(rows.map((row) => (row.memberId === memberId ? { ...row, ...patch } : row)))
  const absent = rows.filter((row) => row.status !== 'present')
  if (absent.length === 0) return null
  return (
    <ul className="attendance-absences">
      {absent.map((row) => (
        <li key={row.memberId}>
          <span className="attendance-absent-name">
            {row.name} <span className="meta">{nameOf(attendanceStatuses, row.status)}</span>
          </span>
          <span data-missing-reason={lacksReason(row) ? '' : undefined}>
            <Select
              aria-label={text.reason(row.name)}
              value={row.reason === '' ? null : row.reason}
              placeholder={text.reasonPlaceholder}
              disabled={disabled}
              allowClear
              showSearch={{ filterOption: (typed, option) => option !== undefined && matchesPinyin(option.label, typed) }}
              options={absenceReasons.map(({ code, name }) => ({ value: code as AbsenceReason, label: name }))}
              onChange={(reason: AbsenceReason | null | undefined) => change(row.memberId, { reason: reason ?? '' })}
              style={{ width: 130 }}
            />
          </span>
          <Input aria-label={text.note(row.name)} value={row.reasonNote} placeholder={text.notePlaceholder} maxLength={60} disabled={disabled} onChange={(event) => change(row.memberId, { reasonNote: event.target.value })} onBlur={onLeave} />
        </li>
      ))}
    </ul>
  )
}

/** 到会情况:默认全到,只改没到的人;缺席的人下面写原因(会议记录必备)。 */
export const AttendanceBoard = ({
  rows,
  quorum,
  disabled,
  onChange,
  onLeave,
  onRefresh,
  children,
}: {
  readonly rows: readonly AttendanceRow[]
  readonly quorum: Quorum
  readonly disabled: boolean
  readonly onChange: (rows: AttendanceRow[]) => void
  readonly onLeave: () => void
  readonly onRefresh: () => void
  /** 名单下面另要的,如不计入应到的人。 */
  readonly children?: ReactNode
}) => (
  <Card
    title={text.title}
    extra={
      <>
        <RuleNote rule="attendance" />
        {!disabled && (
          <>
            <PasteNames rows={rows} onApply={onChange} />
            <ConfirmButton label={text.refresh} question={text.refreshQuestion} consequence={text.refreshConsequence} confirmLabel={text.refreshConfirm} keepLabel={text.refreshKeep} onConfirm={onRefresh} />
            <Button onClick={() => onChange(allPresent(rows))} disabled={rows.every((row) => row.status === 'present')}>
              {text.allPresent}
            </Button>
          </>
        )}
      </>
    }
  >
    <div data-field="attendance">
      <Counts rows={rows} quorum={quorum} />
      {rows.length === 0 ? <p className="meta">{text.empty}</p> : <Chips rows={rows} disabled={disabled} onChange={onChange} />}
      {!disabled && rows.length > 0 && <p className="meta">{text.hint}</p>}
      <Absences rows={rows} disabled={disabled} onChange={onChange} onLeave={onLeave} />
      {children}
    </div>
  </Card>
)
