import { EMPTY_MEMBER, type MemberFields } from '../../../shared/model/member.ts'
import type { ImportReasonCode, ImportStatus } from '../../../shared/model/roster-import.ts'
import { isOnRoster } from '../members/roster-state.ts'
import { compareKey } from './clean-text.ts'
import { checkDates, reconcileIdNumber, type Find } from './cross-checks.ts'
import type { RosterBranch } from './match-branch.ts'
import { agrees } from './read-date.ts'
import type { FileDuplicates, MemberMatcher, StoredMember } from './match-members.ts'
import type { Finding, FindingValues, RowReading, Severity } from './read-row.ts'
import { CUSTOM, type RosterColumn, type RosterField } from './vocabulary.ts'

/** 一处改动;值是代码或原文,由服务换成给人看的字。 */
export interface FieldChange {
  readonly field: RosterColumn
  readonly before: string
  readonly after: string
}
export interface RowPlan {
  /** 已有的人:改写到哪条、当时的修订号;null 为新增。 */
  readonly target: { readonly id: string; readonly rev: number } | null
  /** 写入的全部字段;党小组要新建时 partyGroupId 为 null、newGroupName 是它的名称。 */
  readonly fields: MemberFields
  readonly newGroupName: string | null
}
export interface JudgedRow {
  readonly reading: RowReading
  readonly status: ImportStatus
  readonly findings: readonly Finding[]
  readonly changes: readonly FieldChange[]
  readonly branchName: string
  readonly groupName: string
  /** 合并后的字段(供预览);连姓名或支部都定不下来时为 null。 */
  readonly fields: MemberFields | null
  /** 被拒的行与没有变化的行为 null。 */
  readonly plan: RowPlan | null
}

interface JudgeParts {
  /** 今天 `YYYY-MM-DD`。 */
  readonly today: string
  readonly findBranch: (text: string) => RosterBranch | null
  /** 没有支部列、或该格为空时用的支部。 */
  readonly defaultBranch: (reading: RowReading) => RosterBranch | null
  readonly matcher: MemberMatcher
  readonly duplicates: FileDuplicates
}

const SEVERITIES: readonly Severity[] = ['refuse', 'warn', 'note']

/** 说「没填」的理由。 */
const MISSING_CODES: ReadonlySet<ImportReasonCode> = new Set<ImportReasonCode>(['name_missing', 'id_missing', 'joined_missing', 'regular_missing', 'member_type_missing', 'branch_missing', 'birth_from_id'])

/** 逐项比较时的次序与对应的列。 */
const COMPARED = [
  'name', 'idNumber', 'gender', 'ethnicity', 'birthDate', 'education', 'memberType', 'joinedOn', 'regularOn', 'post', 'mobile', 'telephone', 'address', 'membershipState', 'note', 'workNumber',
  'nativePlace', 'birthPlace', 'workFrom', 'degree', 'graduatedFrom', 'major', 'isPartySchool', 'administrativePost', 'professionalTitle', 'postKind', 'managementLevel', 'isBackbone', 'isRetired',
  'appliedOn', 'activistOn', 'candidateOn', 'sponsors', 'transferredInOn', 'transferredFrom', 'joinedIn', 'resume',
] as const satisfies readonly (keyof MemberFields & RosterField)[]

/** 更粗的日期不覆盖更细的:库里是 2015-07-01,文件写 2015.7,保留原值。 */
const keepFiner = (stored: string | null, incoming: string | undefined): string | null => (incoming === undefined || stored?.startsWith(incoming) === true ? stored : incoming)

/** 不参与核对的各项:填了就用新的,空格子不动。 */
const mergeRest = (base: MemberFields, values: RowReading['values']) =>
  ({
    nativePlace: values.nativePlace ?? base.nativePlace,
    birthPlace: values.birthPlace ?? base.birthPlace,
    workFrom: keepFiner(base.workFrom, values.workFrom),
    degree: values.degree ?? base.degree,
    graduatedFrom: values.graduatedFrom ?? base.graduatedFrom,
    major: values.major ?? base.major,
    isPartySchool: values.isPartySchool ?? base.isPartySchool,
    administrativePost: values.administrativePost ?? base.administrativePost,
    professionalTitle: values.professionalTitle ?? base.professionalTitle,
    postKind: values.postKind ?? base.postKind,
    managementLevel: values.managementLevel ?? base.managementLevel,
    isBackbone: values.isBackbone ?? base.isBackbone,
    isRetired: values.isRetired ?? base.isRetired,
    appliedOn: keepFiner(base.appliedOn, values.appliedOn),
    activistOn: keepFiner(base.activistOn, values.activistOn),
    candidateOn: keepFiner(base.candidateOn, values.candidateOn),
    sponsors: values.sponsors ?? base.sponsors,
    transferredInOn: keepFiner(base.transferredInOn, values.transferredInOn),
    transferredFrom: values.transferredFrom ?? base.transferredFrom,
    joinedIn: values.joinedIn ?? base.joinedIn,
    resume: values.resume ?? base.resume,
  }) satisfies Partial<MemberFields>

/**
 * 逐行下结论。规则:
 * - 有一条 refuse 就拒收;否则有 warn 为 warned(照样写入);与库里没有差别为 same(提醒照列,不算 warned,重复导入两次等于一次)。
 * - 没有证号:姓名加出生日期在库里唯一相符就算同一人并提醒,相符的不止一人则拒收;一个也没有就新增并提醒补证号;
 *   连出生日期也没有,认不出是谁,拒收。从不悄悄造出第二个人。
 * - 证号相同而姓名不同:照改,但提醒;支部不同:照改,提醒确认组织关系已转接。
 * - 人员类别没填:已有的人不动;新人填了转正日期按正式党员并提醒,否则拒收(猜错会影响表决权)。
 * - 新党小组只在第一次提到它的那行提醒一次。
 */
export const createRowJudge = ({ today, findBranch, defaultBranch, matcher, duplicates }: JudgeParts): ((reading: RowReading) => JudgedRow) => {
  /** 本文件里已有一行要改写的人 → 那一行。 */
  const taken = new Map<string, RowReading>()
  const announcedGroups = new Set<string>()

  return (reading) => {
    const findings: Finding[] = [...reading.findings]
    const unreadable = new Set(reading.findings.filter((finding) => finding.severity === 'refuse').map((finding) => finding.field))
    const find = (field: RosterField, code: ImportReasonCode, severity: Severity, values: FindingValues = {}): void => {
      // 格子有字而读不出,已经说过;不再说它没填。
      if (MISSING_CODES.has(code) && unreadable.has(field)) return
      findings.push({ field, code, severity, values })
    }
    const { values } = reading
    if (values.name === undefined) find('name', 'name_missing', 'refuse')

    const branch = values.branchText === undefined ? defaultBranch(reading) : findBranch(values.branchText)
    if (branch === null && values.branchText === undefined) find('branch', 'branch_missing', 'refuse')
    else if (branch === null && values.branchText !== undefined) find('branch', 'branch_unknown', 'refuse', { text: values.branchText })
    const facts = reconcileIdNumber(values, today, find)
    const stored = matchStored(reading, facts.birthDate, find)

    const duplicate = duplicates.duplicateOf(reading) ?? (stored === null ? null : (taken.get(stored.id) ?? null))
    if (duplicate !== null) find(values.idNumber === undefined ? 'name' : 'idNumber', 'duplicate_in_file', 'refuse', { row: duplicate.row, ...(duplicate.sheet === reading.sheet ? {} : { sheet: duplicate.sheet }) })

    const memberType = values.memberType ?? stored?.fields.memberType ?? (values.regularOn === undefined ? null : 'full')
    if (values.memberType === undefined && stored === null) find('memberType', 'member_type_missing', memberType === null ? 'refuse' : 'warn')

    const base: MemberFields = stored?.fields ?? EMPTY_MEMBER
    const fields: MemberFields = {
      ...base,
      name: values.name ?? base.name,
      idNumber: values.idNumber ?? base.idNumber,
      gender: facts.gender === undefined || (values.gender === undefined && base.gender !== '0') ? base.gender : facts.gender,
      birthDate: values.birthDate === undefined && base.birthDate !== null && !agrees(base.birthDate, facts.birthDate ?? base.birthDate) ? base.birthDate : keepFiner(base.birthDate, facts.birthDate),
      ethnicity: values.ethnicity ?? base.ethnicity,
      education: values.education ?? base.education,
      memberType: memberType ?? base.memberType,
      joinedOn: keepFiner(base.joinedOn, values.joinedOn),
      regularOn: keepFiner(base.regularOn, values.regularOn),
      post: values.post ?? base.post,
      membershipState: values.membershipState ?? base.membershipState,
      workNumber: values.workNumber ?? base.workNumber,
      note: values.note ?? base.note,
      mobile: values.mobile ?? base.mobile,
      telephone: values.telephone ?? base.telephone,
      address: values.address ?? base.address,
      ...mergeRest(base, values),
      custom: values.custom === undefined ? base.custom : { ...base.custom, ...values.custom },
      branchId: branch?.id ?? base.branchId,
    }
    if (fields.idNumber === '') find('idNumber', 'id_missing', fields.birthDate === null && stored === null ? 'refuse' : 'warn')
    checkDates(fields, memberType, values, today, find)

    const moved = stored !== null && branch !== null && stored.fields.branchId !== branch.id
    if (moved) find('branch', 'branch_changed', 'warn', { text: stored.branchName, other: branch.name })
    const group = chooseGroup(reading, branch, stored, moved, isOnRoster(fields.membershipState))
    const changes = stored === null ? [] : listChanges(stored, fields, branch, group.name)
    const refused = findings.some((finding) => finding.severity === 'refuse')
    const isSame = stored !== null && changes.length === 0
    if (!refused && group.isNew && branch !== null) {
      const key = `${branch.id}\u0000${compareKey(group.name)}`
      if (!announcedGroups.has(key)) find('partyGroup', 'group_created', 'warn', { text: group.name })
      announcedGroups.add(key)
    }
    if (!refused && stored !== null) taken.set(stored.id, reading)
    const warned = findings.some((finding) => finding.severity === 'warn')
    const status: ImportStatus = refused ? 'refused' : isSame ? 'same' : warned ? 'warned' : stored === null ? 'new' : 'changed'
    const complete: MemberFields = { ...fields, partyGroupId: group.id }
    return {
      reading,
      status,
      // 最要紧的在前,同等的按列的次序。
      findings: findings.toSorted((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity)),
      changes: refused ? [] : changes,
      branchName: branch?.name ?? '',
      groupName: group.name,
      fields: values.name === undefined && stored === null ? null : complete,
      plan: refused || isSame ? null : { target: stored === null ? null : { id: stored.id, rev: stored.rev }, fields: complete, newGroupName: group.isNew ? group.name : null },
    }
  }

  function matchStored(reading: RowReading, birthDate: string | undefined, find: Find): StoredMember | null {
    const { name, idNumber } = reading.values
    if (idNumber !== undefined) {
      // 登记在管不到的支部:拒收,也不说那是谁;否则凭一个证号就能看到、改到别的支部的人。
      if (matcher.isElsewhere(idNumber)) {
        find('idNumber', 'duplicate_in_store', 'refuse')
        return null
      }
      const same = matcher.byIdNumber(idNumber)
      if (same !== undefined) {
        if (name !== undefined && name !== same.fields.name) find('idNumber', 'duplicate_in_store', 'warn', { text: same.fields.name, other: same.branchName })
        return same
      }
    }
    // 证号读不出的行已经拒收,不再按姓名去认人。
    if (name === undefined || birthDate === undefined || (idNumber === undefined && reading.findings.some((finding) => finding.field === 'idNumber' && finding.severity === 'refuse'))) return null
    const namesakes = matcher.byNameAndBirth(name, birthDate)
    if (namesakes.length === 0) return null
    const candidates = idNumber === undefined ? namesakes : namesakes.filter((member) => member.fields.idNumber === '')
    const [only] = candidates
    if (candidates.length > 1) find('name', 'same_name_and_birth', 'refuse', { text: name, limit: candidates.length, other: 'several' })
    else if (only === undefined) find('name', 'same_name_and_birth', 'warn', { text: name, other: 'different_id', sheet: namesakes[0]?.branchName ?? '' })
    else if (only.fields.idNumber !== '' || idNumber !== undefined) find('name', 'same_name_and_birth', 'warn', { text: name, other: 'matched', sheet: only.branchName })
    return candidates.length === 1 && only !== undefined ? only : null
  }

  function chooseGroup(reading: RowReading, branch: RosterBranch | null, stored: StoredMember | null, moved: boolean, onRoster: boolean): { readonly id: string | null; readonly name: string; readonly isNew: boolean } {
    // 已出党、去世等不在册的人没有党小组。
    const wanted = onRoster ? reading.values.partyGroupName : undefined
    // 没填小组:留在原小组;换了支部,原支部的小组就不再适用。
    if (wanted === undefined) return moved || stored === null ? { id: null, name: '', isNew: false } : { id: stored.fields.partyGroupId, name: stored.partyGroupName, isNew: false }
    const existing = branch?.groups.find((group) => compareKey(group.name) === compareKey(wanted))
    return existing === undefined ? { id: null, name: wanted, isNew: true } : { id: existing.id, name: existing.name, isNew: false }
  }
}

const listChanges = (stored: StoredMember, fields: MemberFields, branch: RosterBranch | null, groupName: string): FieldChange[] => {
  const changes: FieldChange[] = []
  for (const field of COMPARED) {
    const before = String(stored.fields[field] ?? '')
    const after = String(fields[field] ?? '')
    if (before !== after) changes.push({ field, before, after })
  }
  for (const [id, after] of Object.entries(fields.custom)) if (stored.fields.custom[id] !== after) changes.push({ field: `${CUSTOM}${id}`, before: stored.fields.custom[id] ?? '', after })
  if (branch !== null && stored.fields.branchId !== branch.id) changes.push({ field: 'branch', before: stored.branchName, after: branch.name })
  if (compareKey(stored.partyGroupName) !== compareKey(groupName)) changes.push({ field: 'partyGroup', before: stored.partyGroupName, after: groupName })
  return changes
}
