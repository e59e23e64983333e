import { z } from 'zod'
import { lineSchema } from './common.ts'

/** 工作区(一个文件夹)的类别:示例可随意练习,办公为正式数据。 */
export const workspaceKindSchema = z.enum(['sample', 'office'])
export type WorkspaceKind = z.infer<typeof workspaceKindSchema>

export const openWorkspaceSchema = z.strictObject({
  path: z.string(),
  name: lineSchema(80),
  kind: workspaceKindSchema,
})

/** 角色代码,见 docs/ 权限一节;账号功能上线前由内置使用人兼有全部角色。 */
export const roleSchema = z.enum(['system_admin', 'security_admin', 'auditor', 'committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'])
export type Role = z.infer<typeof roleSchema>
