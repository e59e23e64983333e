import { describe, expect, it } from 'vitest'
import type { OrganisationKind, PartyPostCode } from '../../../shared/model/organisation.ts'
import { committeeSize, hasCommittee, organisationHints, secretaryOf, type CommitteePost } from './committee.ts'

/** 「书组宣」→ 三个人各任一职;「书组=」表示后一职由前一人兼任。 */
const POSTS: Readonly<Record<string, PartyPostCode>> = { 书: 'secretary', 副: 'deputy_secretary', 组: 'organization_member', 宣: 'publicity_member', 纪: 'discipline_member', 青: 'youth_member', 委: 'other_member', 长: 'group_leader' }
const committee = (text: string): CommitteePost[] => {
  const posts: CommitteePost[] = []
  for (const letter of text) {
    if (letter === '=') {
      const last = posts.pop()
      const holder = posts.at(-1)
      if (last !== undefined && holder !== undefined) posts.push({ ...last, memberId: holder.memberId })
    } else posts.push({ memberId: `m${posts.length}`, name: `某${posts.length}`, post: POSTS[letter] ?? 'other_member' })
  }
  return posts
}
const hints = (kind: OrganisationKind, fullMembers: number, probationaryMembers: number, posts: string): string[] => organisationHints({ kind, fullMembers, probationaryMembers, posts: committee(posts) })

describe('支部的提示(支部工作条例第四、二十、二十一条)', () => {
  it.each([
    ['正式党员 7 人没有支委会', 7, 0, '书', ['committee_expected']],
    ['正式党员 6 人只有书记', 6, 0, '书', []],
    ['正式党员 6 人书记、副书记', 6, 2, '书副', []],
    ['正式党员 6 人却设了支委会', 6, 0, '书组宣', ['committee_optional']],
    ['支委会 2 人', 8, 0, '书组', ['committee_size_low']],
    ['支委会 3 人', 8, 0, '书组宣', []],
    ['支委会 5 人', 20, 0, '书副组宣纪', []],
    ['支委会 6 人', 20, 0, '书副组宣纪青', ['committee_size_general']],
    ['支委会 7 人', 20, 0, '书副组宣纪青委', ['committee_size_general']],
    ['支委会 8 人', 20, 0, '书副组宣纪青委委', ['committee_size_high']],
    ['书记一人兼组织委员', 8, 0, '书组=', ['committee_size_low']],
    ['三职两人', 8, 0, '书组=宣', ['committee_size_low']],
    ['组长不算支委', 8, 0, '书组宣长长长', []],
    ['党员 50 人', 45, 5, '书组宣', []],
    ['党员 51 人', 45, 6, '书组宣', ['too_many_members']],
    ['正式党员 3 人', 3, 0, '书', []],
    ['正式党员 2 人', 2, 9, '书', ['too_few_full_members']],
    ['书记空缺', 5, 0, '', ['secretary_missing']],
    ['刚建的空支部', 0, 0, '', ['too_few_full_members', 'secretary_missing']],
  ])('%s', (_title, full, probationary, posts, expected) => expect(hints('branch', full, probationary, posts)).toEqual(expected))

  it('党委、党总支只提示书记空缺,党小组不提示', () => {
    expect(hints('party_committee', 120, 3, '')).toEqual(['secretary_missing'])
    expect(hints('general_branch', 60, 0, '书')).toEqual([])
    expect(hints('party_group', 2, 0, '')).toEqual([])
  })
})

it('是否设支委会按人数,不按职数', () => {
  expect(hasCommittee(committee('书组宣'))).toBe(true)
  expect(hasCommittee(committee('书组=宣'))).toBe(false)
  expect(committeeSize(committee('书组=宣长'))).toBe(2)
  expect(secretaryOf(committee('副书组'))).toBe('某1')
  expect(secretaryOf([])).toBe('')
})

it('不在名册里的班子成员按姓名区分', () => {
  const outside = (name: string, post: PartyPostCode): CommitteePost => ({ memberId: null, name, post })
  expect(committeeSize([outside('赵一', 'secretary'), outside('赵一', 'organization_member'), outside('钱二', 'publicity_member')])).toBe(2)
})
