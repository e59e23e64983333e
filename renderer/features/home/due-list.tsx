import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { normActivities } from '../../../shared/data/code-tables/norm-activities.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { homeText } from '../../../shared/i18n/zh-CN/home.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import type { NormActivity, NormRow } from '../../../shared/model/meeting.ts'
import { daysBetween } from '../../../shared/util/day-arithmetic.ts'
import { Card } from '../../components/card.tsx'
import { StateTag } from '../../components/state-tag.tsx'
import { dueItemsOf, termItemOf, type DueItem, type TermItem } from './due-items.ts'

interface DueListProps {
  readonly norms: readonly NormRow[]
  /** 这个支部的任期。 */
  readonly term: TermLine | undefined
  readonly recentCount: number
  readonly today: string
  /** 期限前几天提醒(规则和数字)。 */
  readonly reminderDays: number
  readonly onRecord: (activity: NormActivity, partyGroupId: string | null, day: string) => void
  readonly onOpen: (meetingId: string) => void
  readonly onAll: () => void
  readonly onTerm: () => void
}

const SHOWN = 10
const periodName = (period: string): string =>
  period.length === 4 ? homeText.wholeYear : period.includes('Q') ? homeText.quarter(Number(period.slice(-1))) : period.includes('H') ? homeText.half(Number(period.slice(-1))) : homeText.month(Number(period.slice(5)))

/** 一期写「10月」,几期写「1月至10月」。 */
const span = (item: DueItem): string => {
  const first = periodName(item.periods[0].period)
  const last = item.periods.at(-1)
  return last === undefined || item.periods.length === 1 ? first : homeText.span(first, periodName(last.period))
}
const State = ({ item, today, soonDays }: { readonly item: DueItem; readonly today: string; readonly soonDays: number }) => {
  const days = daysBetween(today, item.periods[0].dueDay)
  if (item.overdue) return <StateTag tone="overdue" word={item.periods.length > 1 ? homeText.behind(item.periods.length) : homeText.daysOver(-days)} />
  if (item.draftId !== null) return <StateTag tone="doing" word={homeText.draft} />
  return <StateTag tone={days <= soonDays ? 'warning' : 'todo'} word={homeText.daysLeft(days)} />
}

/** 上下键在各行的按钮之间走。 */
const moveBetweenButtons = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const buttons = [...(event.currentTarget.closest('tbody')?.querySelectorAll('button') ?? [])]
  const next = buttons[buttons.findIndex((button) => button === event.currentTarget) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

const Row = ({ item, today, soonDays, onRecord, onOpen }: { readonly item: DueItem; readonly today: string; readonly soonDays: number } & Pick<DueListProps, 'onRecord' | 'onOpen'>) => {
  const { norm, draftId } = item
  return (
    <tr>
      <td>{homeText.matter(nameOf(normActivities, norm.activity), span(item), norm.partyGroupName)}</td>
      <td className="home-basis" title={homeText.basisFull}>
        {homeText.basis[norm.rule]}
      </td>
      <td>{item.periods[0].dueDay.slice(5)}</td>
      <td>
        <State item={item} today={today} soonDays={soonDays} />
      </td>
      <td>
        <Button onKeyDown={moveBetweenButtons} onClick={() => (draftId === null ? onRecord(norm.activity, norm.partyGroupId, item.recordDay) : onOpen(draftId))}>
          {draftId !== null ? homeText.continueDraft : norm.activity === 'heart_talk' ? handbookText.norms.register : homeText.record}
        </Button>
      </td>
    </tr>
  )
}

const TermRow = ({ item, today, onTerm }: { readonly item: TermItem; readonly today: string; readonly onTerm: () => void }) => {
  const days = daysBetween(today, item.day)
  const text = leadingGroupsText.home
  return (
    <tr>
      <td>{text.matter[item.what]}</td>
      <td className="home-basis" title={homeText.basisFull}>
        {text.basis}
      </td>
      <td>{item.what === 'irregular' ? '' : item.day}</td>
      <td>{item.overdue ? <StateTag tone="overdue" word={homeText.daysOver(-days)} /> : <StateTag tone="warning" word={item.what === 'irregular' ? text.matter.irregular : homeText.daysLeft(days)} />}</td>
      <td>
        <Button onKeyDown={moveBetweenButtons} onClick={onTerm}>
          {text.action}
        </Button>
      </td>
    </tr>
  )
}

export const DueList = ({ norms, term, recentCount, today, reminderDays, onRecord, onOpen, onAll, onTerm }: DueListProps) => {
  const items = dueItemsOf(norms, today, recentCount === 0, reminderDays)
  const termItem = termItemOf(term, today)
  const count = items.length + (termItem === null ? 0 : 1)
  const overdue = items.filter((item) => item.overdue).length + (termItem?.overdue === true ? 1 : 0)
  return (
    <Card title={count === 0 ? homeText.dueNone : homeText.due(count, overdue)}>
      {count === 0 && (
        <p>
          <StateTag tone="done" word={homeText.allDone} />
        </p>
      )}
      {recentCount === 0 && items.length > 0 && <p className="meta">{homeText.firstMeeting}</p>}
      {count > 0 && (
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
          <tbody>
            {termItem !== null && <TermRow item={termItem} today={today} onTerm={onTerm} />}
            {items.slice(0, SHOWN).map((item) => (
              <Row key={`${item.norm.rule} ${item.norm.partyGroupId ?? ''} ${item.periods[0].period}`} item={item} today={today} soonDays={reminderDays} onRecord={onRecord} onOpen={onOpen} />
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
