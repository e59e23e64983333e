import type { PartyPostCode, PostManner } from '../../../shared/model/organisation.ts'
import { failWith } from '../../rpc/handlers.ts'
import type { OrganisationWrites, StoredPost } from '../../store/repos/organisation-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'

export interface SubmittedPost {
  readonly id: string | null
  readonly memberId: string | null
  readonly name: string
  readonly post: PartyPostCode
  readonly duty: string
  readonly manner: PostManner
  readonly document: string
  readonly fromDay: string
}

const isSameHolding = (a: StoredPost, b: SubmittedPost): boolean => a.post === b.post && (a.memberId !== null || b.memberId !== null ? a.memberId === b.memberId : a.name === b.name)
const isSame = (a: StoredPost, b: SubmittedPost): boolean => isSameHolding(a, b) && a.name === b.name && a.duty === b.duty && a.manner === b.manner && a.document === b.document && a.fromDay === b.fromDay

/**
 * 用提交的现任名单换下原来的,离任的留下任职起止。
 *
 * 同一条里只改分工、产生方式、文件、姓名写法、任职日期是更正;换了人或换了职务且日期更晚,是前任离任、后任接任。
 * 不在名单里的离任:同一职务有人接任的,止于接任之日,否则止于今天。自将来某日起的任职不在名单里也保留。
 *
 * @returns 是否有变动。
 * @throws DeclaredFailure NOT_FOUND 名单里的 id 不是本组织现任的一条。
 */
export const savePosts = (transaction: Transaction, writes: OrganisationWrites, organisationId: string, submitted: readonly SubmittedPost[], today: string): boolean => {
  const open = new Map(writes.openPosts(organisationId).map((post) => [post.id, post]))
  let changed = false
  const appointed: SubmittedPost[] = []
  for (const post of submitted) {
    if (post.id === null) {
      appointed.push(post)
      continue
    }
    const current = open.get(post.id) ?? failWith('NOT_FOUND')
    open.delete(post.id)
    if (isSame(current, post)) continue
    changed = true
    if (isSameHolding(current, post) || post.fromDay <= current.fromDay) writes.correctPost(transaction, current.id, post)
    else {
      writes.closePost(transaction, current, post.fromDay)
      appointed.push(post)
    }
  }
  for (const current of open.values()) {
    if (current.fromDay > today) continue
    const successors = appointed.filter((post) => post.post === current.post).map((post) => post.fromDay)
    writes.closePost(transaction, current, successors.sort()[0] ?? today)
    changed = true
  }
  for (const post of appointed) writes.addPost(transaction, organisationId, post)
  return changed || appointed.length > 0
}
