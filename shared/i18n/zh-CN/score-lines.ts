/** 成绩构成里固定各行的名称,以及自动计分的一句依据。维度与指标的名称在方案里。 */
export const scoreLinesText = {
  deduct: '扣分',
  floor: '扣至零分为止',
  bonus: '加分',
  cap: '总分封顶',
  veto: '否决',
  /** 同一扣分项有多次时,各次事由之间。 */
  reasonSeparator: '；',
  /** 次数类:应办几次、计入几次。 */
  counted: (required: string, counted: string) => `应办 ${required} 次，计入 ${counted} 次`,
  /** 完整类:应填几项、已填几项。 */
  filled: (due: string, filled: string) => `应填 ${due} 项，已填 ${filled} 项`,
  /** 及时类与比率类。 */
  achieved: (done: string, due: string) => `${due} 项中完成 ${done} 项`,
} as const
