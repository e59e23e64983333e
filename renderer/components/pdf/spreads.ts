/** 摊开的一对:左页、右页;没有的一边为 null。 */
export interface Spread {
  readonly left: number | null
  readonly right: number | null
}

/** 装订后摊开的样子:第 1 页在右边独占,之后 2-3、4-5……末页是双数时在左边独占。 */
export const spreadsOf = (pages: number): readonly Spread[] =>
  Array.from({ length: Math.floor(pages / 2) + 1 }, (_unused, index) => ({ left: index === 0 ? null : index * 2, right: index * 2 + 1 <= pages ? index * 2 + 1 : null })).filter(({ left, right }) => (left !== null && left <= pages) || right !== null)

/** 不装订的:一次一页。 */
export const singlePages = (pages: number): readonly Spread[] => Array.from({ length: pages }, (_unused, index) => ({ left: null, right: index + 1 }))

export const ZOOM_STEPS = [50, 75, 100, 125, 150, 200] as const

/** 放大或缩小一级;当前为「适合窗口」时从最接近的一级起。 */
export const nextZoom = (current: number, step: 1 | -1): number => {
  const found = step === 1 ? ZOOM_STEPS.find((zoom) => zoom > current + 1) : ZOOM_STEPS.findLast((zoom) => zoom < current - 1)
  return found ?? (step === 1 ? ZOOM_STEPS[ZOOM_STEPS.length - 1] : ZOOM_STEPS[0]) ?? 100
}
