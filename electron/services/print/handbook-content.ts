import { createHash } from 'node:crypto'
import { ethnicities, isMinority } from '../../../shared/data/code-tables/ethnicity.ts'
import { educations, isJuniorCollegeOrAbove } from '../../../shared/data/code-tables/education.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import type { HandbookMeeting, HandbookPrintModel } from '../../../shared/model/handbook-print.ts'
import { meetingTypeSchema } from '../../../shared/model/meeting.ts'
import { ageOn } from '../../domain/members/age.ts'
import { canonicalJson } from '../../domain/scoring/canonical-json.ts'
import { failWith } from '../../rpc/handlers.ts'
import { prepareChainHead } from '../../store/audit-chain.ts'
import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createMeetingRepo, type MeetingRecord } from '../../store/repos/meeting-repo.ts'
import { createMemberRepo, type RosterMember } from '../../store/repos/member-repo.ts'
import { createOrganisationRepo } from '../../store/repos/organisation-repo.ts'
import { createPortraits } from '../evaluation/branch-portrait.ts'
import { createEvaluationParts } from '../evaluation/evaluation-parts.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

const YOUNG = 35
const SHORT_HEAD = 8

const coded = (table: Parameters<typeof nameOf>[0], code: string): string => (code === '' ? '' : nameOf(table, code))

/** 八位校验码:记录内容摘要的前八位,纸面上的与库里的可以对照。 */
const checkCode = (record: MeetingRecord): string =>
  createHash('sha256')
    .update(canonicalJson({ id: record.id, rev: record.rev, fields: record.fields }))
    .digest('hex')
    .slice(0, 8)

const toHandbookMeeting = (record: MeetingRecord): HandbookMeeting => ({
  id: record.id,
  state: record.state,
  partyGroupName: record.partyGroupName,
  fields: record.fields,
  counts: record.counts,
  quorum: record.quorum,
  checkCode: checkCode(record),
})

const rosterRow = (member: RosterMember): HandbookPrintModel['roster'][number] => ({
  name: member.name,
  gender: coded(genders, member.gender),
  ethnicity: coded(ethnicities, member.ethnicity),
  birth: member.birthDate ?? '',
  education: coded(educations, member.education),
  joinedOn: member.joinedOn ?? '',
  regularOn: member.regularOn ?? '',
  memberType: member.memberType,
  post: member.post,
  partyPosts: member.partyPosts.map((post) => nameOf(partyPosts, post)),
  mobile: member.mobile,
  groupName: member.partyGroupName,
})

/** 收集一个支部一年手册的全部内容。名称、班子、名册以年末那天为准,当年未过完以今天为准。 */
export const createHandbookContent = (scope: WorkspaceScope) => {
  const { db } = scope.store
  const organisations = createOrganisationRepo(db)
  const categories = createCategoryRepo(db)
  const members = createMemberRepo(db)
  const meetings = createMeetingRepo(db)
  const evaluation = createEvaluationParts(scope)
  const portraitOf = createPortraits(evaluation)
  const chainHead = prepareChainHead(db)

  const evaluationsOf = (branchId: string, year: number): HandbookPrintModel['evaluations'] =>
    Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
      .filter((period) => evaluation.scores.head(branchId, period) !== null && evaluation.branches.all(period).some(({ id }) => id === branchId))
      .map((period) => portraitOf(evaluation.views.view(period), evaluation.branches.find(branchId, period)))

  /** @throws DeclaredFailure NOT_FOUND / NOT_A_BRANCH */
  return (branchId: string, year: number): HandbookPrintModel => {
    const today = scope.ports.clock.today()
    const yearEnd = `${year}-12-31`
    if (organisations.lifespan(branchId) === null) failWith('NOT_FOUND')
    // 年内撤销、改设的,以最后还是支部的那天为准。
    const day = organisations.lastBranchDay(branchId, `${year}-01-01`, today < yearEnd && today >= `${year}-01-01` ? today : yearEnd) ?? failWith('NOT_A_BRANCH')
    const branch = organisations.read(branchId, day) ?? failWith('NOT_FOUND')
    const roster = members.rosterOf(branchId, day)
    const byId = new Map(roster.map((member) => [member.memberId, member]))
    const records = meetings.rowsForHandbook(branchId, year)
    const leaderOf = (groupId: string): string => organisations.read(groupId, day)?.posts.find(({ post }) => post === 'group_leader')?.name ?? ''
    return {
      year,
      unitName: organisations.topOf(branchId, day).name,
      branch: {
        name: branch.name,
        code: branch.code,
        parentName: branch.parentName,
        categoryName: branch.category === null ? '' : categories.nameOf(branch.category),
        foundedOn: branch.foundedOn,
        termFrom: branch.termFrom,
        termDue: branch.termDue,
        meetingPlace: branch.meetingPlace,
        themeDay: branch.themeDay,
        secretaryName: branch.secretaryName,
        fullMembers: roster.filter(({ memberType }) => memberType === 'full').length,
        probationaryMembers: roster.filter(({ memberType }) => memberType === 'probationary').length,
        women: roster.filter(({ gender }) => gender === '2').length,
        minorities: roster.filter(({ ethnicity }) => isMinority(ethnicity)).length,
        age35AndUnder: roster.filter(({ birthDate }) => birthDate !== null && ageOn(birthDate, day) <= YOUNG).length,
        juniorCollegeAndAbove: roster.filter(({ education }) => isJuniorCollegeOrAbove(education)).length,
      },
      committee: branch.posts
        .filter(({ post }) => post !== 'group_leader')
        .map((holder) => {
          const member = holder.memberId === null ? undefined : byId.get(holder.memberId)
          return {
            post: nameOf(partyPosts, holder.post),
            name: holder.name,
            gender: coded(genders, member?.gender ?? ''),
            birth: member?.birthDate ?? '',
            fromDay: holder.fromDay,
            duty: holder.duty,
            mobile: member?.mobile ?? '',
          }
        }),
      groups: organisations.groupsOf(branchId, day).map((group) => ({
        name: group.name,
        leader: leaderOf(group.id),
        members: roster.filter(({ partyGroupId }) => partyGroupId === group.id).map(({ name }) => name),
      })),
      roster: roster.map(rosterRow),
      meetings: meetingTypeSchema.options.map((meetingType) => ({ meetingType, records: records.filter(({ fields }) => fields.meetingType === meetingType).map(toHandbookMeeting) })),
      evaluations: evaluationsOf(branchId, year),
      chainHead: chainHead().head.slice(0, SHORT_HEAD),
      printedOn: today,
      layout: null,
    }
  }
}
