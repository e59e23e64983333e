import { z } from 'zod'
import { daySchema, idSchema } from '../model/common.ts'
import { healthFindingSchema } from '../model/health.ts'
import { query } from './define.ts'

/** 组织健康检查:逐条对照规定,不阻断保存。 */
export const healthContract = {
  /** 管得到的各组织今天的检查结果,按树的次序。organisationId 为 null 看全部;否则看它和下级。 */
  list: query({
    roles: ['committee_office', 'branch_secretary', 'branch_organiser', 'scorer', 'reviewer', 'leader'],
    scope: [{ organisation: 'organisationId' }],
    confirmation: 'none',
    audit: 'none',
    input: z.strictObject({ organisationId: idSchema.nullable(), /** 只看这一个组织,不看下级。 */ onlyThis: z.boolean() }),
    output: z.strictObject({ today: daySchema, examined: z.int(), findings: z.array(healthFindingSchema) }),
    errors: {},
  }),
}
