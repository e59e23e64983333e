/** 在一个支部的一段:from 起、to 前;最早的一段已由调用者把 from 延到最前。 */
export interface BranchSpan {
  readonly branchId: string
  readonly fromDay: string
  readonly toDay: string | null
}
export interface PayerLife {
  /** 支部大会通过之日,可能只到月;没填为 null。 */
  readonly joinedOn: string | null
  readonly spans: readonly BranchSpan[]
}

const covers = ({ fromDay, toDay }: BranchSpan, day: string): boolean => fromDay <= day && (toDay === null || day < toDay)

/**
 * 这个月的党费在哪个支部交;不用交为 null。
 *
 * 预备党员自支部大会通过之日起交(规定第八条),当月按整月(惯例);月中转走的,当月仍在原支部交,
 * 介绍信上的「党费交至」就是这个月(惯例);月中离开后再没有支部的,当月也在原支部交。
 */
export const payingBranch = ({ joinedOn, spans }: PayerLife, month: string): string | null => {
  if (joinedOn !== null && joinedOn.slice(0, 7) > month) return null
  const first = `${month}-01`
  const atStart = spans.find((span) => covers(span, first))
  if (atStart !== undefined) return atStart.branchId
  // 中断过的,回来的那个月起。
  return spans.filter(({ fromDay, toDay }) => fromDay.slice(0, 7) === month && (toDay === null || toDay > fromDay)).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))[0]?.branchId ?? null
}
