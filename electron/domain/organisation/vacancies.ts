import type { TermFields, Vacancy } from '../../../shared/model/leading-group.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'

export interface HeldPost {
  readonly post: PartyPostCode
  readonly fromDay: string
  readonly toDay: string | null
}

const holdsOn = ({ fromDay, toDay }: HeldPost, day: string): boolean => fromDay <= day && (toDay === null || toDay > day)

/**
 * 本届空着的职:定了职数的按职数,没定的看书记和本届有人任过的职。
 *
 * 自哪天起空:最后一个离任的那天;从没有人任过的,自本届起始日。
 */
export const vacanciesOf = (term: Pick<TermFields, 'fromDay' | 'seats'>, posts: readonly HeldPost[], today: string): Vacancy[] => {
  const within = posts.filter(({ post, toDay }) => post !== 'group_leader' && (toDay === null || toDay > term.fromDay))
  const seats = term.seats.length > 0 ? term.seats : [...new Set<PartyPostCode>(['secretary', ...within.map(({ post }) => post)])].map((post) => ({ post, count: 1 }))
  return seats.flatMap(({ post, count }): Vacancy[] => {
    const held = within.filter((entry) => entry.post === post)
    const missing = count - held.filter((entry) => holdsOn(entry, today)).length
    if (missing <= 0) return []
    const left = held.flatMap(({ toDay }) => (toDay !== null && toDay <= today ? [toDay] : [])).sort()
    return [{ post, since: left.at(-1) ?? term.fromDay, count: missing }]
  })
}
