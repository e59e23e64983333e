import { z } from 'zod'
import { lineSchema } from '../model/common.ts'
import { openWorkspaceSchema, passwordSchema, sessionStateSchema } from '../model/workspace.ts'
import { command, query } from './define.ts'
import { openErrors } from './open-errors.ts'

const none = z.strictObject({})
const always = { withoutWorkspace: true, whenLocked: true, duringJobs: true } as const
/** 猜口令的人只看得到这些;remaining 为还能试几次。 */
export const signInErrors = {
  PASSWORD_WRONG: z.strictObject({ remaining: z.int() }),
  ACCOUNT_BLOCKED: z.strictObject({ until: z.number() }),
  ACCOUNT_DISABLED: none,
  KEY_SLOT_MISSING: none,
  KEY_SLOT_DAMAGED: none,
  STORE_KEY_DAMAGED: none,
} as const
const passwordErrors = { PASSWORD_WEAK: z.strictObject({ reasons: z.array(z.string()) }), PASSWORD_REUSED: none } as const

/** 登录、锁屏、换人、口令。会话在核心里;界面只显示它。 */
export const sessionContract = {
  state: query({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', ...always, input: none, output: sessionStateSchema, errors: {} }),
  /** 登录:打开选定的工作区,或解开锁屏(也可以换一个人)。 */
  signIn: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'session',
    ...always,
    input: z.strictObject({ userName: lineSchema(32), password: passwordSchema }),
    output: z.strictObject({ workspace: openWorkspaceSchema, session: sessionStateSchema }),
    errors: { ...openErrors, ...signInErrors },
  }),
  /** 凭恢复单上的恢复码,或党委的恢复钥匙,给一个账号重设口令并登录。 */
  recover: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'account',
    ...always,
    input: z.strictObject({ code: z.string().min(1).max(400), userName: lineSchema(32), newPassword: passwordSchema }),
    output: z.strictObject({ workspace: openWorkspaceSchema, session: sessionStateSchema }),
    errors: { ...openErrors, ...passwordErrors, RECOVERY_CODE_WRONG: z.strictObject({ mistyped: z.boolean() }), KEY_SLOT_MISSING: none, KEY_SLOT_DAMAGED: none, STORE_KEY_DAMAGED: none, ACCOUNT_DISABLED: none, ACCOUNT_UNKNOWN: none, ACCOUNT_BLOCKED: z.strictObject({ until: z.number() }) },
  }),
  lock: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'session', ...always, input: z.strictObject({ reason: z.enum(['person', 'idle', 'os']) }), output: sessionStateSchema, errors: {} }),
  /** 退出:记下谁退出,合上工作区,回到它的登录页(还选定着它)。 */
  signOut: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'session', ...always, input: none, output: sessionStateSchema, errors: {} }),
  /** 有人在用:界面收到键盘、鼠标后隔一阵报一次,闲置计时从头算。 */
  touch: query({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', ...always, input: none, output: sessionStateSchema, errors: {} }),
  changePassword: command({
    roles: 'signed_in',
    scope: 'none',
    confirmation: 'none',
    audit: 'account',
    whenLocked: true,
    input: z.strictObject({ currentPassword: passwordSchema, newPassword: passwordSchema }),
    output: sessionStateSchema,
    errors: { ...signInErrors, ...passwordErrors, NO_PASSWORDS: none, STORE_KEY_WRONG: openErrors.STORE_KEY_WRONG },
  }),
  /** 没保存成的表单,加密存着,换人、锁屏、断电都不丢;只有本人看得到。body 为 null 即丢弃。 */
  keepDraft: command({
    roles: 'signed_in',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ key: z.string().min(1).max(120), body: z.string().max(200_000).nullable() }),
    output: none,
    errors: {},
  }),
  drafts: query({ roles: 'signed_in', scope: 'none', confirmation: 'none', audit: 'none', input: none, output: z.strictObject({ drafts: z.array(z.strictObject({ key: z.string(), body: z.string(), at: z.number() })) }), errors: {} }),
}
