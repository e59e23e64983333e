import type { z } from 'zod'
import type { Role } from '../model/workspace.ts'
import type { ErrorCode } from '../rpc/error-codes.ts'

/**
 * 谁能调用。
 *
 * - `anyone`:登录之前也能(打开、登录、恢复);
 * - `signed_in`:登录了的任何人(看自己的设置、锁屏、改自己的口令);
 * - 角色清单:有其中之一,且数据范围管得到。
 */
export type AllowedRoles = readonly Role[] | 'anyone' | 'signed_in'

/** 登记了归属组织(owner_unit)的表:`record` 范围按它判断。 */
export type ScopedTable = 'organisation' | 'member' | 'member_batch' | 'meeting' | 'organisation_event' | 'score_event' | 'veto_decision' | 'exemption' | 'standing_entry' | 'score_objection' | 'score_correction' | 'dues_assessment' | 'dues_exemption' | 'dues_donation' | 'dues_handover' | 'development_person' | 'transfer_letter' | 'care_record' | 'import_batch' | 'follow_up' | 'register_entry' | 'register_submission' | 'norm_decision'

/** 输入里的一项,最多两层,如 `branchId`、`fields.branchId`。 */
type KeyPath<T> = T extends unknown ? { [K in keyof T & string]: K | (T[K] extends Readonly<Record<string, unknown>> ? `${K}.${keyof T[K] & string}` : never) }[keyof T & string] : never

/**
 * 数据范围:调度器在处理函数之前核对,核对不过一律 FORBIDDEN。
 *
 * - `none`:不涉及业务数据;
 * - `workspace`:全单位的事,只认授在最上级组织的角色;
 * - `visible`:处理函数自己只给出 `context.access` 管得到的;
 * - 数组:输入里点名的组织、记录,逐一都要在授权组织及其下级之内。组织项为 null 时按 `visible`。
 */
export type Scope<I = unknown> = 'none' | 'workspace' | 'visible' | readonly ({ readonly organisation: KeyPath<I> } | { readonly record: ScopedTable; readonly key: KeyPath<I> })[]

/**
 * 执行前的确认。
 *
 * - `none`:不必;`confirm`:界面先说明后果;
 * - `password`:请求里另带理由与本人口令(还没设口令的工作区只要理由),理由进审计;
 * - `two_people`:同上;三员分立的工作区还要另一名安全保密管理员的口令。
 */
export type Confirmation = 'none' | 'confirm' | 'password' | 'two_people'

/** 审计种类:none 不记;其余写入审计表的 kind 列。 */
export const AUDIT_KINDS = ['workspace', 'organisation', 'member', 'member_reveal', 'import', 'meeting', 'dues', 'evaluation', 'print', 'export', 'session', 'account', 'policy', 'backup', 'restore', 'audit_read', 'bin', 'support'] as const
export type AuditKind = 'none' | (typeof AUDIT_KINDS)[number]

type ErrorMap = Partial<Record<ErrorCode, z.ZodType>>

interface Declaration<I extends z.ZodType, O extends z.ZodType, E extends ErrorMap> {
  readonly roles: AllowedRoles
  readonly scope: Scope<z.input<I>>
  readonly confirmation: Confirmation
  readonly audit: AuditKind
  /** 打开工作区之前也能调用。 */
  readonly withoutWorkspace?: boolean
  /** 口令该换的时候也能调用;`anyone` 的,屏幕锁着也能。 */
  readonly whenLocked?: boolean
  /** 长活正做着也能调用(锁屏、解锁、换人),只要工作区开着。别的换工作区的要等它做完。 */
  readonly duringJobs?: boolean
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

/** 写;一个事务,提交后发事件。 */
export const command = <I extends z.ZodType, O extends z.ZodType, E extends ErrorMap = {}>(declaration: Declaration<I, O, E>): CommandProcedure<I, O, E> => ({ kind: 'command', ...declaration })

/** 长活;可取消,报进度,同一时刻只有一个。 */
export const job = <I extends z.ZodType, O extends z.ZodType, E extends ErrorMap = {}>(declaration: Declaration<I, O, E>): JobProcedure<I, O, E> => ({ kind: 'job', ...declaration })

export type ContractTree = Readonly<Record<string, Readonly<Record<string, Procedure>>>>
export type InputOf<P extends Procedure> = z.input<P['input']>
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
export type ErrorCodeOf<P extends Procedure> = keyof P['errors'] & ErrorCode
export type ErrorDataOf<P extends Procedure, C extends ErrorCodeOf<P>> = P['errors'][C] extends z.ZodType ? z.output<P['errors'][C]> : never
