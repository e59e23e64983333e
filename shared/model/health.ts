import { z } from 'zod'
import { idSchema, lineSchema, requiredLineSchema } from './common.ts'
import { organisationKindSchema } from './organisation.ts'

/** 条目编号,见「规则和数字」里的出处。 */
export const healthRuleSchema = z.enum(['ORG-01', 'ORG-02', 'ORG-03', 'ORG-04', 'ORG-05', 'ORG-06', 'ORG-07', 'ORG-08', 'ORG-11', 'ORG-12', 'ORG-13', 'ORG-14', 'ORG-15', 'ORG-16', 'ORG-17', 'ORG-18', 'ORG-21', 'ORG-22', 'ORG-23', 'ORG-24', 'ORG-25', 'ORG-26', 'ORG-27', 'ELE-01', 'ELE-02', 'ELE-03', 'ELE-05', 'ELE-06'])
export type HealthRule = z.infer<typeof healthRuleSchema>
/** 不合规定;提醒核对(规定里写「一般」的,或资料不全)。 */
export const healthSeveritySchema = z.enum(['breach', 'notice'])
export type HealthSeverity = z.infer<typeof healthSeveritySchema>

export const healthFindingSchema = z.strictObject({
  organisationId: idSchema,
  organisationName: requiredLineSchema(80),
  kind: organisationKindSchema,
  rule: healthRuleSchema,
  severity: healthSeveritySchema,
  /** 哪里不对。 */
  sentence: lineSchema(200),
  /** 怎么办。 */
  advice: lineSchema(200),
})
export type HealthFinding = z.infer<typeof healthFindingSchema>
