import { nameOf } from '../../../shared/data/code-tables/code-table.ts'
import { careKind } from '../../../shared/data/code-tables/care-kinds.ts'
import { degrees } from '../../../shared/data/code-tables/degrees.ts'
import { educations } from '../../../shared/data/code-tables/education.ts'
import { ethnicities } from '../../../shared/data/code-tables/ethnicity.ts'
import { genders } from '../../../shared/data/code-tables/gender.ts'
import { managementLevels } from '../../../shared/data/code-tables/management-levels.ts'
import { memberTypes } from '../../../shared/data/code-tables/member-types.ts'
import { membershipStates } from '../../../shared/data/code-tables/membership-states.ts'
import { partyPosts } from '../../../shared/data/code-tables/party-posts.ts'
import { postKinds } from '../../../shared/data/code-tables/post-kinds.ts'
import { memberFormText as text } from '../../../shared/i18n/zh-CN/member-form.ts'
import type { CareFields } from '../../../shared/model/care.ts'
import type { MemberFields } from '../../../shared/model/member.ts'
import type { MemberFormPerson } from '../../../shared/model/member-form-print.ts'
import { yuanText } from '../../../shared/util/money.ts'
import { assessmentFor, dueOf } from '../../domain/dues/in-force.ts'
import { ageOn } from '../../domain/members/age.ts'
import { maskAddress, maskIdNumber, maskMobile, maskTelephone } from '../../domain/members/masks.ts'
import { partyBirthdayIn, partyStandingYears } from '../../domain/members/party-dates.ts'
import { createBlobStore } from '../../store/blobs.ts'
import { createCareRepo } from '../../store/repos/care-repo.ts'
import { createCustomFieldRepo } from '../../store/repos/custom-field-repo.ts'
import { createMemberFormRepo } from '../../store/repos/member-form-repo.ts'
import { createMemberRepo } from '../../store/repos/member-repo.ts'
import { createDuesLedgers } from '../dues/dues-ledgers.ts'
import type { WorkspaceScope } from '../workspace-scope.ts'

/** 背面排得下这么多行;再多的说一句另有几条。 */
const MOST_POSTS = 8
const MOST_AWARDS = 8
const MOST_RESUME_LINES = 24

const coded = (table: Parameters<typeof nameOf>[0], code: string): string => (code === '' ? '' : nameOf(table, code))
/** 新的在后:只留最近的,前面说一句另有几条。 */
const latest = (lines: readonly string[], most: number): string[] => (lines.length <= most ? [...lines] : [text.more(lines.length - most + 1), ...lines.slice(1 - most)])
/** 一行一段;段太多就接着排,字一个不少。 */
const resumeLines = (resume: string): string[] => {
  const lines = resume.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  if (lines.length <= MOST_RESUME_LINES) return lines
  return [...lines.slice(0, MOST_RESUME_LINES - 1), lines.slice(MOST_RESUME_LINES - 1).join(text.separators.items)]
}

/** 收集一个人的登记表(domain.md 4.1 各项)。isFull 为假:敏感各项遮着,照片处留空。没有这个人为 null。 */
export const createMemberForm = (scope: WorkspaceScope): ((id: string, isFull: boolean) => MemberFormPerson | null) => {
  const { db, paths, key } = scope.store
  const members = createMemberRepo(db)
  const history = createMemberFormRepo(db)
  const care = createCareRepo(db, () => scope.ports.ids.next())
  const customFields = createCustomFieldRepo(db)
  const dues = createDuesLedgers(scope)
  const blobs = createBlobStore(paths.blobs, key)

  const photoOf = (id: string): string | null => {
    const name = members.photoOf(id)
    const bytes = name === null ? null : blobs.get(name)
    return bytes === null ? null : `data:${bytes[0] === 0x89 ? 'image/png' : 'image/jpeg'};base64,${bytes.toString('base64')}`
  }
  const duesOf = (id: string, month: string): string => {
    const assessed = dues.repo.assessments([id])
    const rules = dues.rules()
    const current = assessmentFor(assessed, month, rules)
    if (current === undefined) return ''
    const { dueFen } = dueOf({ assessed, exemptions: [] }, month, rules)
    return text.dues(yuanText(current.baseFen), dueFen === null ? '' : yuanText(dueFen))
  }
  const stateOf = (id: string, fields: MemberFields): string => {
    const last = members.statesOf(id).at(-1)
    const name = nameOf(membershipStates, fields.membershipState)
    return last === undefined || last.fromDay.startsWith('0001') ? name : text.state(name, last.fromDay, last.document)
  }
  const awardLine = ({ kind, code, title, authority, documentNumber, fromDay }: CareFields): string => {
    const entry = careKind(kind)
    return text.award(fromDay, `${entry.name}${text.separators.names}${nameOf(entry.codes, code)}`, title, authority, documentNumber)
  }
  return (id, isFull) => {
    const day = scope.ports.clock.today()
    const record = members.read(id, day)
    if (record === null) return null
    const { fields } = record
    const kept = care.ofMember(id, day).map((row) => row.fields)
    const current = kept.filter(({ kind, fromDay, toDay }) => (kind === 'floating' || kind === 'lost' || kind === 'hardship') && fromDay <= day && (toDay === null || toDay >= day))
    const posts = history.postsOf(id, day)
    const departure = history.departureOf(id)
    const standing = fields.memberType === 'full' ? partyStandingYears(fields.regularOn, day) : null
    const birthday = partyBirthdayIn(fields.joinedOn, Number(day.slice(0, 4)))
    const education = coded(educations, fields.education)
    return {
      id,
      name: fields.name,
      branchName: record.branchName,
      photo: isFull ? photoOf(id) : null,
      cells: {
        name: fields.name,
        gender: fields.gender === '0' ? '' : nameOf(genders, fields.gender),
        ethnicity: coded(ethnicities, fields.ethnicity),
        birthDate: fields.birthDate === null ? '' : text.birth(fields.birthDate, ageOn(fields.birthDate, day)),
        nativePlace: fields.nativePlace,
        birthPlace: fields.birthPlace,
        education: fields.isPartySchool ? text.partySchool(education) : education,
        degree: coded(degrees, fields.degree),
        school: [fields.graduatedFrom, fields.major].filter((part) => part !== '').join(text.separators.names),
        professionalTitle: fields.professionalTitle,
        idNumber: isFull ? fields.idNumber : maskIdNumber(fields.idNumber),
        memberType: nameOf(memberTypes, fields.memberType),
        workFrom: text.day(fields.workFrom ?? ''),
        post: fields.post,
        postKind: coded(postKinds, fields.postKind),
        administrativePost: fields.administrativePost,
        managementLevel: coded(managementLevels, fields.managementLevel),
        workNumber: fields.workNumber,
        branch: record.branchName,
        partyGroup: record.partyGroupName,
        partyPosts: posts.filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || toDay > day)).map(({ post }) => nameOf(partyPosts, post)).join(text.separators.names),
        membershipState: stateOf(id, fields),
        appliedOn: text.day(fields.appliedOn ?? ''),
        activistOn: text.day(fields.activistOn ?? ''),
        candidateOn: text.day(fields.candidateOn ?? ''),
        joined: text.joined(fields.joinedOn ?? '', fields.joinedIn),
        regularOn: text.day(fields.regularOn ?? ''),
        sponsors: fields.sponsors,
        standing: standing === null ? '' : text.standing(standing),
        birthday: birthday === null ? '' : text.monthDay(birthday.slice(5)),
        transferredIn: text.transferred(fields.transferredInOn ?? '', fields.transferredFrom, 'from'),
        transferredOut: departure === null ? '' : text.transferred(departure.day, departure.toName, 'to'),
        mobile: isFull ? fields.mobile : maskMobile(fields.mobile),
        telephone: isFull ? fields.telephone : maskTelephone(fields.telephone),
        address: isFull ? fields.address : maskAddress(fields.address),
        traits: [...(fields.isBackbone ? [text.backbone] : []), ...(fields.isRetired ? [text.retired] : [])].join(text.separators.names),
        care: current.map(({ kind, code, fromDay }) => text.care(careKind(kind).name, nameOf(careKind(kind).codes, code), fromDay)).join(text.separators.items),
        dues: duesOf(id, day.slice(0, 7)),
        note: fields.note,
      },
      custom: customFields.all().flatMap((field) => {
        const value = fields.custom[field.id]
        return value === undefined ? [] : [[field.name, value] as const]
      }),
      resume: resumeLines(fields.resume),
      posts: latest(posts.map(({ organisationName, post, fromDay, toDay }) => text.post(fromDay, toDay ?? '', organisationName, nameOf(partyPosts, post))), MOST_POSTS),
      awards: latest(kept.filter(({ kind }) => kind === 'award' || kind === 'discipline').toReversed().map(awardLine), MOST_AWARDS),
    }
  }
}
