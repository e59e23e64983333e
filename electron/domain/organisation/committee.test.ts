import { expect, it } from 'vitest'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { committeeSize, hasCommittee, secretaryOf, type CommitteePost } from './committee.ts'

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
