import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AUDIT_KINDS } from '../../shared/contract/define.ts'
import { desktopContract } from '../../shared/contract/desktop.contract.ts'
import { roleSchema } from '../../shared/model/workspace.ts'
import { everyProcedure } from '../support/contract-walk.ts'
import { keyOfEntry, scopeEntries, validInputs } from '../support/deep-input.ts'

interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: unknown
  readonly anyOf?: readonly JsonSchema[]
}
const shapeOf = (schema: unknown): JsonSchema => z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema
const at = (schema: JsonSchema | undefined, path: string): JsonSchema | undefined => path.split('.').reduce<JsonSchema | undefined>((found, key) => found?.properties?.[key], schema)
/** 标识,或可以为空的标识。 */
const isId = (schema: JsonSchema | undefined): boolean => schema?.format === 'uuid' || (schema?.anyOf?.every((part) => part.format === 'uuid' || part.type === 'null') === true)

/** 登录了的人能调、会写库而不记审计的:各有各的道理,多一个要有人看过。 */
const UNAUDITED: Readonly<Record<string, string>> = { 'session.keepDraft': '没保存完的表单,只有本人看得到,不是记录', 'roster.keepLayout': '列表的样子,只有本人看得到,不是记录', 'roster.saveView': '存下的看法,只有本人看得到,不是记录', 'roster.removeView': '同上' }

describe.each(everyProcedure)('$path 声明齐全', ({ path, procedure }) => {
  const { roles, scope, confirmation, audit, kind, withoutWorkspace, whenLocked, duringJobs, input } = procedure
  it('角色:有,认得,不重', () => {
    if (!Array.isArray(roles)) return
    expect(roles.length).toBeGreaterThan(0)
    expect(new Set(roles).size).toBe(roles.length)
    for (const role of roles) expect(roleSchema.options).toContain(role)
  })
  it('登录之前能调的:不碰业务数据,不要打开工作区;登录之后才能调的不许漏进来', () => {
    if (roles === 'anyone') expect([scope, withoutWorkspace]).toEqual(['none', true])
    else expect(withoutWorkspace ?? false).toBe(false)
    if (roles === 'signed_in') expect(scope).toBe('none')
    // 锁着屏、长活做着也能调的,只有登录之前的那些;换口令例外(口令到期时要用)。
    if (whenLocked === true || duringJobs === true) expect(roles === 'anyone' || path === 'session.changePassword').toBe(true)
  })
  it('数据范围点名的每一项,输入里确有,而且是标识', () => {
    const shape = shapeOf(input)
    for (const entry of scopeEntries(procedure)) expect(isId(at(shape, keyOfEntry(entry))), keyOfEntry(entry)).toBe(true)
  })
  it('输入里的标识,要么在范围里点了名,要么有人看过', () => {
    // 顶层的 id、branchId、organisationId 一类,不点名就没人核对它归谁。
    const named = new Set(scopeEntries(procedure).map(keyOfEntry))
    const loose = Object.entries(shapeOf(input).properties ?? {}).flatMap(([key, part]) => (isId(part) && !named.has(key) ? [key] : []))
    if (scope === 'workspace' || roles === 'anyone') return
    expect(loose.filter((key) => !['previewId', 'partyGroupId', 'templateId', 'planEntryId', 'attachmentId', 'versionId', 'objectionId'].includes(key))).toEqual([])
  })
  it('会写的都记审计,查询不写也不用确认', () => {
    if (kind === 'query') expect([audit, confirmation]).toEqual(['none', 'none'])
    else if (kind === 'command' && roles !== 'anyone') expect(audit === 'none').toBe(path in UNAUDITED)
    if (audit !== 'none') expect(AUDIT_KINDS).toContain(audit)
  })
  it('多一个键的输入一律不收', () => {
    for (const sample of validInputs(procedure, ['01a2b3c4-0000-7000-8000-000000000001', 'T'.repeat(43)], 2, 5)) expect(input.safeParse({ ...(sample as object), more: 1 }).success).toBe(false)
    expect(shapeOf(input).additionalProperties).toBe(false)
  })
})

it('桌面独有的几个:不碰数据', () => {
  for (const group of Object.values(desktopContract)) for (const procedure of Object.values(group)) expect([procedure.roles, procedure.scope, procedure.audit]).toEqual(['anyone', 'none', 'none'])
})
