/** 各列的毫米数换成所占的份额:写死毫米的话,加上边框就比版心宽,右边的线会被切掉一半。 */
export const columnShares = (widths: readonly number[]): readonly string[] => {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => `${(width * 100) / total}%`)
}
