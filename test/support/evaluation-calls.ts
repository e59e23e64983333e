import type { Client } from '../../shared/rpc/client.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { must } from './make-core.ts'

/** 测试里考核的那个月:季末,季度项也考。 */
export const PERIOD = '2026-09'
interface HasId {
  readonly id: string
}

/** 月评价常用的几个调用;支部只要有标识。 */
export const evaluationCalls = (api: Client<Contract>) => ({
  manual: (branch: HasId, indicatorId: string, points: string) => must(api.evaluation.saveManualScore({ branchId: branch.id, period: PERIOD, indicatorId, points, reason: '按台账核定' })),
  sheetOf: (branch: HasId) => must(api.evaluation.branchSheet({ branchId: branch.id, period: PERIOD })),
  portraitOf: (branch: HasId) => must(api.evaluation.branchPortrait({ branchId: branch.id, period: PERIOD })),
  overview: () => must(api.evaluation.periodOverview({ period: PERIOD })),
  scoreAll: () => must(api.evaluation.scorePeriod({ period: PERIOD })),
})
export type EvaluationCalls = ReturnType<typeof evaluationCalls>

export const lineOf = (sheet: Awaited<ReturnType<EvaluationCalls['sheetOf']>>, indicatorId: string) => {
  const line = sheet.lines.find((one) => one.indicator.id === indicatorId)
  if (line === undefined) throw new Error(`no line for ${indicatorId}`)
  return line
}

/** 成功为 ok,失败为代码。 */
export const codeOf = async (result: Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } }>): Promise<string> => {
  const settled = await result
  return settled.ok ? 'ok' : settled.error.code
}
