import type { z } from 'zod'
import type { Role } from '../model/workspace.ts'
import type { ErrorCode } from '../rpc/error-codes.ts'

/** 谁能调用;`anyone` 只给打开工作区之前的几个过程。 */
export type AllowedRoles = readonly Role[] | 'anyone'
/** 数据范围:none 不涉及数据;workspace 全库;organisation 输入里的组织及其下级;record 由记录的归属决定。 */
export type Scope = 'none' | 'workspace' | 'organisation' | 'record'
/** 执行前要不要再确认:none 不必;confirm 界面确认后果;password 重输口令并写理由(账号功能上线后生效)。 */
export type Confirmation = 'none' | 'confirm' | 'password'
/** 审计种类:none 不记;其余写入审计表的 kind 列。 */
export type AuditKind = 'none' | 'workspace' | 'organisation' | 'member' | 'member_reveal' | 'import' | 'meeting' | 'evaluation' | 'print' | 'export'

type ErrorMap = Partial<Record<ErrorCode, z.ZodType>>

interface Declaration<I extends z.ZodType, O extends z.ZodType, E extends ErrorMap> {
  readonly roles: AllowedRoles
  readonly scope: Scope
  readonly confirmation: Confirmation
  readonly audit: AuditKind
  /** 打开工作区之前也能调用。 */
  readonly withoutWorkspace?: boolean
  readonly input: I
  readonly output: O
  /** 预期会发生的失败:代码 → 附带数据的形状。 */
  readonly errors: E
}

export interface QueryProcedure<I extends z.ZodType, O extends z.ZodType, E extends ErrorMap> extends Declaration<I, O, E> {
  readonly kind: 'query'
}
export interface CommandProcedure<I extends z.ZodType, O extends z.ZodType, E extends ErrorMap> extends Declaration<I, O, E> {
  readonly kind: 'command'
}
export interface JobProcedure<I extends z.ZodType, O extends z.ZodType, E extends ErrorMap> extends Declaration<I, O, E> {
  readonly kind: 'job'
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- 仅作上界
export type Procedure = QueryProcedure<any, any, any> | CommandProcedure<any, any, any> | JobProcedure<any, any, any>

/** 读;无可见影响,可重复。 */
export const query = <I extends z.ZodType, O extends z.ZodType, E extends ErrorMap = {}>(declaration: Declaration<I, O, E>): QueryProcedure<I, O, E> => ({ kind: 'query', ...declaration })
/** 写;一个事务,同步做完,提交后发事件。 */
export const command = <I extends z.ZodType, O extends z.ZodType, E extends ErrorMap = {}>(declaration: Declaration<I, O, E>): CommandProcedure<I, O, E> => ({ kind: 'command', ...declaration })
/** 长活;可取消,报进度,同一时刻只有一个。 */
export const job = <I extends z.ZodType, O extends z.ZodType, E extends ErrorMap = {}>(declaration: Declaration<I, O, E>): JobProcedure<I, O, E> => ({ kind: 'job', ...declaration })

export type ContractTree = Readonly<Record<string, Readonly<Record<string, Procedure>>>>
export type InputOf<P extends Procedure> = z.input<P['input']>
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
export type ErrorCodeOf<P extends Procedure> = keyof P['errors'] & ErrorCode
export type ErrorDataOf<P extends Procedure, C extends ErrorCodeOf<P>> = P['errors'][C] extends z.ZodType ? z.output<P['errors'][C]> : never
