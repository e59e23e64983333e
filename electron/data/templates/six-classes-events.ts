import type { TemplateItem } from '../../domain/evaluation/scheme-body.ts'
import { veto } from './compose.ts'

/** 取消星级与限星(示例)。 */
export const sixEvents: readonly TemplateItem[] = [
  veto('FJ-01', ['承诺、亮诺、践诺、评诺走过场', '不予评定；已评的取消星级，两个季度内不再评。', '核查报告'], { type: 'revoke_star', lock: 2 }),
  veto('FJ-02', ['党组织或企业严重违纪违法', '取消星级，当年不再评。', '决定书'], { type: 'revoke_star', lock: 2 }, { type: 'disqualify_year' }),
  veto('FJ-03', ['较大及以上安全责任事故', '当年最高三星。', '事故报告'], { type: 'cap_star', star: 3 }),
]
