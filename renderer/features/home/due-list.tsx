import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import type { MeetingType, NormRow } from '../../../shared/model/meeting.ts'
import { daysBetween } from '../../../shared/util/day-arithmetic.ts'
import { Card } from '../../components/card.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { dueItemsOf, type DueItem } from './due-items.ts'

interface DueListProps {
  readonly norms: readonly NormRow[]
  readonly recentCount: number
  readonly today: string
  readonly onRecord: (type: MeetingType, partyGroupId: string | null, day: string) => void
  readonly onOpen: (meetingId: string) => void
  readonly onAll: () => void
}

const SHOWN = 10
const periodName = (period: string): string => (period.includes('Q') ? homeText.quarter(Number(period.slice(-1))) : homeText.month(Number(period.slice(5))))

const Row = ({ item, today, onRecord, onOpen }: { readonly item: DueItem; readonly today: string } & Pick<DueListProps, 'onRecord' | 'onOpen'>) => {
  const { norm, period } = item
  const days = daysBetween(today, period.dueDay)
  const draft = period.drafts > 0 ? period.meetingIds.at(-1) : undefined
  return (
    <tr>
      <td>{homeText.matter(nameOf(meetingTypes, norm.meetingType), periodName(period.period), norm.partyGroupName)}</td>
      <td className="home-basis" title={homeText.basisFull}>
        {homeText.basis[norm.rule]}
      </td>
      <td>{period.dueDay.slice(5)}</td>
      <td>
        {days < 0 ? <StateTag tone="overdue" word={homeText.daysOver(-days)} /> : <StateTag tone={draft === undefined ? (days <= 5 ? 'warning' : 'todo') : 'doing'} word={draft === undefined ? homeText.daysLeft(days) : homeText.draft} />}
      </td>
      <td>
        {draft === undefined ? (
          <Button onClick={() => onRecord(norm.meetingType, norm.partyGroupId, item.recordDay)}>{homeText.record}</Button>
        ) : (
          <Button onClick={() => onOpen(draft)}>{homeText.continueDraft}</Button>
        )}
      </td>
    </tr>
  )
}

/** 上下键在各行的按钮之间走。 */
const moveBetweenButtons = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

export const DueList = ({ norms, recentCount, today, onRecord, onOpen, onAll }: DueListProps) => {
  const items = dueItemsOf(norms, today)
  const overdue = items.filter((item) => item.period.state === 'overdue').length
  return (
    <Card title={items.length === 0 ? homeText.dueNone : homeText.due(items.length, overdue)}>
      {items.length === 0 && (
        <p>
          <StateTag tone="done" word={homeText.allDone} />
        </p>
      )}
      {recentCount === 0 && items.length > 0 && <p className="meta">{homeText.firstMeeting}</p>}
      {items.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{homeText.columns.matter}</th>
              <th scope="col">{homeText.columns.basis}</th>
              <th scope="col">{homeText.columns.deadline}</th>
              <th scope="col">{homeText.columns.state}</th>
              <th scope="col">{homeText.columns.action}</th>
            </tr>
          </thead>
          <tbody onKeyDown={moveBetweenButtons}>
            {items.slice(0, SHOWN).map((item) => (
              <Row key={`${item.norm.rule} ${item.norm.partyGroupId ?? ''} ${item.period.period}`} item={item} today={today} onRecord={onRecord} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
      {items.length > SHOWN && (
        <Button type="link" onClick={onAll}>
          {homeText.more(items.length - SHOWN)}
        </Button>
      )}
    </Card>
  )
}
