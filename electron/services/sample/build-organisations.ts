import { sampleTransfers } from '../../data/sample/calendar.ts'
import { sampleBranches, sampleGeneralBranches, sampleGroupNames, sampleOrganisationNote, sampleUnit, sampleUnitName, type SampleBranch } from '../../data/sample/organisations.ts'
import { postDuties } from '../../data/sample/people.ts'
import { builtInBranchCategories } from '../../../shared/data/code-tables/branch-categories.ts'
import type { UnitKindCode } from '../../../shared/model/organisation-lists.ts'
import type { PartyPostCode } from '../../../shared/model/organisation.ts'
import { createCategoryRepo } from '../../store/repos/category-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createOrganisationWrites } from '../../store/repos/organisation-writes.ts'
import { createTermWrites } from '../../store/repos/term-writes.ts'
import type { Transaction } from '../../store/unit-of-work.ts'
import { createMemberWriter } from '../members/member-writer.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'
import { buildSampleContacts, buildSampleCoverage, sampleTerm } from './build-leading-groups.ts'
import { createPeopleMaker } from './sample-people.ts'
import { createSeededRandom } from './seeded-random.ts'

export interface BuiltPerson {
  readonly id: string
  readonly name: string
}
export interface BuiltBranch {
  readonly spec: SampleBranch
  readonly id: string
  readonly groups: readonly { readonly id: string; readonly name: string; readonly leader: BuiltPerson }[]
  /** 班子;没有支委会的支部只有书记。 */
  readonly secretary: BuiltPerson
  readonly committee: readonly BuiltPerson[]
  /** 2026 年 6 月大会上接收、转正的人。 */
  readonly admitted: BuiltPerson | null
  readonly confirmed: BuiltPerson | null
  readonly probationers: readonly BuiltPerson[]
}

const SEED = 20_261_120
/** 正式党员 7 人以上设支委会(支部工作条例第二十条)。 */
const COMMITTEE_FROM = 7
const COMMITTEE_POSTS = ['secretary', 'organization_member', 'publicity_member', 'discipline_member'] as const satisfies readonly PartyPostCode[]
/** 6 月大会在这一天:接收与转正的日期要和大会同日。 */
export const ADMISSION_DAY = '2026-06-24'
const EARLIER_ADMISSION_DAY = '2025-12-18'
const CONFIRMED_JOINED_DAY = '2025-06-24'
/** 这几个支部在 6 月大会上有人转正。 */
const WITH_CONFIRMATION: readonly string[] = ['003', '010', '021']

/** 组织、名册、班子。一个事务里造完,人都经名册的唯一写入口。 */
export const buildSampleOrganisations = (scope: WorkspaceScope, transaction: Transaction): readonly BuiltBranch[] => {
  const { db } = scope.store
  const writes = createOrganisationWrites(db, () => scope.ports.ids.next())
  const terms = createTermWrites(db, () => scope.ports.ids.next())
  const categories = createCategoryRepo(db)
  const writer = createMemberWriter(scope)
  const members = createMemberRepo(db)
  const random = createSeededRandom(SEED)
  const makePerson = createPeopleMaker(random)

  type Described = Pick<SampleBranch, 'code' | 'name' | 'shortName' | 'foundedOn' | 'termFrom' | 'termDue' | 'meetingPlace'> & { readonly themeDay?: string }
  const addOrganisation = (spec: Described, parentId: string | null, kind: 'party_committee' | 'general_branch' | 'branch', category: string | null): string => {
    const id = writes.add(transaction, { parentId, kind, name: spec.name, shortName: spec.shortName, code: spec.code, category, fromDay: spec.foundedOn, foundedOn: spec.foundedOn })
    writes.saveBasics(transaction, id, 1, { code: spec.code, foundedOn: spec.foundedOn, meetingPlace: spec.meetingPlace, themeDay: spec.themeDay ?? '', note: sampleOrganisationNote })
    return id
  }
  const addPost = (organisationId: string, person: BuiltPerson, post: keyof typeof postDuties, fromDay: string): void =>
    writes.addPost(transaction, organisationId, { memberId: person.id, name: person.name, post, duty: postDuties[post], manner: 'elected', document: '', fromDay })

  /** 班子的选举记录;落选的一名用没有当选的普通党员。 */
  const addTerm = (organisationId: string, spec: Described, elected: readonly { readonly person: BuiltPerson; readonly post: PartyPostCode }[], entitled: number | null, runnerUp: BuiltPerson | undefined): void => {
    terms.addTerm(transaction, organisationId, sampleTerm(spec, elected.map(({ person, post }) => ({ name: person.name, post })), entitled, runnerUp?.name ?? null))
  }

  const unit = addOrganisation(sampleUnit, null, 'party_committee', null)
  for (const { code, name } of builtInBranchCategories) categories.add(transaction, { code, name, builtIn: true })
  const generalBranches = new Map(sampleGeneralBranches.map((spec) => [spec.key, { spec, id: addOrganisation(spec, unit, 'general_branch', null) }]))

  const positions = new Map<string, readonly BuiltPerson[]>()
  const built = sampleBranches.map((spec): BuiltBranch => {
    const parentId = spec.parent === 'committee' ? unit : (generalBranches.get(spec.parent)?.id ?? unit)
    const id = addOrganisation(spec, parentId, 'branch', spec.category)
    const groups = sampleGroupNames.slice(0, spec.groups).map((name) => ({ name, id: writes.add(transaction, { parentId: id, kind: 'party_group', name, shortName: '', code: '', category: null, fromDay: spec.foundedOn, foundedOn: spec.foundedOn }) }))
    const posts = spec.members - spec.probationary >= COMMITTEE_FROM ? COMMITTEE_POSTS : COMMITTEE_POSTS.slice(0, 1)
    const joinedThisYear = spec.code === '005' || spec.code === '012' || spec.code === '017'
    const people = Array.from({ length: spec.members }, (_, index) => {
      const probationary = index >= spec.members - spec.probationary
      const confirmed = index === spec.members - spec.probationary - 1 && WITH_CONFIRMATION.includes(spec.code)
      const person = makePerson({
        category: spec.category,
        leaderIndex: index < posts.length ? index : null,
        joinedOn: probationary ? (joinedThisYear ? ADMISSION_DAY : EARLIER_ADMISSION_DAY) : confirmed ? CONFIRMED_JOINED_DAY : null,
        regularOn: probationary ? 'none' : confirmed ? ADMISSION_DAY : null,
      })
      const group = groups.length === 0 ? undefined : groups[index % groups.length]
      const joined = person.joinedOn ?? spec.foundedOn
      const memberId = writer.add(transaction, { ...person, branchId: id, partyGroupId: group?.id ?? null }, { fromDay: joined > spec.foundedOn ? joined : spec.foundedOn })
      return { id: memberId, name: person.name, probationary, confirmed }
    })
    positions.set(spec.code, people)
    const committee = people.slice(0, posts.length)
    for (const [index, post] of posts.entries()) {
      const person = committee[index]
      if (person !== undefined) addPost(id, person, post, spec.termFrom)
    }
    addTerm(id, spec, posts.flatMap((post, index) => (committee[index] === undefined ? [] : [{ person: committee[index], post }])), spec.members - spec.probationary, people[posts.length])
    const secretary = committee[0]
    if (secretary === undefined) throw new Error(`branch ${spec.code} has nobody`)
    // 组长从委员之外的正式党员里产生;小组按名册次序轮流分。
    const ordinary = people.map((person, index) => ({ person, index })).filter(({ person, index }) => index >= posts.length && !person.probationary && !person.confirmed)
    const leaders = groups.map((group, order) => {
      const leader = ordinary.find(({ index }) => index % groups.length === order)?.person ?? secretary
      addPost(group.id, leader, 'group_leader', spec.termFrom)
      return { ...group, leader }
    })
    const probationers = people.filter((person) => person.probationary)
    return { spec, id, groups: leaders, secretary, committee, admitted: joinedThisYear ? (probationers[0] ?? null) : null, confirmed: people.find((person) => person.confirmed) ?? null, probationers }
  })

  const idOf = (code: string): string => built.find((branch) => branch.spec.code === code)?.id ?? ''
  for (const { from, position, to, day } of sampleTransfers) {
    const person = positions.get(from)?.[position - 1]
    const current = person === undefined ? null : members.read(person.id)
    if (person !== undefined && current !== null) writer.save(transaction, person.id, current.rev, { ...current.fields, branchId: idOf(to), partyGroupId: null }, { fromDay: day })
  }
  // 党委、总支的班子从所属支部的普通党员里产生。
  const upperPosts = ['secretary', 'deputy_secretary', 'organization_member', 'publicity_member', 'discipline_member'] as const
  const fillUpper = (organisationId: string, codes: readonly string[], spec: Described): void => {
    const elected = upperPosts.flatMap((post, index) => {
      const person = positions.get(codes[index % codes.length] ?? '')?.[4]
      return person === undefined ? [] : [{ person, post }]
    })
    for (const { person, post } of elected) addPost(organisationId, person, post, spec.termFrom)
    addTerm(organisationId, spec, elected, null, positions.get(codes[0] ?? '')?.[5])
  }
  fillUpper(unit, ['012', '013', '014', '016', '010'], sampleUnit)
  for (const { spec, id } of generalBranches.values()) {
    fillUpper(
      id,
      sampleBranches.filter((branch) => branch.parent === spec.key).map((branch) => branch.code),
      spec,
    )
  }
  buildSampleContacts(scope, transaction, unit, built.map(({ spec, id }) => ({ code: spec.code, id, name: spec.name })))
  const unitKindOf = (category: SampleBranch['category']): UnitKindCode => (category === 'management' ? 'department' : category === 'mixed' ? 'mixed_enterprise' : 'work_area')
  buildSampleCoverage(scope, transaction, unit, built.map(({ spec, id, committee }) => ({ id, code: spec.code, unitName: sampleUnitName(spec.name), unitKind: unitKindOf(spec.category), foundedOn: spec.foundedOn, committee })))
  return built
}
