import { z } from 'zod'
import { lineSchema, requiredLineSchema } from '../model/common.ts'
import { openWorkspaceSchema, passwordSchema, sessionStateSchema, userNameSchema } from '../model/workspace.ts'
import { command, query } from './define.ts'
import { openErrors } from './open-errors.ts'

const none = z.strictObject({})
const pathInput = z.strictObject({ path: z.string().min(1).max(1000) })
const withPath = z.strictObject({ path: z.string() })

const opened = z.strictObject({ workspace: openWorkspaceSchema.nullable(), session: sessionStateSchema })

const personSchema = z.strictObject({ userName: userNameSchema, displayName: requiredLineSchema(40), password: passwordSchema })
/** 新建时怎么设使用人:一个办公室先设一个人(兼全部角色);三员分立一次设三个人。 */
export const newPeopleSchema = z.discriminatedUnion('setup', [
  z.strictObject({ setup: z.literal('one_office'), person: personSchema }),
  z.strictObject({ setup: z.literal('separated'), system: personSchema, security: personSchema, auditor: personSchema }),
])
export type NewPeople = z.infer<typeof newPeopleSchema>
const weakErrors = { PASSWORD_WEAK: z.strictObject({ reasons: z.array(z.string()) }), DUPLICATE_NAME: z.strictObject({ name: z.string() }) }

export const systemContract = {
  /** 握手:界面与核心的构建号不同(升级后旧页面还开着)时回 RELOAD。 */
  hello: query({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    withoutWorkspace: true,
    whenLocked: true,
    input: z.strictObject({ build: z.string().max(40) }),
    output: z.strictObject({
      build: z.string(),
      workspace: openWorkspaceSchema.nullable(),
      /** 选定了、要登录才打开的。 */
      sealed: z.strictObject({ path: z.string(), name: lineSchema(80) }).nullable(),
      session: sessionStateSchema,
      /** 启动时没打开:代码、数据与没打开的那个文件夹,界面据此说明原因,恢复的也只能是那一个。 */
      startError: z.strictObject({ code: z.string(), data: z.unknown(), path: z.string() }).nullable(),
      today: z.string(),
    }),
    errors: { RELOAD: none },
  }),
  /** 首次启动页需要的:建议的存放位置与最近用过的工作区。 */
  startOptions: query({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    withoutWorkspace: true,
    whenLocked: true,
    input: none,
    output: z.strictObject({
      suggestedPath: z.string(),
      samplePath: z.string(),
      recent: z.array(z.strictObject({ path: z.string(), name: z.string(), kind: z.string(), openedAt: z.number(), exists: z.boolean() })),
    }),
    errors: {},
  }),
  createWorkspace: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'workspace',
    withoutWorkspace: true,
    whenLocked: true,
    input: z.strictObject({ path: z.string().min(1).max(1000), name: requiredLineSchema(80), people: newPeopleSchema }),
    /** recoveryCodes 只在这一次给出:印在恢复单上,程序里不留。 */
    output: z.strictObject({ ...opened.shape, recoveryCodes: z.array(z.string()) }),
    errors: { ...openErrors, ...weakErrors, STORE_EXISTS: withPath },
  }),
  /** 打开示例企业;还没有就先造一份。 */
  openSample: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'workspace',
    withoutWorkspace: true,
    whenLocked: true,
    input: z.strictObject({ path: z.string().max(1000).optional() }),
    output: opened,
    errors: { ...openErrors, STORE_EXISTS: withPath },
  }),
  openWorkspace: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'workspace',
    withoutWorkspace: true,
    whenLocked: true,
    input: pathInput,
    output: opened,
    errors: openErrors,
  }),
  /** 合上工作区(退出登录):数据密钥从内存里抹掉。 */
  closeWorkspace: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, whenLocked: true, input: none, output: none, errors: {} }),
  /** 状态栏:数据位置、版本、最近保存时刻。 */
  status: query({
    roles: 'signed_in',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({ path: z.string(), name: lineSchema(80), version: z.string(), lastSavedAt: z.number().nullable() }),
    errors: {},
  }),
}
