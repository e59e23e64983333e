import { z } from 'zod'
import { idSchema, lineSchema, requiredLineSchema, revSchema } from './common.ts'

/** 工作区(一个文件夹)的类别:示例可随意练习,办公为正式数据。 */
export const workspaceKindSchema = z.enum(['sample', 'office'])
export type WorkspaceKind = z.infer<typeof workspaceKindSchema>

/**
 * 使用人怎么设。
 *
 * - `open`:没设口令(示例,以及口令功能之前建的工作区),内置使用人兼全部角色;
 * - `one_office`:一个办公室一个或几个人,角色可以兼;
 * - `separated`:系统、安全保密、审计三员分立,互不兼任,也不碰业务数据。
 */
export const workspaceSetupSchema = z.enum(['open', 'one_office', 'separated'])
export type WorkspaceSetup = z.infer<typeof workspaceSetupSchema>

export const openWorkspaceSchema = z.strictObject({
  path: z.string(),
  name: lineSchema(80),
  kind: workspaceKindSchema,
  setup: workspaceSetupSchema,
  /** 只看不写的副本(原位置写不进去)。 */
  readOnly: z.boolean(),
})
export type OpenWorkspace = z.infer<typeof openWorkspaceSchema>

/** 角色代码。前三个是三员,其余办业务。 */
export const roleSchema = z.enum(['system_admin', 'security_admin', 'auditor', 'committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'])
export type Role = z.infer<typeof roleSchema>
export const OFFICER_ROLES = ['system_admin', 'security_admin', 'auditor'] as const satisfies readonly Role[]

/** 一次授权:某个角色,管某个组织及其下级。 */
export const grantSchema = z.strictObject({ role: roleSchema, unitId: idSchema })
export type Grant = z.infer<typeof grantSchema>

/** 登录用的名字:字母、数字、汉字、点、横线、下划线;不分大小写。 */
export const userNameSchema = z.string().trim().regex(/^[\p{Letter}\p{Number}._-]{2,32}$/u)
export const passwordSchema = z.string().min(1).max(200)

export const accountSchema = z.strictObject({
  id: idSchema,
  rev: revSchema,
  userName: userNameSchema,
  displayName: requiredLineSchema(40),
  state: z.enum(['active', 'disabled']),
  grants: z.array(z.strictObject({ ...grantSchema.shape, unitName: lineSchema(80) })),
  /** 下次登录必须换口令。 */
  mustChangePassword: z.boolean(),
  passwordChangedAt: z.number(),
  lastSignedInAt: z.number().nullable(),
  /** 口令槽文件:在、丢了、坏了。 */
  slot: z.enum(['sound', 'missing', 'damaged']),
  /** 因连续输错而停用到何时;没有为 null。 */
  blockedUntil: z.number().nullable(),
})
export type Account = z.infer<typeof accountSchema>

/** 口令与锁屏的规矩;可以收紧,不能放宽到底线以下。 */
export const passwordPolicySchema = z.strictObject({
  minimumLength: z.int().min(8).max(64),
  /** 多少天要换一次;0 为不限。 */
  expiryDays: z.int().min(0).max(365),
  historyLength: z.int().min(0).max(24),
  failuresAllowed: z.int().min(3).max(10),
  idleMinutes: z.int().min(3).max(30),
  sessionHours: z.int().min(1).max(12),
})
export type PasswordPolicySettings = z.infer<typeof passwordPolicySchema>

/** 现在处在哪一步。 */
export const sessionPhaseSchema = z.enum([
  /** 没有选定工作区。 */
  'closed',
  /** 选定了,要登录才打开。 */
  'sealed',
  /** 开着,屏幕锁着。 */
  'locked',
  /** 登录了,要先换口令。 */
  'password_due',
  'open',
])

export const sessionStateSchema = z.strictObject({
  phase: sessionPhaseSchema,
  /** 登录的人;锁屏时为锁屏前的人;没登录为 null。 */
  user: z.strictObject({ accountId: idSchema, userName: lineSchema(32), displayName: lineSchema(40) }).nullable(),
  grants: z.array(grantSchema),
  /** 锁屏的缘由。 */
  lockedBy: z.enum(['person', 'idle', 'os', 'expired', 'guesses']).nullable(),
  /** 多少分钟没有操作就锁;没设口令的工作区为 null。 */
  idleMinutes: z.int().nullable(),
})
export type SessionState = z.infer<typeof sessionStateSchema>
