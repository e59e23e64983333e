import { duesNorms } from './dues-norms.ts'
import { developmentNorms } from './development-norms.ts'
import { meetingNorms, windowNorms } from './meeting-norms.ts'
import type { NormEntry } from './norm-entry.ts'
import { organisationNorms } from './organisation-norms.ts'
import { termNorms } from './term-norms.ts'

/**
 * 全部数字,按用处分组;次序即「规则和数字」一页的次序。
 *
 * 加一个数:在所属的文件里加一行(要加一组就加一个文件),代码里用 `norms('键')` 取值
 * (服务用 `createNormRepo(db).normValue`,规则函数收一个 `Norms`)。库里只存改过的。
 */
export const NORM_GROUPS = [
  { key: 'organisation', label: '组织和班子', entries: organisationNorms },
  { key: 'term', label: '任期和换届', entries: termNorms },
  { key: 'meeting', label: '组织生活', entries: meetingNorms },
  { key: 'window', label: '填报的窗口', entries: windowNorms },
  { key: 'dues', label: '党费', entries: duesNorms },
  { key: 'development', label: '发展党员、转接和关怀', entries: developmentNorms },
] as const satisfies readonly { readonly key: string; readonly label: string; readonly entries: readonly NormEntry[] }[]

type Registered = (typeof NORM_GROUPS)[number]['entries'][number]
export type NormKey = Registered['key']
type EntryOf<K extends NormKey> = Extract<Registered, { readonly key: K }>
/** 数字的键取到数,选项的键取到选项代码。 */
export type NormValueOf<K extends NormKey> = EntryOf<K> extends { readonly choices: readonly { readonly code: infer C }[] } ? C : number
/** 现行的数:改过的用改过的,没改的用缺省。规则函数只认这一个口子。 */
export type Norms = <K extends NormKey>(key: K) => NormValueOf<K>

const ENTRIES: ReadonlyMap<string, NormEntry> = new Map(NORM_GROUPS.flatMap(({ entries }) => entries as readonly NormEntry[]).map((entry) => [entry.key, entry]))
export const findNorm = (key: string): NormEntry | undefined => ENTRIES.get(key)

/** 文本能不能作这个数的值。 */
export const readNormText = (entry: NormEntry, text: string): string | number | null => {
  if (entry.kind === 'choice') return entry.choices.some(({ code }) => code === text) ? text : null
  if (!/^\d{1,9}$/.test(text)) return null
  const value = Number(text)
  return value >= entry.min && value <= entry.max ? value : null
}

/** @param stored 键 → 改过的文本;读不懂的按缺省。 */
export const normsFrom =
  (stored: (key: string) => string | undefined): Norms =>
  (key) => {
    const entry = findNorm(key) as NormEntry
    const text = entry.fixed === true ? undefined : stored(key)
    // 键决定值的类型,登记表里写着;这里推导不到。
    return ((text === undefined ? null : readNormText(entry, text)) ?? entry.default) as NormValueOf<typeof key>
  }
/** 全用缺省。 */
export const defaultNorms: Norms = normsFrom(() => undefined)
