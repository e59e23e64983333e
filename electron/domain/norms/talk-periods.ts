import type { TalkPair } from '../../../shared/model/meeting.ts'

/** 登记的一次谈心谈话:只问类别和日子,不看谈了什么。 */
export interface NormTalk {
  /** 登记簿里的类别;书记与特殊对象的算支委与党员的。 */
  readonly kind: string
  readonly day: string
  /** 登记的日子。 */
  readonly enteredOn: string
}

/** 登记的类别算作三样里的哪一样;不认得的为 null。 */
export const pairOf = (kind: string): TalkPair | null => (kind === 'special' ? 'committee_member' : kind === 'committee' || kind === 'committee_member' || kind === 'members' ? kind : null)

/** 支委之间、支委与党员、党员之间各不少于一次;没有支委会的,没有「支委之间」。 */
export const talkPairsOf = (hasCommittee: boolean): readonly TalkPair[] => (hasCommittee ? ['committee', 'committee_member', 'members'] : ['committee_member', 'members'])

/**
 * 一期里谈了几样、还缺哪几样;齐了的给出登记齐的那天(各样最早登记的一次里最晚的)。
 *
 * @returns enteredOn 没齐为 null。
 */
export const talksIn = (talks: readonly NormTalk[], pairs: readonly TalkPair[]): { readonly done: number; readonly lacking: readonly TalkPair[]; readonly enteredOn: string | null } => {
  const first = new Map<TalkPair, string>()
  for (const { kind, enteredOn } of talks) {
    const pair = pairOf(kind)
    if (pair === null || !pairs.includes(pair)) continue
    const known = first.get(pair)
    if (known === undefined || enteredOn < known) first.set(pair, enteredOn)
  }
  const lacking = pairs.filter((pair) => !first.has(pair))
  return { done: first.size, lacking, enteredOn: lacking.length > 0 ? null : [...first.values()].reduce((latest, day) => (day > latest ? day : latest), '') }
}
