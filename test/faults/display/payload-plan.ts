import type { z } from 'zod'
import { lineSchema } from '../../../shared/model/common.ts'
import { PAYLOADS } from '../../fixtures/attacks/payloads.ts'
import { walkOutput } from './leaf-schemas.ts'
import type { TextSlot } from './text-slots.ts'

/** 记号:每处文字一个,显示出来认得是哪一处。 */
const tokenOf = (index: number): string => `\u4e19${index.toString(36)}\u4e59`
const TOKEN = /\u4e19([0-9a-z]+)\u4e59/g
export const tokensIn = (text: string): readonly number[] => [...text.matchAll(TOKEN)].map((found) => Number.parseInt(found[1] ?? '', 36))

/** 一处文字在输出里的样子:形状,以及它前后还拼着什么。 */
interface Sighting {
  readonly schema: z.ZodType
  readonly before: string
  readonly after: string
}
const UNSEEN = lineSchema(20)
const PACK = ' \u25c7 '

/** 每处放哪一条恶意文字:按契约的输出形状收不收来挑,一遍一遍轮换。 */
export const createPlan = (slots: readonly TextSlot[]) => {
  const sightings = new Map<string, Sighting[]>()
  const seen = new Set<string>()
  const ordinals = slots.map(() => 0)
  const sizes = new Map<string, number>()
  for (const [index, { group }] of slots.entries()) {
    ordinals[index] = sizes.get(group) ?? 0
    sizes.set(group, (ordinals[index] ?? 0) + 1)
  }
  // 不原样出现在输出里的(手机号只出后四位),按最平常的单行输入收。
  const accepts = (group: string, text: string): boolean => (sightings.get(group) ?? [{ schema: UNSEEN, before: '', after: '' }]).every(({ schema, before, after }) => schema.safeParse(`${before}${text}${after}`).success)
  const chosen = new Map<string, { readonly texts: readonly string[]; readonly each: number }>()
  const choose = (group: string) => {
    const known = chosen.get(group)
    if (known !== undefined) return known
    const texts = PAYLOADS.map(({ text }) => text).filter((text) => text.trim() !== '' && accepts(group, text))
    const made = { texts, each: accepts(group, '\u957f'.repeat(450)) ? 6 : accepts(group, '\u957f'.repeat(190)) ? 2 : 1 }
    chosen.set(group, made)
    return made
  }
  return {
    tokenOf,
    /** 带着记号的一份输出:记下每处文字受哪些形状管。 */
    notice: (schema: z.ZodType | null, value: unknown): void =>
      walkOutput(schema, value, (leaf, text) => {
        for (const found of text.matchAll(TOKEN)) {
          const slot = slots[Number.parseInt(found[1] ?? '', 36)]
          if (slot === undefined) continue
          seen.add(slot.group)
          if (leaf === null) continue
          const list = sightings.get(slot.group) ?? []
          if (list.length < 50 && !list.some((one) => one.schema === leaf)) sightings.set(slot.group, [...list, { schema: leaf, before: text.slice(0, found.index), after: text.slice(found.index + found[0].length) }])
        }
      }),
    /** 到过输出的组。 */
    seenGroups: (): ReadonlySet<string> => seen,
    /** 第几遍、哪一处放哪几条;放不下几条的只放一条,一条也不收的为空。 */
    payloadsFor: (index: number, pass: number): readonly string[] => {
      const { group } = slots[index] ?? { group: '' }
      const { texts, each } = choose(group)
      if (texts.length === 0) return []
      const from = ((ordinals[index] ?? 0) + pass * (sizes.get(group) ?? 1)) * each
      const some = Array.from({ length: each }, (_, offset) => texts[(from + offset) % texts.length] ?? '')
      while (some.length > 1 && !accepts(group, some.join(PACK))) some.pop()
      return some
    },
    join: (some: readonly string[]): string => some.join(PACK),
  }
}
