import { MOST_RESUME } from '../../../shared/model/member.ts'
import type { ImportReasonCode } from '../../../shared/model/roster-import.ts'
import { cleanCode, cleanLine, cleanName, compareKey, type CleanText } from './clean-text.ts'
import { checkIdNumber, isKnownRegion } from './id-number.ts'
import { readDate } from './read-date.ts'
import type { FindingValues, RowValues, Severity } from './read-row.ts'
import { cellText, plainCell, type SheetCell } from './sheet.ts'
import type { RosterField, RosterVocabulary } from './vocabulary.ts'

/** 读一个格子:读出的放进 values,读不出或改动过的用 note 记下。 */
export interface FieldReading {
  readonly cell: SheetCell
  readonly values: RowValues
  readonly vocabulary: RosterVocabulary
  readonly is1904: boolean
  note(code: ImportReasonCode, severity: Severity, values?: FindingValues): void
}
type FieldReader = (reading: FieldReading) => void

/** 说明里引用原文的长度。 */
const QUOTED = 30
const quote = (cell: SheetCell): string => {
  const { text } = cleanLine(cellText(cell).slice(0, 200))
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text
}
const noteInvisible = (reading: FieldReading, { removedInvisible }: CleanText): void => {
  if (removedInvisible) reading.note('unsafe_characters_removed', 'note')
}

/** 与 shared/model/member.ts 的上限一致。 */
const NAME_LIMIT = 40
const readName: FieldReader = (reading) => {
  const name = cleanName(cellText(reading.cell))
  noteInvisible(reading, name)
  // 没有一个字母或汉字的(如错列读来的序号)不是姓名。
  if (!/\p{L}/u.test(name.text)) return reading.note('name_missing', 'refuse')
  if (name.text.length > NAME_LIMIT) return reading.note('name_too_long', 'refuse', { text: quote(name.text), limit: NAME_LIMIT })
  if (name.changed) reading.note('name_cleaned', 'note', { text: name.text })
  reading.values.name = name.text
}

const ID_LENGTH = 18
const OLD_ID_LENGTH = 15
/**
 * 证号。Excel 的数最多 15 位有效数字,18 位证号存成数后末三位变成 0,再存成文字也找不回来:
 * 数值超过 15 位、科学记数、或以 000 结尾而末位对不上的,都说「精度已丢失」,不说成校验不对。
 */
const readIdNumber: FieldReader = (reading) => {
  const value = plainCell(reading.cell)
  if (typeof value === 'number' && Math.abs(value) >= 1e15) return reading.note('id_precision_lost', 'refuse')
  const cleaned = cleanCode(cellText(reading.cell).slice(0, 200))
  noteInvisible(reading, cleaned)
  const text = cleaned.text
    .toUpperCase()
    .replaceAll(/['`\u2018\u2019\u201c\u201d"]/g, '')
    .replace(/[\u00d7\u2715\u2573\u0425*]$/, 'X')
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return reading.note('id_precision_lost', 'refuse')
  const check = checkIdNumber(text)
  if (check.ok) {
    reading.values.idNumber = text
    if (!isKnownRegion(check.regionCode)) reading.note('id_region_unknown', 'warn', { text: check.regionCode })
    return undefined
  }
  if (/^\d{15}000$/.test(text)) return reading.note('id_precision_lost', 'refuse')
  if (check.reason === 'check_digit') return reading.note('id_bad_check_digit', 'refuse')
  if (check.reason === 'birth') return reading.note('id_bad_birth', 'refuse', { text: text.slice(6, 14) })
  if (/^\d{15}$/.test(text)) return reading.note('id_fifteen_digits', 'refuse', { limit: OLD_ID_LENGTH })
  return reading.note('id_bad_length', 'refuse', { text: String(text.length), limit: ID_LENGTH })
}

type DateField = 'birthDate' | 'joinedOn' | 'regularOn' | 'workFrom' | 'appliedOn' | 'activistOn' | 'candidateOn' | 'transferredInOn'
const dateReader =
  (field: DateField): FieldReader =>
  (reading) => {
    const date = readDate(reading.cell, reading.is1904)
    if (date.ok) {
      reading.values[field] = date.value
      return
    }
    reading.note(field === 'birthDate' ? 'birth_unreadable' : 'date_unreadable', 'refuse', { text: quote(reading.cell), other: date.reason })
  }

const readGender: FieldReader = (reading) => {
  const gender = reading.vocabulary.genders.get(compareKey(cellText(reading.cell).slice(0, 100)))
  if (gender === undefined) reading.note('gender_unreadable', 'warn', { text: quote(reading.cell) })
  else reading.values.gender = gender
}

const readEthnicity: FieldReader = (reading) => {
  const key = compareKey(cellText(reading.cell).slice(0, 100))
  const replacement = reading.vocabulary.ethnicityReplacements.get(key)
  const code = replacement ?? reading.vocabulary.ethnicities.get(key)
  if (code === undefined) return reading.note('ethnicity_unreadable', 'warn', { text: quote(reading.cell) })
  if (replacement !== undefined) reading.note('ethnicity_replaced', 'warn', { text: key, other: replacement })
  reading.values.ethnicity = code
}

/** 学历常带学位或括号(「大学本科(工学学士)」「研究生、硕士」):整段认不出时试括号前、顿号前的部分。 */
const readEducation: FieldReader = (reading) => {
  const key = compareKey(cellText(reading.cell).slice(0, 100))
  const head = key.split(/[(\u3001,/;]/, 1)[0] ?? ''
  const code = reading.vocabulary.educations.get(key) ?? reading.vocabulary.educations.get(head)
  // 国标码里没有党校,另记一项;写明不是的列说了算。
  if (reading.vocabulary.partySchools.some((word) => key.includes(word))) reading.values.isPartySchool ??= true
  // 只有一列写「本科/学士」时,学位也在里面。
  const degree = key.slice(head.length).match(/[\u4e00-\u9fff]+/u)?.[0]
  if (degree !== undefined) {
    const found = degreeIn(reading.vocabulary, degree)
    if (found !== undefined) reading.values.degree ??= found
  }
  if (code === undefined) reading.note('education_unreadable', 'warn', { text: quote(reading.cell) })
  else reading.values.education = code
}

/** 「工学学士」「工商管理硕士」:学科在前,层次在后。 */
const degreeIn = (vocabulary: RosterVocabulary, text: string) => vocabulary.degrees.get(text) ?? [...vocabulary.degrees].find(([word]) => text.endsWith(word))?.[1]
const readDegree: FieldReader = (reading) => {
  const degree = degreeIn(reading.vocabulary, compareKey(cellText(reading.cell).slice(0, 100)))
  if (degree === undefined) reading.note('value_unreadable', 'warn', { text: quote(reading.cell) })
  else reading.values.degree = degree
}
/** 几选一的:认不出就不写,请人核对。 */
const readPostKind: FieldReader = (reading) => {
  const found = reading.vocabulary.postKinds.get(compareKey(cellText(reading.cell).slice(0, 100)))
  if (found === undefined) reading.note('value_unreadable', 'warn', { text: quote(reading.cell) })
  else reading.values.postKind = found
}
const readManagementLevel: FieldReader = (reading) => {
  const found = reading.vocabulary.managementLevels.get(compareKey(cellText(reading.cell).slice(0, 100)))
  if (found === undefined) reading.note('value_unreadable', 'warn', { text: quote(reading.cell) })
  else reading.values.managementLevel = found
}
const flagReader =
  (field: 'isPartySchool' | 'isBackbone' | 'isRetired'): FieldReader =>
  (reading) => {
    const found = reading.vocabulary.flags.get(compareKey(cellText(reading.cell).slice(0, 100)))
    if (found === undefined) reading.note('value_unreadable', 'warn', { text: quote(reading.cell) })
    else reading.values[field] = found
  }

/** 「党员状态」一类的列里,有的写类别(正式党员),有的写党籍(正常、停止党籍):按值认,各归各位。 */
const readMemberType: FieldReader = (reading) => {
  const key = compareKey(cellText(reading.cell).slice(0, 100))
  const type = reading.vocabulary.memberTypes.get(key)
  const state = reading.vocabulary.membershipStates.get(key)
  if (type !== undefined) reading.values.memberType = type
  else if (state !== undefined) reading.values.membershipState ??= state
  else reading.note('member_type_unreadable', 'refuse', { text: quote(reading.cell) })
}

const readMembershipState: FieldReader = (reading) => {
  const key = compareKey(cellText(reading.cell).slice(0, 100))
  const state = reading.vocabulary.membershipStates.get(key)
  const type = reading.vocabulary.memberTypes.get(key)
  if (state !== undefined) reading.values.membershipState = state
  else if (type !== undefined) reading.values.memberType ??= type
  else reading.note('state_unreadable', 'warn', { text: quote(reading.cell) })
}

const MOBILE = /^1\d{10}$/
const LANDLINE = /^(?:\(?0\d{2,3}\)?-?)?[1-9]\d{6,7}(?:-\d{1,6})?$/
const PHONE_LIMIT = 20
/** 电话列里手机、座机都可能写,也可能写两个:各归各位。 */
const phoneReader =
  (field: 'mobile' | 'telephone'): FieldReader =>
  (reading) => {
    const line = cleanLine(cellText(reading.cell).slice(0, 200))
    noteInvisible(reading, line)
    const whole = cleanCode(line.text).text
    const parts = [whole, ...line.text.normalize('NFKC').split(/[\s\u3001,;/|]+/)].map((part) => part.replaceAll(' ', ''))
    const asMobile = (part: string): string => part.replace(/^(?:\+?86)?-?/, '').replaceAll('-', '')
    const mobile = parts.map(asMobile).find((part) => MOBILE.test(part))
    const landline = parts.find((part) => LANDLINE.test(part) && !MOBILE.test(asMobile(part)))
    if (mobile === undefined && landline === undefined) {
      // 固定电话的写法太多,认不出也照原样存;手机号不对就不写,免得拨错人。
      if (field === 'telephone' && whole.length <= PHONE_LIMIT) reading.values.telephone = whole
      else reading.note('mobile_unreadable', 'warn', { text: quote(reading.cell) })
      return
    }
    if (mobile !== undefined && (field === 'mobile' || reading.values.mobile === undefined)) reading.values.mobile = mobile
    if (landline !== undefined && (field === 'telephone' || reading.values.telephone === undefined)) reading.values.telephone = landline
  }

type TextField = 'post' | 'address' | 'note' | 'workNumber' | 'nativePlace' | 'birthPlace' | 'graduatedFrom' | 'major' | 'administrativePost' | 'professionalTitle' | 'sponsors' | 'transferredFrom' | 'joinedIn'
const textReader =
  (field: TextField, limit: number): FieldReader =>
  (reading) => {
    const line = cleanLine(cellText(reading.cell))
    noteInvisible(reading, line)
    // 不截断:截掉的内容没有人会知道。
    if (line.text.length > limit) reading.note('text_too_long', 'refuse', { limit, text: String(line.text.length) })
    else if (line.text !== '') reading.values[field] = line.text
  }

/** 简历一行一段:格子里的换行留着,各行去掉多余的空白。 */
const readResume: FieldReader = (reading) => {
  const lines = cellText(reading.cell)
    .split(/\r\n?|\n/)
    .map((part) => cleanLine(part))
  for (const line of lines) noteInvisible(reading, line)
  const text = lines
    .map((line) => line.text)
    .filter((line) => line !== '')
    .join('\n')
  if (text.length > MOST_RESUME) reading.note('text_too_long', 'refuse', { limit: MOST_RESUME, text: String(text.length) })
  else if (text !== '') reading.values.resume = text
}

const ORGANISATION_NAME_LIMIT = 80
const organisationReader =
  (target: 'branchText' | 'partyGroupName'): FieldReader =>
  (reading) => {
    const line = cleanLine(cellText(reading.cell))
    noteInvisible(reading, line)
    const text = line.text.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    if (text.length > ORGANISATION_NAME_LIMIT) reading.note('text_too_long', 'refuse', { limit: ORGANISATION_NAME_LIMIT, text: String(text.length) })
    else if (text !== '') reading.values[target] = text
  }

export const FIELD_READERS: Readonly<Record<Exclude<RosterField, 'sequence'>, FieldReader>> = {
  name: readName,
  branch: organisationReader('branchText'),
  idNumber: readIdNumber,
  gender: readGender,
  ethnicity: readEthnicity,
  birthDate: dateReader('birthDate'),
  education: readEducation,
  memberType: readMemberType,
  joinedOn: dateReader('joinedOn'),
  regularOn: dateReader('regularOn'),
  post: textReader('post', 60),
  mobile: phoneReader('mobile'),
  telephone: phoneReader('telephone'),
  address: textReader('address', 120),
  membershipState: readMembershipState,
  note: textReader('note', 500),
  workNumber: textReader('workNumber', 32),
  partyGroup: organisationReader('partyGroupName'),
  nativePlace: textReader('nativePlace', 40),
  birthPlace: textReader('birthPlace', 40),
  workFrom: dateReader('workFrom'),
  degree: readDegree,
  graduatedFrom: textReader('graduatedFrom', 60),
  major: textReader('major', 60),
  isPartySchool: flagReader('isPartySchool'),
  administrativePost: textReader('administrativePost', 60),
  professionalTitle: textReader('professionalTitle', 60),
  postKind: readPostKind,
  managementLevel: readManagementLevel,
  isBackbone: flagReader('isBackbone'),
  isRetired: flagReader('isRetired'),
  appliedOn: dateReader('appliedOn'),
  activistOn: dateReader('activistOn'),
  candidateOn: dateReader('candidateOn'),
  sponsors: textReader('sponsors', 60),
  transferredInOn: dateReader('transferredInOn'),
  transferredFrom: textReader('transferredFrom', 80),
  joinedIn: textReader('joinedIn', 80),
  resume: readResume,
}
