/**
 * 不该编译得过的写法。由 `tsc -p test` 检查:哪一处居然编译过了,@ts-expect-error 就会报错。
 */
import { z } from 'zod'
import { command, job, query } from '../../shared/contract/define.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { createClient, type Client } from '../../shared/rpc/client.ts'
import type { ErrorSentences } from '../../shared/i18n/zh-CN/errors.ts'
import type { ErrorCode } from '../../shared/rpc/error-codes.ts'
import type { GroupHandlers, Handlers } from '../../electron/rpc/handlers.ts'
import { failWith } from '../../electron/rpc/handlers.ts'
import type { WorkspaceScope } from '../../electron/services/workspace-scope.ts'
import type { Transaction } from '../../electron/store/unit-of-work.ts'

const none = z.strictObject({})
const common = { scope: 'none', confirmation: 'none', audit: 'none' } as const
const group = {
  get: query({ ...common, roles: ['leader'], input: z.strictObject({ id: z.string() }), output: z.strictObject({ name: z.string() }), errors: { STALE: z.strictObject({ currentRev: z.int() }) } }),
  work: job({ ...common, roles: 'anyone', input: none, output: none, errors: {} }),
}
type Group = typeof group
const contract = { things: group }
const get: GroupHandlers<Group>['get'] = ({ id }) => ({ name: id })
const work: GroupHandlers<Group>['work'] = () => Promise.resolve({})

export const complete: GroupHandlers<Group> = { get, work }
// @ts-expect-error 少一个处理函数
export const missing: GroupHandlers<Group> = { get }
// @ts-expect-error 多一个处理函数
export const extra: GroupHandlers<Group> = { get, work, more: get }
// @ts-expect-error 少一组
export const missingGroup: Handlers<typeof contract> = {}
// @ts-expect-error 返回的与契约不符
export const wrongOutput: GroupHandlers<Group> = { get: () => ({ title: 'x' }), work }
// @ts-expect-error 长活必须异步
export const syncJob: GroupHandlers<Group> = { get, work: () => ({}) }
export const undeclared: GroupHandlers<Group> = {
  // @ts-expect-error 没声明的失败代码
  get: (_input, context) => context.fail('NOT_FOUND', {}),
  work,
}
export const wrongData: GroupHandlers<Group> = {
  // @ts-expect-error 失败附带的数据不对
  get: (_input, context) => context.fail('STALE', { rev: 1 }),
  work,
}
export const unknownField: GroupHandlers<Group> = {
  // @ts-expect-error 输入里没有这一项
  get: ({ title }) => ({ name: String(title) }),
  work,
}
// @ts-expect-error 不存在的错误代码
failWith('NO_SUCH_CODE')

// @ts-expect-error 契约里声明了不存在的错误代码
query({ ...common, roles: 'anyone', input: none, output: none, errors: { NO_SUCH_CODE: none } })
// @ts-expect-error 没声明角色
query({ ...common, input: none, output: none, errors: {} })
// @ts-expect-error 没声明审计
command({ roles: 'anyone', scope: 'none', confirmation: 'none', input: none, output: none, errors: {} })
// @ts-expect-error 范围点名了输入里没有的一项
command({ ...common, roles: ['leader'], scope: [{ organisation: 'branchId' }], input: z.strictObject({ id: z.string() }), output: none, errors: {} })
// @ts-expect-error 范围点名了没有归属的表
command({ ...common, roles: ['leader'], scope: [{ record: 'category', key: 'id' }], input: z.strictObject({ id: z.string() }), output: none, errors: {} })
command({ ...common, roles: ['leader'], scope: [{ organisation: 'fields.branchId' }], input: z.strictObject({ fields: z.strictObject({ branchId: z.string() }) }), output: none, errors: {} })
// @ts-expect-error 没声明确认
command({ roles: ['leader'], scope: 'none', audit: 'none', input: none, output: none, errors: {} })
// @ts-expect-error 没有这个角色
command({ ...common, roles: ['boss'], input: none, output: none, errors: {} })

declare const api: Client<typeof contract>
void api.things.get({ id: 'a' })
// @ts-expect-error 输入缺一项
void api.things.get({})
// @ts-expect-error 输入多一项
void api.things.get({ id: 'a', more: 1 })
// @ts-expect-error 没有这个过程
void api.things.remove({})
void api.things.work({}, { onProgress: () => undefined })
// @ts-expect-error 不是长活的没有进度
void api.things.get({ id: 'a' }, { onProgress: () => undefined })
export const read = async (): Promise<string> => {
  const result = await api.things.get({ id: 'a' })
  // @ts-expect-error 没看成败就取值
  void result.value
  if (result.ok) return result.value.name
  if (result.error.code === 'STALE') return String(result.error.data.currentRev)
  // @ts-expect-error 这个过程不会返回这个代码
  return result.error.code === 'DUPLICATE_CODE' ? '' : ''
}
// @ts-expect-error 契约不是契约
createClient({ things: { get: {} } }, { request: () => Promise.resolve(''), onPush: () => () => undefined }, () => '')

declare const scope: WorkspaceScope
declare const transaction: Transaction
// @ts-expect-error 没有这种审计
scope.write('party', 'a.b', () => 1)
// @ts-expect-error 没有这个事件
transaction.emit('things.changed', {})
// @ts-expect-error 事件数据不对
transaction.emit('members.changed', { names: [] })
scope.write('member', 'members.save', () => 1)
// @ts-expect-error 写入必须同步
void scope.write('member', 'members.save', async () => Promise.resolve(1))

export type Real = Client<Contract>['members']['list']
// @ts-expect-error 漏了一个代码的说明
export const sentences: Record<ErrorCode, (data: unknown) => ErrorSentences> = { BAD_INPUT: () => ({ cause: '', safe: '', next: '' }) }
