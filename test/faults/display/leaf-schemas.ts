import type { z } from 'zod'

/** 一处输出:文字在哪个形状之下。 */
type Visit = (schema: z.ZodType | null, text: string) => void

interface Inner {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly valueType?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly out?: z.ZodType
  readonly getter?: () => z.ZodType
}
const inner = (schema: z.ZodType): Inner => (schema as unknown as { readonly _zod: { readonly def: Inner } })._zod.def

/** 顺着契约的输出形状走一遍实际的输出,逐个交出文字和它自己的形状(不知道形状的给 null)。 */
export const walkOutput = (schema: z.ZodType | null, value: unknown, visit: Visit): void => {
  if (typeof value === 'string') {
    const leaf = schema === null ? null : unwrap(schema, value)
    return visit(leaf, value)
  }
  if (typeof value !== 'object' || value === null) return
  const def = schema === null ? null : inner(unwrap(schema, value) ?? schema)
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walkOutput(def?.element ?? def?.items?.[index] ?? null, item, visit)
    return
  }
  for (const [key, item] of Object.entries(value)) walkOutput(def?.shape?.[key] ?? def?.valueType ?? null, item, visit)
}

/** 去掉可空、可选、二选一这些外壳,露出管这个值的那一层。 */
const unwrap = (schema: z.ZodType, value: unknown): z.ZodType | null => {
  const def = inner(schema)
  if (def.options !== undefined) {
    const fitting = def.options.find((option) => option.safeParse(value).success)
    return fitting === undefined ? null : unwrap(fitting, value)
  }
  const next = def.innerType ?? def.out ?? def.getter?.()
  return next === undefined ? schema : unwrap(next, value)
}
