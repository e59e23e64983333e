import type { ColumnKey } from '../../../../shared/model/member-columns.ts'
import { partyPosts } from '../../../../shared/data/code-tables/party-posts.ts'
import { TRANSFERRED_OUT } from '../../../../shared/data/code-tables/membership-states.ts'
import type { MembershipState } from '../../../../shared/model/member.ts'
import { ageOn } from '../age.ts'
import { partyBirthdayIn, partyStandingYears } from '../party-dates.ts'
import { isOnRoster } from '../roster-state.ts'
import { STORED_COLUMNS, spanOn, type Cell, type RosterRow, type Span, type StoredColumn } from './rows.ts'

/** 那一天在册的所在支部,不在册的为空:与「所在党支部」一列不同,还没入党的也算不在册。不是给人看的列。 */
export const PRESENCE = 'presence' satisfies ColumnKey
/** 一列的全部值,按行号。 */
export type Vector = readonly Cell[]
/** 查找用的文字,按行号。 */
export interface SearchTexts {
  readonly names: readonly string[]
  /** 小写的姓名、工号:查一次十万行,不能每行都转一遍。 */
  readonly plainNames: readonly string[]
  readonly plainNumbers: readonly string[]
  readonly full: readonly string[]
  readonly initials: readonly string[]
  /** 字母查得到的全部文字接成一段:一行先看这一段,十有八九当场就不合,不必四样各看一遍。 */
  readonly letters: readonly string[]
}
export interface RosterTable {
  /** 行数,含已删掉的;行号从 0 起,从不变动。 */
  readonly size: number
  idAt(row: number): string
  rowOf(id: string): number | undefined
  isGone(row: number): boolean
  readonly texts: SearchTexts
  readonly sortOrders: readonly number[]
  /** 一列在某一天的值;PRESENCE 也取得。 */
  vector(key: ColumnKey, day: string): Vector
  /** 那一天在册的人,逐个给出:所在支部、党小组(没有为空串)、类别。不留下整列:翻看一天天的树,每天只用一次。 */
  eachPresent(day: string, tell: (branch: string, group: string, type: 'full' | 'probationary') => void): void
  /** 那一天在不在册;不在册的 departed 是离开前所在的支部。 */
  branchOn(row: number, day: string): string | null
  lastBranch(row: number): string | null
  /** 放入或更新一人。 */
  put(row: RosterRow): void
  remove(id: string): void
  /** 某列的排序依据还作不作数,由用它的人登记。 */
  onChange(listener: (key: string | null) => void): void
}

/** 值不多的列共用同一份文字:十万行里「大学本科」只存一次。 */
const MOST_SHARED = 5000
const POST_ORDER = new Map<string, number>(partyPosts.map(({ code }, index) => [code, index]))
/** 2 月 29 日照写,不换成 28 日。 */
const LEAP_YEAR = 2000
/** 外文名字才用字母查姓名。 */
const LATIN = /[a-z]/u
const NO_SPANS: readonly Span[] = []
/** 没有大写的就用原来那一份。 */
const lower = (value: Cell | undefined): string => {
  if (typeof value !== 'string') return ''
  const made = value.toLowerCase()
  return made === value ? value : made
}

/** 整本名册,按列放在内存里:十万人的筛选、排序、查找都在几十毫秒内。没有 SQL、没有时钟。 */
export const createRosterTable = (): RosterTable => {
  const ids: string[] = []
  const index = new Map<string, number>()
  const gone: boolean[] = []
  const stored = Object.fromEntries(STORED_COLUMNS.map((key) => [key, [] as Cell[]])) as Record<StoredColumn, Cell[]>
  const shared = Object.fromEntries(STORED_COLUMNS.map((key) => [key, new Map<string, string>()])) as Record<StoredColumn, Map<string, string>>
  const full: string[] = []
  const plainNames: string[] = []
  const plainNumbers: string[] = []
  const initials: string[] = []
  const letters: string[] = []
  const sortOrders: number[] = []
  const custom: string[] = []
  const branches: (readonly Span[])[] = []
  const groups: (readonly Span[])[] = []
  const posts: (readonly Span[])[] = []
  const states: (readonly Span[])[] = []
  const listeners: ((key: string | null) => void)[] = []
  /** 算出来的列:键连着日子。 */
  const derived = new Map<string, { readonly compute: (row: number) => Cell; readonly values: Cell[] }>()

  const share = (key: StoredColumn, value: Cell): Cell => {
    if (typeof value !== 'string') return value
    const known = shared[key]
    const found = known.get(value)
    if (found !== undefined) return found
    if (known.size < MOST_SHARED) known.set(value, value)
    return value
  }
  const computerOf = (key: string, day: string): ((row: number) => Cell) => {
    const { birthDate, regularOn, joinedOn } = stored
    const textAt = (cells: readonly Cell[], row: number): string | null => {
      const value = cells[row]
      return typeof value === 'string' ? value : null
    }
    if (key === 'age')
      return (row) => {
        const birth = textAt(birthDate, row)
        return birth !== null && birth <= day ? ageOn(birth, day) : null
      }
    if (key === 'partyStanding') return (row) => partyStandingYears(textAt(regularOn, row), day)
    // 只到月的没有政治生日。
    if (key === 'partyBirthday') return (row) => partyBirthdayIn(textAt(joinedOn, row), LEAP_YEAR)?.slice(5) ?? ''
    if (key === 'memberType') return (row) => typeOn(row, day)
    if (key === 'membershipState') return (row) => stateOn(branches[row] ?? NO_SPANS, states[row] ?? NO_SPANS, textAt(stored.membershipState, row) ?? 'normal', day)
    if (key === PRESENCE) return (row) => (isBefore(row, day) ? '' : (spanOn(branches[row] ?? NO_SPANS, day)?.value ?? ''))
    if (key === 'branch') return (row) => spanOn(branches[row] ?? NO_SPANS, day)?.value ?? ''
    if (key === 'partyGroup') return (row) => spanOn(groups[row] ?? NO_SPANS, day)?.value ?? ''
    if (key === 'partyPosts') return (row) => postsOn(posts[row] ?? NO_SPANS, day)
    const field = key.slice('custom:'.length)
    return (row) => {
      const text = custom[row] ?? '{}'
      return text === '{}' ? '' : ((JSON.parse(text) as Readonly<Record<string, string>>)[field] ?? '')
    }
  }
  const isStored = (key: string): key is StoredColumn => Object.hasOwn(stored, key) && key !== 'memberType' && key !== 'membershipState'
  const isBefore = (row: number, day: string): boolean => {
    const joined = stored.joinedOn[row]
    return typeof joined === 'string' && joined > day
  }
  /** 转正之前按预备党员。 */
  const typeOn = (row: number, day: string): 'full' | 'probationary' => {
    const regular = stored.regularOn[row]
    return stored.memberType[row] === 'full' && (typeof regular !== 'string' || regular <= day) ? 'full' : 'probationary'
  }
  const changed = (key: string | null): void => listeners.forEach((listener) => listener(key))

  return {
    get size() {
      return ids.length
    },
    idAt: (row) => ids[row] ?? '',
    rowOf: (id) => index.get(id),
    isGone: (row) => gone[row] === true,
    texts: { names: stored.name as string[], plainNames, plainNumbers, full, initials, letters },
    sortOrders,
    vector: (key, day) => {
      if (isStored(key)) return stored[key]
      const name = `${key}@${day}`
      const known = derived.get(name)
      if (known !== undefined) return known.values
      // 日子换多了只留新的。
      if (derived.size > 60) derived.clear()
      const compute = computerOf(key, day)
      const values = ids.map((_id, row) => compute(row))
      derived.set(name, { compute, values })
      return values
    },
    eachPresent: (day, tell) => {
      for (let row = 0; row < ids.length; row += 1) {
        if (gone[row] === true || isBefore(row, day)) continue
        const branch = spanOn(branches[row] ?? NO_SPANS, day)
        const group = spanOn(groups[row] ?? NO_SPANS, day)
        if (branch !== undefined || group !== undefined) tell(branch?.value ?? '', group?.value ?? '', typeOn(row, day))
      }
    },
    branchOn: (row, day) => (isBefore(row, day) ? null : (spanOn(branches[row] ?? NO_SPANS, day)?.value ?? null)),
    lastBranch: (row) => branches[row]?.at(-1)?.value ?? null,
    put: (source) => {
      const known = index.get(source.id)
      const row = known ?? ids.length
      if (known === undefined) {
        ids.push(source.id)
        index.set(source.id, row)
      }
      gone[row] = false
      for (const [place, key] of STORED_COLUMNS.entries()) {
        const value = share(key, source.cells[place] ?? null)
        if (known !== undefined && stored[key][row] !== value) changed(key)
        stored[key][row] = value
      }
      plainNames[row] = lower(stored.name[row])
      plainNumbers[row] = lower(stored.workNumber[row])
      full[row] = source.pinyinFull
      initials[row] = source.pinyinInitials
      letters[row] = `${source.pinyinFull}\n${source.pinyinInitials}\n${plainNumbers[row] ?? ''}${LATIN.test(plainNames[row] ?? '') ? `\n${plainNames[row] ?? ''}` : ''}`
      if (known !== undefined && sortOrders[row] !== source.sortOrder) changed('sortOrder')
      sortOrders[row] = source.sortOrder
      custom[row] = source.custom
      branches[row] = source.branches
      groups[row] = source.groups
      posts[row] = source.posts
      states[row] = source.states
      for (const [name, { compute, values }] of derived) {
        const value = compute(row)
        if (values[row] !== value) changed(name)
        values[row] = value
      }
      if (known === undefined) changed(null)
    },
    remove: (id) => {
      const row = index.get(id)
      if (row !== undefined) gone[row] = true
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

/** 那一天的党籍状态;党籍没变、组织关系转走了的,写已转出。 */
const stateOn = (branches: readonly Span[], states: readonly Span[], stored: string, day: string): string => {
  const isPresent = spanOn(branches, day) !== undefined
  const known = spanOn(states, day)?.value ?? stored
  // 没有记过日期的:在册的日子里按正常算。
  const state = isPresent && !isOnRoster(known as MembershipState) ? 'normal' : known
  const left = branches.at(-1)?.toDay ?? null
  return !isPresent && left !== null && left <= day && isOnRoster(state as MembershipState) ? TRANSFERRED_OUT : state
}
const postsOn = (spans: readonly Span[], day: string): string => {
  if (spans.length === 0) return ''
  const held = new Set(spans.filter(({ fromDay, toDay }) => fromDay <= day && (toDay === null || toDay > day)).map(({ value }) => value))
  return [...held].toSorted((left, right) => (POST_ORDER.get(left) ?? 99) - (POST_ORDER.get(right) ?? 99)).join(',')
}
