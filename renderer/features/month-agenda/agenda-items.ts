import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { meetingTypes } from '../../../shared/data/code-tables/meeting-types.ts'
import { handbookText } from '../../../shared/i18n/zh-CN/handbook.ts'
import { leadingGroupsText } from '../../../shared/i18n/zh-CN/leading-groups.ts'
import { monthAgendaText as text } from '../../../shared/i18n/zh-CN/month-agenda.ts'
import type { FollowUp } from '../../../shared/model/follow-up.ts'
import type { TermLine } from '../../../shared/model/leading-group.ts'
import type { MeetingRow, MeetingType, NormRow } from '../../../shared/model/meeting.ts'
import type { RegisterEntry } from '../../../shared/model/register.ts'
import type { NormDecisionRow } from '../../../shared/model/norm-decision.ts'
import { planProgress } from '../../../shared/util/plan-progress.ts'
import { addDays, addMonths, weekdayOf } from '../../../shared/util/day-arithmetic.ts'
import { activityName } from '../../components/norm-cells.ts'

export type AgendaKind = keyof typeof text.kinds
export interface AgendaItem {
  readonly key: string
  readonly day: string
  readonly kind: AgendaKind
  readonly text: string
  /** 打开这份记录。 */
  readonly meetingId?: string
  /** 照它新建一份。 */
  readonly record?: { readonly meetingType: MeetingType; readonly partyGroupId: string | null; readonly planEntryId?: string }
  /** 计划里的一条:去那一本登记簿。 */
  readonly register?: string
}
export interface AgendaSources {
  readonly month: string
  readonly today: string
  readonly norms: readonly NormRow[]
  readonly meetings: readonly MeetingRow[]
  readonly followUps: readonly FollowUp[]
  readonly members: readonly { readonly id: string; readonly name: string; readonly joinedOn: string | null }[]
  readonly term: TermLine | undefined
  readonly decisions: readonly NormDecisionRow[]
  /** 年度计划、月度安排里的各条。 */
  readonly plans: readonly RegisterEntry[]
}

const lastDayOf = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1)
/** 入党纪念日:二月二十九日的平年记在二十八日(domain 2.4);只到月的记在一日。 */
export const anniversaryIn = (joinedOn: string, month: string): string | null => {
  if (joinedOn.slice(5, 7) !== month.slice(5) || joinedOn.slice(0, 4) >= month.slice(0, 4)) return null
  const day = `${month}-${joinedOn.length === 10 ? joinedOn.slice(8) : '01'}`
  const last = lastDayOf(month)
  return day > last ? last : day
}

const dueItems = ({ norms, month }: AgendaSources): AgendaItem[] =>
  norms.flatMap((row) =>
    row.periods
      .filter(({ dueDay, state }) => dueDay.startsWith(month) && state !== 'not_required' && state !== 'exempt')
      .map((period): AgendaItem => {
        const name = activityName(row)
        const word = handbookText.norms.period(period.period)
        const head = { key: `due ${row.rule} ${row.partyGroupId ?? ''} ${period.period}`, day: period.dueDay }
        if (period.state === 'done') return { ...head, kind: 'done', text: text.dueDone(name, word), ...(period.meetingIds[0] === undefined ? {} : { meetingId: period.meetingIds[0] }) }
        const draftId = period.drafts > 0 ? period.meetingIds.at(-1) : undefined
        return { ...head, kind: period.state === 'overdue' ? 'overdue' : 'due', text: text.due(name, word), ...(row.activity === 'heart_talk' ? { register: 'talks' } : draftId === undefined ? { record: { meetingType: row.activity, partyGroupId: row.partyGroupId } } : { meetingId: draftId }) }
      }),
  )

/** 计划里没办完的;写明了对应哪类活动的,按它开始记录,开始了的打开那份草稿。 */
const planItems = ({ plans, month }: AgendaSources): AgendaItem[] =>
  plans.flatMap((entry): AgendaItem[] => {
    const { owner, activity } = entry.values
    const progress = planProgress(entry)
    if (!entry.day.startsWith(month) || progress === 'done') return []
    const meetingType = meetingTypes.find(({ code }) => code === activity)?.code
    const people = Array.isArray(owner) ? owner.map(({ name }) => name).join('、') : ''
    const meetingId = entry.meetings.at(-1)?.meetingId
    return [
      {
        key: `plan ${entry.id}`,
        day: entry.day,
        kind: 'plan',
        text: text.plan(entry.title, people),
        register: entry.definitionKey,
        ...(meetingId !== undefined ? { meetingId } : meetingType === undefined ? {} : { record: { meetingType, partyGroupId: null, planEntryId: entry.id } }),
      },
    ]
  })

/** 一个支部一个月的全部事项,按日子排;同一天里要紧的在前。 */
export const agendaItems = (sources: AgendaSources): AgendaItem[] => {
  const { month, today, meetings, followUps, members, term, decisions } = sources
  const first = `${month}-01`
  const items: AgendaItem[] = [
    ...dueItems(sources),
    ...planItems(sources),
    ...meetings
      .filter(({ startAt, state }) => startAt.startsWith(month) && state !== 'voided')
      .map((meeting): AgendaItem => ({ key: `meeting ${meeting.id}`, day: meeting.startAt.slice(0, 10), kind: meeting.startAt.slice(0, 10) > today ? 'planned' : meeting.state === 'draft' || meeting.state === 'returned' ? 'draft' : 'held', text: meeting.title, meetingId: meeting.id })),
    ...followUps.flatMap((row): AgendaItem[] => {
      const day = row.extendedTo ?? row.dueOn
      return row.state === 'open' && day?.startsWith(month) === true ? [{ key: `follow ${row.id}`, day, kind: 'follow_up', text: text.followUp(row.text, row.owner) }] : []
    }),
    ...members.flatMap(({ id, name, joinedOn }): AgendaItem[] => {
      const day = joinedOn === null ? null : anniversaryIn(joinedOn, month)
      return day === null || joinedOn === null ? [] : [{ key: `birthday ${id}`, day, kind: 'birthday', text: text.birthday(name, Number(month.slice(0, 4)) - Number(joinedOn.slice(0, 4))) }]
    }),
    ...(term?.steps ?? []).filter(({ day, recorded }) => day.startsWith(month) && !recorded).map(({ stage, day }): AgendaItem => ({ key: `term ${stage}`, day, kind: 'term', text: leadingGroupsText.home.matter[stage] })),
    ...decisions.flatMap((row): AgendaItem[] => {
      if (row.withdrawnOn !== null) return []
      const activity = row.activity === '' ? text.everyActivity : nameOf(meetingTypes, row.activity)
      if (row.kind === 'exemption') return row.fromMonth <= month && month <= row.toMonth ? [{ key: row.id, day: first, kind: 'exemption', text: text.exemption(activity, row.reason) }] : []
      return row.untilDay?.startsWith(month) === true ? [{ key: row.id, day: row.untilDay, kind: 'unlock', text: text.unlock(row.fromMonth, row.toMonth) }] : []
    }),
  ]
  const kinds = Object.keys(text.kinds)
  const place = ({ kind }: AgendaItem): number => (kind === 'overdue' ? -1 : kinds.indexOf(kind))
  return items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : place(a) - place(b)))
}

/** 一个月的格子,周一在前;补空格到整周。 */
export const weeksOf = (month: string): readonly (readonly (string | null)[])[] => {
  const cells: (string | null)[] = Array.from({ length: (weekdayOf(`${month}-01`) + 6) % 7 }, () => null)
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) cells.push(day)
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => Array.from({ length: 7 }, (_unused, index) => cells[week * 7 + index] ?? null))
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
/** 方向键之后停在哪一天,不出这个月。 */
export const moveDay = (day: string, key: string): string => {
  const month = day.slice(0, 7)
  if (key === 'Home') return `${month}-01`
  if (key === 'End') return lastDayOf(month)
  const next = addDays(day, STEPS[key] ?? 0)
  return next.startsWith(month) ? next : day
}
