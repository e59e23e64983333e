import { z } from 'zod'
import { lineSchema, requiredLineSchema } from '../model/common.ts'
import { openWorkspaceSchema, roleSchema } from '../model/workspace.ts'
import { command, query } from './define.ts'

const none = z.strictObject({})
const pathInput = z.strictObject({ path: z.string().min(1).max(1000) })
const withPath = z.strictObject({ path: z.string() })

/** 打开工作区失败的各种原因;owner 为占用者的说明(机器名、使用人)。 */
const openErrors = {
  STORE_LOCKED: z.strictObject({ owner: z.string() }),
  STORE_NOT_FOUND: withPath,
  STORE_NOT_OURS: withPath,
  STORE_FROM_FUTURE: z.strictObject({ found: z.int(), known: z.int() }),
  STORE_READONLY: withPath,
  STORE_KEY_MISSING: withPath,
  STORE_KEY_WRONG: withPath,
  STORE_DRIVER_UNSUITABLE: withPath,
  STORE_FOLDER_UNSUITABLE: withPath,
  MIGRATION_FAILED: z.strictObject({ step: z.string() }),
} as const

export const systemContract = {
  /** 握手:界面与核心的构建号不同(升级后旧页面还开着)时回 RELOAD。 */
  hello: query({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    withoutWorkspace: true,
    input: z.strictObject({ build: z.string().max(40) }),
    output: z.strictObject({
      build: z.string(),
      workspace: openWorkspaceSchema.nullable(),
      roles: z.array(roleSchema),
      /** 启动时打开上次的工作区失败:代码与数据,界面据此显示原因。 */
      startError: z.strictObject({ code: z.string(), data: z.unknown() }).nullable(),
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
    input: z.strictObject({ path: z.string().min(1).max(1000), name: requiredLineSchema(80) }),
    output: openWorkspaceSchema,
    errors: { ...openErrors, STORE_EXISTS: withPath },
  }),
  /** 打开示例企业;还没有就先造一份。 */
  openSample: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'workspace',
    withoutWorkspace: true,
    input: z.strictObject({ path: z.string().max(1000).optional() }),
    output: openWorkspaceSchema,
    errors: { ...openErrors, STORE_EXISTS: withPath },
  }),
  openWorkspace: command({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'workspace',
    withoutWorkspace: true,
    input: pathInput,
    output: openWorkspaceSchema,
    errors: openErrors,
  }),
  closeWorkspace: command({ roles: 'anyone', scope: 'none', confirmation: 'none', audit: 'none', withoutWorkspace: true, input: none, output: none, errors: {} }),
  /** 状态栏:数据位置、版本、最近保存时刻。 */
  status: query({
    roles: 'anyone',
    scope: 'none',
    confirmation: 'none',
    audit: 'none',
    input: none,
    output: z.strictObject({ path: z.string(), name: lineSchema(80), version: z.string(), lastSavedAt: z.number().nullable() }),
    errors: {},
  }),
}
