import { expect, it } from 'vitest'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { vacanciesOf, type HeldPost } from './vacancies.ts'

const held = (post: PartyPostCode, fromDay: string, toDay: string | null = null): HeldPost => ({ post, fromDay, toDay })
const term = (seats: readonly { readonly post: PartyPostCode; readonly count: number }[] = []) => ({ fromDay: '2024-03-01', seats: [...seats] })

it.each<[string, ReturnType<typeof term>, HeldPost[], string[]]>([
  ['书记从没有人任过:自本届起始日空', term(), [], ['secretary 2024-03-01 1']],
  ['书记在任', term(), [held('secretary', '2024-03-01')], []],
  ['书记离任:自离任那天空', term(), [held('secretary', '2024-03-01', '2026-05-06')], ['secretary 2026-05-06 1']],
  ['离任后有人接任', term(), [held('secretary', '2024-03-01', '2026-05-06'), held('secretary', '2026-06-01')], []],
  ['没定职数的,本届有人任过才算', term(), [held('secretary', '2024-03-01'), held('publicity_member', '2024-03-01', '2025-01-01')], ['publicity_member 2025-01-01 1']],
  ['上一届就离任的不算', term(), [held('secretary', '2024-03-01'), held('youth_member', '2021-03-01', '2024-03-01')], []],
  ['定了两名副书记,只有一名', term([{ post: 'deputy_secretary', count: 2 }]), [held('deputy_secretary', '2024-03-01')], ['deputy_secretary 2024-03-01 1']],
  ['定了三名委员,一名离任', term([{ post: 'other_member', count: 3 }]), [held('other_member', '2024-03-01'), held('other_member', '2024-03-01'), held('other_member', '2024-03-01', '2026-01-08')], ['other_member 2026-01-08 1']],
  ['离任日在今天之后的还在任', term(), [held('secretary', '2024-03-01', '2026-12-01')], []],
  ['还没到任的不算在任', term(), [held('secretary', '2026-12-01')], ['secretary 2024-03-01 1']],
  ['党小组组长不算班子', term(), [held('secretary', '2024-03-01'), held('group_leader', '2024-03-01', '2025-01-01')], []],
])('%s', (_title, given, posts, expected) => expect(vacanciesOf(given, posts, '2026-11-20').map(({ post, since, count }) => `${post} ${since} ${count}`)).toEqual(expected))
