/** 得分率的四档(百分数):不到 70、80、90,以及 90 以上。颜色由浅到深,灰度打印也分得出次序。 */
export type HeatStep = 'empty' | 'lowest' | 'low' | 'middle' | 'high'

/** 低于它的格子前有 ▼:不只靠颜色。 */
export const WEAK_LINE = 70

/** @param percent 百分数文本,null 为没有。 */
export const heatStep = (percent: string | null): HeatStep => {
  if (percent === null) return 'empty'
  const value = Number(percent)
  return value < WEAK_LINE ? 'lowest' : value < 80 ? 'low' : value < 90 ? 'middle' : 'high'
}
export const isWeak = (percent: string | null): boolean => heatStep(percent) === 'lowest'
