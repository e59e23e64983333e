import type { SchemeContent } from '../../../shared/model/scheme.ts'

/** 正在看、改的一份方案;各部分只经这里改,改了自会保存。 */
export interface Editing {
  readonly body: SchemeContent
  readonly readOnly: boolean
  /** 本单位的支部类别。 */
  readonly categories: readonly { readonly code: string; readonly name: string }[]
  change(change: (body: SchemeContent) => SchemeContent): void
}

type Scheme = SchemeContent['scheme']

/** 只改引擎用的那部分。 */
export const changeScheme = (editing: Editing, patch: Partial<Scheme>): void => editing.change((body) => ({ ...body, scheme: { ...body.scheme, ...patch } }))

/** 下一个没用过的代码,如 `ZB-07`。 */
export const freeCode = (prefix: string, taken: readonly string[]): string => {
  const used = new Set(taken)
  for (let number = 1; ; number += 1) {
    const code = `${prefix}${String(number).padStart(2, '0')}`
    if (!used.has(code)) return code
  }
}

/** 指标、维度、类别的代码 → 名称;没有为空串。 */
export const nameOfPlace = ({ texts }: SchemeContent, categories: Editing['categories']) => (place: string): string => texts.indicators[place]?.name ?? texts.dimensions[place] ?? categories.find(({ code }) => code === place)?.name ?? ''
