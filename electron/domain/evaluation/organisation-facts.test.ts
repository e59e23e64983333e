import { expect, test } from 'vitest'
import { branchParams, organisationFact, type OrganisationSnapshot, type PostSpan } from './organisation-facts.ts'

const post = (name: string, person: string, fromDay: string, toDay: string | null = null): PostSpan => ({ post: name, person, fromDay, toDay })
const committee: readonly PostSpan[] = [post('secretary', 'a', '2024-03-01'), post('organization_member', 'b', '2024-03-01'), post('publicity_member', 'c', '2024-03-01')]
const snapshot = (changes: Partial<OrganisationSnapshot>): OrganisationSnapshot => ({
  branchId: 'b1',
  day: '2026-09-30',
  foundedOn: '2015-06',
  termFrom: '2024-03-01',
  termDue: '2027-02-28',
  fullMembers: 12,
  probationaryMembers: 1,
  groupCount: 2,
  posts: committee,
  ...changes,
})

test.each<[string, Partial<OrganisationSnapshot>, Partial<Record<string, number | undefined>>]>([
  ['设了支委会、任期内', {}, { committeeSize: 3, committeeLacking: 0, longVacantPosts: 0, termOverdue: 0 }],
  ['正式党员 7 人没有支委会', { fullMembers: 7, posts: [post('secretary', 'a', '2024-03-01')] }, { committeeSize: 1, committeeLacking: 1 }],
  ['正式党员 6 人不必设支委会', { fullMembers: 6, posts: [post('secretary', 'a', '2024-03-01')] }, { committeeLacking: 0 }],
  ['一人兼两职只算一人', { posts: [post('secretary', 'a', '2024-03-01'), post('organization_member', 'a', '2024-03-01'), post('publicity_member', 'b', '2024-03-01')] }, { committeeSize: 2, committeeLacking: 1 }],
  ['组长不是委员', { posts: [post('secretary', 'a', '2024-03-01'), post('group_leader', 'b', '2024-03-01'), post('group_leader', 'c', '2024-03-01')] }, { committeeSize: 1 }],
  ['书记空缺 90 天,还不扣', { posts: [post('secretary', 'a', '2024-03-01', '2026-07-02'), ...committee.slice(1), post('other_member', 'd', '2024-03-01')] }, { longVacantPosts: 0 }],
  ['书记空缺 91 天', { posts: [post('secretary', 'a', '2024-03-01', '2026-07-01'), ...committee.slice(1), post('other_member', 'd', '2024-03-01')] }, { longVacantPosts: 1 }],
  ['离任后有人接任', { posts: [post('secretary', 'a', '2024-03-01', '2026-01-01'), post('secretary', 'd', '2026-01-01'), ...committee.slice(1)] }, { longVacantPosts: 0 }],
  ['从没登记过书记,自本届起算', { posts: committee.slice(1), fullMembers: 6 }, { longVacantPosts: 1 }],
  ['刚成立还没选出书记', { posts: [], fullMembers: 5, termFrom: null, foundedOn: '2026-08' }, { longVacantPosts: 0 }],
  ['委员分工从没登记过,不当空缺', {}, { longVacantPosts: 0 }],
  ['届满当天还不算逾期', { termDue: '2026-09-30' }, { termOverdue: 0 }],
  ['届满次日起算逾期', { termDue: '2026-09-29' }, { termOverdue: 1 }],
  ['没有登记届满日:不知道,不是按期', { termDue: null }, { termOverdue: undefined }],
])('%s', (_title, changes, expected) => {
  expect(organisationFact(snapshot(changes))).toMatchObject(Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined)))
  for (const [field, value] of Object.entries(expected)) expect(organisationFact(snapshot(changes))[field]).toBe(value)
})

test('不设支委会的支部不要求开支委会', () => {
  expect(branchParams(snapshot({}))).toMatchObject({ committeeMeetingsRequired: 1, groupCount: 2, fullMembers: 12, memberCount: 13 })
  expect(branchParams(snapshot({ posts: [post('secretary', 'a', '2024-03-01')] })).committeeMeetingsRequired).toBe(0)
})
