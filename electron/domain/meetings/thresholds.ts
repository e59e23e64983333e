import type { VoteKind } from '../../../shared/model/meeting-parts.ts'

/** 到会门槛分三档:转正与接收同一档。 */
export type ThresholdRule = 'ordinary' | 'admission' | 'election'
export const ruleOfVote: Readonly<Record<VoteKind, ThresholdRule>> = { ordinary: 'ordinary', admission: 'admission', confirmation: 'admission', election: 'election' }

/** 至少要到几人;没有一个应到的人时谈不上够,门槛仍为 1。全部整数运算,不出现 4.8 人。 */
export const neededPresent: Readonly<Record<ThresholdRule, (base: number) => number>> = {
  // VOT-01 半数以上,含半数(支部工作条例第十一条)。
  ordinary: (base) => Math.max(1, Math.floor((base + 1) / 2)),
  // VOT-02、VOT-03 必须超过半数(发展党员工作细则第二十条、第二十一条、第三十三条)。
  admission: (base) => Math.floor(base / 2) + 1,
  // VOT-05 应到的五分之四以上。
  election: (base) => Math.max(1, Math.floor((4 * base + 4) / 5)),
}

/** 超过半数要几票。 */
export const moreThanHalf = (base: number): number => Math.floor(base / 2) + 1
