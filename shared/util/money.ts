/** 金额以分记;给人看时写成元,两位小数,千位分开。 */
export const yuanText = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const digits = Math.abs(Math.round(fen)).toString().padStart(3, '0')
  return `${sign}${digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}
