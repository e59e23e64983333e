import { App, Button } from 'antd'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { contract } from '../../../shared/contract/index.ts'
import { describeError } from '../../../shared/i18n/zh-CN/errors.ts'
import { monthAgendaText as text } from '../../../shared/i18n/zh-CN/month-agenda.ts'
import { addMonths, daysBetween } from '../../../shared/util/day-arithmetic.ts'
import { Card } from '../../components/card.tsx'
import { EmptyNote } from '../../components/empty-note.tsx'
import { isImeKey } from '../../components/ime.ts'
import { ListActions, type OutputColumn } from '../../components/list-actions.tsx'
import { Page } from '../../components/page.tsx'
import { PeriodSwitch } from '../../components/period-switch.tsx'
import { QueryView } from '../../components/query-view.tsx'
import { StateTag, type StateTone } from '../../components/state-tag.tsx'
import { api } from '../../platform/api.ts'
import { useNavigation } from '../../platform/navigation.ts'
import { mayCall, useSession } from '../../platform/session.ts'
import { useQuery } from '../../platform/use-query.ts'
import { useWorkingBranch } from '../../platform/use-working-branch.ts'
import { agendaItems, moveDay, weeksOf, type AgendaItem, type AgendaKind } from './agenda-items.ts'
import './month-agenda.css'

const TONES: Record<AgendaKind, StateTone> = { due: 'todo', overdue: 'overdue', done: 'done', draft: 'doing', held: 'done', planned: 'doing', plan: 'todo', follow_up: 'warning', birthday: 'not_applicable', term: 'warning', exemption: 'not_applicable', unlock: 'locked' }
const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
const SHOWN = 2
const MOST_MEMBERS = 500
const OUTPUT: readonly OutputColumn<AgendaItem>[] = [
  { label: text.columns.day, kind: 'date', width: 12, value: (item) => item.day },
  { label: text.columns.kind, width: 10, value: (item) => text.kinds[item.kind] },
  { label: text.columns.text, width: 60, value: (item) => item.text },
]

/** 一个支部一个月要办的、办过的,都在一张日历上;点一天看那天的事。 */
export const MonthAgendaScreen = () => {
  const today = useSession((session) => session.today)
  const session = useSession((state) => state.session)
  const go = useNavigation((navigation) => navigation.go)
  const branchId = useWorkingBranch(undefined)
  const { message } = App.useApp()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, setChosen] = useState<string | null>(null)
  const [active, setActive] = useState(today)
  const body = useRef<HTMLTableSectionElement>(null)
  const year = Number(month.slice(0, 4))
  const of = <T,>(input: T): T | null => (branchId === null ? null : input)
  const overview = useQuery(api.meetings.yearOverview, of({ branchId: branchId ?? '', year }), ['meetings.changed', 'organisations.changed', 'norms.changed', 'normDecisions.changed', 'registers.changed'])
  const meetings = useQuery(api.meetings.list, of({ branchId: branchId ?? '', year, meetingType: null }), ['meetings.changed'])
  const followUps = useQuery(api.followUps.list, of({ organisationId: branchId, state: 'open' as const, year: null }), ['followUps.changed', 'meetings.changed'])
  const members = useQuery(api.members.list, of({ organisationId: branchId, search: '', memberType: null, offset: 0, limit: MOST_MEMBERS }), ['members.changed'])
  const terms = useQuery(api.terms.timeline, of({ organisationId: branchId }), ['organisations.changed', 'norms.changed'])
  const decisions = useQuery(api.normDecisions.list, of({ organisationId: branchId, year }), ['normDecisions.changed'])
  const yearPlan = useQuery(api.registers.list, of({ definitionKey: 'year_plan', organisationId: branchId, year }), ['registers.changed', 'meetings.changed'])
  const monthlyPlan = useQuery(api.registers.list, of({ definitionKey: 'monthly_plan', organisationId: branchId, year }), ['registers.changed'])
  const items = useMemo(
    () =>
      agendaItems({
        month,
        today,
        norms: overview.data?.norms ?? [],
        meetings: meetings.data?.rows ?? [],
        followUps: followUps.data?.rows ?? [],
        members: members.data?.rows ?? [],
        term: terms.data?.lines.find((line) => line.organisationId === branchId),
        decisions: decisions.data?.rows ?? [],
        plans: [...(yearPlan.data?.rows ?? []), ...(monthlyPlan.data?.rows ?? [])],
      }),
    [month, today, branchId, overview.data, meetings.data, followUps.data, members.data, terms.data, decisions.data, yearPlan.data, monthlyPlan.data],
  )
  const byDay = useMemo(() => Map.groupBy(items, ({ day }) => day), [items])
  const reminderDays = overview.data?.reminderDays ?? 0
  const stop = active.startsWith(month) ? active : `${month}-01`
  const listed = chosen === null ? items : (byDay.get(chosen) ?? [])
  const turn = (months: number): void => {
    setMonth(addMonths(month, months))
    setChosen(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isImeKey(event) || !KEYS.has(event.key)) return
    event.preventDefault()
    const next = moveDay(stop, event.key)
    setActive(next)
    body.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  const record = async ({ record: wanted, day }: AgendaItem): Promise<void> => {
    if (branchId === null || wanted === undefined) return
    const made = await api.meetings.create({ branchId, ...wanted, day: day < today ? day : today.startsWith(month) ? today : `${month}-01` })
    if (made.ok) go({ screen: 'meeting', meetingId: made.value.id })
    else void message.error(describeError(made.error.code, made.error.data).cause)
  }
  const mayRecord = mayCall(session, contract.meetings.create)
  /** 还没办的,几天之内到期就写明(规则和数字里定几天)。 */
  const soon = ({ kind, day }: AgendaItem): number | null => {
    const days = daysBetween(today, day)
    return (kind === 'due' || kind === 'plan' || kind === 'follow_up') && days >= 0 && days <= reminderDays ? days : null
  }
  const action = (item: AgendaItem) => {
    const { meetingId } = item
    if (meetingId !== undefined) return <Button onClick={() => go({ screen: 'meeting', meetingId })}>{text.open}</Button>
    if (item.record !== undefined && mayRecord) return <Button onClick={() => void record(item)}>{item.kind === 'plan' ? text.recordPlan : text.record}</Button>
    if (item.register !== undefined) return <Button onClick={() => go({ screen: 'registers', register: item.register ?? '', ...(branchId === null ? {} : { branchId }) })}>{text.registers}</Button>
    return item.kind === 'follow_up' ? <Button onClick={() => go({ screen: 'follow-ups' })}>{text.followUps}</Button> : null
  }
  const branchName = overview.data?.branchName ?? ''
  return (
    <Page
      title={text.title}
      note={branchName}
      section={{ group: 'handbook', current: 'month-agenda' }}
      state={<PeriodSwitch label={text.monthLabel} current={text.month(month)} previous={text.previous} next={text.next} onStep={turn} />}
      actions={branchId !== null && <ListActions list="month-agenda" title={`${text.note(branchName, month)}${text.title}`} organisationId={branchId} columns={OUTPUT} rows={items} personal />}
    >
      {branchId === null ? (
        <EmptyNote sentence={text.noBranch} />
      ) : (
        <QueryView query={overview}>
          {() => (
            <>
              <table className="agenda-month">
                <caption className="visually-hidden">{text.grid}</caption>
                <thead>
                  <tr>
                    {text.weekdays.map((weekday) => (
                      <th key={weekday} scope="col">
                        {weekday}
                      </th>
                    ))}
                  </tr>
                </thead>
                {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- 方向键由各天的按钮冒泡上来 */}
                <tbody ref={body} onKeyDown={onKeyDown}>
                  {weeksOf(month).map((week, index) => (
                    // oxlint-disable-next-line react/no-array-index-key -- 一个月的各周,次序不变
                    <tr key={index}>
                      {week.map((day, place) =>
                        day === null ? (
                          // oxlint-disable-next-line react/no-array-index-key -- 补的空格
                          <td key={place}>{'\u00a0'}</td>
                        ) : (
                          <td key={day}>
                            <button type="button" className="agenda-day" data-day={day} data-today={day === today ? '' : undefined} tabIndex={day === stop ? 0 : -1} aria-pressed={chosen === day} onFocus={() => setActive(day)} onClick={() => setChosen(chosen === day ? null : day)}>
                              <span className="agenda-date">
                                <span className="visually-hidden">{text.monthOf(day)}</span>
                                {day === today ? `${Number(day.slice(8))} ${text.today}` : Number(day.slice(8))}</span>
                              {(byDay.get(day) ?? []).slice(0, SHOWN).map((item) => (
                                <span key={item.key} className="agenda-line" data-kind={item.kind}>
                                  {text.kinds[item.kind]} {text.inCell(item.text)}
                                </span>
                              ))}
                              {(byDay.get(day)?.length ?? 0) > SHOWN && <span className="agenda-more">{text.more((byDay.get(day)?.length ?? 0) - SHOWN)}</span>}
                            </button>
                          </td>
                        ),
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
              <Card title={chosen === null ? text.all(listed.length) : text.chosen(chosen, listed.length)} extra={chosen === null ? <span className="meta">{text.hint}</span> : <Button onClick={() => setChosen(null)}>{text.wholeMonth}</Button>}>
                {listed.length === 0 && <p className="meta">{text.none}</p>}
                <ul className="agenda-list" aria-label={text.list}>
                  {listed.map((item) => {
                    const days = soon(item)
                    return (
                      <li key={item.key}>
                        <span className="agenda-list-day">{text.day(item.day)}</span>
                        <StateTag tone={TONES[item.kind]} word={text.kinds[item.kind]} />
                        <span>{item.text}</span>
                        {days !== null && <StateTag tone="warning" word={text.soon(days)} />}
                        {action(item)}
                      </li>
                    )
                  })}
                </ul>
              </Card>
            </>
          )}
        </QueryView>
      )}
    </Page>
  )
}
