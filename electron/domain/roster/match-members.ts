import type { MemberFields } from '../../../shared/model/member.ts'
import { cleanName } from './clean-text.ts'
import { agrees } from './read-date.ts'

/** 库里已有的一人,连同比对与改写要用的全部字段。 */
export interface StoredMember {
  readonly id: string
  readonly rev: number
  readonly fields: MemberFields
  readonly branchName: string
  readonly partyGroupName: string
}

/** 同名同生日的键;生日精度可能只到月,所以只用年月,再逐个比对。 */
const nameMonthKey = (name: string, birthDate: string): string => `${name}\u0000${birthDate.slice(0, 7)}`

export interface MemberMatcher {
  /** 再放进一人:十万人一口气放要占住线程,由调用者分段放。 */
  add(member: StoredMember): void
  byIdNumber(idNumber: string): StoredMember | undefined
  byNameAndBirth(name: string, birthDate: string): readonly StoredMember[]
  /** 这个证号登记在导入的人管不到的地方:只知道有,不知道是谁。 */
  isElsewhere(idNumber: string): boolean
}

/**
 * 先按证号找,再按姓名加出生日期找;两人的证号都有而不同,就不是同一人。放进来的是导入的人管得到的。
 *
 * @param elsewhere 管不到的那些人的证号。
 */
export const createMemberMatcher = (elsewhere: ReadonlySet<string> = new Set()): MemberMatcher => {
  const byId = new Map<string, StoredMember>()
  const byName = new Map<string, StoredMember[]>()
  return {
    add: (member) => {
      if (member.fields.idNumber !== '') byId.set(member.fields.idNumber, member)
      if (member.fields.birthDate === null) return
      const key = nameMonthKey(cleanName(member.fields.name).text, member.fields.birthDate)
      const list = byName.get(key)
      if (list === undefined) byName.set(key, [member])
      else list.push(member)
    },
    byIdNumber: (idNumber) => byId.get(idNumber),
    isElsewhere: (idNumber) => elsewhere.has(idNumber),
    byNameAndBirth: (name, birthDate) => (byName.get(nameMonthKey(name, birthDate)) ?? []).filter((member) => agrees(member.fields.birthDate ?? '', birthDate)),
  }
}

/** 一行在文件里的位置。 */
export interface RowPlace {
  readonly sheet: string
  readonly row: number
}

export interface FileDuplicates {
  /** 与哪一行重复;不重复为 null。同一人的几行中,后面的算重复;没有证号的那行总算重复。 */
  duplicateOf(place: RowPlace): RowPlace | null
}

/** 文件里同一人出现两次:证号相同,或一行没有证号而姓名、生日与另一行相同。一行一行地放,放完再问。 */
export const createFileDuplicates = (): { readonly add: (row: RowPlace & { readonly name: string | undefined; readonly idNumber: string | undefined; readonly birthDate: string | undefined }) => void; readonly find: () => FileDuplicates } => {
  const placeKey = (place: RowPlace): string => `${place.row}\u0000${place.sheet}`
  const duplicates = new Map<string, RowPlace>()
  const firstById = new Map<string, RowPlace>()
  const named = new Map<string, { place: RowPlace; birthDate: string; hasId: boolean }[]>()
  /** 有没有证号的行的那些姓名:只有它们要再比。 */
  const unsure = new Set<string>()
  return {
    add: ({ sheet, row, name, idNumber, birthDate }) => {
      const place = { sheet, row }
      if (idNumber !== undefined) {
        const first = firstById.get(idNumber)
        if (first === undefined) firstById.set(idNumber, place)
        else duplicates.set(placeKey(place), first)
      }
      if (name === undefined || birthDate === undefined) return
      const key = nameMonthKey(name, birthDate)
      const list = named.get(key)
      const entry = { place, birthDate, hasId: idNumber !== undefined }
      if (list === undefined) named.set(key, [entry])
      else list.push(entry)
      if (idNumber === undefined) unsure.add(key)
    },
    find: () => {
      for (const key of unsure) {
        const list = named.get(key) ?? []
        for (const [index, entry] of list.entries()) {
          if (entry.hasId) continue
          const other = list.find((candidate, place) => place !== index && (candidate.hasId || place < index) && agrees(candidate.birthDate, entry.birthDate))
          if (other !== undefined) duplicates.set(placeKey(entry.place), other.place)
        }
      }
      return { duplicateOf: (place) => duplicates.get(placeKey(place)) ?? null }
    },
  }
}
