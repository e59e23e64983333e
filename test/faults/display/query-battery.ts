import { z } from 'zod'
import { contract } from '../../../shared/contract/index.ts'
import type { ContractTree } from '../../../shared/contract/define.ts'
import type { Core } from '../../../electron/core.ts'

export interface Query {
  readonly path: string
  readonly input: unknown
  readonly output: z.ZodType
}
interface InputShape {
  readonly type?: string
  readonly properties?: Readonly<Record<string, InputShape>>
  readonly anyOf?: readonly InputShape[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
}
/** 造输入时可用的真实标识,按键名里的词找;找不到的全部试一遍。 */
export interface KnownIds {
  readonly [word: string]: readonly unknown[]
}

let last = 0
export const ask = async (core: Core, path: string, input: unknown): Promise<{ readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string } }> => JSON.parse(await core.dispatch(JSON.stringify({ id: `q${++last}`, path, input }))) as { readonly ok: boolean }

/** 每一项可以试的值。 */
const candidates = (key: string, shape: InputShape, known: KnownIds): readonly unknown[] => {
  if (shape.anyOf !== undefined) return shape.anyOf.flatMap((part) => candidates(key, part, known)).toSorted((a, b) => Number(a !== null) - Number(b !== null))
  if (shape.type === 'null') return [null]
  if (shape.enum !== undefined) return shape.enum
  if (shape.type === 'integer') return [key === 'limit' ? Math.min(500, shape.maximum ?? 500) : key === 'year' ? 2026 : Math.max(shape.minimum ?? 0, 0)]
  if (shape.type === 'boolean') return [false]
  if (shape.type === 'object') return combine(shape, known)
  if (shape.type === 'array') return [known[key] ?? []]
  const words = Object.keys(known).filter((word) => key.toLowerCase().includes(word))
  if (shape.format === undefined && Object.hasOwn(known, key)) return known[key] ?? []
  if (shape.format === 'uuid') return words.length > 0 ? words.flatMap((word) => known[word] ?? []) : Object.values(known).flat().filter((id) => z.uuid().safeParse(id).success)
  if (key === 'period') return known['period'] ?? []
  if (key === 'indicatorId') return known['indicator'] ?? []
  return shape.pattern === undefined ? [''] : ['', '2026-09-01', '2026-09']
}
/** 各项的值凑成输入;最多这么多种,先变后面的项。 */
const MOST = 40
const combine = (shape: InputShape, known: KnownIds): readonly Readonly<Record<string, unknown>>[] => {
  let made: Readonly<Record<string, unknown>>[] = [{}]
  for (const [key, part] of Object.entries(shape.properties ?? {})) made = made.flatMap((before) => candidates(key, part, known).map((value) => ({ ...before, [key]: value }))).slice(0, MOST)
  return made
}

/** 一个过程可以试的输入。 */
export const inputsOf = (input: z.ZodType, known: KnownIds): readonly Readonly<Record<string, unknown>>[] => combine(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as InputShape, known)

/** 读的不是库:导入的预览只在内存里,重开工作区就没有了;它由「读进来的名册」那一步画出来。 */
const NOT_STORED: ReadonlySet<string> = new Set(['imports.previewRows'])

/**
 * 契约里每一个查询,各配几份叫得通的输入。后来加的查询自动在内。
 *
 * @returns queries 叫得通的;silent 一份输入也叫不通的过程与原因;这个核心还没接上的(UNKNOWN_PROCEDURE)不算。
 */
export const makeBattery = async (core: Core, known: KnownIds): Promise<{ readonly queries: readonly Query[]; readonly silent: readonly string[] }> => {
  const queries: Query[] = []
  const silent: string[] = []
  for (const [group, procedures] of Object.entries(contract as ContractTree)) {
    for (const [name, procedure] of Object.entries(procedures)) {
      if (procedure.kind !== 'query') continue
      const path = `${group}.${name}`
      if (NOT_STORED.has(path)) continue
      let found = 0
      let refused = ''
      // 同名而不同样的项,按「过程:项」另给。
      const own = Object.fromEntries(Object.entries(known).flatMap(([key, values]) => (key.startsWith(`${path}:`) ? [[key.slice(path.length + 1), values]] : [])))
      for (const input of inputsOf(procedure.input as z.ZodType, { ...known, ...own })) {
        const reply = await ask(core, path, input)
        if (!reply.ok) {
          refused = reply.error?.code ?? ''
          continue
        }
        queries.push({ path, input, output: procedure.output as z.ZodType })
        found++
        if (found >= 6) break
      }
      if (found === 0 && refused !== 'UNKNOWN_PROCEDURE') silent.push(`${path} ${refused}`)
    }
  }
  return { queries, silent }
}
