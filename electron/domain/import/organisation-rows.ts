import type { OrganisationKind } from '../../../shared/model/organisation.ts'
import type { ImportStatus } from '../../../shared/model/roster-import.ts'
import { mayBeUnder } from '../organisation/parent-rules.ts'
import { compareKey } from '../roster/clean-text.ts'
import type { PlainRow } from './plain-row.ts'

export const ORGANISATION_FIELDS = ['name', 'shortName', 'code', 'parent', 'kind', 'category', 'foundedOn', 'contact', 'phone', 'meetingPlace', 'note', 'sequence'] as const
export type OrganisationField = (typeof ORGANISATION_FIELDS)[number]

/** 库里已有的一个组织。 */
export interface StoredOrganisation {
  readonly id: string
  readonly rev: number
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly code: string
  readonly parentId: string | null
  readonly category: string
  readonly foundedOn: string
  readonly contact: string
  readonly phone: string
  readonly meetingPlace: string
  readonly note: string
}
/** 能改的几项;改名、划转、改类别走组织变动,不在导入里做。 */
const EDITABLE = ['code', 'category', 'foundedOn', 'contact', 'phone', 'meetingPlace', 'note'] as const
export type OrganisationValues = Pick<StoredOrganisation, 'name' | 'shortName' | (typeof EDITABLE)[number]> & { readonly kind: OrganisationKind }

export interface OrganisationPlan {
  readonly target: { readonly id: string; readonly rev: number } | null
  /** 上级:库里的,或同一份表里的第几个计划。 */
  readonly parent: { readonly id: string } | { readonly key: string } | null
  readonly key: string
  readonly values: OrganisationValues
}
export interface JudgedOrganisation {
  readonly row: PlainRow<OrganisationField>
  readonly status: ImportStatus
  readonly name: string
  readonly kind: OrganisationKind | null
  readonly parentName: string
  readonly values: OrganisationValues | null
  readonly changes: readonly { readonly field: OrganisationField; readonly before: string; readonly after: string }[]
  readonly plan: OrganisationPlan | null
}

export interface OrganisationWords {
  readonly kinds: ReadonlyMap<string, OrganisationKind>
  readonly endings: readonly (readonly [ending: string, kind: OrganisationKind])[]
  /** 支部分类:名称与代码 → 代码。 */
  readonly categories: ReadonlyMap<string, string>
  readonly today: string
  /** 没写上级的归它。 */
  readonly root: StoredOrganisation | null
  /** 管得到的;管不到的只知道名称、代码被占着。 */
  readonly reachable: (id: string) => boolean
}

const LIMITS = { name: 80, shortName: 40, code: 32, contact: 40, phone: 40, meetingPlace: 80, note: 500 } as const
const DAY_LENGTH = 10
const nameKey = (name: string): string => compareKey(name)
/** 「中共」可写可不写。 */
const bareKey = (name: string): string => nameKey(name).replace(/^(?:\u4e2d\u5171|\u4e2d\u56fd\u5171\u4ea7\u515a)/, '')

/** 去掉末尾「党支部」「支部」一类,同一类别的再比:「铸造车间支部」就是「铸造车间党支部」。 */
const coreKey = (name: string, kind: OrganisationKind, endings: OrganisationWords['endings']): string => {
  const bare = bareKey(name)
  const ending = endings.find(([text]) => bare.length > text.length && bare.endsWith(text))?.[0] ?? ''
  return `${kind} ${bare.slice(0, bare.length - ending.length)}`
}

interface Reading {
  readonly row: PlainRow<OrganisationField>
  readonly key: string
  readonly name: string | undefined
  readonly values: OrganisationValues | null
  readonly given: ReadonlySet<string>
  readonly parentText: string | undefined
}

const readOne = (row: PlainRow<OrganisationField>, words: OrganisationWords, kindOfExisting: (name: string) => OrganisationKind | null): Reading => {
  const name = row.text('name', LIMITS.name)
  if (name === undefined) row.find('name', 'organisation_name_missing', 'refuse')
  const kindText = row.text('kind', LIMITS.name)
  let kind = kindText === undefined ? undefined : words.kinds.get(compareKey(kindText))
  const byName = name === undefined ? undefined : (words.endings.find(([ending]) => nameKey(name).endsWith(ending))?.[1] ?? kindOfExisting(name) ?? undefined)
  if (kind === undefined && byName !== undefined) {
    if (kindText !== undefined) row.find('kind', 'organisation_kind_unreadable', 'warn', { text: kindText })
    kind = byName
  }
  if (kind === undefined && name !== undefined) row.find('kind', kindText === undefined ? 'organisation_kind_missing' : 'organisation_kind_unreadable', 'refuse', { text: kindText ?? '' })
  const categoryText = row.text('category', LIMITS.name)
  const category = categoryText === undefined ? undefined : words.categories.get(compareKey(categoryText))
  if (categoryText !== undefined && category === undefined) row.find('category', 'category_unknown', 'warn', { text: categoryText })
  const founded = row.day('foundedOn')
  if (founded !== undefined && founded > words.today) row.find('foundedOn', 'date_in_future', 'refuse', { text: founded })
  if (founded !== undefined && founded.length < DAY_LENGTH) row.find('foundedOn', 'founded_month_only', 'warn', { text: founded })
  const texts = { shortName: row.text('shortName', LIMITS.shortName), code: row.text('code', LIMITS.code), contact: row.text('contact', LIMITS.contact), phone: row.text('phone', LIMITS.phone), meetingPlace: row.text('meetingPlace', LIMITS.meetingPlace), note: row.text('note', LIMITS.note) }
  const foundedOn = founded?.length === DAY_LENGTH ? founded : undefined
  const given = new Set(Object.entries({ ...texts, category, foundedOn }).flatMap(([field, value]) => (value === undefined ? [] : [field])))
  const values = name === undefined || kind === undefined ? null : { name, kind, shortName: texts.shortName ?? '', code: texts.code ?? '', category: kind === 'branch' ? (category ?? '') : '', foundedOn: foundedOn ?? '', contact: texts.contact ?? '', phone: texts.phone ?? '', meetingPlace: texts.meetingPlace ?? '', note: texts.note ?? '' }
  return { row, key: `${row.row} ${row.sheet}`, name, values, given, parentText: row.text('parent', LIMITS.name) }
}

/**
 * 逐行下结论。规则:
 * - 按名称(「中共」「党支部」的「党」可省)认库里的;认得的只改代码、分类、成立日期、联系人、电话、场所、备注,类别不同的提醒去办组织变动;
 * - 代码是别的组织的,拒收:改名请办组织变动;
 * - 新的:上级可以在库里,也可以在同一份表的别的行里(先后不论);没写上级的归最上级并提醒;上级那一行被拒,这一行也拒;
 * - 代码、名称重复(库里、表里)的拒收;党小组只在本支部里不重名。
 */
export const judgeOrganisations = (rows: readonly PlainRow<OrganisationField>[], stored: readonly StoredOrganisation[], words: OrganisationWords): JudgedOrganisation[] => {
  const byCode = new Map(stored.filter(({ code }) => code !== '').map((one) => [compareKey(one.code), one]))
  const byName = new Map<string, StoredOrganisation | null>()
  const put = (map: Map<string, StoredOrganisation | null>, key: string, one: StoredOrganisation): void => void (key !== '' && map.set(key, map.has(key) && map.get(key)?.id !== one.id ? null : one))
  for (const one of stored.filter(({ kind }) => kind !== 'party_group')) for (const text of [one.name, one.shortName]) for (const key of new Set([nameKey(text), bareKey(text)])) put(byName, key, one)
  const byCore = new Map<string, StoredOrganisation | null>()
  for (const one of stored.filter(({ kind }) => kind !== 'party_group')) for (const text of [one.name, one.shortName]) if (text !== '') put(byCore, coreKey(text, one.kind, words.endings), one)
  const groups = new Map(stored.filter(({ kind }) => kind === 'party_group').map((one) => [`${one.parentId ?? ''} ${nameKey(one.name)}`, one]))
  const storedNamed = (text: string): StoredOrganisation | null => byName.get(nameKey(text)) ?? byName.get(bareKey(text)) ?? null
  const readings = rows.map((row) => readOne(row, words, (name) => storedNamed(name)?.kind ?? null))
  const inFile = new Map<string, Reading>()
  for (const reading of readings) if (reading.values !== null && reading.values.kind !== 'party_group') for (const text of [reading.values.name, reading.values.shortName]) if (text !== '' && !inFile.has(bareKey(text))) inFile.set(bareKey(text), reading)

  const seenCodes = new Map<string, Reading>()
  const seenNames = new Map<string, Reading>()
  const refused = new Set<Reading>()
  const parents = new Map<Reading, StoredOrganisation | Reading | null>()
  const targets = new Map<Reading, StoredOrganisation>()
  const refuse = (reading: Reading, field: OrganisationField, code: Parameters<Reading['row']['find']>[1], values: Parameters<Reading['row']['find']>[3] = {}): void => {
    reading.row.find(field, code, 'refuse', values)
    refused.add(reading)
  }
  const kindOf = (parent: StoredOrganisation | Reading): OrganisationKind | null => ('values' in parent ? (parent.values?.kind ?? null) : parent.kind)

  for (const reading of readings) {
    const { row, values, parentText } = reading
    if (values === null) continue
    const codeOwner = values.code === '' ? undefined : byCode.get(compareKey(values.code))
    const parent = parentText === undefined ? null : (storedNamed(parentText) ?? byCode.get(compareKey(parentText)) ?? inFile.get(bareKey(parentText)) ?? undefined)
    const groupOwner = values.kind !== 'party_group' || parent === null || parent === undefined || 'values' in parent ? undefined : groups.get(`${parent.id} ${nameKey(values.name)}`)
    const target = values.kind === 'party_group' ? groupOwner : (storedNamed(values.name) ?? byCore.get(coreKey(values.name, values.kind, words.endings)) ?? undefined)
    // 代码相同、名称是别的:可能是改了名,也可能是代码写错了,不替人猜。
    if (codeOwner !== undefined && codeOwner.id !== target?.id) refuse(reading, 'code', 'code_taken', { text: words.reachable(codeOwner.id) ? codeOwner.name : '' })
    for (const [seen, key, field] of [[seenCodes, compareKey(values.code), 'code'], [seenNames, values.kind === 'party_group' ? `${compareKey(parentText ?? '')} ${nameKey(values.name)}` : nameKey(values.name), 'name']] as const) {
      const other = key === '' ? undefined : seen.get(key)
      if (other !== undefined) refuse(reading, field, 'organisation_twice', { row: other.row.row, ...(other.row.sheet === row.sheet ? {} : { sheet: other.row.sheet }) })
      else if (key !== '') seen.set(key, reading)
    }
    if (target !== undefined) {
      if (words.reachable(target.id)) targets.set(reading, target)
      else refuse(reading, 'name', 'organisation_elsewhere')
      continue
    }
    if (parent === undefined) refuse(reading, 'parent', 'parent_unknown', { text: parentText ?? '' })
    else if (parent === null) {
      if (words.root === null || values.kind === 'party_group') refuse(reading, 'parent', 'parent_missing')
      else {
        parents.set(reading, words.root)
        row.find('parent', 'parent_assumed', 'warn', { text: words.root.name })
      }
    } else if (parent === reading) refuse(reading, 'parent', 'parent_itself')
    else parents.set(reading, parent)
    const settled = parents.get(reading)
    if (settled === undefined || settled === null) continue
    const parentKind = kindOf(settled)
    if (!('values' in settled) && !words.reachable(settled.id)) refuse(reading, 'parent', 'parent_unknown', { text: parentText ?? '' })
    else if (parentKind !== null && !mayBeUnder(values.kind, parentKind)) refuse(reading, 'parent', 'parent_unsuitable', { text: parentText ?? ('values' in settled ? (settled.values?.name ?? '') : settled.name) })
  }
  for (const reading of readings) if (reading.row.findings.some(({ severity }) => severity === 'refuse')) refused.add(reading)
  // 上级被拒、或上级绕成圈的,跟着拒;一层层传下去。
  for (let again = true; again; ) {
    again = false
    for (const reading of readings) {
      const parent = parents.get(reading)
      if (refused.has(reading) || parent === undefined || parent === null || !('values' in parent)) continue
      const above = new Set<Reading>([reading])
      let at: StoredOrganisation | Reading | null | undefined = parent
      while (at !== null && at !== undefined && 'values' in at && !above.has(at)) {
        above.add(at)
        at = targets.has(at) ? null : parents.get(at)
      }
      const circles = at !== null && at !== undefined && 'values' in at
      if (!circles && !refused.has(parent)) continue
      refuse(reading, 'parent', circles ? 'parent_itself' : 'parent_refused', { text: parent.values?.name ?? '', row: parent.row.row })
      again = true
    }
  }
  return readings.map((reading) => conclude(reading, { refused: refused.has(reading), target: targets.get(reading) ?? null, parent: parents.get(reading) ?? null, parentTarget: (other) => targets.get(other) ?? null }))
}

const conclude = (reading: Reading, { refused, target, parent, parentTarget }: { readonly refused: boolean; readonly target: StoredOrganisation | null; readonly parent: StoredOrganisation | Reading | null; readonly parentTarget: (reading: Reading) => StoredOrganisation | null }): JudgedOrganisation => {
  const { row, values, given, parentText, key } = reading
  const changes: { field: OrganisationField; before: string; after: string }[] = []
  if (target !== null && values !== null) {
    for (const field of EDITABLE) if (given.has(field) && values[field] !== '' && target[field] !== values[field]) changes.push({ field, before: target[field], after: values[field] })
    if (target.kind !== values.kind) row.find('kind', 'organisation_changing', 'warn', { text: target.name })
  }
  const parentStored = parent === null ? null : 'values' in parent ? parentTarget(parent) : parent
  const parentRef = parent === null ? null : parentStored !== null ? { id: parentStored.id } : 'values' in parent ? { key: parent.key } : null
  const warned = row.findings.some(({ severity }) => severity === 'warn')
  const same = target !== null && changes.length === 0
  const status: ImportStatus = refused ? 'refused' : same ? 'same' : warned ? 'warned' : target === null ? 'new' : 'changed'
  const plan = refused || same || values === null ? null : { target: target === null ? null : { id: target.id, rev: target.rev }, parent: parentRef, key, values }
  return { row, status, name: reading.name ?? '', kind: values?.kind ?? null, parentName: parentText ?? (parent === null || 'values' in parent ? '' : parent.name), values, changes: refused ? [] : changes, plan }
}
