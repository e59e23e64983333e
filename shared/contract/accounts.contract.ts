import { z } from 'zod'
import { idSchema, requiredLineSchema, revSchema } from '../model/common.ts'
import { fileRefSchema } from '../model/files.ts'
import { accountSchema, grantSchema, passwordPolicySchema, passwordSchema, userNameSchema, workspaceSetupSchema } from '../model/workspace.ts'
import { command, job, query } from './define.ts'
import { openErrors } from './open-errors.ts'

const none = z.strictObject({})
const stale = { NOT_FOUND: none, STALE: z.strictObject({ currentRev: revSchema }) }
const weak = { PASSWORD_WEAK: z.strictObject({ reasons: z.array(z.string()) }), PASSWORD_REUSED: none }
const accounts = z.strictObject({ accounts: z.array(accountSchema) })

/** 使用人、授权、口令规矩、恢复单。系统管理员建号停号,安全保密管理员授权与重设口令,谁也不能给自己授权。 */
export const accountsContract = {
  list: query({
    roles: ['system_admin', 'security_admin', 'auditor'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({ ...accounts.shape, setup: workspaceSetupSchema, policy: passwordPolicySchema, hasRecovery: z.boolean(), hasCommitteeKey: z.boolean(), units: z.array(z.strictObject({ id: idSchema, name: z.string(), depth: z.int() })) }),
    errors: {},
  }),
  add: command({
    roles: ['system_admin'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'account',
    input: z.strictObject({ userName: userNameSchema, displayName: requiredLineSchema(40), password: passwordSchema }),
    output: accounts,
    errors: { DUPLICATE_NAME: z.strictObject({ name: z.string() }), ...weak, NO_PASSWORDS: none },
  }),
  rename: command({ roles: ['system_admin'], scope: 'workspace', confirmation: 'none', audit: 'account', input: z.strictObject({ id: idSchema, rev: revSchema, displayName: requiredLineSchema(40) }), output: accounts, errors: stale }),
  /** 停用、启用;最后一个能管账号的人不能停。停用时收掉口令槽,启用之后要重设口令才登录得了。 */
  setState: command({
    roles: ['system_admin'],
    scope: 'workspace',
    confirmation: 'confirm',
    audit: 'account',
    input: z.strictObject({ id: idSchema, rev: revSchema, state: z.enum(['active', 'disabled']) }),
    output: accounts,
    errors: { ...stale, LAST_ADMIN: none },
  }),
  /**
   * 整份授权。三员分立时互斥由库里的约束把关,也不能改自己的;一个办公室可以减自己的,不能加。
   * 三员的角色管全单位,只能授在最上级组织。
   */
  setGrants: command({
    roles: ['security_admin'],
    scope: 'workspace',
    confirmation: 'password',
    audit: 'account',
    input: z.strictObject({ id: idSchema, rev: revSchema, grants: z.array(grantSchema).max(40) }),
    output: accounts,
    errors: { ...stale, OWN_GRANT: none, ROLES_EXCLUSIVE: none, OFFICER_WHOLE_UNIT: none, LAST_ADMIN: none },
  }),
  /** 党委签字同意的例外:小单位可由一人兼系统管理员与安全保密管理员;审计员永不例外。记下之后再授权。不分立的不需要例外,报 NOT_EDITABLE。 */
  allowCombinedOfficers: command({
    roles: ['security_admin'],
    scope: 'workspace',
    confirmation: 'two_people',
    audit: 'account',
    input: z.strictObject({ id: idSchema, rev: revSchema, signedBy: requiredLineSchema(60), documentNumber: requiredLineSchema(60) }),
    output: accounts,
    errors: { ...stale, ROLES_EXCLUSIVE: none, NOT_EDITABLE: none },
  }),
  /** 重设别人的口令:他下次登录必须换。停用着的先启用。 */
  resetPassword: command({
    roles: ['security_admin'],
    scope: 'workspace',
    confirmation: 'password',
    audit: 'account',
    input: z.strictObject({ id: idSchema, rev: revSchema, password: passwordSchema }),
    output: accounts,
    errors: { ...stale, ...weak, ACCOUNT_DISABLED: none, NO_PASSWORDS: none },
  }),
  /** 解除因输错太多而来的停用。 */
  unblock: command({ roles: ['security_admin'], scope: 'workspace', confirmation: 'none', audit: 'account', input: z.strictObject({ id: idSchema }), output: accounts, errors: { NOT_FOUND: none, NO_PASSWORDS: none } }),
  savePolicy: command({ roles: ['security_admin'], scope: 'workspace', confirmation: 'password', audit: 'policy', input: passwordPolicySchema, output: z.strictObject({ policy: passwordPolicySchema }), errors: { NO_PASSWORDS: none } }),
  /** 换恢复码:旧的作废;新码只在这一次给出。 */
  renewRecovery: command({ roles: ['security_admin'], scope: 'workspace', confirmation: 'password', audit: 'account', input: none, output: z.strictObject({ codes: z.array(z.string()) }), errors: { NO_PASSWORDS: none } }),
  /** 把手里的恢复码印成恢复单(含二维码),一码一张。先核对每个码确实打得开这个工作区。三员分立刚建好、还没有人登录时就要印,所以不要登录。 */
  recoverySheet: job({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'print',
    withoutWorkspace: true,
    input: z.strictObject({ codes: z.array(z.string().min(1).max(400)).min(1).max(4) }),
    /** 两个凭据都只能取一次,十分钟后作废。 */
    output: z.strictObject({ file: fileRefSchema, preview: fileRefSchema }),
    errors: { KEY_SLOT_MISSING: none, KEY_SLOT_DAMAGED: none, NO_PASSWORDS: none, RECOVERY_CODE_WRONG: z.strictObject({ mistyped: z.boolean() }), NO_BROWSER: none, BROWSER_TOO_OLD: z.strictObject({ found: z.string() }), PRINT_FAILED: none },
  }),
  /** 上级党委的恢复公钥(age1…);空串为撤去。 */
  setCommitteeKey: command({ roles: ['security_admin'], scope: 'workspace', confirmation: 'password', audit: 'account', input: z.strictObject({ recipient: z.string().trim().max(200) }), output: none, errors: { NO_PASSWORDS: none, RECOVERY_CODE_WRONG: z.strictObject({ mistyped: z.boolean() }) } }),
  /** 给没设口令的办公工作区设口令:建第一个使用人(兼全部角色),数据换一把新钥匙重新加密。 */
  secure: job({
    roles: ['system_admin'],
    scope: 'workspace',
    confirmation: 'none',
    audit: 'account',
    input: z.strictObject({ userName: userNameSchema, displayName: requiredLineSchema(40), password: passwordSchema }),
    /** openBackups:还有几份旧备份带着不要口令的钥匙,谁拿到都打得开;要人自己收好或销毁。 */
    output: z.strictObject({ codes: z.array(z.string()), openBackups: z.int() }),
    errors: { ...weak, ...openErrors, NOT_EDITABLE: none, SPACE_LOW: z.strictObject({ freeMegabytes: z.int(), neededMegabytes: z.int() }) },
  }),
}
