import { addressOf, formerUnits, homeAreas, jobTitles, majors, nativePlaces, officePosts, olderFemale, olderMale, professionalTitles, schools, surnames, technicalPosts, youngerFemale, youngerMale } from '../../data/sample/people.ts'
import type { BranchCategoryCode } from '../../data/sample/types.ts'
import { checkCodeOf } from '../../domain/roster/id-number.ts'
import { addDays } from '../../../shared/util/day-arithmetic.ts'
import { EMPTY_MEMBER, type MemberFields } from '../../../shared/model/member.ts'
import type { SeededRandom } from './seeded-random.ts'

/** 地址码 230000 只到省,真实号码不会这样:一眼可知是编的。 */
const INVENTED_REGION = '230000'
/** 1985 年前出生的用较年长的名字。 */
const OLDER_BEFORE = 1985
const pad = (value: number, width: number): string => String(value).padStart(width, '0')

export interface PersonRequest {
  readonly category: BranchCategoryCode
  /** 班子成员用领导职务,按次序;其余为 null。 */
  readonly leaderIndex: number | null
  /** 入党日期;null 为随机(已转正)。 */
  readonly joinedOn: string | null
  /** 转正日期;null 为入党一年后,`none` 为预备党员。 */
  readonly regularOn: string | null
}
export type SamplePerson = Omit<MemberFields, 'branchId' | 'partyGroupId'>

/** 学历码小于 30 的是本科以上。 */
const BACHELOR_UP = 30
const REFERENCE_YEAR = 2026

interface Person {
  readonly education: string
  readonly birthYear: number
  readonly joinedOn: string
  readonly post: string
  readonly isLeader: boolean
  readonly female: boolean
  readonly years: number
}
/** 出身、学历、岗位与入党经过:与年龄、岗位说得通。 */
const backgroundOf = (random: SeededRandom, { education, birthYear, joinedOn, post, isLeader, female, years }: Person) => {
  const isHigh = education !== '' && Number(education) < BACHELOR_UP
  const isPartySchool = isHigh && birthYear < OLDER_BEFORE && random.chance(0.25)
  const place = random.pick(nativePlaces)
  const joinedYear = Number(joinedOn.slice(0, 4))
  const dayIn = (year: number): string => `${year}-${pad(1 + random.below(12), 2)}-${pad(1 + random.below(28), 2)}`
  const transferred = random.chance(0.12)
  const isManager = isLeader || officePosts.test(post)
  return {
    nativePlace: place,
    birthPlace: random.chance(0.8) ? place : random.pick(nativePlaces),
    workFrom: `${birthYear + (isHigh ? 22 : 20)}-${random.pick(['07', '08', '09'])}`,
    degree: isPartySchool ? ('' as const) : education === '14' ? ('3' as const) : isHigh ? ('4' as const) : ('' as const),
    graduatedFrom: random.pick(isPartySchool ? schools.party : isHigh ? schools.office : schools.works),
    major: random.pick(isHigh ? majors.office : majors.works),
    isPartySchool,
    administrativePost: isLeader ? post : '',
    professionalTitle: isHigh || random.chance(0.3) ? random.pick(professionalTitles) : '',
    postKind: isManager ? ('management' as const) : technicalPosts.test(post) ? ('technical' as const) : ('front_line' as const),
    managementLevel: isLeader ? ('middle' as const) : ('ordinary' as const),
    isBackbone: isLeader || random.chance(0.22),
    isRetired: !isLeader && years >= (female ? 55 : 60),
    appliedOn: dayIn(joinedYear - 3),
    activistOn: dayIn(joinedYear - 2),
    candidateOn: dayIn(joinedYear - 1),
    sponsors: `${random.pick(surnames)}${random.pick(olderMale.first)}${random.pick(olderMale.last)}、${random.pick(surnames)}${random.pick(olderFemale.first)}${random.pick(olderFemale.last)}`,
    transferredInOn: transferred ? dayIn(Math.min(2025, joinedYear + 3)) : null,
    transferredFrom: transferred ? random.pick(formerUnits) : '',
  }
}

/** 造人:姓名、证号、手机都不重复;号码末位校验正确。 */
export const createPeopleMaker = (random: SeededRandom) => {
  const usedNames = new Set<string>()
  const usedNumbers = new Set<string>()
  let count = 0

  const nameFor = (female: boolean, birthYear: number): string => {
    const letters = birthYear < OLDER_BEFORE ? (female ? olderFemale : olderMale) : female ? youngerFemale : youngerMale
    for (;;) {
      const name = `${random.pick(surnames)}${random.pick(letters.first)}${random.pick(letters.last)}`
      if (usedNames.has(name)) continue
      usedNames.add(name)
      return name
    }
  }
  const idNumberFor = (female: boolean, birthDate: string): string => {
    for (;;) {
      const order = random.below(450) * 2 + (female ? 0 : 1)
      const first17 = `${INVENTED_REGION}${birthDate.replaceAll('-', '')}${pad(order, 3)}`
      if (usedNumbers.has(first17)) continue
      usedNumbers.add(first17)
      return `${first17}${checkCodeOf(first17)}`
    }
  }
  const educationFor = (category: BranchCategoryCode, birthYear: number): string => {
    const office = category === 'management' || category === 'market'
    const options = office ? ['21', '21', '21', '14', '31'] : birthYear < OLDER_BEFORE ? ['31', '31', '47', '41', '61'] : ['21', '21', '31', '31', '47']
    return random.pick(options)
  }

  return (request: PersonRequest): SamplePerson => {
    count++
    const probationary = request.regularOn === 'none'
    const birthYear = request.leaderIndex !== null ? 1970 + random.below(16) : request.joinedOn !== null ? 1990 + random.below(10) : 1968 + random.below(28)
    const birthDate = `${birthYear}-${pad(1 + random.below(12), 2)}-${pad(1 + random.below(28), 2)}`
    const female = random.chance(request.category === 'production' || request.category === 'auxiliary' ? 0.22 : 0.42)
    const joinedOn = request.joinedOn ?? `${Math.min(2023, birthYear + 21 + random.below(12))}-${random.pick(['03', '06', '06', '07', '11', '12'])}-${pad(1 + random.below(28), 2)}`
    const regularOn = probationary ? null : (request.regularOn ?? `${Number(joinedOn.slice(0, 4)) + 1}${addDays(joinedOn, random.below(3)).slice(4)}`)
    const titles = jobTitles[request.category]
    const education = educationFor(request.category, birthYear)
    const post = request.leaderIndex === null ? random.pick(titles.others) : (titles.leaders[request.leaderIndex % titles.leaders.length] ?? '')
    return {
      ...EMPTY_MEMBER,
      ...backgroundOf(random, { education, birthYear, joinedOn, post, isLeader: request.leaderIndex !== null, female, years: REFERENCE_YEAR - birthYear }),
      name: nameFor(female, birthYear),
      gender: female ? '2' : '1',
      ethnicity: random.chance(0.06) ? random.pick(['11', '02', '03', '10']) : '01',
      birthDate,
      education,
      memberType: probationary ? 'probationary' : 'full',
      joinedOn,
      regularOn,
      post,
      membershipState: 'normal',
      workNumber: `JX${pad(count, 4)}`,
      note: '',
      idNumber: idNumberFor(female, birthDate),
      mobile: `1300000${pad(count, 4)}`,
      telephone: '',
      address: addressOf(random.pick(homeAreas), 1 + random.below(40), (1 + random.below(6)) * 100 + 1 + random.below(4)),
    }
  }
}
