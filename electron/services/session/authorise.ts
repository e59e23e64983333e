import type { Procedure, ScopedTable } from '../../../shared/contract/define.ts'
import type { Grant, Role } from '../../../shared/model/workspace.ts'
import { accessTo, NOTHING, WHOLE, type Access } from '../../rpc/access.ts'
import type { UnitSubtree } from '../../store/repos/unit-subtree.ts'

interface Named {
  readonly organisation?: string
  readonly record?: ScopedTable
  readonly key?: string
}

/** 按 `a.b` 取输入里的一项;契约的类型已保证有这一项。 */
const valueAt = (input: unknown, path: string): unknown => path.split('.').reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined), input)

/** 一个授权管得到哪些组织。授在最上级的就是全单位。 */
const accessOf = (grants: readonly Grant[], tree: UnitSubtree): Access => {
  const top = tree.top()
  if (grants.some(({ unitId }) => unitId === top)) return WHOLE
  return accessTo(new Set(grants.flatMap(({ unitId }) => [...tree.below(unitId)])))
}

export interface Authority {
  readonly role: Role | ''
  readonly access: Access
}

/**
 * 凭手里的授权能不能做这一步(输入已按契约核对)。
 *
 * @returns 凭哪个角色、管到哪里;null 为不许。没有的记录放行,由处理函数回 NOT_FOUND。
 */
export const authorise = (procedure: Procedure, input: unknown, grants: readonly Grant[], tree: UnitSubtree | null): Authority | null => {
  if (procedure.roles === 'anyone' || procedure.roles === 'signed_in') return { role: '', access: NOTHING }
  const allowed: readonly Role[] = procedure.roles
  const held = grants.filter(({ role }) => allowed.includes(role))
  const role = held[0]?.role
  if (role === undefined || tree === null) return null
  const access = accessOf(held, tree)
  const scope = procedure.scope as 'none' | 'workspace' | 'visible' | readonly Named[]
  if (scope === 'workspace') return access.isWhole ? { role, access } : null
  if (typeof scope === 'string') return { role, access }
  for (const { organisation, record, key } of scope) {
    const value = valueAt(input, organisation ?? key ?? '')
    if (value === null || value === undefined) continue
    // 点名的只能是标识;不是文字的宁可不许。
    if (typeof value !== 'string') return null
    const unit = record === undefined ? value : tree.ownerOf(record, value)
    if (unit !== null && !access.covers(unit)) return null
  }
  return { role, access }
}
